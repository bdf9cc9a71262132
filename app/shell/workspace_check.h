// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/check/finding.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <thread>
#include <vector>

namespace pbx::app {

/// Checks a whole workspace in another thread, as it lies on the disk. Asked again meanwhile it starts over when it is
/// done; what came of a workspace that is no longer the one asked for is dropped.
class WorkspaceCheck : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceCheck(QObject *parent = nullptr);
    ~WorkspaceCheck() override;

    /// An empty folder: nothing is checked any more.
    void check(const QString &folder);
    const std::vector<check::Finding> &findings() const { return m_findings; }

Q_SIGNALS:
    void finished();

private:
    void start();
    void take(const QString &folder, std::vector<check::Finding> findings);

    QString m_wanted;
    QTimer m_delay; ///< several files change together
    std::thread m_thread;
    bool m_running = false;
    bool m_again = false;
    std::vector<check::Finding> m_findings;
};

} // namespace pbx::app
