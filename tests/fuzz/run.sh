#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh SECONDS [NAME…]: builds the fuzzers (preset `fuzz`) and lets each of them run that long, all at once, from the
# seeds it makes of the example workspace. What they find and what they have learned stays in build/fuzz. Exit status 1
# when one of them found something. Needs Clang: PBX_PEERS=1 brings it into the build root.
set -u -o pipefail
export PBX_PEERS=1
pbxScript=tests/fuzz/run.sh
# shellcheck source-path=SCRIPTDIR source=../../resources/build/host.sh
. "$(dirname -- "$(readlink -f -- "$0")")/../../resources/build/host.sh"

case ${1-} in
'' | *[!0-9]*) fail "how many seconds? tests/fuzz/run.sh SECONDS [NAME…]" ;;
esac
seconds=$1
shift
cd -- "$pbxSource" || exit 2
[ $# -gt 0 ] || mapfile -t names < <(sed -n 's/^pbx_fuzzer(\([a-z_]*\) .*/\1/p' tests/fuzz/CMakeLists.txt)
[ $# -gt 0 ] && names=("$@")

chooseEnvironment build
buildTargets fuzz "${names[@]}" || exit 2

place=$PWD/build/fuzz
mkdir -p "$place" || exit 2
for name in "${names[@]}"; do
    mkdir -p "$place/$name/corpus" "$place/$name/seeds" || exit 2
done
tests/fuzz/seeds.sh "$place"

running=()
for name in "${names[@]}"; do
    program=$(builtProgram fuzz "$name") || exit 2
    (
        export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
        exec "${pbxEnter[@]}" "$program" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=65536 \
            -print_final_stats=1 -artifact_prefix="$place/$name/" "$place/$name/corpus" "$place/$name/seeds"
    ) >"$place/$name/log" 2>&1 &
    running+=($!)
done

found=0
for i in "${!names[@]}"; do
    if wait "${running[$i]}"; then
        say "${names[$i]}: nothing found ($(sed -n 's/^stat::number_of_executed_units: *//p' "$place/${names[$i]}/log") inputs)"
    else
        say "${names[$i]}: see $place/${names[$i]}/log"
        found=1
    fi
done
exit $found
