#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# desktop.sh COMMAND…: runs a command on a desktop of its own, without screen or sound card: an X server, a sound
# server with the sinks `speaker` (what a user would hear: record speaker.monitor) and `voice` (what is played
# there is heard by the source `mic`), and a desktop bus. Home and settings are empty folders, so that a test
# neither sees nor touches the user's. All of it is gone when the command ends, however it ends.
set -u

private=$(mktemp -d "${TMPDIR:-/tmp}/pbx-desktop.XXXXXX") || exit 2
daemons=()
command=

# The command has a process group of its own, so that all it started can be ended with it.
# shellcheck disable=SC2317 # called by the trap
finish()
{
    if [ -n "$command" ]; then
        kill -TERM -- "-$command" 2>/dev/null && sleep 0.5
        kill -KILL -- "-$command" 2>/dev/null
    fi
    [ "${#daemons[@]}" -gt 0 ] && kill "${daemons[@]}" 2>/dev/null
    wait 2>/dev/null
    rm -rf -- "$private"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

giveUp()
{
    printf 'desktop.sh: %s\n' "$1" >&2
    [ -s "$2" ] && tail -n 20 -- "$2" >&2
    exit 2
}

# Daemons die with this shell even when it is killed outright.
startDaemon()
{
    setpriv --pdeathsig TERM -- "$@" </dev/null &
    daemons+=($!)
}

# waitFor SECONDS COMMAND…
waitFor()
{
    local tries=$(($1 * 20))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $((tries -= 1)) -gt 0 ] || return 1
        sleep 0.05
    done
}

mkdir -m 700 "$private"/{runtime,home,config,data,cache,state} || exit 2
export HOME=$private/home XDG_RUNTIME_DIR=$private/runtime
export XDG_CONFIG_HOME=$private/config XDG_DATA_HOME=$private/data
export XDG_CACHE_HOME=$private/cache XDG_STATE_HOME=$private/state
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb QT_LOGGING_TO_CONSOLE=1
unset WAYLAND_DISPLAY LANGUAGE QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME QT_SCALE_FACTOR SESSION_MANAGER

# The X server takes the first free number itself. Its cookie keeps other users of the machine out.
export XAUTHORITY=$private/authority
cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
xauth -q -f "$XAUTHORITY" add :0 . "$cookie" 2>/dev/null
startDaemon Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp -noreset -auth "$XAUTHORITY" \
    3>"$private/display" 2>"$private/xvfb.log"
waitFor 20 test -s "$private/display" || giveUp "no X server came up" "$private/xvfb.log"
DISPLAY=:$(tr -d '\n' <"$private/display")
export DISPLAY
xauth -q -f "$XAUTHORITY" add "$DISPLAY" . "$cookie" 2>/dev/null

export PULSE_SERVER=unix:$XDG_RUNTIME_DIR/pulse/native
startDaemon pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no --log-target=stderr \
    -L "module-native-protocol-unix socket=$XDG_RUNTIME_DIR/pulse/native" \
    -L "module-null-sink sink_name=speaker" -L "module-null-sink sink_name=voice" \
    -L "module-remap-source master=voice.monitor source_name=mic" 2>"$private/pulse.log"
waitFor 20 pactl info || giveUp "no sound server came up" "$private/pulse.log"
pactl set-default-sink speaker
pactl set-default-source mic

export DBUS_SESSION_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/bus
startDaemon dbus-daemon --session --nofork --nopidfile --address="$DBUS_SESSION_BUS_ADDRESS" 2>"$private/bus.log"
waitFor 20 test -S "$XDG_RUNTIME_DIR/bus" || giveUp "no desktop bus came up" "$private/bus.log"

set -m
"$@" </dev/null &
command=$!
set +m
wait "$command"
status=$?
command=
exit "$status"
