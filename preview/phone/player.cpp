// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/player.h"

#include "environment/audio/sound_file.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>

namespace pbx::phone {

namespace {

constexpr int bufferMs = 80; ///< little enough that a key silences a prompt at once
constexpr int closeAfterMs = 3000;
constexpr int keyToneMs = 110;
constexpr double keyToneLevel = -20.0;

/// Telephone sound as it is where the device takes it, else the device's own format.
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

Samples share(std::vector<std::int16_t> samples)
{
    return std::make_shared<const std::vector<std::int16_t>>(std::move(samples));
}

} // namespace

Player::Player(QObject *parent) : QObject(parent)
{
    connect(&m_microphone, &Microphone::problemChanged, this, &Player::problemChanged);
    m_closeTimer.setSingleShot(true);
    m_closeTimer.setInterval(closeAfterMs);
    connect(&m_closeTimer, &QTimer::timeout, this, [this] {
        if (m_source && m_source->sounding(SampleSource::Replay))
            m_closeTimer.start();
        else
            closeDevice();
    });
}

Player::~Player()
{
    closeDevice();
}

void Player::begin()
{
    m_closeTimer.stop();
    m_heard.clear();
    m_person = 1;
    if (ensureOpen())
        m_source->setCall(0, {}); // voices of the call before
}

void Player::end()
{
    m_microphone.end(0);
    m_recording = 0;
    m_heard.clear();
    m_closeTimer.start();
}

bool Player::ensureOpen()
{
    if (m_sink)
        return true;
    if (!m_devices) {
        m_devices = std::make_unique<QMediaDevices>();
        connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, &Player::reopen);
    }
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull()) {
        setTrouble(Trouble::NoDevice);
        return false;
    }
    const QAudioFormat format = formatFor(device);
    m_deviceId = device.id();
    m_rate = format.sampleRate();
    m_source = std::make_unique<SampleSource>(format);
    if (!m_library || m_library->sampleRate() != m_rate)
        m_library = std::make_unique<sound::SoundLibrary>(m_rate);
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_sink->setBufferSize(qsizetype(format.bytesForDuration(bufferMs * 1000)));
    connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        // Later: the sink must not be destroyed while it tells of its end.
        if (state == QAudio::StoppedState && m_sink && m_sink->error() != QAudio::NoError)
            QTimer::singleShot(0, this, &Player::reopen);
    });
    applyVolume();
    m_sink->start(m_source.get());
    if (m_sink->error() != QAudio::NoError) {
        closeDevice();
        setTrouble(Trouble::DeviceFailed);
        return false;
    }
    setTrouble(Trouble::None);
    return true;
}

void Player::closeDevice()
{
    if (m_sink) {
        m_sink->disconnect(this);
        m_sink->stop();
        m_sink.reset();
    }
    m_source.reset();
}

void Player::reopen()
{
    const bool failed = m_sink && m_sink->error() != QAudio::NoError;
    if (m_sink && !failed && QMediaDevices::defaultAudioOutput().id() == m_deviceId)
        return;
    const bool wasOpen = m_sink || m_trouble != Trouble::None;
    closeDevice();
    if (failed && QMediaDevices::defaultAudioOutput().id() == m_deviceId)
        setTrouble(Trouble::DeviceFailed); // the same device would fail again; a new one is announced by a signal
    else if (wasOpen)
        ensureOpen();
}

void Player::tellProblems()
{
    for (const auto &problem : m_library->takeProblems()) {
        const QString path = problem.path.empty() ? tr("Sound made by the program") : QString::fromStdString(problem.path);
        Q_EMIT fileProblem(path, QString::fromStdString(problem.reason));
    }
}

Samples Player::atDeviceRate(audio::Sound sound) const
{
    // Tones are made at the rate of the telephone; the reader of files knows how to change it.
    if (sound.sampleRate != m_rate) {
        if (auto converted = audio::readData(audio::toWav(sound), m_rate))
            sound = std::move(*converted);
    }
    return share(std::move(sound.samples));
}

void Player::hear(std::uint32_t person, std::int64_t now, const std::vector<call::Voice> &voices)
{
    m_heard[person] = voices;
    if (person != m_person || !m_audible || (voices.empty() && !m_source) || !ensureOpen())
        return;
    const auto parts = m_library->parts(voices);
    m_source->setCall(now, parts);
    tellProblems();
}

void Player::listenAs(std::uint32_t person, std::int64_t now)
{
    if (person == m_person)
        return;
    m_person = person;
    if (!m_audible || !m_source)
        return;
    const auto voices = m_heard.find(person);
    m_source->setCall(now, voices == m_heard.end() ? std::vector<sound::Part>() : m_library->parts(voices->second));
    tellProblems();
}

/// At any other speed the microphone would hear something else than the program.
void Player::recordingBegins(std::uint32_t person)
{
    if (person != m_person || !m_audible || m_recording != 0)
        return;
    m_recording = person;
    m_microphone.begin();
}

std::optional<std::string> Player::recordingEnds(std::uint32_t person, std::int64_t ms)
{
    if (person != m_recording)
        return std::nullopt;
    m_recording = 0;
    auto sound = m_microphone.end(ms);
    return sound && m_audible ? std::optional(audio::toWav(*sound).toStdString()) : std::nullopt;
}

void Player::playKey(char key)
{
    if (!m_source)
        return;
    if (auto sound = audio::dtmf(key, keyToneMs, keyToneLevel))
        m_source->start(SampleSource::Key, atDeviceRate(std::move(*sound)));
}

void Player::replay(const QStringList &paths)
{
    if (!ensureOpen())
        return;
    std::vector<std::int16_t> all;
    for (const QString &path : paths) {
        if (const Samples samples = m_library->file(path.toStdString()))
            all.insert(all.end(), samples->begin(), samples->end());
    }
    tellProblems();
    startReplay(share(std::move(all)));
}

void Player::play(const audio::Sound &sound)
{
    if (ensureOpen())
        startReplay(atDeviceRate(sound));
}

void Player::startReplay(Samples samples)
{
    m_source->start(SampleSource::Replay, std::move(samples));
    m_closeTimer.start();
}

void Player::stopReplay()
{
    if (m_source)
        m_source->stop(SampleSource::Replay);
}

bool Player::replaying() const
{
    return m_source && m_source->sounding(SampleSource::Replay);
}

void Player::setAudible(bool audible)
{
    m_audible = audible;
    if (!audible && m_source)
        m_source->setCall(0, {});
}

void Player::setVolume(int percent)
{
    m_volume = qBound(0, percent, 100);
    applyVolume();
}

void Player::setMuted(bool muted)
{
    m_muted = muted;
    applyVolume();
}

void Player::applyVolume()
{
    // Loudness is felt by its logarithm: the square is near enough.
    const float linear = float(m_volume) / 100.0F;
    if (m_source)
        m_source->setVolume(m_muted ? 0.0F : linear * linear);
}

void Player::setTrouble(Trouble trouble)
{
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    Q_EMIT problemChanged();
}

QString Player::problem() const
{
    switch (m_trouble) {
    case Trouble::None: return m_microphone.problem();
    case Trouble::NoDevice: return tr("No sound device was found: the call goes on silently.");
    case Trouble::DeviceFailed: return tr("The sound device does not answer: the call goes on silently.");
    }
    return {};
}

} // namespace pbx::phone
