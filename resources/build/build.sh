#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh SCRIPT PRESET TARGET…: configures when needed and builds, where the compiler is (host.sh, inside).
# Says nothing when nothing is to be done. SCRIPT is the name messages begin with.
set -u -o pipefail

script=$1
preset=$2
shift 2
cd -- "$(dirname -- "$0")/../.." || exit 2
name=${PBX_BUILD_PREFIX-}$preset
folder=$PWD/build/$name
stamp=$folder/.environment

say()
{
    printf '%s: %s\n' "$script" "$*" >&2
}

# Ninja takes no lock itself, and two runs at once would spoil each other's work.
mkdir -p build || exit 2
exec 9>"build/.$name.lock"
if ! flock -n 9; then
    say "another run builds in build/$name; waiting for it"
    flock 9
fi

# Objects of one set of libraries do not go with another; ccache keeps what is still right.
if [ -f "$stamp" ] && [ "$(cat "$stamp")" != "${PBX_ENVIRONMENT-host}" ]; then
    say "the packages have changed since build/$name was made; starting it afresh"
    rm -rf -- "$folder"
fi

if [ ! -f "$folder/build.ninja" ]; then
    mkdir -p "$folder" && printf '%s\n' "${PBX_ENVIRONMENT-host}" >"$stamp" || exit 2
    say "configuring build/$name"
    options=()
    command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    if ! cmake --preset "$preset" "${options[@]}" >"$folder/configure.log" 2>&1; then
        cat "$folder/configure.log" >&2
        rm -f -- "$folder/build.ninja"
        say "configuring failed; see above"
        exit 2
    fi
fi

# A dry run tells whether there is work: it is cheap, and keeps a start without work quiet.
if [ "$(ninja -C "$folder" -n "$@" 2>/dev/null | tail -n 1)" = "ninja: no work to do." ]; then
    exit 0
fi
say "building $* in build/$name"
quiet=()
[ -t 2 ] || quiet=(--quiet) # one line that counts up on a terminal; in a log, warnings and errors alone
if ! ninja -C "$folder" "${quiet[@]}" "$@" >&2; then
    say "the build failed; see above"
    exit 2
fi
