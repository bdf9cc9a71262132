// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"

#include <QString>

#include <expected>
#include <string_view>

/// Texts spoken by the computer, through libespeak-ng: a stand-in until somebody records them.
namespace pbx::audio {

/// Name of the voice for a language folder ("russian": "ru"; empty: English); empty: there is none.
[[nodiscard]] QString voiceFor(std::string_view language);

/// The text in that voice, trimmed and levelled like a recording. An empty text is half a second of silence. One text
/// at a time; from any thread.
[[nodiscard]] std::expected<Sound, QString> speak(const QString &text, const QString &voice);

} // namespace pbx::audio
