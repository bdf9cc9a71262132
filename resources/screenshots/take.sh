#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# take.sh TEST_PROGRAM FOLDER: pictures of the window in a call, at 1366×768 and 1920×1080, light and dark, English and
# Russian. TEST_PROGRAM is the built tests/gui/tst_first_call; it runs on a desktop of its own.
#   app/run exec resources/screenshots/take.sh build/release/tests/gui/tst_first_call /tmp/pictures
set -eu
program=$(readlink -f -- "$1")
mkdir -p -- "$2"
folder=$(readlink -f -- "$2")
here=$(dirname -- "$(readlink -f -- "$0")")
PBX_SCREENSHOTS=$folder exec bash "$here/../build/desktop.sh" "$program" keypadInView
