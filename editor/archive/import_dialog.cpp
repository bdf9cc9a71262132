// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/archive/import_dialog.h"

#include "editor/archive/import_model.h"
#include "editor/desk/size_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyledItemDelegate>

namespace pbx::editor {

using State = archive::PlannedFile::State;

namespace {

/// Names stand below each other, also where there is no box before them.
class NameDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(Qt::CheckStateRole).isValid())
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {option->widget->style()->pixelMetric(QStyle::PM_IndicatorWidth, option, option->widget), 1};
    }
};

} // namespace

std::optional<ImportDialog::Result> ImportDialog::run(QWidget *parent, const QString &tarPath, const QString &environmentFolder)
{
    ImportDialog dialog(tarPath, environmentFolder, parent);
    dialog.exec();
    return dialog.result();
}

ImportDialog::ImportDialog(const QString &tarPath, const QString &environmentFolder, QWidget *parent)
    : QDialog(parent), m_tarPath(tarPath), m_folder(environmentFolder), m_model(new ImportModel(this)),
      m_filter(new ImportFilter(this))
{
    m_filter->setSourceModel(m_model);
    build();
    connect(m_model, &ImportModel::chosenChanged, this, &ImportDialog::showCounts);
    connect(&m_job, &ArchiveJob::progressed, m_progress, &QProgressBar::setValue);
    m_slow.setSingleShot(true);
    m_slow.setInterval(300); // what is quicker needs no bar that flashes by
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_progress->show();
        m_notice->show(NoticeLine::Kind::Note, m_reading ? tr("Reading the archive and comparing it with the environment…")
                                                         : tr("Writing the files…"));
    });
    readArchive();
}

void ImportDialog::build()
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import an Archive"));
    const auto path = [this](const QString &text) {
        auto *label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setText(label->fontMetrics().elidedText(QDir::toNativeSeparators(text), Qt::ElideMiddle, 620));
        label->setToolTip(QDir::toNativeSeparators(text));
        return label;
    };
    auto *from = new QFormLayout;
    from->addRow(tr("Archive:"), path(m_tarPath));
    from->addRow(tr("Into:"), path(m_folder));

    m_notice.emplace(QStringLiteral("importNotice"), this);
    m_again = new QPushButton(tr("&Read Again"), this);
    m_again->setObjectName(QStringLiteral("readAgainButton"));
    m_again->setAutoDefault(false);
    m_again->hide();
    m_notice->layout()->addWidget(m_again, 0, Qt::AlignTop);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setRange(0, 1000);
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("importCounts"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(from);
    layout->addWidget(listOfFiles(), 1);
    layout->addWidget(m_counts);
    layout->addLayout(m_notice->layout());
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    resize(860, 560);

    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &ImportDialog::readArchive);
}

QWidget *ImportDialog::listOfFiles()
{
    auto *area = new QWidget(this);
    m_states = new QComboBox(area);
    m_states->setObjectName(QStringLiteral("importStateBox"));
    m_states->addItem(tr("All files"), -1);
    m_states->addItem(tr("New files"), int(State::New));
    m_states->addItem(tr("Changed files"), int(State::Changed));
    m_states->addItem(tr("Files that are the same"), int(State::Same));
    m_states->addItem(tr("Refused entries"), int(State::Refused));
    auto *label = new QLabel(tr("&Show:"), area);
    label->setBuddy(m_states);
    m_search = new QLineEdit(area);
    m_search->setObjectName(QStringLiteral("importSearchEdit"));
    m_search->setPlaceholderText(tr("Find a file"));
    m_search->setAccessibleName(tr("Find a file by name"));
    m_search->setClearButtonEnabled(true);
    m_all = new QPushButton(tr("Choose &All"), area);
    m_all->setObjectName(QStringLiteral("chooseAllButton"));
    m_all->setToolTip(tr("Choose every file shown that is new or changed"));
    m_none = new QPushButton(tr("Choose &None"), area);
    m_none->setObjectName(QStringLiteral("chooseNoneButton"));
    m_none->setToolTip(tr("Leave out every file shown"));
    m_view = fileList(QStringLiteral("importList"), area);
    m_view->setAccessibleName(tr("Files of the archive"));
    m_view->setModel(m_filter);
    m_view->setItemDelegateForColumn(ImportModel::NameColumn, new NameDelegate(m_view));
    m_view->installEventFilter(this);
    for (QPushButton *button : {m_all, m_none})
        button->setAutoDefault(false);

    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_states);
    top->addWidget(m_search, 1);
    top->addWidget(m_all);
    top->addWidget(m_none);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);

    connect(m_states, &QComboBox::currentIndexChanged, this, [this] {
        const int state = m_states->currentData().toInt();
        m_filter->setState(state < 0 ? std::nullopt : std::optional(State(state)));
    });
    connect(m_search, &QLineEdit::textChanged, m_filter, &ImportFilter::setText);
    connect(m_all, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { choose(false); });
    return area;
}

void ImportDialog::readArchive()
{
    m_again->hide();
    m_plan.reset();
    m_reading = true;
    showBusy(true);
    m_job.start([this](const archive::Progress &progress) { m_plan = archive::planImport(m_tarPath, m_folder, {}, progress); },
                [this] { archiveRead(); });
}

void ImportDialog::archiveRead()
{
    if (m_closing) {
        QDialog::reject();
        return;
    }
    m_reading = false;
    showBusy(false);
    m_model->setPlan(*m_plan ? **m_plan : archive::ImportPlan());
    const QFontMetrics metrics = m_view->fontMetrics();
    QHeaderView *header = m_view->header();
    header->resizeSection(ImportModel::NameColumn, metrics.averageCharWidth() * 34);
    for (const int column : {ImportModel::LanguageColumn, ImportModel::ActionColumn, ImportModel::SizeColumn})
        m_view->resizeColumnToContents(column);
    if (m_filter->rowCount() > 0) {
        m_view->setCurrentIndex(m_filter->index(0, 0));
        m_view->setFocus();
    }
    showCounts();
}

void ImportDialog::showCounts()
{
    const int chosen = m_model->chosenCount();
    m_import->setText(chosen > 0 ? tr("&Import %n File(s)", nullptr, chosen) : tr("&Import"));
    m_import->setEnabled(chosen > 0 && !m_job.running());
    if (m_job.running() || !m_plan)
        return;
    if (!*m_plan) {
        m_counts->clear();
        m_notice->show(NoticeLine::Kind::Error, m_plan->error());
        m_again->show();
        return;
    }
    const archive::ImportPlan &plan = **m_plan;
    QStringList parts;
    if (const int count = plan.count(State::New); count > 0)
        parts += tr("%n new", nullptr, count);
    if (const int count = plan.count(State::Changed); count > 0)
        parts += tr("%n changed", nullptr, count);
    if (const int count = plan.count(State::Same); count > 0)
        parts += tr("%n the same", nullptr, count);
    const int refused = plan.count(State::Refused);
    if (refused > 0)
        parts += tr("%n refused", nullptr, refused);
    QString line = tr("%n file(s) in the archive", nullptr, int(plan.files.size()));
    if (!parts.isEmpty())
        line += QStringLiteral(": ") + parts.join(QStringLiteral(", "));
    line += u'.';
    if (chosen > 0)
        line += u' ' + tr("Chosen: %n file(s), %1.", nullptr, chosen).arg(sizeText(m_model->chosenBytes()));
    m_counts->setText(line);
    if (refused > 0) {
        m_notice->show(NoticeLine::Kind::Error,
                       tr("Nothing of this archive can be taken, because %n of its entries can't be a file of an environment. "
                          "Make the archive again without what is refused.",
                          nullptr, refused));
    } else if (plan.count(State::New) + plan.count(State::Changed) == 0) {
        m_notice->show(NoticeLine::Kind::Note, plan.files.empty() ? tr("The archive has no files.")
                                                                  : tr("The environment has all of this already."));
    } else if (chosen == 0) {
        m_notice->show(NoticeLine::Kind::Note, tr("Choose at least one file to import."));
    } else {
        m_notice->clear();
    }
}

void ImportDialog::showBusy(bool busy)
{
    m_progress->setValue(0);
    m_progress->hide();
    if (busy)
        m_slow.start();
    else
        m_slow.stop();
    for (QWidget *widget : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_states), static_cast<QWidget *>(m_search),
                            static_cast<QWidget *>(m_all), static_cast<QWidget *>(m_none)})
        widget->setEnabled(!busy);
    const bool choosable = m_plan && *m_plan && !(*m_plan)->refused();
    m_all->setEnabled(!busy && choosable);
    m_none->setEnabled(!busy && choosable);
    if (busy)
        m_import->setEnabled(false);
}

void ImportDialog::take()
{
    if (m_job.running() || !m_import->isEnabled())
        return;
    m_outcome.reset();
    showBusy(true);
    m_job.start(
        [this, names = m_model->chosenNames()](const archive::Progress &progress) {
            m_outcome = archive::applyImport(**m_plan, names, archive::KeepBefore::Yes, progress);
        },
        [this] { taken(); });
}

void ImportDialog::taken()
{
    if (*m_outcome) {
        m_result = std::move(**m_outcome);
        accept();
        return;
    }
    showBusy(false);
    showCounts();
    const bool stopped = m_job.stopped();
    m_notice->show(stopped ? NoticeLine::Kind::Note : NoticeLine::Kind::Error, m_outcome->error());
    m_again->setVisible(!stopped);
}

void ImportDialog::reject()
{
    if (!m_job.running()) {
        QDialog::reject();
        return;
    }
    m_closing = m_reading; // what is only read may be left at once
    m_job.stop();
}

void ImportDialog::choose(bool chosen)
{
    std::vector<int> rows;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        rows.push_back(m_filter->mapToSource(m_filter->index(row, 0)).row());
    m_model->setChosen(rows, chosen);
}

/// The space key for all rows that are selected: they follow the current one.
void ImportDialog::toggleSelected()
{
    const QModelIndex current = m_view->currentIndex().siblingAtColumn(ImportModel::NameColumn);
    const bool chosen = current.data(Qt::CheckStateRole).toInt() != Qt::Checked;
    std::vector<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows.push_back(m_filter->mapToSource(index).row());
    m_model->setChosen(rows, chosen);
}

bool ImportDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space
        && m_view->currentIndex().isValid()) {
        toggleSelected();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace pbx::editor
