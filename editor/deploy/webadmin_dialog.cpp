// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/webadmin_dialog.h"

#include "editor/deploy/pieces.h"
#include "editor/deploy/server_access.h"
#include "environment/archive/archive.h"
#include "environment/files/workspace.h"
#include "environment/server/webadmin.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFile>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QTemporaryDir>

namespace pbx::editor {

namespace {

server::Failure localFailure(const QString &text)
{
    server::Failure failure;
    failure.kind = server::Failure::Kind::Local;
    failure.message = text;
    return failure;
}

} // namespace

WebAdminDialog::WebAdminDialog(ServerBook *book, const QString &url, const QString &folder, const server::Scope &scope, QWidget *parent)
    : QDialog(parent), m_book(book), m_url(url), m_folder(folder), m_scope(scope)
{
    build();
    connect(&m_job, &RemoteJob::progressed, this, [this](const deploy::Progress &progress) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(progress.allBytes > 0 ? int(progress.bytes * 1000 / progress.allBytes) : 0);
    });
}

void WebAdminDialog::build()
{
    setObjectName(QStringLiteral("webAdminDialog"));
    setWindowTitle(tr("Through WebAdmin's Page"));
    auto *words = plainLabel("webAdminWords", this);
    words->setText(tr("Where the command port is closed, the page of the environment in WebAdmin takes the whole environment as one "
                      "archive. It replaces files and removes none. There is no way back but the next archive: where the command port is "
                      "open, push instead."));
    const server::ServerSettings *settings = m_book->find(m_url);
    m_page = new QLineEdit(settings ? server::webAdminPage(*settings, m_scope).toString() : QString(), this);
    m_page->setObjectName(QStringLiteral("webAdminPageEdit"));
    m_page->setReadOnly(true);
    m_page->setCursorPosition(0);
    m_export = deployButton("webAdminExportButton", "document-export", tr("&Write the Archive…"), this);
    m_open = deployButton("webAdminOpenButton", "", tr("&Open the Page in the Browser"), this);
    m_send = deployButton("webAdminSendButton", "go-up", tr("&Upload from Here"), this);
    m_send->setToolTip(tr("Finds the form for files on the page and sends the archive through it"));
    m_compare = deployButton("webAdminCompareButton", "edit-find", tr("&Compare"), this);
    m_compare->hide();
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Progress"));
    m_notice = new Notice("webAdminNotice", this);
    auto *form = new QFormLayout;
    form->addRow(tr("&Page:"), m_page);
    auto *byHand = new QHBoxLayout;
    byHand->addWidget(m_export);
    byHand->addWidget(m_open);
    byHand->addStretch();
    form->addRow(tr("By hand:"), byHand);
    auto *byItself = new QHBoxLayout;
    byItself->addWidget(m_send);
    byItself->addStretch();
    form->addRow(tr("By itself:"), byItself);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(m_compare, 0, Qt::AlignLeft);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(640, 320);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(QString::fromStdString(m_scope.domain)); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!QDesktopServices::openUrl(QUrl(m_page->text())))
            m_notice->show(Notice::Kind::Warning, tr("No browser could be started. Open the address above yourself."));
    });
    connect(m_send, &QPushButton::clicked, this, &WebAdminDialog::send);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        Q_EMIT compareRequested();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &WebAdminDialog::reject);
    showBusy(false);
}

void WebAdminDialog::send()
{
    withAccess(m_book, m_url, this, [this](const ServerAccess &access) { sendNow(access); });
}

void WebAdminDialog::sendNow(const ServerAccess &access)
{
    if (m_job.running())
        return;
    m_failure.reset();
    m_job.start([this, access](const std::stop_token &stop) { m_failure = upload(access, stop); },
                [this, url = access.settings.url()] { end(url); });
    showBusy(true);
}

/// In the other thread.
std::optional<server::Failure> WebAdminDialog::upload(const ServerAccess &access, const std::stop_token &stop)
{
    const auto workspace = files::Workspace::open(m_folder);
    if (!workspace)
        return localFailure(workspace.error());
    const QTemporaryDir scratch;
    const QString name = (m_scope.isServer() ? QStringLiteral("server") : QString::fromStdString(m_scope.domain)) + QStringLiteral(".tar");
    const auto layer = workspace->environment(m_scope.domain)->sharedLayer(m_scope.isServer() ? files::Layer::Server : files::Layer::Domain);
    const auto written = archive::writeExport(archive::planExport(*layer), scratch.filePath(name),
                                              [&](std::int64_t, std::int64_t) { return !stop.stop_requested(); });
    if (!written)
        return localFailure(written.error());
    QFile file(scratch.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return localFailure(tr("%1 can't be read: %2").arg(file.fileName(), file.errorString()));
    const deploy::Job job = m_job.job(access, stop);
    const auto sent = [&](qint64 bytes, qint64 all) {
        deploy::Progress progress;
        progress.stage = deploy::Progress::Stage::Storing;
        progress.bytes = bytes;
        progress.allBytes = all;
        job.told(progress);
    };
    const auto done = server::uploadArchive(access.settings, access.password, m_scope, file, name, stop, sent);
    return done ? std::nullopt : std::optional(done.error());
}

void WebAdminDialog::end(const QString &url)
{
    showBusy(false);
    if (!m_failure) {
        m_notice->show(Notice::Kind::Good, tr("The page has taken the archive. What it did with it, no page tells: compare, which reads back "
                                              "every file."));
        m_compare->show();
        m_compare->setFocus();
        return;
    }
    noteFailure(m_book, url, *m_failure);
    if (m_failure->kind == server::Failure::Kind::Cancelled)
        m_notice->show(Notice::Kind::Warning, tr("Stopped. What had arrived by then, the server may have stored: compare."));
    else
        m_notice->show(*m_failure);
}

void WebAdminDialog::showBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_progress->setRange(0, 0);
    for (QPushButton *button : {m_open, m_export, m_send})
        button->setEnabled(!busy);
    if (busy) {
        m_compare->hide();
        m_notice->show(Notice::Kind::Note, tr("Writing the archive and sending it…"));
    }
}

void WebAdminDialog::reject()
{
    if (m_job.running())
        m_job.stop();
    else
        QDialog::reject();
}

} // namespace pbx::editor
