// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"
#include "preview/call/simulation.h"
#include "preview/phone/sample_source.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QAudioSink;
class QMediaDevices;

namespace pbx::phone {

/// The loudspeaker: plays what the caller hears through the default output device. Without one it stays silent and
/// problem() says so. The sound system is asked for its devices only when the first sound is due, because that is slow.
class Player : public QObject, public call::MediaPort {
    Q_OBJECT
public:
    explicit Player(QObject *parent = nullptr);
    ~Player() override;

    /// A call begins: gets the device ready, so that the first prompt is not cut off.
    void begin();
    /// The call is over: silence; the device is given back soon after.
    void end();

    // What the call engine wants to be heard.
    void play(const std::string &path, std::int64_t offsetMs, bool loop) override;
    void tone(int frequency, int second, std::int64_t ms) override;
    void stop() override;
    void playData(std::string_view file, std::int64_t offsetMs, bool loop) override;

    /// The tone of a key, as feedback.
    void playKey(char key);
    /// One prompt again, outside the call.
    void replay(const QString &path);

    /// Off: the call is not heard, because it does not run at the speed of life.
    void setAudible(bool audible);
    void setVolume(int percent);
    void setMuted(bool muted);

    /// Why nothing is heard; empty when all is well or no sound was due yet.
    QString problem() const;

Q_SIGNALS:
    void problemChanged();
    /// A file that can't be played, and the reason.
    void fileProblem(const QString &path, const QString &reason);

private:
    enum class Trouble { None, NoDevice, DeviceFailed };

    bool ensureOpen();
    void closeDevice();
    void reopen();
    void setTrouble(Trouble trouble);
    void applyVolume();
    Samples samplesOf(const QString &path);
    Samples atDeviceRate(audio::Sound sound) const;
    void startPrompt(Samples samples, std::int64_t offsetMs, bool loop);

    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<SampleSource> m_source; ///< outlives the sink, which reads it from another thread
    std::unique_ptr<QAudioSink> m_sink;
    QByteArray m_deviceId;
    int m_rate = 0; ///< of the open device
    QTimer m_closeTimer;
    Trouble m_trouble = Trouble::None;
    bool m_audible = true;
    bool m_muted = false;
    int m_volume = 100;
};

} // namespace pbx::phone
