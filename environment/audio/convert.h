// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/resampler.h"
#include "environment/audio/sound_file.h"

#include <functional>
#include <span>

/// Sounds of any kind into prompts the server plays, and prompts in the codecs of the telephone.
namespace pbx::audio {

enum class Encoding { Pcm16, ALaw, MuLaw };

/// A mono WAV in that encoding at the sound's rate.
[[nodiscard]] QByteArray toFile(const Sound &sound, Encoding encoding);

/// How far the reading is, 0 to 1. False: give up.
using GoOn = std::function<bool(double part)>;

/// Whether libsndfile knows the kind of file at all.
[[nodiscard]] bool knowsFormat(const QString &path);

/// Any format libsndfile reads (FLAC, Ogg, MP3, AIFF, 24-bit WAV …) at any rate, mixed to mono at the rate of the
/// telephone. What is no sound, or longer than LongestSound, is an error that says so. Given up: an error without words.
[[nodiscard]] std::expected<Sound, QString> readAny(const QString &path, const GoOn &goOn = {});

/// Mixes interleaved samples of any rate to mono at the rate of the telephone, piece by piece.
class ToTelephone {
public:
    ToTelephone(int sampleRate, int channels); ///< both above 0

    /// False: more than LongestSound.
    [[nodiscard]] bool push(std::span<const float> interleaved);
    [[nodiscard]] Sound finish();

    /// "It is longer than an hour; that is no prompt."
    [[nodiscard]] static QString tooLongText();

private:
    Resampler m_resampler;
    std::size_t m_channels;
    std::int64_t m_frames = 0;
    std::int64_t m_most;
    std::vector<float> m_mono;
    std::vector<float> m_output;
};

} // namespace pbx::audio
