// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/sample_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pbx::phone {

namespace {

constexpr std::size_t lagMs = 300;

} // namespace

SampleSource::SampleSource(const QAudioFormat &format, QObject *parent) : QIODevice(parent), m_format(format)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void SampleSource::start(Voice voice, Samples samples, std::size_t from, bool loop)
{
    const QMutexLocker lock(&m_mutex);
    Track &track = m_tracks[voice];
    m_following[voice] = {};
    Track fresh;
    if (samples && !samples->empty())
        fresh = {samples, loop ? from % samples->size() : from, loop};
    const auto lag = std::size_t(m_format.sampleRate()) * lagMs / 1000;
    if (track.samples && !track.loop && track.at < track.samples->size() && track.samples->size() - track.at < lag)
        m_following[voice] = std::move(fresh);
    else
        track = std::move(fresh);
}

void SampleSource::stop(Voice voice)
{
    const QMutexLocker lock(&m_mutex);
    m_tracks[voice] = {};
    m_following[voice] = {};
}

bool SampleSource::sounding(Voice voice) const
{
    const QMutexLocker lock(&m_mutex);
    return m_tracks[voice].samples != nullptr;
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
    float sum = 0;
    for (std::size_t voice = 0; voice < m_tracks.size(); ++voice) {
        Track &track = m_tracks[voice];
        if (track.samples && track.at >= track.samples->size()) {
            if (track.loop)
                track.at = 0;
            else
                track = std::exchange(m_following[voice], {});
        }
        if (!track.samples || track.at >= track.samples->size())
            continue;
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
