// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"
#include "preview/call/simulation.h"
#include "preview/phone/microphone.h"
#include "preview/phone/sample_source.h"

#include <QObject>
#include <QTimer>

#include <map>
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

    void hear(std::uint32_t person, std::int64_t now, const std::vector<call::Voice> &voices) override;
    void recordingBegins(std::uint32_t person) override;
    std::optional<std::string> recordingEnds(std::uint32_t person, std::int64_t ms) override;
    /// Whose ear it is from `now` on (ms of the call): the number of a caller.
    void listenAs(std::uint32_t person, std::int64_t now);

    /// The tone of a key, as feedback.
    void playKey(char key);
    /// Prompts one after another, outside the call.
    void replay(const QStringList &paths);
    /// A sound that is in no file yet.
    void play(const audio::Sound &sound);
    void stopReplay();
    bool replaying() const;

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

    void startReplay(Samples samples);
    bool ensureOpen();
    void closeDevice();
    void reopen();
    void setTrouble(Trouble trouble);
    void applyVolume();
    void tellProblems();
    Samples atDeviceRate(audio::Sound sound) const;

    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<SampleSource> m_source; ///< outlives the sink, which reads it from another thread
    std::unique_ptr<QAudioSink> m_sink;
    QByteArray m_deviceId;
    int m_rate = 0; ///< of the open device
    std::unique_ptr<sound::SoundLibrary> m_library; ///< at that rate
    Microphone m_microphone;
    std::uint32_t m_person = 1;
    std::uint32_t m_recording = 0; ///< whose words the microphone takes; 0: nobody's
    std::map<std::uint32_t, std::vector<call::Voice>> m_heard; ///< what each caller hears now
    QTimer m_closeTimer;
    Trouble m_trouble = Trouble::None;
    bool m_audible = true;
    bool m_muted = false;
    int m_volume = 100;
};

} // namespace pbx::phone
