// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound_file.h"

/// Sounds of any kind into prompts the server plays, and prompts in the codecs of the telephone.
namespace pbx::audio {

enum class Encoding { Pcm16, ALaw, MuLaw };

/// A mono WAV in that encoding at the sound's rate.
[[nodiscard]] QByteArray toFile(const Sound &sound, Encoding encoding);

/// Any format libsndfile reads (FLAC, Ogg, MP3, AIFF, 24-bit WAV …) at any rate, mixed to mono at the rate of the
/// telephone. What is no sound, or longer than LongestSound, is an error that says so.
[[nodiscard]] std::expected<Sound, QString> readAny(const QString &path);

} // namespace pbx::audio
