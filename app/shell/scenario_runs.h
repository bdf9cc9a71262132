// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/scenario/runner.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>
#include <thread>

namespace pbx::app {

/// Runs scenario files in another thread, as they lie on the disk. Each run opens its workspace anew: values of a
/// workspace stay in their thread.
class ScenarioRuns : public QObject {
    Q_OBJECT
public:
    explicit ScenarioRuns(QObject *parent = nullptr);
    /// Waits for the scenario that is running.
    ~ScenarioRuns() override;

    /// One after another; a run that goes on is stopped first, and what it still finds is dropped.
    void run(const QStringList &files);
    /// No further scenario is begun.
    void stop();
    bool running() const { return m_running; }

Q_SIGNALS:
    void began(const QString &file);
    void ended(const QString &file, const pbx::scenario::Runner::Outcome &outcome);
    /// All have run, or the run was stopped.
    void finished();

private:
    void start();
    template <class Action>
    void later(int run, Action action);

    std::thread m_thread;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the run that goes on
    QStringList m_next; ///< wanted when that one has ended
    int m_run = 0;
    bool m_running = false;
};

} // namespace pbx::app
