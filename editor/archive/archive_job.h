// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/archive/archive.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <thread>

namespace pbx::editor {

/// Work with an archive off the window's thread. One piece at a time.
class ArchiveJob : public QObject {
    Q_OBJECT
public:
    /// Runs in the other thread; hands the progress on to the library, which stops when told to.
    using Work = std::function<void(const archive::Progress &)>;
    /// Runs in the window's thread when the work has returned, stopped or not.
    using Done = std::function<void()>;

    explicit ArchiveJob(QObject *parent = nullptr) : QObject(parent) {}
    ~ArchiveJob() override; ///< stops the work and waits for it; Done is not called then

    void start(Work work, Done done);
    void stop() { m_stop = true; }
    bool running() const { return m_running; }
    bool stopped() const { return m_stop; }

Q_SIGNALS:
    void progressed(int permille);

private:
    void end();

    std::thread m_thread;
    std::atomic_bool m_stop = false;
    bool m_running = false;
    Done m_done;
};

} // namespace pbx::editor
