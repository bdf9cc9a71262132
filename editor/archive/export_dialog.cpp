// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/archive/export_dialog.h"

#include "editor/desk/size_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>

namespace pbx::editor {

namespace {

enum Column { NameColumn, LanguageColumn, ActionColumn, SizeColumn, ReasonColumn };
constexpr int SortRole = Qt::UserRole;

} // namespace

std::optional<ExportDialog::Result> ExportDialog::run(QWidget *parent, const LayerPointer &layer, const QString &suggestedPath)
{
    ExportDialog dialog(layer, suggestedPath, parent);
    dialog.exec();
    return dialog.result();
}

ExportDialog::ExportDialog(LayerPointer layer, const QString &suggestedPath, QWidget *parent)
    : QDialog(parent), m_layer(std::move(layer)), m_files(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export an Archive"));
    m_files->setSortRole(SortRole);
    build();
    m_path->setText(QDir::toNativeSeparators(suggestedPath));
    m_slow.setSingleShot(true);
    m_slow.setInterval(300); // what is quicker needs no bar that flashes by
    connect(&m_slow, &QTimer::timeout, m_progress, &QWidget::show);
    connect(&m_job, &ArchiveJob::progressed, m_progress, &QProgressBar::setValue);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::showPlan);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::checkPath);
    showPlan();
}

void ExportDialog::build()
{
    m_what = new QComboBox(this);
    m_what->setObjectName(QStringLiteral("exportWhatBox"));
    m_what->addItem(tr("The whole environment, with a folder for each language"), QString());
    for (const std::string &language : m_layer->languages()) {
        const QString name = QString::fromStdString(language);
        m_what->addItem(tr("Only the language %1, for the page of that language").arg(name), name);
    }
    m_view = fileList(QStringLiteral("exportList"), this);
    m_view->setAccessibleName(tr("Files for the archive"));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setModel(m_files);
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("exportCounts"));
    m_path = new QLineEdit(this);
    m_path->setObjectName(QStringLiteral("exportPathEdit"));
    m_browse = new QPushButton(tr("&Browse…"), this);
    m_browse->setAutoDefault(false);
    m_notice.emplace(QStringLiteral("exportNotice"), this);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setRange(0, 1000);
    m_progress->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setDefault(true);

    auto *what = new QFormLayout;
    what->addRow(tr("&What:"), m_what);
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    auto *pathLabel = new QLabel(tr("&File:"), this);
    pathLabel->setBuddy(m_path);
    auto *where = new QFormLayout;
    where->addRow(pathLabel, row);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(what);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_counts);
    layout->addLayout(where);
    layout->addLayout(m_notice->layout());
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    resize(780, 540);

    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
}

void ExportDialog::showPlan()
{
    const QString language = m_what->currentData().toString();
    m_plan = archive::planExport(*m_layer, language.isEmpty() ? std::nullopt : std::optional(language.toStdString()));
    m_files->clear();
    m_files->setHorizontalHeaderLabels({tr("Name"), tr("Language"), tr("What will happen"), tr("Size"), tr("Remark")});
    const QIcon in = themeIcon(QStringLiteral("document-new"), style());
    const QIcon out = themeIcon(QStringLiteral("dialog-warning"), style());
    for (const archive::ExportFile &file : m_plan.files) {
        const QStringList texts{filePart(file.name), languagePart(file.name), file.included ? tr("Goes in") : tr("Stays out"),
                                file.included ? sizeText(file.size) : QString(), file.reason};
        QList<QStandardItem *> items;
        for (const QString &text : texts) {
            items += new QStandardItem(text);
            items.back()->setData(text, SortRole);
            items.back()->setToolTip(file.reason.isEmpty() ? QString::fromStdString(file.name) : file.reason);
        }
        items[ActionColumn]->setIcon(file.included ? in : out);
        items[SizeColumn]->setData(qint64(file.size), SortRole);
        items[SizeColumn]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_files->appendRow(items);
    }
    m_view->header()->resizeSection(NameColumn, m_view->fontMetrics().averageCharWidth() * 34);
    for (const int column : {LanguageColumn, ActionColumn, SizeColumn})
        m_view->resizeColumnToContents(column);
    QString line = tr("%n file(s) go in, %1.", nullptr, m_plan.count()).arg(sizeText(m_plan.bytes));
    if (const int outside = m_plan.count(false); outside > 0)
        line += u' ' + tr("%n stay(s) out.", nullptr, outside);
    m_counts->setText(line);
    checkPath();
}

QString ExportDialog::path() const
{
    const QString text = QDir::cleanPath(QDir::fromNativeSeparators(m_path->text().trimmed()));
    return text.isEmpty() || text.endsWith(u".tar", Qt::CaseInsensitive) ? text : text + QStringLiteral(".tar");
}

void ExportDialog::checkPath()
{
    const QString file = path();
    const QFileInfo info(file);
    QString problem;
    if (m_plan.count() == 0)
        problem = tr("There is no file to export.");
    else if (m_path->text().trimmed().isEmpty() || QDir::isRelativePath(file))
        problem = tr("Give the full path of the archive.");
    else if (info.isDir())
        problem = tr("A folder has this name. Choose another one.");
    else if (!QFileInfo(info.absolutePath()).isDir())
        problem = tr("There is no folder %1.").arg(QDir::toNativeSeparators(info.absolutePath()));
    else if (file.startsWith(QDir::cleanPath(m_layer->folder()) + u'/'))
        problem = tr("Inside the environment the archive would become one of its files. Choose another folder.");
    const bool replaces = problem.isEmpty() && info.exists();
    m_export->setEnabled(problem.isEmpty() && !m_job.running());
    m_export->setText(replaces ? tr("&Replace the Archive") : tr("&Export %n File(s)", nullptr, m_plan.count()));
    if (!problem.isEmpty())
        m_notice->show(NoticeLine::Kind::Error, problem);
    else if (replaces)
        m_notice->show(NoticeLine::Kind::Warning, tr("%1 is there already and will be replaced.").arg(info.fileName()));
    else
        m_notice->clear();
}

void ExportDialog::browse()
{
    // That a file is replaced is told here, in the dialog itself.
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Export an Archive"), path(), tr("Tar archives (*.tar)"), nullptr,
                                                        QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        m_path->setText(QDir::toNativeSeparators(chosen));
}

void ExportDialog::showBusy(bool busy)
{
    m_progress->setValue(0);
    m_progress->hide();
    if (busy)
        m_slow.start();
    else
        m_slow.stop();
    for (QWidget *widget : {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_path),
                            static_cast<QWidget *>(m_browse)})
        widget->setEnabled(!busy);
    m_export->setEnabled(!busy);
}

void ExportDialog::write()
{
    if (m_job.running() || !m_export->isEnabled())
        return;
    m_outcome.reset();
    showBusy(true);
    m_job.start([this, file = path()](const archive::Progress &progress) { m_outcome = archive::writeExport(m_plan, file, progress); },
                [this] { written(); });
}

void ExportDialog::written()
{
    if (*m_outcome) {
        m_result = Result{path(), **m_outcome};
        accept();
        return;
    }
    showBusy(false);
    m_notice->show(m_job.stopped() ? NoticeLine::Kind::Note : NoticeLine::Kind::Error, m_outcome->error());
}

void ExportDialog::reject()
{
    if (m_job.running())
        m_job.stop();
    else
        QDialog::reject();
}

} // namespace pbx::editor
