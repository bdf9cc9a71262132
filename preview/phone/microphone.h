// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"

#include <QObject>

#include <memory>
#include <optional>

class QAudioSource;
class QIODevice;

namespace pbx::phone {

/// Records what the person at the desk says, through the default input device. It is open only while a program records.
class Microphone : public QObject {
    Q_OBJECT
public:
    explicit Microphone(QObject *parent = nullptr);
    ~Microphone() override;

    /// False: there is no microphone or it does not answer; problem() says so.
    bool begin();
    /// What was said since, `ms` of it at the rate of the telephone; none: begin() failed.
    std::optional<audio::Sound> end(std::int64_t ms);
    QString problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged();

private:
    void setProblem(const QString &text);

    std::unique_ptr<QAudioSource> m_source;
    QIODevice *m_stream = nullptr; ///< of m_source
    QByteArray m_bytes;
    QString m_problem;
};

} // namespace pbx::phone
