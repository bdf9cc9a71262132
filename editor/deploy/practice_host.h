// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/server_book.h"

#include <QThread>

#include <memory>

class QTemporaryDir;

namespace pbx::editor {

/// A practice server inside of this program, in a thread of its own: over a copy of a workspace that is thrown away at the
/// end, or over a folder that stays. One at a time; it ends with the program.
class PracticeHost : public QObject {
    Q_OBJECT
public:
    enum class Where { Copy, Folder };

    explicit PracticeHost(ServerBook *book, QObject *parent = nullptr);
    ~PracticeHost() override;

    /// changed() or failed() follows. A folder that is missing or empty gets a copy of the workspace first.
    void start(const QString &workspace, Where where, const QString &folder = {});
    void stop();
    bool starting() const { return m_starting; }
    bool running() const { return m_running; }
    const server::ServerSettings &settings() const { return m_settings; }
    QString password() const { return m_password; }
    QString folder() const { return m_folder; } ///< what it serves

Q_SIGNALS:
    /// It runs now, or no longer. The book has it as long as it runs.
    void changed();
    void failed(const QString &text);

private:
    void listen(QObject *inside, const QString &workspace, const std::string &password);
    void began(std::uint16_t port, std::uint16_t httpPort);

    ServerBook *m_book;
    QThread m_thread;
    QObject *m_inside = nullptr; ///< lives in the thread, owns the server
    std::unique_ptr<QTemporaryDir> m_scratch;
    QString m_folder;
    server::ServerSettings m_settings;
    QString m_password;
    bool m_starting = false;
    bool m_running = false;
};

} // namespace pbx::editor
