#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times two commands side by side: A B A B …, processor time of the whole process, the ratio within each pair.

compare.py kernels PBX [LUA] [-n RUNS]      every kernel of the folder kernels, and the geometric mean
compare.py compile BENCH_COMPILE [LUAC]     compiling the same functions, some megabytes of them
compare.py pair -- A … -- B …               any two commands
"""
import math
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile


def processor_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, done.stdout


def ratios(a, b, runs):
    """The ratios A/B of the pairs, the medians of both, and what each printed."""
    pairs = []
    for run in range(runs + 1):
        ta, out_a = processor_seconds(a)
        tb, out_b = processor_seconds(b)
        if run:  # the first pair only warms up
            pairs.append((ta, tb))
    return ([x / y for x, y in pairs], statistics.median(x for x, _ in pairs),
            statistics.median(y for _, y in pairs), out_a, out_b)


def print_row(name, quotients, ta, tb):
    print(f"{name:14} {statistics.median(quotients):6.2f}  ({min(quotients):.2f} – {max(quotients):.2f})"
          f"   {ta:.3f} s / {tb:.3f} s", flush=True)


def kernels(pbx, lua, runs):
    folder = pathlib.Path(__file__).resolve().parent / "kernels"
    medians = []
    print(f"ratio {os.path.basename(pbx)} / {lua}: median (least – most), processor time of the whole process")
    for program in sorted(folder.glob("*.sppr")):
        peer = program.with_suffix(".lua")
        quotients, ta, tb, out_a, out_b = ratios([pbx, "run", str(program)], [lua, str(peer)], runs)
        if out_a != out_b or not out_a:
            sys.exit(f"{program.stem}: prints {out_a!r}, the peer {out_b!r}")
        medians.append(statistics.median(quotients))
        print_row(program.stem, quotients, ta, tb)
    print(f"geometric mean {math.exp(statistics.fmean(map(math.log, medians))):.3f}")


def many_functions(text, functions, main_begin, copies):
    """The functions of a kernel under ever new names, without its main part."""
    body = text[:text.index(main_begin)]
    names = re.findall(functions, body)
    parts = []
    for copy in range(copies):
        part = body
        for name in names:
            part = re.sub(rf"\b{name}\b", f"{name}{copy}", part)
        parts.append(part)
    return "".join(parts)


def compile_speed(bench, luac, runs):
    folder = pathlib.Path(__file__).resolve().parent / "kernels"
    with tempfile.TemporaryDirectory() as temporary:
        ours, theirs = (pathlib.Path(temporary) / name for name in ("many.sppr", "many.lua"))
        kernel = (folder / "levenshtein.sppr").read_text()
        ours.write_text(many_functions(kernel, r"function (\w+)", "entry Main", 3000) + "entry Main is end entry;\n")
        kernel = (folder / "levenshtein.lua").read_text()
        kernel = re.sub("^local sub = .*$", "", kernel, flags=re.M)
        # Global functions: a Lua file can't have more than 200 local ones.
        kernel = kernel.replace("local function", "function").replace("sub(", "string.sub(")
        theirs.write_text(many_functions(kernel, r"function (\w+)", "function main", 3000))
        quotients, ta, tb, out, _ = ratios([bench, str(ours)], [luac, "-p", str(theirs)], runs)
        sizes = [path.stat().st_size / 1e6 for path in (ours, theirs)]
        print_row("time ratio", quotients, ta, tb)
        print(f"whole processes: {sizes[0] / ta:.1f} MB/s against {sizes[1] / tb:.1f} MB/s; "
              f"compiling alone: {out.decode().strip()}")


def main(arguments):
    runs = 7
    if "-n" in arguments:
        place = arguments.index("-n")
        runs = int(arguments[place + 1])
        del arguments[place:place + 2]
    if len(arguments) >= 2 and arguments[0] == "kernels":
        kernels(arguments[1], arguments[2] if len(arguments) > 2 else "lua5.4", runs)
    elif len(arguments) >= 2 and arguments[0] == "compile":
        compile_speed(arguments[1], arguments[2] if len(arguments) > 2 else "luac5.4", runs)
    elif len(arguments) >= 5 and arguments[0] == "pair" and arguments[1] == "--":
        rest = arguments[2:]
        middle = rest.index("--")
        quotients, ta, tb, _, _ = ratios(rest[:middle], rest[middle + 1:], runs)
        print_row("ratio A / B", quotients, ta, tb)
    else:
        sys.exit(__doc__)


main(sys.argv[1:])
