// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"

#include <QAudioDevice>
#include <QObject>

#include <memory>

class QAudioSource;
class QIODevice;
class QMediaDevices;

namespace pbx::editor {

/// A microphone that is listened to all the time, so that its level is seen before it is recorded. Devices that come and
/// go are noticed; when the chosen one goes, the default one takes over.
class Capture : public QObject {
    Q_OBJECT
public:
    explicit Capture(QObject *parent = nullptr);
    ~Capture() override;

    QList<QAudioDevice> devices() const;
    QByteArray device() const { return m_device.id(); }
    /// Empty: the default one.
    void choose(const QByteArray &id);
    /// Why nothing is heard; empty when all is well.
    QString problem() const { return m_problem; }

    void startRecording();
    bool recording() const { return m_recording; }
    /// What was heard since, at the rate of the telephone.
    audio::Sound stopRecording();

Q_SIGNALS:
    /// dBFS, about every 50 ms.
    void level(double peak);
    void devicesChanged();
    void problemChanged();

private:
    void open();
    void close();
    void read();
    void setProblem(const QString &text);

    std::unique_ptr<QMediaDevices> m_devices;
    QByteArray m_wanted;
    QAudioDevice m_device;
    std::unique_ptr<QAudioSource> m_source;
    QIODevice *m_stream = nullptr; ///< of m_source
    std::vector<std::int16_t> m_samples; ///< of the take
    int m_rate = audio::TelephoneRate;   ///< of the take: that of the microphone it began with
    QString m_problem;
    bool m_recording = false;
};

} // namespace pbx::editor
