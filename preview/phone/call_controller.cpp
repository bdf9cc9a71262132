// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/call_controller.h"

#include <QDateTime>

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
    m_pressed.clear();
    Q_EMIT callStarted();
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
    m_pressed.clear();
    Q_EMIT callStarted();
    m_simulation->trace().setListener(this);
    m_simulation->setMediaPort(m_port);

    call::DialRequest dial;
    dial.address = request.address.trimmed().toStdString();
    dial.domain = request.domain.toStdString();
    dial.startTime = request.startTime != 0 ? request.startTime : QDateTime::currentSecsSinceEpoch();
    if (request.mailFails)
        dial.failures.insert("mail");
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
        m_pressed += QLatin1Char(key);
        simulation.press(key);
    });
}

void CallController::hangUp()
{
    act([](call::Simulation &simulation) { simulation.hangUp(); });
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
    act([&](call::Simulation &simulation) { simulation.answerPhone(account.toStdString()); });
}

void CallController::refusePhone(const QString &account)
{
    act([&](call::Simulation &simulation) { simulation.refusePhone(account.toStdString()); });
}

void CallController::hangUpPhone(const QString &account)
{
    act([&](call::Simulation &simulation) { simulation.hangUpPhone(account.toStdString()); });
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
    return m_simulation ? m_simulation->view() : call::CallView{};
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
    afterStep();
    plan();
}

void CallController::runInstant()
{
    QElapsedTimer slice;
    slice.start();
    while (running() && m_simulation->view().waiting != call::CallView::Waiting::Key) {
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
    const auto next = m_simulation->nextInstant();
    if (!next)
        return;
    if (m_speed == Speed::Instant && m_simulation->view().waiting != call::CallView::Waiting::Key) {
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
