// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/sound_file.h"

#include "environment/audio/resampler.h"
#include "environment/audio/sound_device.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace pbx::audio {

namespace {

constexpr int LowestRate = 1000;
constexpr int HighestRate = 192000;
constexpr int MostChannels = 16;
constexpr sf_count_t BlockFrames = 4096;

struct OpenSound {
    DeviceHandle opened;
    SoundInfo info;
};

QString notASound()
{
    return QCoreApplication::translate(
        "audio", "This is not a sound file that the server plays. Convert it to 8 kHz 16-bit mono PCM (WAV).");
}

// The name of an encoding the server plays, or nothing.
QString playedFormat(int format)
{
    switch (format & SF_FORMAT_SUBMASK) {
    case SF_FORMAT_PCM_S8:
    case SF_FORMAT_PCM_U8:
        return QStringLiteral("PCM 8 bit");
    case SF_FORMAT_PCM_16:
        return QStringLiteral("PCM 16 bit");
    case SF_FORMAT_ALAW:
        return QStringLiteral("A-law");
    case SF_FORMAT_ULAW:
        return QStringLiteral("µ-law");
    case SF_FORMAT_GSM610:
        return QStringLiteral("GSM 6.10");
    default:
        return {};
    }
}

bool isPlayedContainer(int format)
{
    switch (format & SF_FORMAT_TYPEMASK) {
    case SF_FORMAT_WAV:
    case SF_FORMAT_WAVEX:
    case SF_FORMAT_AU:
    case SF_FORMAT_RAW:
        return true;
    default:
        return false;
    }
}

// libsndfile's own name of a container or an encoding.
QString nameOf(int format)
{
    SF_FORMAT_INFO name{};
    name.format = format;
    if (sf_command(nullptr, SFC_GET_FORMAT_INFO, &name, sizeof name) != 0 || !name.name)
        return QStringLiteral("0x%1").arg(format, 0, 16);
    return QString::fromUtf8(name.name);
}

std::expected<SoundInfo, QString> checkedInfo(const SF_INFO &header)
{
    if (!isPlayedContainer(header.format)) {
        return std::unexpected(
            QCoreApplication::translate(
                "audio", "This is a file of the kind %1, which the server does not play. Convert it to 8 kHz 16-bit "
                         "mono PCM (WAV).")
                .arg(nameOf(header.format & SF_FORMAT_TYPEMASK)));
    }
    SoundInfo info;
    info.format = playedFormat(header.format);
    if (info.format.isEmpty()) {
        return std::unexpected(
            QCoreApplication::translate(
                "audio", "The sound is stored as %1, which the server does not play. Convert it to 8 kHz 16-bit mono "
                         "PCM.")
                .arg(nameOf(header.format & SF_FORMAT_SUBMASK)));
    }
    if (header.samplerate < LowestRate || header.samplerate > HighestRate) {
        return std::unexpected(
            QCoreApplication::translate(
                "audio", "The header gives a sampling rate of %1 Hz, but only %2 to %3 Hz make sense. The file is "
                         "damaged: make it again as 8 kHz 16-bit mono PCM.")
                .arg(header.samplerate)
                .arg(LowestRate)
                .arg(HighestRate));
    }
    if (header.channels < 1 || header.channels > MostChannels) {
        return std::unexpected(
            QCoreApplication::translate(
                "audio", "The header gives %1 channels, but only 1 to %2 are accepted. Convert the sound to 8 kHz "
                         "16-bit mono PCM.")
                .arg(header.channels)
                .arg(MostChannels));
    }
    info.sampleRate = header.samplerate;
    info.channels = header.channels;
    info.frames = std::clamp<sf_count_t>(header.frames, 0, INT64_MAX / 1000);
    info.durationMs = info.frames * 1000 / info.sampleRate;
    return info;
}

std::expected<OpenSound, QString> openSound(QIODevice &device)
{
    if (device.size() == 0) {
        return std::unexpected(QCoreApplication::translate(
            "audio", "The file is empty. Record the prompt again, or copy an 8 kHz 16-bit mono PCM sound here."));
    }
    OpenSound sound{openDevice(device), {}};
    if (!sound.opened.handle && sound.opened.unknown)
        return std::unexpected(notASound());
    if (!sound.opened.handle) {
        return std::unexpected(
            QCoreApplication::translate(
                "audio", "The sound file is damaged (%1). Make it again as 8 kHz 16-bit mono PCM (WAV).")
                .arg(sound.opened.reason));
    }
    auto info = checkedInfo(sound.opened.header);
    if (!info)
        return std::unexpected(info.error());
    sound.info = *std::move(info);
    return sound;
}

std::expected<void, QString> openFile(QFile &file)
{
    // A pipe or a device could keep the reader waiting for ever.
    const QFileInfo entry(file.fileName());
    if (!entry.exists()) {
        return std::unexpected(
            QCoreApplication::translate("audio", "There is no such file. Record the prompt, or copy a sound here."));
    }
    if (!entry.isFile()) {
        return std::unexpected(QCoreApplication::translate(
            "audio", "This is a folder or a device, not a sound file. Choose a WAV, AU or GSM file."));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(
            QCoreApplication::translate("audio", "The file can't be opened (%1). Check who may read it.")
                .arg(file.errorString()));
    }
    return {};
}

QBuffer &openBuffer(QBuffer &buffer, QByteArrayView data)
{
    buffer.setData(QByteArray::fromRawData(data.data(), data.size()));
    buffer.open(QIODevice::ReadOnly);
    return buffer;
}

std::expected<SoundInfo, QString> probeDevice(QIODevice &device)
{
    auto sound = openSound(device);
    if (!sound)
        return std::unexpected(sound.error());
    return sound->info;
}

// Appends decoded samples as 16 bits.
void appendSamples(const std::vector<float> &from, std::vector<std::int16_t> &to)
{
    for (const float value : from) {
        const float scaled = std::clamp(value * 32768.0F, -32768.0F, 32767.0F);
        to.push_back(static_cast<std::int16_t>(std::lrint(scaled)));
    }
}

std::expected<Sound, QString> readDevice(QIODevice &device, int sampleRate)
{
    if (sampleRate < LowestRate || sampleRate > HighestRate) {
        return std::unexpected(
            QCoreApplication::translate("audio", "A sampling rate of %1 Hz can't be made. Ask for %2 to %3 Hz.")
                .arg(sampleRate)
                .arg(LowestRate)
                .arg(HighestRate));
    }
    auto opened = openSound(device);
    if (!opened)
        return std::unexpected(opened.error());
    const SoundInfo &info = opened->info;
    if (info.durationMs > LongestSound.count()) {
        return std::unexpected(
            QCoreApplication::translate(
                "audio", "The sound lasts %1 minutes, and more than %2 are not accepted. Cut it into shorter ones.")
                .arg((info.durationMs + 59999) / 60000)
                .arg(LongestSound.count() / 60000));
    }

    const auto channels = static_cast<std::size_t>(info.channels);
    std::vector<float> block(static_cast<std::size_t>(BlockFrames) * channels);
    std::vector<float> mono;
    std::vector<float> converted;
    Resampler resampler(info.sampleRate, sampleRate);
    Sound sound;
    sound.sampleRate = sampleRate;
    // The header's count bounds the loop; the data may end before it.
    for (sf_count_t left = info.frames; left > 0;) {
        const sf_count_t got = sf_readf_float(opened->opened.handle.get(), block.data(), std::min(left, BlockFrames));
        if (got <= 0)
            break;
        left -= got;
        mono.clear();
        for (std::size_t frame = 0; frame < static_cast<std::size_t>(got); ++frame) {
            float sum = 0.0F;
            for (std::size_t channel = 0; channel < channels; ++channel)
                sum += block[frame * channels + channel];
            mono.push_back(sum / static_cast<float>(channels));
        }
        converted.clear();
        resampler.push(mono, converted);
        appendSamples(converted, sound.samples);
    }
    converted.clear();
    resampler.finish(converted);
    appendSamples(converted, sound.samples);
    return sound;
}

} // namespace

std::expected<SoundInfo, QString> probe(const QString &path)
{
    QFile file(path);
    if (auto opened = openFile(file); !opened)
        return std::unexpected(opened.error());
    return probeDevice(file);
}

std::expected<SoundInfo, QString> probeData(QByteArrayView data)
{
    QBuffer buffer;
    return probeDevice(openBuffer(buffer, data));
}

std::expected<Sound, QString> read(const QString &path, int sampleRate)
{
    QFile file(path);
    if (auto opened = openFile(file); !opened)
        return std::unexpected(opened.error());
    return readDevice(file, sampleRate);
}

std::expected<Sound, QString> readData(QByteArrayView data, int sampleRate)
{
    QBuffer buffer;
    return readDevice(openBuffer(buffer, data), sampleRate);
}

QByteArray toWav(const Sound &sound)
{
    // The plainest form: RIFF, a 16-byte fmt chunk, data. Sizes are 32 bits wide, which sets the limit.
    constexpr std::size_t HeaderSize = 44;
    constexpr std::size_t Most = (UINT32_MAX - HeaderSize) / sizeof(std::int16_t);
    const std::size_t count = std::min(sound.samples.size(), Most);
    const auto dataSize = static_cast<quint32>(count * sizeof(std::int16_t));
    const auto rate = static_cast<quint32>(std::max(sound.sampleRate, 1));

    QByteArray wav(static_cast<qsizetype>(HeaderSize + dataSize), Qt::Uninitialized);
    char *at = wav.data();
    const auto text = [&at](const char *four) { at = std::copy_n(four, 4, at); };
    const auto number = [&at](auto value) {
        qToLittleEndian(value, at);
        at += sizeof value;
    };
    text("RIFF");
    number(static_cast<quint32>(HeaderSize - 8 + dataSize));
    text("WAVE");
    text("fmt ");
    number(quint32{16});
    number(quint16{1}); // PCM
    number(quint16{1}); // mono
    number(rate);
    number(static_cast<quint32>(rate * sizeof(std::int16_t)));
    number(quint16{sizeof(std::int16_t)});
    number(quint16{16});
    text("data");
    number(dataSize);
    if (count > 0)
        qToLittleEndian<qint16>(sound.samples.data(), static_cast<qsizetype>(count), at);
    return wav;
}

std::expected<void, QString> write(const QString &path, const Sound &sound)
{
    QSaveFile file(path);
    const QByteArray wav = toWav(sound);
    if (!file.open(QIODevice::WriteOnly) || file.write(wav) != wav.size() || !file.commit()) {
        return std::unexpected(
            QCoreApplication::translate(
                "audio", "The sound can't be saved (%1). Check the free space and who may write to the folder.")
                .arg(file.errorString()));
    }
    return {};
}

} // namespace pbx::audio
