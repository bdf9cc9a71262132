// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/server_book.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLineEdit;

namespace pbx::editor {

/// Asks for the password of a server, to be remembered as long as the program runs, or in the desktop's keyring.
class PasswordDialog : public QDialog {
    Q_OBJECT
public:
    /// `why`: why the keyring could not be asked; empty: it has none.
    PasswordDialog(const server::ServerSettings &settings, const QString &why, QWidget *parent = nullptr);
    QString password() const;
    bool keep() const;

private:
    QLineEdit *m_password;
    QCheckBox *m_keep;
};

/// What is needed to log in, from this session or the keyring, else from the user: `use` gets it, now or later. It is not
/// called when the user gives up.
void withAccess(ServerBook *book, const QString &url, QWidget *window, const std::function<void(const ServerAccess &)> &use);

/// A wrong password is asked for again the next time, not tried again.
void noteFailure(ServerBook *book, const QString &url, const server::Failure &failure);

} // namespace pbx::editor
