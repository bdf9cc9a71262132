// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/sample_source.h"

#include <algorithm>
#include <cstring>

namespace pbx::phone {

namespace {

constexpr int lagMs = 300;

} // namespace

SampleSource::SampleSource(const QAudioFormat &format, QObject *parent)
    : QIODevice(parent), m_format(format), m_mix(format.sampleRate(), lagMs)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void SampleSource::setCall(std::int64_t now, const std::vector<sound::Part> &parts)
{
    const QMutexLocker lock(&m_mutex);
    m_mix.set(now, parts);
}

void SampleSource::start(Extra extra, Samples samples)
{
    const QMutexLocker lock(&m_mutex);
    m_tracks[extra] = {std::move(samples), 0};
}

void SampleSource::stop(Extra extra)
{
    const QMutexLocker lock(&m_mutex);
    m_tracks[extra] = {};
}

bool SampleSource::sounding(Extra extra) const
{
    const QMutexLocker lock(&m_mutex);
    return m_tracks[extra].samples != nullptr;
}

void SampleSource::setVolume(float volume)
{
    const QMutexLocker lock(&m_mutex);
    m_volume = std::clamp(volume, 0.0F, 1.0F);
}

qint64 SampleSource::bytesAvailable() const
{
    return qint64(m_format.bytesForDuration(200'000)) + QIODevice::bytesAvailable();
}

float SampleSource::nextSample()
{
    float sum = m_mix.next();
    for (Track &track : m_tracks) {
        if (!track.samples)
            continue;
        if (track.at >= track.samples->size())
            track = {};
        else
            sum += float((*track.samples)[track.at++]) / 32768.0F;
    }
    return std::clamp(sum * m_volume, -1.0F, 1.0F);
}

qint64 SampleSource::readData(char *data, qint64 size)
{
    const QMutexLocker lock(&m_mutex);
    const int frameBytes = m_format.bytesPerFrame();
    if (frameBytes <= 0)
        return 0;
    const qint64 frames = size / frameBytes;
    const int channels = m_format.channelCount();
    const bool floats = m_format.sampleFormat() == QAudioFormat::Float;
    for (qint64 i = 0; i < frames; ++i) {
        const float sample = nextSample();
        const auto whole = std::int16_t(sample * 32767.0F);
        for (int channel = 0; channel < channels; ++channel) {
            if (floats) {
                std::memcpy(data, &sample, sizeof sample);
                data += sizeof sample;
            } else {
                std::memcpy(data, &whole, sizeof whole);
                data += sizeof whole;
            }
        }
    }
    return frames * frameBytes;
}

} // namespace pbx::phone
