// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/call_controller.h"

#include <QDateTime>

#include <algorithm>

namespace pbx::phone {

namespace {

constexpr int instantSliceMs = 15; ///< how long the window may wait while prompts pass at once

} // namespace

CallController::CallController(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CallController::catchUp);
}

CallController::~CallController()
{
    if (m_simulation)
        m_simulation->trace().setListener(nullptr);
}

void CallController::setWorld(const files::Workspace *workspace, const accounts::Directory *directory,
                              call::ProgramStore *programs)
{
    m_timer.stop();
    if (m_simulation) {
        m_simulation->trace().setListener(nullptr);
        m_simulation.reset();
    }
    m_ended = false;
    m_workspace = workspace;
    m_directory = directory;
    m_programs = programs;
    if (!m_lines.empty() && !m_lines.front().pressed.isEmpty())
        m_lastKeys = m_lines.front().pressed;
    m_lines.clear();
    m_others.clear();
    m_current = 0;
    m_queue.clear();
    Q_EMIT callStarted();
    Q_EMIT callersChanged();
    afterStep();
}

void CallController::setMediaPort(call::MediaPort *port)
{
    m_port = port;
    if (m_simulation)
        m_simulation->setMediaPort(port);
}

void CallController::call(const CallRequest &request)
{
    if (!m_workspace || !m_directory || !m_programs || running())
        return;
    if (m_simulation)
        m_simulation->trace().setListener(nullptr);
    m_simulation = std::make_unique<call::Simulation>(*m_workspace, *m_directory, *m_programs);
    m_ended = false;
    if (!m_lines.empty() && !m_lines.front().pressed.isEmpty())
        m_lastKeys = m_lines.front().pressed;
    m_lines = {{1, request.address.trimmed(), {}}};
    m_others.clear();
    m_current = 0;
    m_queue.clear();
    Q_EMIT callStarted();
    Q_EMIT callersChanged();
    m_simulation->trace().setListener(this);
    m_simulation->setMediaPort(m_port);

    call::DialRequest &dial = m_dial = {};
    dial.address = request.address.trimmed().toStdString();
    dial.domain = request.domain.toStdString();
    dial.startTime = request.startTime != 0 ? request.startTime : QDateTime::currentSecsSinceEpoch();
    dial.failures = request.failures;
    dial.phones = m_plans;
    m_base = 0;
    m_real.start();
    m_simulation->dial(dial);
    startClock();
    afterStep();
    plan();
}

template <class Action>
void CallController::act(Action action)
{
    if (!running())
        return;
    catchUp();
    if (!running())
        return;
    action(*m_simulation);
    startClock();
    afterStep();
    plan();
}

void CallController::press(char key)
{
    act([&](call::Simulation &simulation) {
        if (!callerRuns(m_current))
            return;
        m_queue.clear();
        Line &line = m_lines[size_t(m_current)];
        line.pressed += QLatin1Char(key);
        simulation.press(key, line.number);
    });
}

void CallController::addCaller(const QString &address)
{
    act([&](call::Simulation &simulation) {
        call::CallerRequest request;
        request.address = address.trimmed().toStdString();
        request.domain = m_dial.domain;
        request.from = "caller" + std::to_string(m_lines.size() + 1) + "@example.net";
        request.dialsAt = simulation.now();
        const std::uint32_t number = simulation.addCaller(request);
        m_others[number] = request;
        m_lines.push_back({number, address.trimmed(), {}, request.dialsAt});
        m_current = int(m_lines.size()) - 1;
        Q_EMIT callersChanged();
    });
}

void CallController::setCurrentCaller(int index)
{
    if (index == m_current || index < 0 || index >= callers())
        return;
    m_current = index;
    afterStep();
}

call::CallView CallController::callerView(int index) const
{
    return m_simulation && index >= 0 && index < callers() ? m_simulation->view(callerNumber(index)) : call::CallView{};
}

bool CallController::callerRuns(int index) const
{
    return running() && index >= 0 && index < callers() && callerView(index).state != call::CallView::State::Ended;
}

QList<int> CallController::callersOf(const call::Event &event) const
{
    QList<int> list;
    for (int i = 0; callers() > 1 && i < callers(); ++i) {
        if (std::ranges::contains(event.people, callerNumber(i)))
            list += i;
    }
    return list;
}

QString CallController::pressedKeys() const
{
    return m_lines.empty() ? QString() : m_lines[size_t(m_current)].pressed.sliced(m_lines[size_t(m_current)].cleared);
}

void CallController::clearPressedKeys()
{
    if (m_lines.empty())
        return;
    Line &line = m_lines[size_t(m_current)];
    line.cleared = line.pressed.size();
    Q_EMIT stateChanged();
}

void CallController::pressLastKeys()
{
    act([this](call::Simulation &) {
        m_queue = m_lastKeys;
        m_queueLine = m_current;
    });
}

/// The next of the last keys, where the program waits for one.
void CallController::pressQueued()
{
    if (m_queue.isEmpty())
        return;
    if (!callerRuns(m_queueLine)) {
        m_queue.clear();
        return;
    }
    if (callerView(m_queueLine).waiting != call::CallView::Waiting::Key)
        return;
    Line &line = m_lines[size_t(m_queueLine)];
    const QChar key = m_queue.front();
    m_queue.remove(0, 1);
    line.pressed += key;
    m_simulation->press(key.toLatin1(), line.number);
    startClock();
}

bool CallController::somebodyWaitsForKey() const
{
    for (int i = 0; i < callers(); ++i) {
        if (callerView(i).waiting == call::CallView::Waiting::Key)
            return true;
    }
    return false;
}

void CallController::hangUp()
{
    act([this](call::Simulation &simulation) {
        if (callerRuns(m_current))
            simulation.hangUp(callerNumber(m_current));
    });
}

void CallController::setPhonePlan(const QString &account, const call::PhonePlan &plan)
{
    m_plans[account.toLower().toStdString()] = plan;
}

call::PhonePlan CallController::phonePlan(const QString &account) const
{
    const auto found = m_plans.find(account.toLower().toStdString());
    return found == m_plans.end() ? call::PhonePlan() : found->second;
}

void CallController::answerPhone(const QString &account)
{
    act([&](call::Simulation &simulation) {
        for (const call::PhoneView &phone : simulation.phones()) {
            if (!phone.talking && QString::fromStdString(phone.account).compare(account, Qt::CaseInsensitive) == 0) {
                call::PhonePlan &plan = m_dial.phones[account.toLower().toStdString()];
                plan.answersAfter = simulation.now() - phone.since;
                break;
            }
        }
        simulation.answerPhone(account.toStdString());
    });
}

void CallController::refusePhone(const QString &account)
{
    act([&](call::Simulation &simulation) {
        if (simulation.refusePhone(account.toStdString()))
            m_dial.phones[account.toLower().toStdString()].state = accounts::PhoneState::Busy;
    });
}

void CallController::hangUpPhone(const QString &account)
{
    act([&](call::Simulation &simulation) {
        for (const call::PhoneView &phone : simulation.phones()) {
            if (phone.talking && QString::fromStdString(phone.account).compare(account, Qt::CaseInsensitive) == 0) {
                m_dial.phones[account.toLower().toStdString()].talksFor = simulation.now() - phone.since;
                break;
            }
        }
        simulation.hangUpPhone(account.toStdString());
    });
}

std::vector<call::PhoneView> CallController::phones() const
{
    return m_simulation ? m_simulation->phones() : std::vector<call::PhoneView>();
}

void CallController::setSpeed(Speed speed)
{
    if (speed == m_speed)
        return;
    if (running())
        catchUp();
    m_speed = speed;
    startClock();
    plan();
    Q_EMIT stateChanged();
}

bool CallController::running() const
{
    return m_simulation && !m_simulation->ended();
}

bool CallController::failed() const
{
    return m_simulation && m_simulation->failed();
}

std::int64_t CallController::now() const
{
    if (!m_simulation)
        return 0;
    if (m_simulation->ended() || !m_real.isValid())
        return m_simulation->now();
    const std::int64_t factor = m_speed == Speed::Quadruple ? 4 : 1;
    return std::max(m_simulation->now(), m_base + std::int64_t(m_real.elapsed()) * factor);
}

call::CallView CallController::view() const
{
    return callerView(m_current);
}

const std::vector<call::Event> &CallController::events() const
{
    return m_simulation ? m_simulation->trace().events() : m_noEvents;
}

void CallController::startClock()
{
    m_base = m_simulation ? m_simulation->now() : 0;
    m_real.start();
}

void CallController::catchUp()
{
    if (!running())
        return;
    m_simulation->advanceTo(now());
    if (m_speed == Speed::Instant)
        runInstant();
    pressQueued();
    afterStep();
    plan();
}

void CallController::runInstant()
{
    QElapsedTimer slice;
    slice.start();
    while (running() && !somebodyWaitsForKey()) {
        const auto next = m_simulation->nextInstant();
        if (!next)
            break;
        m_simulation->advanceTo(*next);
        if (slice.elapsed() > instantSliceMs)
            break;
    }
    startClock();
}

void CallController::plan()
{
    m_timer.stop();
    if (!running())
        return;
    if (!m_queue.isEmpty() && callerView(m_queueLine).waiting == call::CallView::Waiting::Key) {
        m_timer.start(0);
        return;
    }
    const auto next = m_simulation->nextInstant();
    if (!next)
        return;
    if (m_speed == Speed::Instant && !somebodyWaitsForKey()) {
        m_timer.start(0);
        return;
    }
    const std::int64_t factor = m_speed == Speed::Quadruple ? 4 : 1;
    const std::int64_t wait = (*next - now() + factor - 1) / factor;
    m_timer.start(int(std::clamp<std::int64_t>(wait, 0, 60'000)));
}

void CallController::afterStep()
{
    const call::CallView current = view();
    const QString file = running() ? QString::fromStdString(current.file) : QString();
    const int line = running() ? current.line : 0;
    if (file != m_placeFile || line != m_placeLine) {
        m_placeFile = file;
        m_placeLine = line;
        Q_EMIT runningPlaceChanged(file, line);
    }
    // First: whoever disables the keypad on a change of state would lose the focus without a word.
    if (m_simulation && m_simulation->ended() && !m_ended) {
        m_ended = true;
        m_timer.stop();
        Q_EMIT callEnded();
    }
    Q_EMIT stateChanged();
}

void CallController::eventAdded(std::size_t index)
{
    Q_EMIT eventAppended(int(index));
}

void CallController::eventCompleted(std::size_t index)
{
    Q_EMIT eventFinished(int(index));
}

} // namespace pbx::phone
