// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/archive/archive_job.h"

#include <utility>

namespace pbx::editor {

ArchiveJob::~ArchiveJob()
{
    stop();
    if (m_thread.joinable())
        m_thread.join();
}

void ArchiveJob::start(Work work, Done done)
{
    Q_ASSERT(!m_running);
    m_running = true;
    m_stop = false;
    m_done = std::move(done);
    m_thread = std::thread([this, work = std::move(work)] {
        int told = -1;
        work([this, &told](std::int64_t bytes, std::int64_t all) {
            // Few signals, however many files.
            const int permille = all > 0 ? static_cast<int>(double(bytes) / double(all) * 1000) : 1000;
            if (permille != std::exchange(told, permille))
                Q_EMIT progressed(permille);
            return !m_stop;
        });
        QMetaObject::invokeMethod(this, &ArchiveJob::end, Qt::QueuedConnection);
    });
}

void ArchiveJob::end()
{
    m_thread.join();
    m_running = false;
    std::exchange(m_done, {})();
}

} // namespace pbx::editor
