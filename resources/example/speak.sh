#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Speaks prompts: every line `name = text` of TEXTS becomes FOLDER/name.wav, 8 kHz 16-bit mono PCM.
#
#   speak.sh VOICE TEXTS FOLDER    one set, VOICE as espeak-ng names it
#   speak.sh                       every set of this project
#
# Needs espeak-ng and sox. The same texts and the same voice give the same files. An empty text is silence.
set -eu

RATE=8000
LEVEL=-20       # dBFS, root mean square
CEILING=3.5     # dB below full scale that no peak passes
SILENCE=0.5     # seconds of an empty prompt
MUSIC=-26       # dBFS, root mean square, of the music for waiting callers

# limited GAIN: the sox effects that add GAIN dB and keep peaks below the ceiling.
limited() {
    awk -v gain="$1" -v ceiling=$CEILING 'BEGIN { print "gain -l", gain + ceiling, "gain", -ceiling }'
}

# level_of FILE GAIN: root mean square in dBFS behind that gain.
level_of() {
    sox "$1" -n $(limited "$2") stats 2>&1 | awk '/^RMS lev dB/ { print $4 }'
}

# speak VOICE TEXT FILE
speak() {
    espeak-ng -v "$1" -s 150 -g 1 -w "$work/spoken.wav" -- "$2"
    # Only what the telephone carries counts for the level, so resample first; then cut silence at both ends.
    sox -D "$work/spoken.wav" -r $RATE -c 1 "$work/cut.wav" gain -6 highpass 120 \
        silence 1 0.005 0.4% reverse silence 1 0.005 0.4% reverse
    # The limiter takes some of the level away again: measure behind it and give that much more.
    gain=0
    for pass in 1 2 3; do
        gain=$(level_of "$work/cut.wav" "$gain" | awk -v want=$LEVEL -v had="$gain" '{ print had + want - $1 }')
    done
    sox -D "$work/cut.wav" -b 16 -e signed-integer "$3" $(limited "$gain") pad 0.03 0.05
}

# speak_all VOICE TEXTS FOLDER
speak_all() {
    mkdir -p "$3"
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in '' | '#'*) continue ;; esac
        name=$(printf '%s\n' "$line" | sed 's/ *=.*//')
        text=$(printf '%s\n' "$line" | sed 's/^[^=]*= *//')
        if [ -n "$text" ]; then
            speak "$1" "$text" "$3/$name.wav"
        else
            sox -D -n -r $RATE -c 1 -b 16 -e signed-integer "$3/$name.wav" trim 0 $SILENCE
        fi
    done <"$2"
}

# note FREQUENCY START: one plucked tone, a file named by its start, which sox mixes below.
note() {
    sox -D -n -r $RATE -c 1 "$work/note-$2-$1.wav" \
        synth 2.5 sine "$1" synth 2.5 sine mix "$(awk -v f="$1" 'BEGIN { print 2 * f }')" \
        fade l 0.02 2.5 2.4 pad "$2" 0
}

# melody FILE: eight seconds for waiting callers, quiet and without an end that could be heard when it is repeated.
melody() {
    rm -f "$work"/note-*.wav
    # C major, A minor, F major, G major, two seconds each, as rising chords.
    note 261.63 0.0; note 329.63 0.5; note 392.00 1.0; note 523.25 1.5
    note 220.00 2.0; note 261.63 2.5; note 329.63 3.0; note 440.00 3.5
    note 174.61 4.0; note 220.00 4.5; note 261.63 5.0; note 349.23 5.5
    note 196.00 6.0; note 246.94 6.5; note 293.66 7.0; note 392.00 7.5
    sox -D -m "$work"/note-*.wav "$work/cut.wav" trim 0 8 lowpass 2500 fade t 0.05 8 0.4
    sox -D "$work/cut.wav" -b 16 -e signed-integer "$1" \
        gain "$(level_of "$work/cut.wav" 0 | awk -v want=$MUSIC '{ print want - $1 }')"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -eq 3 ]; then
    speak_all "$1" "$2" "$3"
elif [ $# -eq 0 ]; then
    here=$(cd "$(dirname "$0")" && pwd)
    domain=$here/specialists/domains/specialists.example
    speak_all ru "$domain/prompts/russian.txt" "$domain/environment/russian"
    resources=$(dirname "$here")
    SILENCE=1
    speak_all en-us "$resources/prompts/english.txt" "$resources/stock"
    speak_all ru "$resources/prompts/russian.txt" "$resources/stock/russian"
    melody "$resources/stock/holdmusic.wav"
else
    sed -n '4,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
