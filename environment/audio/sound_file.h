// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <expected>

/// Sound files: looked at, read and written. Only what the server plays is accepted (pbx-runtime.md 5.2): PCM with 8 or
/// 16 bits, A-law, µ-law and GSM 6.10 in WAV or AU, and bare .gsm. Every error is one or two complete sentences in the
/// user's language that name the reason and the remedy; the caller puts the file's name before them.
namespace pbx::audio {

struct SoundInfo {
    int sampleRate = 0; ///< Hz
    int channels = 0;
    std::int64_t frames = 0; ///< of each channel, as the file really has them; a cut GSM block counts as a whole one
    QString format; ///< "PCM 16 bit", "A-law", "µ-law", "GSM 6.10", not translated
    std::int64_t durationMs = 0; ///< data bytes × 1000 / bytes per second, rounded down (pbx-runtime.md 3.3 (4))
    bool operator==(const SoundInfo &) const = default;
};

/// Reads the header alone: cheap enough for a list of files.
[[nodiscard]] std::expected<SoundInfo, QString> probe(const QString &path);
[[nodiscard]] std::expected<SoundInfo, QString> probeData(QByteArrayView data);

/// Decodes, mixes the channels to one and converts to the wanted rate (1000…192000 Hz). 8 kHz 16-bit mono PCM comes out
/// sample for sample. A sound longer than LongestSound is an error.
[[nodiscard]] std::expected<Sound, QString> read(const QString &path, int sampleRate = TelephoneRate);
[[nodiscard]] std::expected<Sound, QString> readData(QByteArrayView data, int sampleRate = TelephoneRate);

/// A 16-bit PCM WAV.
[[nodiscard]] QByteArray toWav(const Sound &sound);
/// The same as a file; one that was there is replaced only when all is written.
[[nodiscard]] std::expected<void, QString> write(const QString &path, const Sound &sound);

} // namespace pbx::audio
