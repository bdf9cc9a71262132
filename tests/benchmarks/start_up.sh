#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# start_up.sh [RUNS [PICTURES]]: from Exec to a painted window, and the most memory taken, of pbx-studio (its start page,
# and the example workspace) and of keepassxc, turn by turn on a desktop of their own; medians and quotients. With
# PICTURES, a folder, the screens it measured are kept there. Needs pbx-studio built; without keepassxc (PBX_PEERS=1
# app/run exec …) it measures ours alone. BUILD names another build folder.
set -u
cd -- "$(dirname -- "$0")/../.." || exit 2
exec resources/build/desktop.sh python3 tests/benchmarks/start_up.py \
    "${BUILD:-build/trixie-release}/app/studio/pbx-studio" resources/example/specialists "${1:-10}" ${2:+"$2"}
