// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/server_book.h"
#include "environment/deploy/deploy.h"

#include <QObject>

#include <functional>
#include <mutex>
#include <thread>

namespace pbx::editor {

/// Work with a server off the window's thread. One piece at a time.
class RemoteJob : public QObject {
    Q_OBJECT
public:
    /// Runs in the other thread. A workspace has to be opened anew there.
    using Work = std::function<void(const std::stop_token &)>;
    /// Runs in the window's thread when the work has returned, stopped or not.
    using Done = std::function<void()>;

    explicit RemoteJob(QObject *parent = nullptr) : QObject(parent) {}
    ~RemoteJob() override; ///< stops the work and waits for it; Done is not called then

    void start(Work work, Done done);
    void stop() { m_stop.request_stop(); }
    bool running() const { return m_running; }
    bool stopped() const { return m_stop.stop_requested(); }

    /// What the deploy room's functions get: they tell this job how far they are. What changes a server needs connections to
    /// undo it with when it is stopped; what only reads is cut off at once.
    enum class Purpose { Reads, Changes };
    deploy::Job job(const ServerAccess &access, const std::stop_token &stop, Purpose purpose = Purpose::Reads);

Q_SIGNALS:
    /// Not each of them: the latest, as often as the window has time for it.
    void progressed(const pbx::deploy::Progress &progress);

private:
    void tell(const deploy::Progress &progress);
    void end();

    std::thread m_thread;
    std::stop_source m_stop;
    bool m_running = false;
    Done m_done;
    std::mutex m_mutex;
    deploy::Progress m_latest;
    bool m_telling = false;
};

/// "Storing russian/welcome.wav".
QString progressText(const deploy::Progress &progress);
/// "12 of 40, 1.2 MB of 3 MB".
QString progressCount(const deploy::Progress &progress);

} // namespace pbx::editor
