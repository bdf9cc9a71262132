// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/microphone.h"

#include "environment/audio/sound_file.h"

#include <QAudioDevice>
#include <QAudioSource>
#include <QMediaDevices>

#include <cmath>
#include <cstring>

namespace pbx::phone {

namespace {

QAudioFormat formatFor(const QAudioDevice &device)
{
    QAudioFormat format;
    format.setSampleRate(audio::TelephoneRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isFormatSupported(format))
        return format;
    format = device.preferredFormat();
    if (format.sampleFormat() != QAudioFormat::Float)
        format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

/// The first channel alone: a person speaks into one microphone.
std::vector<std::int16_t> firstChannel(const QByteArray &bytes, const QAudioFormat &format)
{
    std::vector<std::int16_t> samples;
    const qsizetype step = format.bytesPerFrame();
    for (qsizetype at = 0; at + step <= bytes.size(); at += step) {
        if (format.sampleFormat() == QAudioFormat::Float) {
            float sample = 0;
            std::memcpy(&sample, bytes.constData() + at, sizeof sample);
            samples.push_back(std::int16_t(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F)));
        } else {
            std::int16_t sample = 0;
            std::memcpy(&sample, bytes.constData() + at, sizeof sample);
            samples.push_back(sample);
        }
    }
    return samples;
}

} // namespace

Microphone::Microphone(QObject *parent) : QObject(parent) {}
Microphone::~Microphone() = default;

void Microphone::setProblem(const QString &text)
{
    if (text == m_problem)
        return;
    m_problem = text;
    Q_EMIT problemChanged();
}

bool Microphone::begin()
{
    m_source.reset();
    m_bytes.clear();
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    if (device.isNull()) {
        setProblem(tr("No microphone was found: the program records a hum instead of you."));
        return false;
    }
    m_source = std::make_unique<QAudioSource>(device, formatFor(device));
    m_stream = m_source->start();
    if (!m_stream || m_source->error() != QAudio::NoError) {
        m_source.reset();
        setProblem(tr("The microphone does not answer: the program records a hum instead of you."));
        return false;
    }
    connect(m_stream, &QIODevice::readyRead, this, [this] { m_bytes += m_stream->readAll(); });
    setProblem({});
    return true;
}

std::optional<audio::Sound> Microphone::end(std::int64_t ms)
{
    if (!m_source)
        return std::nullopt;
    m_bytes += m_stream->readAll();
    const QAudioFormat format = m_source->format();
    m_source->stop();
    m_source.reset();
    audio::Sound sound{format.sampleRate(), firstChannel(std::exchange(m_bytes, {}), format)};
    if (format.sampleRate() != audio::TelephoneRate) {
        if (auto converted = audio::readData(audio::toWav(sound)))
            sound = std::move(*converted);
    }
    // The device begins a little late: the length is that of the program's recording all the same.
    sound.samples.resize(std::size_t(std::max<std::int64_t>(ms, 0)) * audio::TelephoneRate / 1000);
    return sound;
}

} // namespace pbx::phone
