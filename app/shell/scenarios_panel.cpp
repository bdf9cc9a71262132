// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/scenarios_panel.h"

#include "environment/files/atomic_file.h"
#include "preview/phone/event_text.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>

namespace pbx::app {

namespace {

constexpr qint64 largestScenario = 1024 * 1024;

using Outcome = ScenariosPanel::Outcome;

/// What the file calls itself; a broken one goes by its name.
QString titleOf(const QString &file)
{
    const QString name = QFileInfo(file).completeBaseName();
    const auto text = files::readFile(file, largestScenario);
    if (!text)
        return name;
    const auto scenario = scenario::read({text->constData(), size_t(text->size())}, name.toStdString());
    return scenario ? QString::fromStdString(scenario->title) : name;
}

QString iconOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotRun: break;
    case Outcome::Running: return QStringLiteral("media-playback-start");
    case Outcome::Passed: return QStringLiteral("dialog-ok");
    case Outcome::Failed: return QStringLiteral("dialog-error");
    case Outcome::Impossible: return QStringLiteral("dialog-warning");
    }
    return {};
}

} // namespace

ScenariosPanel::ScenariosPanel(QWidget *parent) : QWidget(parent), m_runs(new ScenarioRuns(this))
{
    setObjectName(QStringLiteral("scenariosPanel"));
    m_stack = new QStackedWidget(this);
    m_empty = new QLabel(m_stack);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_list = new QTreeWidget(m_stack);
    m_list->setObjectName(QStringLiteral("scenariosList"));
    m_list->setColumnCount(ColumnCount);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setExpandsOnDoubleClick(false); // that goes to the line
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(Message, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    header->setSectionResizeMode(State, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Length, QHeaderView::ResizeToContents);
    header->resizeSection(Title, letter * 30);
    header->resizeSection(File, letter * 20);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    m_goTo = new QAction(QIcon::fromTheme(QStringLiteral("go-jump")), {}, this);
    m_runThese = new QAction(QIcon::fromTheme(QStringLiteral("media-playback-start")), {}, this);
    m_copy = new QAction(QIcon::fromTheme(QStringLiteral("edit-copy")), {}, this);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_list->addActions({m_goTo, m_runThese, m_copy});

    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("scenariosSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_onChange = new QCheckBox(this);
    m_onChange->setObjectName(QStringLiteral("runOnChangeCheck"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 0, 8, 4);
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_onChange);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(buildButtons());
    layout->addWidget(m_stack, 1);
    layout->addLayout(foot);
    connectAll();
    retranslate();
}

QLayout *ScenariosPanel::buildButtons()
{
    const auto button = [this](const char *name, const char *icon) {
        auto *made = new QToolButton(this);
        made->setObjectName(QLatin1StringView(name));
        made->setIcon(QIcon::fromTheme(QLatin1StringView(icon)));
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setFocusPolicy(Qt::StrongFocus);
        return made;
    };
    m_runAll = button("runAllButton", "media-playback-start");
    m_runSelected = button("runSelectedButton", "media-playback-start");
    m_stop = button("stopScenariosButton", "media-playback-stop");
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("scenariosFilter"));
    m_filter->setClearButtonEnabled(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 0);
    row->addWidget(m_runAll);
    row->addWidget(m_runSelected);
    row->addWidget(m_stop);
    row->addWidget(m_filter, 1);
    return row;
}

void ScenariosPanel::connectAll()
{
    connect(m_runAll, &QToolButton::clicked, this, [this] { Q_EMIT runRequested({}); });
    const auto selected = [this] {
        if (const QStringList files = selectedFiles(); !files.isEmpty())
            Q_EMIT runRequested(files);
    };
    connect(m_runSelected, &QToolButton::clicked, this, selected);
    connect(m_runThese, &QAction::triggered, this, selected);
    connect(m_stop, &QToolButton::clicked, m_runs, &ScenarioRuns::stop);
    connect(m_filter, &QLineEdit::textChanged, this, &ScenariosPanel::filter);
    const auto go = [this](QTreeWidgetItem *item) {
        if (item && item->parent())
            item = item->parent();
        if (item)
            Q_EMIT activated(item->data(0, PathRole).toString(), item->data(0, LineRole).toInt(), item->data(0, ColumnRole).toInt());
    };
    connect(m_list, &QTreeWidget::itemActivated, this, go);
    connect(m_goTo, &QAction::triggered, this, [this, go] { go(m_list->currentItem()); });
    connect(m_copy, &QAction::triggered, this, [this] {
        QStringList lines;
        for (const QTreeWidgetItem *item : m_list->selectedItems()) {
            QStringList cells;
            for (int column = 0; column < (item->parent() ? 1 : int(ColumnCount)); ++column)
                cells += item->text(column);
            lines += cells.join(u'\t');
        }
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ScenariosPanel::refresh);
    connect(m_runs, &ScenarioRuns::began, this, [this](const QString &file) {
        if (QTreeWidgetItem *item = itemOf(file))
            showOutcome(item, Outcome::Running);
        refresh();
    });
    connect(m_runs, &ScenarioRuns::ended, this, &ScenariosPanel::take);
    connect(m_runs, &ScenarioRuns::finished, this, [this] {
        for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
            QTreeWidgetItem *item = m_list->topLevelItem(row);
            if (Outcome(item->data(0, OutcomeRole).toInt()) == Outcome::Running)
                showOutcome(item, Outcome::NotRun);
        }
        refresh();
    });
}

void ScenariosPanel::setFiles(const QStringList &files, const QString &folder)
{
    if (folder != m_folder) {
        m_runs->stop();
        m_list->clear();
        m_folder = folder;
    }
    for (int row = m_list->topLevelItemCount() - 1; row >= 0; --row) {
        if (!files.contains(m_list->topLevelItem(row)->data(0, PathRole).toString()))
            delete m_list->topLevelItem(row);
    }
    int row = 0;
    for (const QString &file : files) {
        QTreeWidgetItem *item = itemOf(file);
        if (!item) {
            item = new QTreeWidgetItem;
            item->setData(0, PathRole, file);
            item->setText(File, QDir(folder + QStringLiteral("/scenarios")).relativeFilePath(file));
            item->setSizeHint(Title, QSize(0, fontMetrics().height() + 6));
            item->setToolTip(File, file);
            m_list->insertTopLevelItem(row, item);
            item->setData(0, LineRole, 1);
            item->setData(0, ColumnRole, 1);
            showOutcome(item, Outcome::NotRun);
        }
        item->setText(Title, titleOf(file));
        item->setToolTip(Title, item->text(Title));
        ++row;
    }
    filter();
}

void ScenariosPanel::filesChanged()
{
    m_old = count(Outcome::NotRun) < m_list->topLevelItemCount();
    if (m_onChange->isChecked())
        runAll();
    else
        refresh();
}

void ScenariosPanel::select(const QString &file)
{
    QTreeWidgetItem *item = itemOf(file);
    if (!item)
        return;
    if (item->isHidden())
        m_filter->clear();
    m_list->setCurrentItem(item);
    m_list->scrollToItem(item);
}

void ScenariosPanel::runAll()
{
    QStringList files;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        files += m_list->topLevelItem(row)->data(0, PathRole).toString();
    m_old = false;
    run(files);
}

void ScenariosPanel::run(const QStringList &files)
{
    if (files.isEmpty())
        return;
    for (const QString &file : files) {
        if (QTreeWidgetItem *item = itemOf(file))
            showOutcome(item, Outcome::NotRun);
    }
    m_runs->run(files);
    refresh();
}

void ScenariosPanel::take(const QString &file, const scenario::Runner::Outcome &outcome)
{
    QTreeWidgetItem *item = itemOf(file);
    if (!item)
        return;
    const bool possible = outcome.problem.empty();
    const bool passed = possible && outcome.result.passed;
    showOutcome(item, passed ? Outcome::Passed : possible ? Outcome::Failed : Outcome::Impossible);
    if (possible)
        item->setText(Length, phone::timeText(std::int64_t(outcome.result.seconds * 1000 + 0.5)));
    QString message = QString::fromStdString(possible ? outcome.result.message : outcome.problem);
    if (outcome.fault)
        message = QString::fromStdString(outcome.fault->message);
    item->setText(Message, passed ? QString() : message);
    item->setToolTip(Message, item->text(Message));
    item->setData(0, LineRole, outcome.fault ? outcome.fault->line : qMax(1, outcome.result.line));
    item->setData(0, ColumnRole, outcome.fault ? outcome.fault->column : 1);
    if (!passed) {
        const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        const QString details = QString::fromStdString(outcome.result.details);
        for (const QString &line : details.split(u'\n', Qt::SkipEmptyParts)) {
            auto *child = new QTreeWidgetItem(item, {line.sliced(qMin<qsizetype>(4, line.size()))}); // the table is set in by four
            child->setFont(0, fixed);
            child->setToolTip(0, child->text(0));
            child->setFirstColumnSpanned(true);
        }
    }
    refresh();
}

void ScenariosPanel::showOutcome(QTreeWidgetItem *item, Outcome outcome)
{
    QString text;
    switch (outcome) {
    case Outcome::NotRun: text = tr("not run"); break;
    case Outcome::Running: text = tr("running…"); break;
    case Outcome::Passed: text = tr("passed"); break;
    case Outcome::Failed: text = tr("failed"); break;
    case Outcome::Impossible: text = tr("can't be run"); break;
    }
    if (outcome == Outcome::NotRun || outcome == Outcome::Running) {
        qDeleteAll(item->takeChildren());
        item->setText(Length, {});
        item->setText(Message, {});
    }
    item->setData(0, OutcomeRole, int(outcome));
    item->setText(State, text);
    const QPixmap sign = QIcon::fromTheme(iconOf(outcome)).pixmap(QSize(16, 16), devicePixelRatioF());
    QIcon icon(sign);
    icon.addPixmap(sign, QIcon::Selected); // else a selected row fills the sign in, and all look the same
    item->setIcon(State, sign.isNull() ? QIcon() : icon);
    QFont font = item->font(Title);
    font.setBold(outcome == Outcome::Failed || outcome == Outcome::Impossible);
    item->setFont(State, font);
}

QTreeWidgetItem *ScenariosPanel::itemOf(const QString &file) const
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->data(0, PathRole).toString() == file)
            return m_list->topLevelItem(row);
    }
    return nullptr;
}

QStringList ScenariosPanel::selectedFiles() const
{
    QStringList files;
    for (const QTreeWidgetItem *item : m_list->selectedItems()) {
        const QString file = (item->parent() ? item->parent() : item)->data(0, PathRole).toString();
        if (!files.contains(file))
            files += file;
    }
    return files;
}

int ScenariosPanel::count(Outcome outcome) const
{
    int found = 0;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        found += Outcome(m_list->topLevelItem(row)->data(0, OutcomeRole).toInt()) == outcome;
    return found;
}

QString ScenariosPanel::summary() const
{
    if (m_list->topLevelItemCount() == 0)
        return {};
    QStringList parts;
    const int passed = count(Outcome::Passed);
    const int failed = count(Outcome::Failed);
    const int impossible = count(Outcome::Impossible);
    const int open = count(Outcome::NotRun) + count(Outcome::Running);
    if (open == m_list->topLevelItemCount() && !m_runs->running())
        return tr("%n scenario(s), not run yet", nullptr, open);
    if (passed > 0)
        parts += tr("%n scenario(s) passed", nullptr, passed);
    if (failed > 0)
        parts += tr("%n failed", "scenarios", failed);
    if (impossible > 0)
        parts += tr("%n can't be run", "scenarios", impossible);
    if (open > 0)
        parts += m_runs->running() ? tr("%n to come", "scenarios", open) : tr("%n not run", "scenarios", open);
    const QString all = parts.join(QStringLiteral(", "));
    return m_old ? tr("%1 – before the last change of the files").arg(all) : all;
}

bool ScenariosPanel::runsOnChange() const
{
    return m_onChange->isChecked();
}

void ScenariosPanel::setRunsOnChange(bool on)
{
    m_onChange->setChecked(on);
}

void ScenariosPanel::filter()
{
    const QString text = m_filter->text().trimmed();
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        const bool matches = text.isEmpty() || item->text(Title).contains(text, Qt::CaseInsensitive)
            || item->text(File).contains(text, Qt::CaseInsensitive) || item->text(State).contains(text, Qt::CaseInsensitive)
            || item->text(Message).contains(text, Qt::CaseInsensitive);
        item->setHidden(!matches);
        if (!matches)
            item->setSelected(false);
    }
    refresh();
}

void ScenariosPanel::refresh()
{
    const bool any = m_list->topLevelItemCount() > 0;
    m_stack->setCurrentIndex(any ? 1 : 0);
    const bool selected = !m_list->selectedItems().isEmpty();
    m_runAll->setEnabled(any);
    m_runSelected->setEnabled(selected);
    m_runThese->setEnabled(selected);
    m_goTo->setEnabled(selected);
    m_copy->setEnabled(selected);
    m_stop->setEnabled(m_runs->running());
    m_summary->setText(summary());
    m_summary->setToolTip(m_summary->text());
}

void ScenariosPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ScenariosPanel::retranslate()
{
    m_runAll->setText(tr("Run All"));
    m_runSelected->setText(tr("Run Selected"));
    m_stop->setText(tr("Stop"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the scenarios"));
    m_filter->setToolTip(tr("Shows scenarios whose title, file, state or message contains this."));
    m_list->setAccessibleName(tr("Scenarios"));
    m_list->setHeaderLabels({tr("Scenario"), tr("State"), tr("Call lasted"), tr("What happened"), tr("File")});
    m_empty->setText(tr("There are no scenarios yet. Make a call and save it as a scenario: run again, it tells whether the call is "
                        "still the same."));
    m_onChange->setText(tr("Run when files change"));
    m_goTo->setText(tr("&Go to the Line"));
    m_runThese->setText(tr("&Run"));
    m_copy->setText(tr("&Copy"));
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        const auto outcome = Outcome(item->data(0, OutcomeRole).toInt());
        if (outcome != Outcome::Running)
            showOutcome(item, outcome);
    }
    refresh();
}

} // namespace pbx::app
