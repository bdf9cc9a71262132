// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/convert.h"

#include "environment/audio/sound_device.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace pbx::audio {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SoundFile)
};

constexpr sf_count_t blockFrames = 4096;
constexpr int mostChannels = 64;
constexpr int lowestRate = 1000;
constexpr int highestRate = 768'000;

/// A growing file in memory, for the writer.
struct Memory {
    QByteArray bytes;
    qint64 at = 0;
};

SF_VIRTUAL_IO memoryFunctions()
{
    SF_VIRTUAL_IO io{};
    io.get_filelen = [](void *data) -> sf_count_t { return static_cast<Memory *>(data)->bytes.size(); };
    io.seek = [](sf_count_t offset, int whence, void *data) -> sf_count_t {
        auto *memory = static_cast<Memory *>(data);
        const qint64 start = whence == SEEK_CUR ? memory->at : whence == SEEK_END ? memory->bytes.size() : 0;
        return memory->at = std::clamp<qint64>(start + offset, 0, memory->bytes.size());
    };
    io.read = [](void *to, sf_count_t count, void *data) -> sf_count_t {
        auto *memory = static_cast<Memory *>(data);
        const sf_count_t given = std::clamp<sf_count_t>(count, 0, memory->bytes.size() - memory->at);
        std::memcpy(to, memory->bytes.constData() + memory->at, size_t(given));
        memory->at += given;
        return given;
    };
    io.write = [](const void *from, sf_count_t count, void *data) -> sf_count_t {
        auto *memory = static_cast<Memory *>(data);
        if (memory->at + count > memory->bytes.size())
            memory->bytes.resize(memory->at + count);
        std::memcpy(memory->bytes.data() + memory->at, from, size_t(count));
        memory->at += count;
        return count;
    };
    io.tell = [](void *data) -> sf_count_t { return static_cast<Memory *>(data)->at; };
    return io;
}

} // namespace

QByteArray toFile(const Sound &sound, Encoding encoding)
{
    if (encoding == Encoding::Pcm16)
        return toWav(sound);
    Memory memory;
    SF_VIRTUAL_IO io = memoryFunctions();
    SF_INFO info{};
    info.samplerate = sound.sampleRate;
    info.channels = 1;
    info.format = SF_FORMAT_WAV | (encoding == Encoding::ALaw ? SF_FORMAT_ALAW : SF_FORMAT_ULAW);
    {
        const SoundHandle file(sf_open_virtual(&io, SFM_WRITE, &info, &memory));
        if (!file)
            return {};
        sf_write_short(file.get(), sound.samples.data(), sf_count_t(sound.samples.size()));
    }
    return memory.bytes;
}

ToTelephone::ToTelephone(int sampleRate, int channels)
    : m_resampler(sampleRate, TelephoneRate), m_channels(std::size_t(channels)),
      m_most(std::int64_t(LongestSound.count() / 1000) * sampleRate)
{
}

bool ToTelephone::push(std::span<const float> interleaved)
{
    const std::size_t frames = interleaved.size() / m_channels;
    m_frames += std::int64_t(frames);
    if (m_frames > m_most)
        return false;
    m_mono.resize(frames);
    for (std::size_t i = 0; i < frames; ++i) {
        float sum = 0;
        for (const float sample : interleaved.subspan(i * m_channels, m_channels))
            sum += sample;
        m_mono[i] = std::isfinite(sum) ? sum / float(m_channels) : 0.0F;
    }
    m_resampler.push(m_mono, m_output);
    return true;
}

Sound ToTelephone::finish()
{
    m_resampler.finish(m_output);
    Sound sound;
    sound.samples.reserve(m_output.size());
    for (const float sample : m_output)
        sound.samples.push_back(std::int16_t(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F)));
    return sound;
}

QString ToTelephone::tooLongText()
{
    return Text::tr("It is longer than an hour; that is no prompt.");
}

bool knowsFormat(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && openDevice(file).handle;
}

std::expected<Sound, QString> readAny(const QString &path, const GoOn &goOn)
{
    QFile device(path);
    // A pipe or a device could keep the reader waiting for ever.
    if (!QFileInfo(path).isFile())
        return std::unexpected(Text::tr("It is no file."));
    if (!device.open(QIODevice::ReadOnly))
        return std::unexpected(Text::tr("It can't be opened (%1).").arg(device.errorString()));
    const DeviceHandle file = openDevice(device);
    if (!file.handle)
        return std::unexpected(Text::tr("It is no sound that can be read (%1). Save it as WAV, FLAC, Ogg or MP3.").arg(file.reason));
    const SF_INFO &info = file.header;
    if (info.channels < 1 || info.channels > mostChannels || info.samplerate < lowestRate || info.samplerate > highestRate)
        return std::unexpected(Text::tr("Its header makes no sense: %1 channels at %2 Hz.").arg(info.channels).arg(info.samplerate));
    ToTelephone output(info.samplerate, info.channels);
    std::vector<float> block(size_t(blockFrames * info.channels));
    sf_count_t frames = 0;
    for (sf_count_t got = 0; (got = sf_readf_float(file.handle.get(), block.data(), blockFrames)) > 0;) {
        frames += got;
        if (!output.push(std::span(block).first(size_t(got * info.channels))))
            return std::unexpected(ToTelephone::tooLongText());
        if (goOn && !goOn(std::min(1.0, double(frames) / double(std::max<sf_count_t>(info.frames, 1)))))
            return std::unexpected(QString());
    }
    Sound sound = output.finish();
    if (sound.samples.empty())
        return std::unexpected(Text::tr("It holds no sound."));
    return sound;
}

} // namespace pbx::audio
