// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/remote_job.h"

#include "editor/desk/size_text.h"

#include <utility>

namespace pbx::editor {

RemoteJob::~RemoteJob()
{
    stop();
    if (m_thread.joinable())
        m_thread.join();
}

void RemoteJob::start(Work work, Done done)
{
    Q_ASSERT(!m_running);
    m_running = true;
    m_stop = std::stop_source();
    m_done = std::move(done);
    m_thread = std::thread([this, work = std::move(work), stop = m_stop.get_token()] {
        work(stop);
        QMetaObject::invokeMethod(this, &RemoteJob::end, Qt::QueuedConnection);
    });
}

void RemoteJob::end()
{
    m_thread.join();
    m_running = false;
    std::exchange(m_done, {})();
}

deploy::Job RemoteJob::job(const ServerAccess &access, const std::stop_token &stop, Purpose purpose)
{
    deploy::Job job;
    job.connect = access.connector(purpose == Purpose::Reads ? stop : std::stop_token());
    job.connections = access.settings.connections;
    job.told = [this](const deploy::Progress &progress) { tell(progress); };
    job.stop = stop;
    return job;
}

void RemoteJob::tell(const deploy::Progress &progress)
{
    const std::lock_guard lock(m_mutex);
    m_latest = progress;
    if (std::exchange(m_telling, true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        deploy::Progress latest;
        {
            const std::lock_guard inner(m_mutex);
            latest = m_latest;
            m_telling = false;
        }
        if (m_running)
            Q_EMIT progressed(latest);
    }, Qt::QueuedConnection);
}

QString progressText(const deploy::Progress &progress)
{
    const QString name = QString::fromStdString(progress.name);
    using Stage = deploy::Progress::Stage;
    switch (progress.stage) {
    case Stage::Listing: return RemoteJob::tr("Listing %1").arg(name).trimmed();
    case Stage::Reading: return RemoteJob::tr("Reading %1").arg(name).trimmed();
    case Stage::BackingUp: return RemoteJob::tr("Backing up %1").arg(name).trimmed();
    case Stage::Compiling: return RemoteJob::tr("The server compiles %1").arg(name).trimmed();
    case Stage::Storing: return RemoteJob::tr("Storing %1").arg(name).trimmed();
    case Stage::Verifying: return RemoteJob::tr("Reading back %1").arg(name).trimmed();
    case Stage::Undoing: return RemoteJob::tr("Undoing %1").arg(name).trimmed();
    }
    return {};
}

QString progressCount(const deploy::Progress &progress)
{
    QStringList parts;
    if (progress.all > 0)
        parts += RemoteJob::tr("%1 of %2").arg(progress.done).arg(progress.all);
    if (progress.allBytes > 0)
        parts += RemoteJob::tr("%1 of %2").arg(sizeText(progress.bytes), sizeText(progress.allBytes));
    else if (progress.bytes > 0)
        parts += sizeText(progress.bytes);
    return parts.join(QStringLiteral(", "));
}

} // namespace pbx::editor
