// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;

namespace pbx::phone {

/// What the display says, as plain values.
struct DisplayState {
    enum class Lamp { Off, Ringing, On, Waiting, Ended, Failed };
    Lamp lamp = Lamp::Off;
    QString state; ///< "Connected"
    QString elapsed; ///< "0:12"; empty: no call
    QString who; ///< program and account
    QString activity; ///< "Waiting for a key, 14 s left"
    double progress = -1; ///< 0…1 of the activity; below 0: unknown
    QString spoken; ///< what the prompt says
    QString keys; ///< pressed so far
    QString note; ///< "No sound device …"
};

/// The display of the phone: who, in what state, what is awaited and for how long.
class PhoneDisplay : public QFrame {
    Q_OBJECT
public:
    explicit PhoneDisplay(QWidget *parent = nullptr);
    void show(const DisplayState &state);
    /// The lamp as a picture for elsewhere.
    QPixmap lampPixmap(DisplayState::Lamp lamp) const;
    /// All that is shown, line by line.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    DisplayState m_state;
    QLabel *m_lamp;
    QLabel *m_stateLabel;
    QLabel *m_elapsed;
    QLabel *m_who;
    QLabel *m_activity;
    QProgressBar *m_progress;
    QLabel *m_spoken;
    QLabel *m_keys;
    QLabel *m_note;
};

} // namespace pbx::phone
