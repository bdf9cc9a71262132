// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/remote_job.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace pbx::editor {

class Notice;

/// A connection, step by step as it comes about: each with a mark, what was found, and at the end what to do. A certificate
/// nobody vouches for is shown and can be trusted.
class ConnectionTest : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionTest(QWidget *parent = nullptr);

    void start(const ServerAccess &access);
    void stop() { m_job.stop(); }
    bool running() const { return m_job.running(); }
    /// As before the first test.
    void clear();

Q_SIGNALS:
    void finished(bool good);
    void trustRequested(const QByteArray &certificate);

private:
    void take(const server::Step &step);
    void end();
    void showCertificate(const server::Failure &failure);

    using Outcome = std::expected<QString, server::Failure>; ///< the server's version

    QTreeWidget *m_steps;
    Notice *m_notice;
    QWidget *m_certificate;
    QLabel *m_certificateText;
    QPushButton *m_trust;
    QByteArray m_offered;
    std::optional<Outcome> m_outcome;
    RemoteJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
