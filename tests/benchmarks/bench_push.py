#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_push.py PBX PROMPTS KILOBYTES [DELAY]: see bench_push.sh, which calls it.

The client to compare with is as quick as one can be that waits for each answer: it only stores, it reads nothing back. `pbx
push` compares first, keeps a journal and reads back all it has stored.
"""
import base64
import hashlib
import json
import os
import random
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time

DOMAIN = "example.com"
PASSWORD = "bench"


class Server:
    def __init__(self, pbx, folder, delay):
        os.makedirs(f"{folder}/domains/{DOMAIN}/accounts")
        with open(f"{folder}/workspace.settings", "w") as settings:
            settings.write("{DefaultDomain=%s;}\n" % json.dumps(DOMAIN))
        faults = ["--fault", f"delay:{delay}"] if delay else []
        self.process = subprocess.Popen([pbx, "serve", folder, "--user", f"admin={PASSWORD}", "--format", "json", *faults],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = json.loads(self.process.stdout.readline())["port"]
        # Somebody has to read what it tells.
        self.drain = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.drain.wait()


def one_at_a_time(port, prompts):
    line = socket.create_connection(("127.0.0.1", port))
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    answers = line.makefile("rb")

    def ask(command):
        line.sendall(command + b"\r\n")
        answer = answers.readline()
        if not answer.startswith(b"2"):
            sys.exit(f"the server refused {command[:60]!r}: {answer!r}")

    stamp = re.search(rb"<.*>", answers.readline()).group(0)
    ask(b"APOP admin " + hashlib.md5(stamp + PASSWORD.encode()).hexdigest().encode())
    ask(b"INLINE")
    ask(f"CREATEDOMAINPBX {DOMAIN}".encode())
    ask(f"CREATEDOMAINPBX {DOMAIN} FILE russian".encode())
    for name, content in prompts:
        ask(f'STOREDOMAINPBXFILE {DOMAIN} FILE "russian/{name}" DATA ['.encode() + base64.b64encode(content) + b"]")


def main():
    pbx, count, kilobytes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    delay = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    random.seed(1)
    prompts = [(f"prompt{i:04}.wav", random.randbytes(kilobytes * 1024)) for i in range(count)]
    scratch = tempfile.mkdtemp(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    try:
        server = Server(pbx, f"{scratch}/one", delay)
        begin = time.monotonic()
        one_at_a_time(server.port, prompts)
        slow = time.monotonic() - begin
        server.end()

        here = f"{scratch}/here/domains/{DOMAIN}/environment/russian"
        os.makedirs(here)
        with open(f"{scratch}/here/workspace.settings", "w") as settings:
            settings.write("{DefaultDomain=%s;}\n" % json.dumps(DOMAIN))
        for name, content in prompts:
            with open(f"{here}/{name}", "wb") as file:
                file.write(content)
        server = Server(pbx, f"{scratch}/many", delay)
        times = {}
        for what in ("push", "diff"):
            begin = time.monotonic()
            done = subprocess.run([pbx, what, f"{scratch}/here", "--to", f"cgp://admin@127.0.0.1:{server.port}"]
                                  + (["--force"] if what == "push" else []),
                                  env={**os.environ, "PBX_PASSWORD": PASSWORD}, stdout=subprocess.DEVNULL)
            times[what] = time.monotonic() - begin
            print(f"{what}: {times[what]:.1f} s", file=sys.stderr)
            if done.returncode != 0:
                sys.exit(f"pbx {what} failed: {done.returncode}")
        server.end()
        same = all(open(f"{scratch}/many/domains/{DOMAIN}/environment/russian/{name}", "rb").read() == content
                   for name, content in prompts)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{count} prompts of {kilobytes} KB, {'tc netem' if not delay else 'answers wait ' + str(delay) + ' ms'}")
        print(f"one request at a time {slow:.1f} s, pbx push {times['push']:.1f} s: 1/{slow / times['push']:.1f}; "
              f"then pbx diff {times['diff']:.1f} s; most memory of any program {memory:.0f} MB; "
              f"all there: {'yes' if same else 'NO'}")
    finally:
        shutil.rmtree(scratch)


main()
