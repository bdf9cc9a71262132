// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/capture.h"

#include "environment/audio/sound_file.h"

#include <QAudioSource>
#include <QMediaDevices>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace pbx::editor {

namespace {

constexpr qint64 bufferUs = 100'000;

/// Studio microphones give 44 or 48 kHz; what is theirs is recorded and brought to the telephone's rate afterwards.
QAudioFormat formatFor(const QAudioDevice &device)
{
    QAudioFormat format = device.preferredFormat();
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isFormatSupported(format))
        return format;
    format = device.preferredFormat();
    if (format.sampleFormat() != QAudioFormat::Float)
        format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

std::int16_t sampleAt(const char *data, const QAudioFormat &format)
{
    if (format.sampleFormat() == QAudioFormat::Float) {
        float sample = 0;
        std::memcpy(&sample, data, sizeof sample);
        return std::int16_t(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F));
    }
    std::int16_t sample = 0;
    std::memcpy(&sample, data, sizeof sample);
    return sample;
}

} // namespace

Capture::Capture(QObject *parent) : QObject(parent), m_devices(std::make_unique<QMediaDevices>())
{
    connect(m_devices.get(), &QMediaDevices::audioInputsChanged, this, [this] {
        const auto present = QMediaDevices::audioInputs();
        const auto there = [&](const QByteArray &id) { return std::ranges::find(present, id, &QAudioDevice::id) != present.end(); };
        // The chosen one is back: not in the middle of a take, which would be of two microphones.
        const bool back = !m_recording && m_device.id() != m_wanted && there(m_wanted);
        if (!there(m_device.id()) || back)
            open();
        Q_EMIT devicesChanged();
    });
    open();
}

Capture::~Capture()
{
    close();
}

QList<QAudioDevice> Capture::devices() const
{
    return QMediaDevices::audioInputs();
}

void Capture::choose(const QByteArray &id)
{
    m_wanted = id;
    open();
}

void Capture::close()
{
    if (m_source) {
        m_source->disconnect(this);
        m_source->stop();
    }
    m_source.reset();
    m_stream = nullptr;
}

void Capture::open()
{
    close();
    m_device = QMediaDevices::defaultAudioInput();
    const auto present = QMediaDevices::audioInputs();
    if (const auto wanted = std::ranges::find(present, m_wanted, &QAudioDevice::id); wanted != present.end())
        m_device = *wanted;
    if (m_device.isNull()) {
        setProblem(tr("No microphone was found. Plug one in, or let the computer speak the prompts for the time being; files can be imported too."));
        return;
    }
    const QAudioFormat format = formatFor(m_device);
    m_source = std::make_unique<QAudioSource>(m_device, format);
    m_source->setBufferSize(format.bytesForDuration(bufferUs));
    m_stream = m_source->start();
    if (!m_stream || m_source->error() != QAudio::NoError) {
        close();
        setProblem(tr("The microphone “%1” does not answer. Choose another, or look whether another program holds it.").arg(m_device.description()));
        return;
    }
    connect(m_stream, &QIODevice::readyRead, this, &Capture::read);
    setProblem({});
}

void Capture::read()
{
    if (!m_stream)
        return;
    const QByteArray bytes = m_stream->readAll();
    const QAudioFormat format = m_source->format();
    const qsizetype step = std::max(format.bytesPerFrame(), 1);
    const std::size_t most = std::size_t(audio::LongestSound.count() / 1000) * std::size_t(format.sampleRate());
    int peak = 0;
    for (qsizetype at = 0; at + step <= bytes.size(); at += step) {
        const std::int16_t sample = sampleAt(bytes.constData() + at, format);
        peak = std::max(peak, std::abs(int(sample)));
        // A take that began with a microphone of another rate ends where that one went.
        if (m_recording && m_rate == format.sampleRate() && m_samples.size() < most)
            m_samples.push_back(sample);
    }
    if (!bytes.isEmpty())
        Q_EMIT level(20 * std::log10(peak / 32768.0));
}

void Capture::startRecording()
{
    read(); // what came before is not of the take
    m_samples.clear();
    m_recording = m_source != nullptr;
    m_rate = m_source ? m_source->format().sampleRate() : audio::TelephoneRate;
}

audio::Sound Capture::stopRecording()
{
    read();
    m_recording = false;
    audio::Sound sound{m_rate, std::exchange(m_samples, {})};
    if (sound.sampleRate != audio::TelephoneRate) {
        if (auto converted = audio::readData(audio::toWav(sound)))
            sound = std::move(*converted);
    }
    return sound;
}

void Capture::setProblem(const QString &text)
{
    if (text == m_problem)
        return;
    m_problem = text;
    Q_EMIT problemChanged();
}

} // namespace pbx::editor
