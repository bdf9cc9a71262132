// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/pull_new_dialog.h"

#include "editor/deploy/pieces.h"
#include "editor/deploy/server_access.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>

namespace pbx::editor {

PullNewDialog::PullNewDialog(ServerBook *book, const QString &server, QWidget *parent) : QDialog(parent), m_book(book)
{
    build();
    fillServers(server);
    connect(m_book, &ServerBook::changed, this, [this] { fillServers(m_servers->currentData().toString()); });
    connect(&m_job, &RemoteJob::progressed, this, [this](const deploy::Progress &progress) {
        m_stage->setText(progressText(progress));
        m_progress->setRange(0, progress.all);
        m_progress->setValue(progress.done);
    });
    showBusy(false);
}

void PullNewDialog::build()
{
    setObjectName(QStringLiteral("pullNewDialog"));
    setWindowTitle(tr("New Workspace from a Server"));
    m_servers = new QComboBox(this);
    m_servers->setObjectName(QStringLiteral("pullNewServerBox"));
    m_edit = deployButton("pullNewServersButton", "", tr("Se&rvers…"), this);
    m_domain = new QComboBox(this);
    m_domain->setObjectName(QStringLiteral("pullNewDomainBox"));
    m_domain->setEditable(true);
    m_domain->lineEdit()->setPlaceholderText(QStringLiteral("company.example"));
    m_list = deployButton("pullNewListButton", "", tr("&List Them"), this);
    m_list->setToolTip(tr("Asks the server for the names of its domains"));
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(QStringLiteral("pullNewFolderEdit"));
    m_folder->setPlaceholderText(tr("missing or empty"));
    m_browse = deployButton("pullNewBrowseButton", "folder-open", tr("C&hoose…"), this);
    m_stage = plainLabel("pullNewStage", this);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Progress"));
    m_notice = new Notice("pullNewNotice", this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("&Pull"), QDialogButtonBox::ActionRole);
    m_go->setObjectName(QStringLiteral("pullNewButton"));
    m_go->setDefault(true);
    auto *form = new QFormLayout;
    const auto row = [form](const QString &label, QWidget *field, QWidget *button) {
        auto *line = new QHBoxLayout;
        line->addWidget(field, 1);
        line->addWidget(button);
        form->addRow(label, line);
        static_cast<QLabel *>(form->labelForField(line))->setBuddy(field);
    };
    row(tr("&Server:"), m_servers, m_edit);
    row(tr("&Domain:"), m_domain, m_list);
    row(tr("&Folder:"), m_folder, m_browse);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_stage);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(600, 240);
    connect(m_edit, &QPushButton::clicked, this, &PullNewDialog::serversRequested);
    connect(m_list, &QPushButton::clicked, this, &PullNewDialog::listDomains);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the Workspace"), QDir::homePath());
        if (!folder.isEmpty())
            m_folder->setText(QDir::toNativeSeparators(folder));
    });
    connect(m_domain, &QComboBox::currentTextChanged, this, &PullNewDialog::check);
    connect(m_servers, &QComboBox::currentIndexChanged, this, &PullNewDialog::check);
    connect(m_folder, &QLineEdit::textChanged, this, &PullNewDialog::check);
    connect(m_go, &QPushButton::clicked, this, &PullNewDialog::pull);
    connect(buttons, &QDialogButtonBox::rejected, this, &PullNewDialog::reject);
}

void PullNewDialog::fillServers(const QString &url)
{
    m_servers->clear();
    for (const server::ServerSettings &settings : m_book->servers())
        m_servers->addItem(serverTitle(settings), settings.url());
    m_servers->setCurrentIndex(qMax(0, m_servers->findData(url)));
    check();
}

QString PullNewDialog::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

void PullNewDialog::check()
{
    const bool busy = m_job.running();
    const bool server = m_servers->currentIndex() >= 0;
    QString wrong;
    if (!server)
        wrong = tr("No server is set up yet. “Servers…” adds one.");
    else if (!folder().isEmpty() && !QDir::isAbsolutePath(folder()))
        wrong = tr("The folder needs its whole path.");
    else if (!folder().isEmpty() && QDir(folder()).exists() && !QDir(folder()).isEmpty())
        wrong = tr("%1 is not empty. Name a folder that is missing or empty.").arg(m_folder->text());
    m_notice->show(Notice::Kind::Note, busy ? QString() : wrong);
    m_list->setEnabled(server && !busy);
    m_go->setEnabled(!busy && wrong.isEmpty() && !folder().isEmpty() && !m_domain->currentText().trimmed().isEmpty());
}

void PullNewDialog::listDomains()
{
    withAccess(m_book, m_servers->currentData().toString(), this, [this](const ServerAccess &access) {
        if (m_job.running())
            return;
        m_failure.reset();
        m_job.start(
            [this, access](const std::stop_token &stop) {
                auto connection = access.connector(stop)();
                if (!connection) {
                    m_failure = connection.error();
                    return;
                }
                auto names = server::Remote(**connection).domains();
                if (names)
                    m_names = std::move(*names);
                else
                    m_failure = names.error();
            },
            [this] {
                showBusy(false);
                if (showFailure())
                    return;
                const QString before = m_domain->currentText();
                m_domain->clear();
                for (const std::string &name : m_names)
                    m_domain->addItem(QString::fromStdString(name));
                if (!before.isEmpty())
                    m_domain->setCurrentText(before);
                m_domain->setFocus();
            });
        showBusy(true);
    });
}

void PullNewDialog::pull()
{
    withAccess(m_book, m_servers->currentData().toString(), this, [this](const ServerAccess &access) { pullNow(access); });
}

void PullNewDialog::pullNow(const ServerAccess &access)
{
    if (m_job.running())
        return;
    m_failure.reset();
    m_job.start(
        [this, access, folder = folder(), domain = m_domain->currentText().trimmed().toStdString()](const std::stop_token &stop) {
            auto pulled = deploy::pullNew(folder, access.settings, domain, m_job.job(access, stop));
            if (pulled)
                m_pulled = std::move(*pulled);
            else
                m_failure = pulled.error();
        },
        [this] {
            showBusy(false);
            if (!showFailure())
                accept();
        });
    showBusy(true);
}

bool PullNewDialog::showFailure()
{
    if (!m_failure)
        return false;
    noteFailure(m_book, m_servers->currentData().toString(), *m_failure);
    if (m_failure->kind == server::Failure::Kind::Cancelled)
        m_notice->show(Notice::Kind::Note, tr("Stopped."));
    else
        m_notice->show(*m_failure);
    return true;
}

void PullNewDialog::showBusy(bool busy)
{
    m_stage->setVisible(busy);
    m_stage->setText(tr("Connecting…"));
    m_progress->setVisible(busy);
    m_progress->setRange(0, 0);
    for (QWidget *widget : {static_cast<QWidget *>(m_servers), static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_domain),
                            static_cast<QWidget *>(m_folder), static_cast<QWidget *>(m_browse)})
        widget->setEnabled(!busy);
    check();
}

void PullNewDialog::reject()
{
    if (m_job.running())
        m_job.stop();
    else
        QDialog::reject();
}

} // namespace pbx::editor
