// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/phone/call_controller.h"

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QSlider;
class QToolButton;

namespace pbx::phone {

/// How the call is placed and heard: speed, moment, volume, failing services.
class CallOptions : public QWidget {
    Q_OBJECT
public:
    explicit CallOptions(QWidget *parent = nullptr);

    CallController::Speed speed() const;
    void setSpeed(CallController::Speed speed);
    int volume() const;
    void setVolume(int percent);
    bool muted() const;
    void setMuted(bool muted);
    /// Services that fail in the call, as DialRequest::failures names them.
    std::set<std::string> failures() const;
    /// What is settled at the dialling: moment and failures, to dial the same again.
    struct Settled {
        bool at = false;
        QDateTime moment;
        std::set<std::string> failures;
    };
    Settled settled() const;
    void setSettled(const Settled &settled);
    /// GMT seconds; 0: now. `zone` is the one the moment is meant in.
    std::int64_t moment(const std::string &zone) const;
    void setMoment(std::int64_t gmtSeconds, const std::string &zone);
    /// What is settled at the dialling can't be changed while a call runs.
    void setRunning(bool running);

Q_SIGNALS:
    void speedChanged(CallController::Speed speed);
    void volumeChanged(int percent);
    void mutedChanged(bool muted);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateMute();

    QLabel *m_speedLabel;
    QComboBox *m_speed;
    QCheckBox *m_at;
    QDateTimeEdit *m_moment;
    QToolButton *m_mute;
    QSlider *m_volume;
    QLabel *m_volumeLabel;
    QCheckBox *m_mailFails;
    QCheckBox *m_messagesFail;
    bool m_running = false;
};

} // namespace pbx::phone
