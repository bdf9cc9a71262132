// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/studio.h"

class QLocalServer;
class QLocalSocket;

namespace pbx::app {

/// Files given to another start of the program open in the window that has their workspace. Each running program listens at
/// a socket of its own in the user's runtime folder.
class Handover : public QObject {
    Q_OBJECT
public:
    /// Begins to listen. Where that can't be done, others simply open windows of their own.
    explicit Handover(Studio *studio);
    ~Handover() override;

    /// True: a running program has the files now. All of them must belong to a workspace it has open.
    [[nodiscard]] static bool toRunning(const QList<Studio::Place> &files);

private:
    void answer(QLocalSocket *visitor);
    bool take(const QList<Studio::Place> &files);
    MainWindow *windowOf(const QString &file) const;

    Studio *m_studio;
    QLocalServer *m_server;
};

} // namespace pbx::app
