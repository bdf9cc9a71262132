// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dialogs.h"

#include "environment/accounts/time_zones.h"
#include "environment/files/name_rules.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

namespace pbx::app {

namespace {

QLabel *problemLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QStringLiteral("problemLabel"));
    label->setWordWrap(true);
    // Room for two lines, so that the dialog does not jump when a problem comes and goes.
    label->setMinimumHeight(label->fontMetrics().lineSpacing() * 2);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

QString withSuffix(QString name)
{
    name = name.trimmed().toLower();
    return name.isEmpty() || name.endsWith(u".sppr") || name.endsWith(u".sppi") ? name : name + QStringLiteral(".sppr");
}

} // namespace

NewWorkspaceDialog::NewWorkspaceDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("newWorkspaceDialog"));
    setWindowTitle(tr("New Workspace"));
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("workspaceNameEdit"));
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(QStringLiteral("workspaceFolderEdit"));
    auto *browse = new QToolButton(this);
    browse->setText(QStringLiteral("…"));
    browse->setToolTip(tr("Choose a folder"));
    browse->setAccessibleName(tr("Choose a folder"));
    m_domain = new QLineEdit(this);
    m_domain->setObjectName(QStringLiteral("domainEdit"));
    m_domain->setPlaceholderText(QStringLiteral("company.example"));
    m_zone = new QComboBox(this);
    m_zone->setObjectName(QStringLiteral("zoneBox"));
    for (const accounts::ZoneName &zone : accounts::zoneNames())
        m_zone->addItem(QString::fromUtf8(zone.server.data(), qsizetype(zone.server.size())));
    m_language = new QComboBox(this);
    m_language->setObjectName(QStringLiteral("promptLanguageBox"));
    m_language->addItem(tr("English (default)"), QString());
    m_language->addItem(tr("Russian"), QStringLiteral("Russian"));
    m_problem = problemLabel(this);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Create"));

    auto *folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(browse);
    auto *form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    auto *folderLabel = new QLabel(tr("&Folder:"), this);
    folderLabel->setBuddy(m_folder); // a row that is no widget gets none by itself
    form->addRow(folderLabel, folderRow);
    form->addRow(tr("&Domain:"), m_domain);
    form->addRow(tr("&Time zone:"), m_zone);
    form->addRow(tr("&Language of the prompts:"), m_language);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    resize(520, sizeHint().height());

    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &name) {
        static const QRegularExpression unsafe(QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
        if (!m_folderTouched)
            m_folder->setText(QDir::homePath() + u'/' + QString(name).trimmed().replace(unsafe, QStringLiteral("-")));
        check();
    });
    connect(m_folder, &QLineEdit::textEdited, this, [this] { m_folderTouched = true; });
    connect(m_folder, &QLineEdit::textChanged, this, &NewWorkspaceDialog::check);
    connect(m_domain, &QLineEdit::textChanged, this, &NewWorkspaceDialog::check);
    connect(browse, &QToolButton::clicked, this, &NewWorkspaceDialog::chooseFolder);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QString NewWorkspaceDialog::folder() const
{
    return QDir::cleanPath(m_folder->text().trimmed());
}

files::Workspace::NewWorkspace NewWorkspaceDialog::what() const
{
    return {m_name->text().trimmed(), m_domain->text().trimmed().toLower(), m_zone->currentText(),
            m_language->currentData().toString()};
}

void NewWorkspaceDialog::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Choose a folder"), QDir::homePath());
    if (chosen.isEmpty())
        return;
    m_folderTouched = true;
    m_folder->setText(chosen);
}

void NewWorkspaceDialog::check()
{
    static const QRegularExpression domain(QStringLiteral("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$"));
    QString problem;
    const QDir dir(folder());
    if (m_name->text().trimmed().isEmpty())
        problem = tr("Give the workspace a name.");
    else if (m_folder->text().trimmed().isEmpty() || QDir::isRelativePath(folder()))
        problem = tr("Give the full path of a folder.");
    else if (dir.exists() && !dir.isEmpty())
        problem = tr("The folder is not empty. Choose a new one.");
    else if (!domain.match(m_domain->text().trimmed().toLower()).hasMatch())
        problem = tr("Give the domain its telephones belong to, such as company.example.");
    m_problem->setText(problem);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

NewProgramDialog::NewProgramDialog(const QStringList &domains, const QString &domain, const QString &name, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("newProgramDialog"));
    setWindowTitle(tr("New Program"));
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("programNameEdit"));
    m_name->setText(name);
    m_name->setPlaceholderText(QStringLiteral("callback"));
    m_domain = new QComboBox(this);
    m_domain->setObjectName(QStringLiteral("programPlaceBox"));
    for (const QString &domainName : domains)
        m_domain->addItem(domainName, domainName);
    m_domain->addItem(tr("Server (all domains)"), QString());
    m_domain->setCurrentIndex(qMax(0, m_domain->findData(domain)));
    m_pattern = new QComboBox(this);
    m_pattern->setObjectName(QStringLiteral("programPatternBox"));
    m_pattern->addItem(tr("Answer and wait for a key"), QStringLiteral("simple"));
    m_pattern->addItem(tr("Ask for a number and mail it (call back)"), QStringLiteral("callback"));
    m_pattern->addItem(tr("Offer keys and pass the call on (menu)"), QStringLiteral("menu"));
    m_problem = problemLabel(this);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Create"));
    auto *form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Belongs to:"), m_domain);
    form->addRow(tr("&Template:"), m_pattern);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    resize(420, sizeHint().height());
    connect(m_name, &QLineEdit::textChanged, this, &NewProgramDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QString NewProgramDialog::fileName() const
{
    return withSuffix(m_name->text());
}

QString NewProgramDialog::domain() const
{
    return m_domain->currentData().toString();
}

QString NewProgramDialog::pattern() const
{
    return m_pattern->currentData().toString();
}

void NewProgramDialog::check()
{
    const std::string name = fileName().toStdString();
    const bool usable = !name.empty() && files::checkName(name).accepted() && !fileName().contains(u'/');
    m_problem->setText(name.empty() ? tr("Give the program a name; callers dial it as name#account.")
                                    : QString::fromStdString(files::checkName(name).message));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(usable);
}

} // namespace pbx::app
