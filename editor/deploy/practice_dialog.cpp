// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/practice_dialog.h"

#include "editor/deploy/pieces.h"
#include "editor/deploy/practice_host.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QRadioButton>

namespace pbx::editor {

PracticeDialog::PracticeDialog(PracticeHost *host, const QString &workspace, QWidget *parent)
    : QDialog(parent), m_host(host), m_workspace(workspace)
{
    setObjectName(QStringLiteral("practiceDialog"));
    setWindowTitle(tr("Practice Server"));
    auto *words = plainLabel("practiceWords", this);
    words->setText(tr("A server inside of this program that takes the same commands as the real one and is as strict. It is reached from "
                      "this computer alone, and ends with the program."));
    m_notice = new Notice("practiceNotice", this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_start = buttons->addButton(tr("&Start"), QDialogButtonBox::ActionRole);
    m_start->setObjectName(QStringLiteral("practiceStartButton"));
    m_start->setDefault(true);
    m_stop = buttons->addButton(tr("S&top It"), QDialogButtonBox::ActionRole);
    m_stop->setObjectName(QStringLiteral("practiceStopButton"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(buildWhere());
    layout->addWidget(buildReach());
    layout->addWidget(m_notice);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(620, 320);
    connect(m_start, &QPushButton::clicked, this, &PracticeDialog::start);
    connect(m_stop, &QPushButton::clicked, m_host, &PracticeHost::stop);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_host, &PracticeHost::changed, this, [this] {
        showState();
        if (m_host->running() && std::exchange(m_wanted, false))
            Q_EMIT chosen(m_host->settings().url());
    });
    connect(m_host, &PracticeHost::failed, this, [this](const QString &text) {
        m_wanted = false;
        showState();
        m_notice->show(Notice::Kind::Error, text);
    });
    showState();
}

QWidget *PracticeDialog::buildWhere()
{
    m_where = new QWidget(this);
    m_copy = new QRadioButton(tr("Over a &copy of this workspace, thrown away at the end"), m_where);
    m_copy->setObjectName(QStringLiteral("practiceCopyButton"));
    m_inFolder = new QRadioButton(tr("Over a &folder that stays:"), m_where);
    m_inFolder->setObjectName(QStringLiteral("practiceFolderButton"));
    m_folder = new QLineEdit(m_where);
    m_folder->setObjectName(QStringLiteral("practiceFolderEdit"));
    m_folder->setAccessibleName(tr("Folder of the practice server"));
    m_folder->setPlaceholderText(tr("a workspace, or an empty folder that gets a copy of this one"));
    m_browse = deployButton("practiceBrowseButton", "folder-open", tr("C&hoose…"), m_where);
    m_copy->setEnabled(!m_workspace.isEmpty());
    (m_copy->isEnabled() ? m_copy : m_inFolder)->setChecked(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_inFolder);
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    auto *layout = new QVBoxLayout(m_where);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_copy);
    layout->addLayout(row);
    connect(m_inFolder, &QRadioButton::toggled, this, &PracticeDialog::showState);
    connect(m_folder, &QLineEdit::textChanged, this, &PracticeDialog::showState);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the Practice Server"), m_folder->text());
        if (!folder.isEmpty())
            m_folder->setText(QDir::toNativeSeparators(folder));
    });
    return m_where;
}

QWidget *PracticeDialog::buildReach()
{
    m_reach = new QWidget(this);
    auto *form = new QFormLayout(m_reach);
    form->setContentsMargins(0, 0, 0, 0);
    const auto line = [this, form](const char *name, const QString &label) {
        auto *edit = new QLineEdit(m_reach);
        edit->setObjectName(QLatin1StringView(name));
        edit->setReadOnly(true);
        auto *copy = deployButton("", "edit-copy", tr("Copy"), m_reach);
        copy->setAccessibleName(tr("Copy: %1").arg(QString(label).remove(u'&').remove(u':')));
        auto *row = new QHBoxLayout;
        row->addWidget(edit, 1);
        row->addWidget(copy);
        form->addRow(label, row);
        static_cast<QLabel *>(form->labelForField(row))->setBuddy(edit);
        connect(copy, &QPushButton::clicked, edit, [edit] { QApplication::clipboard()->setText(edit->text()); });
        return edit;
    };
    m_address = line("practiceAddressEdit", tr("&Address:"));
    m_user = line("practiceUserEdit", tr("&User:"));
    m_password = line("practicePasswordEdit", tr("&Password:"));
    m_serves = line("practiceServesEdit", tr("S&erves:"));
    return m_reach;
}

void PracticeDialog::start()
{
    m_wanted = true;
    const bool copy = m_copy->isChecked();
    m_host->start(m_workspace, copy ? PracticeHost::Where::Copy : PracticeHost::Where::Folder, m_folder->text().trimmed());
    showState();
}

void PracticeDialog::showState()
{
    const bool running = m_host->running();
    const bool folder = m_inFolder->isChecked();
    m_where->setVisible(!running);
    m_where->setEnabled(!m_host->starting());
    m_folder->setEnabled(folder);
    m_browse->setEnabled(folder);
    m_reach->setVisible(running);
    m_start->setVisible(!running);
    m_start->setEnabled(!m_host->starting() && (!folder || QDir::isAbsolutePath(m_folder->text().trimmed())));
    m_stop->setVisible(running);
    m_notice->clear();
    if (m_host->starting())
        m_notice->show(Notice::Kind::Note, tr("Starting…"));
    if (!running)
        return;
    m_address->setText(m_host->settings().host + u':' + QString::number(m_host->settings().effectivePort()));
    m_user->setText(m_host->settings().user);
    m_password->setText(m_host->password());
    m_serves->setText(QDir::toNativeSeparators(m_host->folder()));
    m_notice->show(Notice::Kind::Good, tr("It runs, and is the server of this workspace's Deploy panel now."));
}

} // namespace pbx::editor
