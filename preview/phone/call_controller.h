// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/call/simulation.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace pbx::phone {

/// What the person at the phone asks for.
struct CallRequest {
    QString address;
    QString domain; ///< of an address without one; empty: the workspace's default
    std::int64_t startTime = 0; ///< GMT seconds; 0: now
    bool mailFails = false;
};

/// Drives one call in real time: real milliseconds times the speed move the clock of the simulation, which does the
/// rest. One path for every speed.
class CallController : public QObject, private call::Trace::Listener {
    Q_OBJECT
public:
    enum class Speed {
        Normal,
        Quadruple,
        Instant, ///< prompts pass at once; waiting for a key takes its real time, because somebody has to press it
    };

    explicit CallController(QObject *parent = nullptr);
    ~CallController() override;

    /// What calls run in. All of it must outlive the controller or be replaced first; a running call is dropped.
    void setWorld(const files::Workspace *workspace, const accounts::Directory *directory,
                  call::ProgramStore *programs);
    void setMediaPort(call::MediaPort *port);

    void call(const CallRequest &request);
    void press(char key);
    void hangUp();
    /// The phone of an account: what it does from the next call on; the user's hand at it now.
    void setPhonePlan(const QString &account, const call::PhonePlan &plan);
    call::PhonePlan phonePlan(const QString &account) const;
    void answerPhone(const QString &account);
    void refusePhone(const QString &account);
    void hangUpPhone(const QString &account);
    std::vector<call::PhoneView> phones() const; ///< that ring or talk
    void setSpeed(Speed speed);
    Speed speed() const { return m_speed; }

    /// A call has begun and has not ended.
    bool running() const;
    /// There is a call to look at, running or ended.
    bool hasCall() const { return m_simulation != nullptr; }
    bool failed() const;
    /// ms since the dialling, going on between the instants.
    std::int64_t now() const;
    call::CallView view() const;
    const std::vector<call::Event> &events() const;
    QString pressedKeys() const { return m_pressed; }

Q_SIGNALS:
    /// A new call: the events of the one before are gone.
    void callStarted();
    void eventAppended(int row);
    void eventFinished(int row);
    /// Something the display shows may have changed.
    void stateChanged();
    /// The file in the workspace and line where the program stands; an empty file: nowhere.
    void runningPlaceChanged(const QString &file, int line);
    void callEnded();

private:
    void eventAdded(std::size_t index) override;
    void eventCompleted(std::size_t index) override;

    void catchUp();
    void runInstant();
    void afterStep();
    void plan();
    void startClock();
    template <class Action>
    void act(Action action); ///< something a person does now

    const files::Workspace *m_workspace = nullptr;
    const accounts::Directory *m_directory = nullptr;
    call::ProgramStore *m_programs = nullptr;
    call::MediaPort *m_port = nullptr;
    std::unique_ptr<call::Simulation> m_simulation;
    std::vector<call::Event> m_noEvents;
    QTimer m_timer;
    QElapsedTimer m_real; ///< since m_base was right
    std::int64_t m_base = 0; ///< call time at the start of m_real
    Speed m_speed = Speed::Normal;
    bool m_ended = false;
    QString m_pressed;
    std::map<std::string, call::PhonePlan> m_plans; ///< by account in lower case
    QString m_placeFile;
    int m_placeLine = 0;
};

} // namespace pbx::phone
