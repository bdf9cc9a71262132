// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/server_access.h"

#include "editor/deploy/pieces.h"
#include "environment/server/passwords.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>

namespace pbx::editor {

PasswordDialog::PasswordDialog(const server::ServerSettings &settings, const QString &why, QWidget *parent)
    : QDialog(parent), m_password(new QLineEdit(this)), m_keep(new QCheckBox(tr("&Keep it in the desktop's keyring"), this))
{
    setObjectName(QStringLiteral("passwordDialog"));
    setWindowTitle(tr("Log In"));
    m_password->setObjectName(QStringLiteral("passwordEdit"));
    m_password->setEchoMode(QLineEdit::Password);
    m_keep->setObjectName(QStringLiteral("keepPasswordBox"));
    auto *notice = new Notice("passwordNotice", this);
    notice->show(Notice::Kind::Warning, why);
    auto *server = plainLabel("passwordServer", this);
    server->setText(settings.url());
    server->setWordWrap(false);
    m_keep->setEnabled(why.isEmpty()); // a keyring that could not be asked takes nothing either
    auto *form = new QFormLayout;
    form->addRow(tr("Server:"), server);
    form->addRow(tr("&Password of %1:").arg(settings.user), m_password);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Log In"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(notice);
    layout->addLayout(form);
    layout->addWidget(m_keep);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_password->setFocus();
}

QString PasswordDialog::password() const
{
    return m_password->text();
}

bool PasswordDialog::keep() const
{
    return m_keep->isChecked();
}

void withAccess(ServerBook *book, const QString &url, QWidget *window, const std::function<void(const ServerAccess &)> &use)
{
    const server::ServerSettings *found = book->find(url);
    if (!found)
        return;
    const server::ServerSettings settings = *found;
    if (const auto known = book->password(url)) {
        use({settings, *known});
        return;
    }
    const QPointer<ServerBook> there(book);
    const QPointer<QWidget> asker(window);
    const auto kept = server::keptPassword(settings); // the window lives on meanwhile, and may be closed
    if (!there || !asker)
        return;
    if (kept && *kept) {
        book->setPassword(url, **kept);
        use({settings, **kept});
        return;
    }
    auto *dialog = new PasswordDialog(settings, kept ? QString() : kept.error().text(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, window, [there, asker, url, settings, use, dialog] {
        if (!there)
            return;
        const QString password = dialog->password();
        there->setPassword(url, password);
        if (dialog->keep()) {
            if (const auto done = server::keepPassword(settings, password); !done && asker)
                QMessageBox::warning(asker, PasswordDialog::tr("Log In"), done.error().text());
        }
        if (there && asker)
            use({settings, password});
    });
    dialog->open();
}

void noteFailure(ServerBook *book, const QString &url, const server::Failure &failure)
{
    if (failure.kind == server::Failure::Kind::WrongPassword)
        book->forgetPassword(url);
}

} // namespace pbx::editor
