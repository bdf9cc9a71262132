#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""start_up.py STUDIO WORKSPACE RUNS [PICTURES]: see start_up.sh, which calls it.

An X server of its own writes its screen to a file that is looked at every two milliseconds, so that looking costs the
programs nothing. A window counts as painted when a good part of the screen is covered and shows text or icons, that is
many colours; a mapped, empty window has one.
"""
import mmap
import os
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1366, 768
LEAST_COVERED = 0.10  # of the screen
LEAST_COLOURS = 24
GIVE_UP = 30.0  # seconds
SETTLE = 1.5  # seconds after painting in which the most memory is still looked for


class Screen:
    """Xvfb with its picture in a file."""

    def __init__(self, folder):
        reader, writer = os.pipe()
        cookie = subprocess.run(["xauth", "-q", "list"], capture_output=True, text=True, check=True).stdout.split()[2]
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder, "-nolisten", "tcp",
             "-noreset", "-auth", os.environ["XAUTHORITY"]], pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        self.display = ":" + os.read(reader, 16).decode().strip()
        subprocess.run(["xauth", "-q", "add", self.display, ".", cookie], check=True)
        self.path = os.path.join(folder, "Xvfb_screen0")
        with open(self.path, "rb") as file:
            self.picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self.picture[:100])
        self.at, self.line = head[0] + head[19] * 12, head[12]

    def colours(self):
        """How much of the screen is covered (0 to 1), and the number of its colours."""
        seen, covered, looked = set(), 0, 0
        for row in range(4, HEIGHT, 16):
            begin = self.at + row * self.line
            pixels = [p & 0xFFFFFF for p in memoryview(self.picture[begin:begin + WIDTH * 4]).cast("I")[::2]]
            seen.update(pixels)
            covered += len(pixels) - pixels.count(0)
            looked += len(pixels)
        return covered / looked, len(seen)

    def painted(self):
        covered, colours = self.colours()
        return covered >= LEAST_COVERED and colours >= LEAST_COLOURS


def peak(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def measure(screen, command, picture):
    environment = dict(os.environ, DISPLAY=screen.display)
    begin = time.monotonic()
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not screen.painted():
            if time.monotonic() - begin > GIVE_UP or program.poll() is not None:
                sys.exit(f"{command[0]}: no painted window; {screen.colours()}")
            time.sleep(0.002)
        taken = time.monotonic() - begin
        time.sleep(SETTLE)
        memory = peak(program.pid)
        if picture:
            subprocess.run(["convert", "xwd:" + screen.path, picture], check=False)
    finally:
        program.kill()
        program.wait()
    while screen.colours()[0] > LEAST_COVERED / 10:  # the pointer stays
        time.sleep(0.01)
    return taken * 1000, memory


def main():
    studio, workspace, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    pictures = sys.argv[4] if len(sys.argv) > 4 else None
    programs = {"pbx-studio": [studio], "pbx-studio, workspace": [studio, workspace]}
    peer = shutil.which("keepassxc")
    if peer:
        programs["keepassxc"] = [peer]
        # Without these it asks a question first.
        folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "keepassxc")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "keepassxc.ini"), "w", encoding="utf-8") as settings:
            settings.write("[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n")
    results = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder)
        try:
            for run in range(runs + 1):  # the first fills the file cache and is not counted
                for name, command in programs.items():
                    picture = None
                    if pictures and run == runs:
                        picture = os.path.join(pictures, name.replace(", ", "-") + ".png")
                    result = measure(screen, command, picture)
                    if run:
                        results[name].append(result)
        finally:
            screen.server.terminate()
            screen.server.wait()
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in results.items()}
    for name, (taken, memory) in medians.items():
        line = f"{name:24}{taken:7.0f} ms {memory:7.1f} MB"
        if "keepassxc" in medians:
            line += f"   {taken / medians['keepassxc'][0]:5.2f} × {memory / medians['keepassxc'][1]:5.2f} × keepassxc"
        print(line)


if __name__ == "__main__":
    main()
