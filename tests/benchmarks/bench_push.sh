#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bench_push.sh [PROMPTS [KILOBYTES]]: seconds that `pbx push` takes for that many new prompts (1000 of 40 KB), and those of a
# client that sends one request at a time, over a loopback line with 20 ms of added delay in each direction. The delay comes
# from a network namespace with tc where the kernel has netem; else the practice server waits 40 ms before each answer, which
# is the same round trip. Needs pbx built; BUILD names another build folder.
set -u
cd -- "$(dirname -- "$0")/../.." || exit 2
pbx="${BUILD:-build/trixie-release}/app/pbx/pbx"
run=(python3 tests/benchmarks/bench_push.py "$pbx" "${1:-1000}" "${2:-40}")
if unshare -n sh -c 'ip link set lo up && tc qdisc add dev lo root netem delay 20ms limit 100000' 2>/dev/null; then
    exec unshare -n sh -c 'ip link set lo up && tc qdisc add dev lo root netem delay 20ms limit 100000 && exec "$@"' sh "${run[@]}"
fi
exec "${run[@]}" 40
