// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/scenario_runs.h"

namespace pbx::app {

ScenarioRuns::ScenarioRuns(QObject *parent) : QObject(parent) {}

ScenarioRuns::~ScenarioRuns()
{
    if (m_stop)
        *m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

void ScenarioRuns::run(const QStringList &files)
{
    m_next = files;
    if (m_running)
        *m_stop = true; // start() follows its end
    else if (!files.isEmpty())
        start();
}

void ScenarioRuns::stop()
{
    m_next.clear();
    if (m_stop)
        *m_stop = true;
}

/// In the window's thread; nothing of a run that has been stopped.
template <class Action>
void ScenarioRuns::later(int run, Action action)
{
    QMetaObject::invokeMethod(this, [this, run, action = std::move(action)] {
        if (run == m_run && !*m_stop)
            action();
    }, Qt::QueuedConnection);
}

void ScenarioRuns::start()
{
    if (m_thread.joinable())
        m_thread.join();
    const QStringList files = std::exchange(m_next, {});
    m_running = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    const int run = ++m_run;
    m_thread = std::thread([this, files, run, stopped = m_stop] {
        {
            scenario::Runner runner;
            for (const QString &file : files) {
                if (*stopped)
                    break;
                later(run, [this, file] { Q_EMIT began(file); });
                later(run, [this, file, outcome = runner.run(file)] { Q_EMIT ended(file, outcome); });
            }
        }
        QMetaObject::invokeMethod(this, [this] {
            m_running = false;
            if (m_next.isEmpty())
                Q_EMIT finished();
            else
                start();
        }, Qt::QueuedConnection);
    });
}

} // namespace pbx::app
