#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes new and changed texts of the sources into the translation files. Needs lupdate of Qt 6 (LUPDATE names another).
set -eu
cd "$(dirname "$0")/.."
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
[ -x "$lupdate" ] || lupdate=lupdate
sources="app editor environment preview"
options="-I . -no-obsolete -locations none -source-language en -tr-function-alias QT_TRANSLATE_NOOP+=PBX_TRANSLATE"
# shellcheck disable=SC2086 # lists of words
"$lupdate" $options -target-language ru $sources -ts translations/pbx_ru.ts
# English is the language of the sources; only its plural forms are needed.
# shellcheck disable=SC2086
"$lupdate" $options -pluralonly -target-language en $sources -ts translations/pbx_en.ts
