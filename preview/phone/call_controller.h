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
    std::set<std::string> failures; ///< "mail", "messages"
};

/// A call as it can be placed again without hands: phones answered by hand answer after the same time.
struct RecordedCall {
    call::DialRequest request;
    std::map<std::uint32_t, call::CallerRequest> others; ///< by number
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
    /// One more caller of the running call, who dials now and becomes the current one.
    void addCaller(const QString &address);
    /// The current caller acts.
    void press(char key);
    void hangUp();
    /// Keys of the last call, pressed one by one where the program waits for a key; a key pressed by hand ends that.
    void pressLastKeys();
    QString lastKeys() const { return m_lastKeys; }
    QString keysToCome() const { return m_queue; }

    int callers() const { return int(m_lines.size()); }
    int currentCaller() const { return m_current; } ///< an index
    void setCurrentCaller(int index);
    std::uint32_t callerNumber(int index) const { return m_lines.at(size_t(index)).number; }
    QString callerAddress(int index) const { return m_lines.at(size_t(index)).address; }
    std::int64_t callerSince(int index) const { return m_lines.at(size_t(index)).dialled; } ///< ms, of the dialling
    call::CallView callerView(int index) const;
    /// Has dialled and not yet ended.
    bool callerRuns(int index) const;
    /// Indices of the callers an event concerns; empty while there is only one.
    QList<int> callersOf(const call::Event &event) const;
    RecordedCall recordedCall() const { return {m_dial, m_others}; }
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
    call::CallView view() const; ///< of the current caller
    const std::vector<call::Event> &events() const;
    QString pressedKeys() const; ///< by the current caller
    void clearPressedKeys(); ///< of the display

Q_SIGNALS:
    /// A new call: the events of the one before are gone.
    void callStarted();
    void eventAppended(int row);
    void eventFinished(int row);
    /// Something the display shows may have changed.
    void stateChanged();
    /// The file in the workspace and line where the program stands; an empty file: nowhere.
    void runningPlaceChanged(const QString &file, int line);
    void callersChanged();
    void callEnded();

private:
    void eventAdded(std::size_t index) override;
    void eventCompleted(std::size_t index) override;

    void catchUp();
    void runInstant();
    void pressQueued();
    bool somebodyWaitsForKey() const;
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
    struct Line {
        std::uint32_t number;
        QString address;
        QString pressed;
        std::int64_t dialled = 0; ///< ms
        qsizetype cleared = 0; ///< so many keys are no longer shown
    };
    std::vector<Line> m_lines;
    int m_current = 0;
    QString m_lastKeys;
    QString m_queue;
    int m_queueLine = 0; ///< who presses them
    call::DialRequest m_dial;
    std::map<std::uint32_t, call::CallerRequest> m_others;
    std::map<std::string, call::PhonePlan> m_plans; ///< by account in lower case
    QString m_placeFile;
    int m_placeLine = 0;
};

} // namespace pbx::phone
