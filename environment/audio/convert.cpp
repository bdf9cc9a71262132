// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/convert.h"

#include "environment/audio/resampler.h"

#include <QCoreApplication>
#include <QFile>

#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

namespace pbx::audio {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SoundFile)
};

struct CloseSound {
    void operator()(SNDFILE *file) const { sf_close(file); }
};
using SoundHandle = std::unique_ptr<SNDFILE, CloseSound>;

constexpr sf_count_t blockFrames = 4096;
constexpr int mostChannels = 64;
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

std::expected<Sound, QString> readAny(const QString &path)
{
    SF_INFO info{};
    const SoundHandle file(sf_open(QFile::encodeName(path).constData(), SFM_READ, &info));
    if (!file) {
        const QString reason = QString::fromUtf8(sf_strerror(nullptr));
        return std::unexpected(Text::tr("It is no sound that can be read (%1). Save it as WAV, FLAC, Ogg or MP3.").arg(reason));
    }
    if (info.channels < 1 || info.channels > mostChannels || info.samplerate < 1 || info.samplerate > highestRate)
        return std::unexpected(Text::tr("Its header makes no sense: %1 channels at %2 Hz.").arg(info.channels).arg(info.samplerate));
    const sf_count_t most = sf_count_t(LongestSound.count() / 1000) * info.samplerate;
    Resampler resampler(info.samplerate, TelephoneRate);
    std::vector<float> block(size_t(blockFrames * info.channels));
    std::vector<float> mono;
    std::vector<float> output;
    sf_count_t frames = 0;
    while (const sf_count_t got = sf_readf_float(file.get(), block.data(), blockFrames)) {
        frames += got;
        if (frames > most)
            return std::unexpected(Text::tr("It is longer than an hour; that is no prompt."));
        mono.resize(size_t(got));
        for (sf_count_t i = 0; i < got; ++i) {
            float sum = 0;
            for (int channel = 0; channel < info.channels; ++channel)
                sum += block[size_t(i * info.channels + channel)];
            mono[size_t(i)] = std::isfinite(sum) ? sum / float(info.channels) : 0.0F;
        }
        resampler.push(mono, output);
    }
    resampler.finish(output);
    if (output.empty())
        return std::unexpected(Text::tr("It holds no sound."));
    Sound sound;
    sound.samples.reserve(output.size());
    for (const float sample : output)
        sound.samples.push_back(std::int16_t(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F)));
    return sound;
}

} // namespace pbx::audio
