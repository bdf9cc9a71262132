// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/servers_dialog.h"

#include "editor/deploy/connection_test.h"
#include "editor/deploy/pieces.h"
#include "editor/deploy/probe_dialog.h"
#include "editor/deploy/server_access.h"
#include "editor/deploy/server_form.h"
#include "environment/server/passwords.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QIcon>
#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>

#include <algorithm>

namespace pbx::editor {

ServersDialog::ServersDialog(ServerBook *book, const QString &current, const std::string &domain, QWidget *parent)
    : QDialog(parent), m_book(book), m_domain(domain)
{
    build();
    connectAll();
    takeBook();
    const auto wanted = std::ranges::find(m_entries, current, &Entry::url);
    fill(wanted != m_entries.end() ? int(wanted - m_entries.begin()) : m_entries.empty() ? -1 : 0);
}

void ServersDialog::build()
{
    setObjectName(QStringLiteral("serversDialog"));
    setWindowTitle(tr("Servers"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    splitter->addWidget(buildDetails());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({230, 700});
    m_notice = new Notice("serversNotice", this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_notice);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ServersDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ServersDialog::reject);
    resize(980, 700);
}

QWidget *ServersDialog::buildList()
{
    auto *part = new QWidget(this);
    m_list = new QListWidget(part);
    m_list->setObjectName(QStringLiteral("serverList"));
    m_list->setAccessibleName(tr("Servers"));
    m_list->setIconSize(QSize(16, 16));
    m_add = deployButton("addServerButton", "list-add", tr("A&dd"), part);
    m_remove = deployButton("removeServerButton", "edit-delete", tr("Re&move"), part);
    m_practice = deployButton("practiceServerButton", "network-server", tr("Pract&ice Server…"), part);
    m_practice->setToolTip(tr("Starts a server inside of this program, to learn and to try things out"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(m_remove);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addWidget(m_practice);
    return part;
}

QWidget *ServersDialog::buildDetails()
{
    auto *part = new QWidget(this);
    m_form = new ServerForm(part);
    m_test = deployButton("testServerButton", "media-playback-start", tr("T&est the Connection"), part);
    m_stop = deployButton("stopTestButton", "", tr("&Stop"), part);
    m_probe = deployButton("probeServerButton", "edit-find", tr("Pro&be…"), part);
    m_probe->setToolTip(tr("Asks the server what no document tells, and keeps the answers"));
    m_steps = new ConnectionTest(part);
    auto *row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addWidget(m_stop);
    row->addStretch();
    row->addWidget(m_probe);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->addWidget(m_form);
    layout->addLayout(row);
    layout->addWidget(m_steps, 1);
    m_area = new QScrollArea(this); // a certificate takes room, and windows are low
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(part);
    return m_area;
}

void ServersDialog::connectAll()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &ServersDialog::show);
    connect(m_add, &QPushButton::clicked, this, &ServersDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &ServersDialog::removeCurrent);
    connect(m_practice, &QPushButton::clicked, this, &ServersDialog::practiceRequested);
    connect(m_form, &ServerForm::edited, this, &ServersDialog::edited);
    connect(m_form, &ServerForm::forgetRequested, this, &ServersDialog::forgetKept);
    connect(m_test, &QPushButton::clicked, this, &ServersDialog::test);
    connect(m_stop, &QPushButton::clicked, m_steps, &ConnectionTest::stop);
    connect(m_probe, &QPushButton::clicked, this, &ServersDialog::probe);
    connect(m_steps, &ConnectionTest::trustRequested, this, &ServersDialog::trust);
    connect(m_steps, &ConnectionTest::finished, this, [this] {
        show(m_row);
        // What to do stands at the lower end.
        QTimer::singleShot(0, this, [this] { m_area->ensureVisible(0, m_area->widget()->height()); });
    });
    connect(m_book, &ServerBook::changed, this, [this] {
        // A practice server has come or gone.
        takeBook();
        fill(qMin(m_row, int(m_entries.size()) - 1));
    });
}

/// What is new in the book, without what was edited here.
void ServersDialog::takeBook()
{
    for (const server::ServerSettings &settings : m_book->servers()) {
        const QString url = settings.url();
        if (!m_removed.contains(url) && std::ranges::find(m_entries, url, &Entry::url) == m_entries.end())
            m_entries.push_back({url, settings, {}, false});
    }
    std::erase_if(m_entries, [this](const Entry &entry) { return !entry.url.isEmpty() && !m_book->find(entry.url); });
}

ServersDialog::Entry *ServersDialog::entry()
{
    return m_row >= 0 && m_row < int(m_entries.size()) ? &m_entries[size_t(m_row)] : nullptr;
}

QString ServersDialog::current() const
{
    return m_row >= 0 && m_row < int(m_entries.size()) ? m_entries[size_t(m_row)].settings.url() : QString();
}

void ServersDialog::fill(int current)
{
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const Entry &entry : m_entries) {
            const QString title = serverTitle(entry.settings);
            m_list->addItem(new QListWidgetItem(QIcon::fromTheme(QStringLiteral("network-server")),
                                                title.isEmpty() ? tr("New server") : title));
        }
        m_list->setCurrentRow(current);
    }
    m_row = -1;
    show(current);
}

void ServersDialog::show(int row)
{
    const bool other = row != m_row;
    m_row = row;
    const Entry *shown = entry();
    if (other) {
        m_steps->clear();
        m_form->setSettings(shown ? shown->settings : server::ServerSettings());
        if (shown)
            m_form->setPassword(shown->password);
    }
    const bool testing = m_steps->running();
    const bool usable = shown && !shown->settings.host.isEmpty() && !shown->settings.user.isEmpty();
    m_form->setEnabled(shown && !testing);
    m_list->setEnabled(!testing);
    m_add->setEnabled(!testing);
    m_remove->setEnabled(shown && !testing);
    m_test->setEnabled(usable && !testing);
    m_stop->setVisible(testing);
    m_probe->setEnabled(usable && !testing);
    const QString wrong = mistake();
    m_notice->show(Notice::Kind::Warning, wrong);
}

void ServersDialog::edited()
{
    Entry *changed = entry();
    if (!changed)
        return;
    changed->settings = m_form->settings();
    changed->password = m_form->password();
    changed->keep = m_form->keepPassword();
    const QString title = serverTitle(changed->settings);
    m_list->item(m_row)->setText(title.isEmpty() ? tr("New server") : title);
    show(m_row);
}

void ServersDialog::add()
{
    m_entries.push_back({});
    m_entries.back().settings.transport = server::Transport::Tls;
    fill(int(m_entries.size()) - 1);
    m_form->focusFirst();
}

void ServersDialog::removeCurrent()
{
    Entry *gone = entry();
    if (!gone)
        return;
    if (!gone->url.isEmpty())
        m_removed += gone->url;
    m_entries.erase(m_entries.begin() + m_row);
    fill(qMin(m_row, int(m_entries.size()) - 1));
}

/// The password typed here, else the one that is known, else the user is asked.
void ServersDialog::withPassword(const std::function<void(const ServerAccess &)> &use)
{
    const Entry *asked = entry();
    if (!asked)
        return;
    const server::ServerSettings settings = asked->settings;
    if (!asked->password.isEmpty()) {
        use({settings, asked->password});
        return;
    }
    if (asked->url == settings.url()) {
        withAccess(m_book, asked->url, this, [settings, use](const ServerAccess &access) { use({settings, access.password}); });
        return;
    }
    auto *dialog = new PasswordDialog(settings, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, settings, use] {
        m_form->setPassword(dialog->password());
        edited();
        use({settings, dialog->password()});
    });
    dialog->open();
}

void ServersDialog::test()
{
    withPassword([this](const ServerAccess &access) {
        m_steps->start(access);
        show(m_row);
    });
}

void ServersDialog::trust(const QByteArray &certificate)
{
    Entry *trusted = entry();
    if (!trusted)
        return;
    trusted->settings.pinned = certificate;
    m_form->setSettings(trusted->settings);
    m_form->setPassword(trusted->password);
    test();
}

void ServersDialog::probe()
{
    withPassword([this](const ServerAccess &access) {
        auto *dialog = new ProbeDialog(access, m_domain, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            if (Entry *probed = entry()) {
                probed->settings.dialect = dialog->dialect();
                m_form->setSettings(probed->settings);
                m_form->setPassword(probed->password);
            }
        });
        dialog->open();
    });
}

void ServersDialog::forgetKept()
{
    const Entry *asked = entry();
    if (!asked)
        return;
    const server::ServerSettings settings = asked->settings;
    m_book->forgetPassword(settings.url());
    if (const auto done = server::forgetPassword(settings); !done)
        m_notice->show(done.error());
    else
        m_notice->show(Notice::Kind::Good, tr("The keyring has no password of %1 any more.").arg(settings.url()));
}

QString ServersDialog::mistake() const
{
    QStringList urls;
    for (const Entry &entry : m_entries) {
        const QString name = serverTitle(entry.settings);
        if (entry.settings.host.isEmpty())
            return tr("“%1” needs a host: the server's name or address.").arg(name.isEmpty() ? tr("New server") : name);
        if (entry.settings.user.isEmpty())
            return tr("“%1” needs a user: the server's administrator or a domain's, as admin@example.com.").arg(name);
        if (urls.contains(entry.settings.url()))
            return tr("%1 is there twice. Remove one of the two.").arg(entry.settings.url());
        urls += entry.settings.url();
    }
    return {};
}

void ServersDialog::accept()
{
    if (m_steps->running())
        return;
    if (const QString wrong = mistake(); !wrong.isEmpty()) {
        m_notice->show(Notice::Kind::Error, wrong);
        return;
    }
    m_book->disconnect(this);
    for (const QString &url : std::as_const(m_removed))
        m_book->remove(url);
    QString trouble;
    for (const Entry &entry : m_entries) {
        const QString url = entry.settings.url();
        m_book->put(entry.url.isEmpty() ? url : entry.url, entry.settings);
        if (entry.password.isEmpty())
            continue;
        m_book->setPassword(url, entry.password);
        if (entry.keep) {
            if (const auto kept = server::keepPassword(entry.settings, entry.password); !kept)
                trouble = kept.error().text();
        }
    }
    if (trouble.isEmpty()) {
        QDialog::accept();
        return;
    }
    // All is taken over but what the keyring refused; the password stays known until the program ends.
    m_notice->show(Notice::Kind::Error, trouble);
    for (Entry &entry : m_entries) {
        entry.url = entry.settings.url();
        entry.keep = false;
    }
    m_removed.clear();
    m_row = -1;
    fill(m_list->currentRow());
    m_notice->show(Notice::Kind::Error, trouble);
}

void ServersDialog::reject()
{
    if (m_steps->running())
        m_steps->stop();
    else
        QDialog::reject();
}

} // namespace pbx::editor
