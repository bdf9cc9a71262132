// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/prompts_panel.h"

#include "editor/desk/settings_edits.h"
#include "editor/prompts/prompt_edits.h"
#include "editor/prompts/prompt_model.h"
#include "editor/prompts/waveform.h"
#include "editor/sounds/media_decoder.h"
#include "editor/sounds/sound_job.h"
#include "environment/audio/loudness.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"
#include "environment/prompts/voice_script.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTableView>
#include <QtConcurrentRun>

#include <algorithm>

namespace pbx::editor {

using prompts::State;

namespace {

QPushButton *makeButton(const char *name, const char *icon, QWidget *parent)
{
    auto *button = new QPushButton(*icon ? QIcon::fromTheme(QLatin1StringView(icon)) : QIcon(), QString(), parent);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    return button;
}

bool isOwn(State state)
{
    return state == State::Own || state == State::Placeholder || state == State::Stale || state == State::WrongFormat;
}

} // namespace

PromptsPanel::PromptsPanel(Desk *desk, QWidget *parent)
    : Panel(desk, parent), m_model(new PromptModel(this)), m_filter(new PromptFilter(this))
{
    setObjectName(QStringLiteral("promptsPanel"));
    setAcceptDrops(true);
    m_filter->setSourceModel(m_model);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildMatrix());
    splitter->addWidget(buildDetails());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({560, 380});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addWidget(splitter);
    connectAll();
    retranslate();
}

PromptsPanel::~PromptsPanel()
{
    m_probing.cancel();
}

QWidget *PromptsPanel::buildMatrix()
{
    auto *part = new QWidget(this);
    m_search = new QLineEdit(part);
    m_search->setObjectName(QStringLiteral("promptFilterEdit"));
    m_search->setClearButtonEnabled(true);
    m_showLabel = new QLabel(part);
    m_show = new QComboBox(part);
    m_show->setObjectName(QStringLiteral("promptShowBox"));
    for (int i = 0; i < 4; ++i)
        m_show->addItem(QString());
    m_showLabel->setBuddy(m_show);
    m_counts = new QLabel(part);
    m_script = makeButton("voiceScriptButton", "document-export", part);
    m_view = new QTableView(part);
    m_view->setObjectName(QStringLiteral("promptMatrix"));
    m_view->setModel(m_filter);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_showLabel);
    row->addWidget(m_show);
    auto *below = new QHBoxLayout;
    below->addWidget(m_counts, 1);
    below->addWidget(m_script);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->addLayout(row);
    layout->addWidget(m_view, 1);
    layout->addLayout(below);
    return part;
}

QWidget *PromptsPanel::buildDetails()
{
    auto *part = new QWidget(this);
    m_heading = new QLabel(part);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setWordWrap(true);
    m_wave = new Waveform(part);
    m_words = new QLabel(part);
    m_words->setWordWrap(true);
    m_textLabel = new QLabel(part);
    m_text = new QPlainTextEdit(part);
    m_text->setObjectName(QStringLiteral("promptTextEdit"));
    m_text->setTabChangesFocus(true);
    m_textLabel->setBuddy(m_text);
    m_play = makeButton("promptPlayButton", "media-playback-start", part);
    m_record = makeButton("promptRecordButton", "media-record", part);
    m_speak = makeButton("promptSpeakButton", "audio-volume-high", part);
    m_import = makeButton("promptImportButton", "document-import", part);
    m_trim = makeButton("promptTrimButton", "", part);
    m_level = makeButton("promptLevelButton", "", part);
    m_convert = makeButton("promptConvertButton", "", part);
    m_cut = makeButton("promptCutButton", "edit-cut", part);
    m_remove = makeButton("promptRemoveButton", "edit-delete", part);
    auto *buttons = new QGridLayout;
    int place = 0;
    for (QPushButton *button : {m_play, m_record, m_speak, m_import, m_cut, m_remove, m_trim, m_level, m_convert}) {
        buttons->addWidget(button, place / 3, place % 3);
        ++place;
    }
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->addWidget(m_heading);
    layout->addWidget(m_wave);
    layout->addWidget(m_words);
    layout->addLayout(buttons);
    layout->addWidget(m_textLabel);
    layout->addWidget(m_text, 1);
    return part;
}

void PromptsPanel::connectAll()
{
    connect(&m_probing, &QFutureWatcherBase::finished, this, [this] {
        if (m_probing.future().resultCount() > 0)
            m_probes = m_probing.result();
        if (!m_probing.isCanceled())
            refresh();
    });
    connect(m_search, &QLineEdit::textChanged, m_filter, &PromptFilter::setText);
    connect(m_show, &QComboBox::currentIndexChanged, this, [this](int index) { m_filter->setShow(PromptFilter::Show(index)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showCurrent(); });
    const auto play = [this] {
        const prompts::Cell *cell = m_model->cell(current());
        if (cell && cell->file)
            Q_EMIT playRequested({cell->file->path});
    };
    connect(m_view, &QTableView::activated, this, play);
    connect(m_view, &QTableView::doubleClicked, this, play);
    connect(m_play, &QPushButton::clicked, this, play);
    connect(m_record, &QPushButton::clicked, this, [this] { Q_EMIT recordRequested(language(), chosenPrompts()); });
    connect(m_speak, &QPushButton::clicked, this, [this] { Q_EMIT speakRequested(language(), chosenPrompts()); });
    connect(m_import, &QPushButton::clicked, this, &PromptsPanel::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &PromptsPanel::removeOwn);
    connect(m_trim, &QPushButton::clicked, this, [this] { reshape(tr("Trim"), [](const audio::Sound &sound) { return audio::trimmed(sound); }); });
    connect(m_level, &QPushButton::clicked, this, [this] { reshape(tr("Level"), [](const audio::Sound &sound) { return audio::levelled(sound); }); });
    connect(m_convert, &QPushButton::clicked, this, [this] { reshape(tr("Convert"), [](const audio::Sound &sound) { return sound; }); });
    connect(m_cut, &QPushButton::clicked, this, &PromptsPanel::cut);
    connect(m_wave, &Waveform::selectionChanged, this, [this] {
        const auto [from, to] = m_wave->selection();
        const prompts::Cell *cell = m_model->cell(current());
        m_cut->setEnabled(cell && isOwn(cell->state) && to > from);
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling)
            saveText();
    });
    connect(m_script, &QPushButton::clicked, this, &PromptsPanel::saveScript);
}

QIcon PromptsPanel::icon() const
{
    return QIcon::fromTheme(QStringLiteral("audio-x-generic"));
}

QModelIndex PromptsPanel::current() const
{
    const QModelIndex index = m_filter->mapToSource(m_view->currentIndex());
    return m_model->language(index.column()) ? index : QModelIndex();
}

QString PromptsPanel::currentPrompt() const
{
    const prompts::Row *row = m_model->row(current());
    return row ? QString::fromStdString(row->name) : QString();
}

QString PromptsPanel::language() const
{
    if (const QModelIndex index = current(); index.isValid())
        return QString::fromStdString(*m_model->language(index.column()));
    for (const std::string &language : m_model->matrix().languages) {
        if (!language.empty() && !wantingPrompts(QString::fromStdString(language)).isEmpty())
            return QString::fromStdString(language);
    }
    return m_model->matrix().languages.size() > 1 ? QString::fromStdString(m_model->matrix().languages[1]) : QString();
}

QStringList PromptsPanel::wantingPrompts(const QString &language) const
{
    QStringList prompts;
    const auto &languages = m_model->matrix().languages;
    const auto column = std::ranges::find(languages, language.toStdString()) - languages.begin();
    if (column == std::ptrdiff_t(languages.size()))
        return prompts;
    for (const prompts::Row &row : m_model->matrix().rows) {
        if (!row.users.empty() && PromptModel::wanting(row.cells[size_t(column)].state))
            prompts += QString::fromStdString(row.name);
    }
    return prompts;
}

QStringList PromptsPanel::chosenPrompts() const
{
    QStringList prompts;
    for (const QModelIndex &chosen : m_view->selectionModel()->selectedIndexes()) {
        const QModelIndex index = m_filter->mapToSource(chosen);
        if (index.column() == current().column())
            prompts += QString::fromStdString(m_model->row(index)->name);
    }
    return prompts;
}

prompts::Matrix PromptsPanel::readMatrix()
{
    constexpr qsizetype few = 200;
    const auto matrix = [this](bool probe) {
        return prompts::promptMatrix(desk().workspace(), desk().directory(), desk().domain(), probe, &m_probes);
    };
    prompts::Matrix unread = matrix(false);
    QStringList unknown;
    for (const prompts::Row &row : unread.rows) {
        for (const prompts::Cell &cell : row.cells) {
            if (cell.state == prompts::State::Own && !m_probes.knows(cell.file->path))
                unknown += cell.file->path;
        }
    }
    if (unknown.size() <= few)
        return matrix(true);
    if (!m_probing.isRunning()) {
        m_probing.setFuture(QtConcurrent::run([unknown, cache = m_probes](QPromise<prompts::ProbeCache> &promise) mutable {
            for (const QString &path : unknown) {
                if (promise.isCanceled())
                    return;
                (void)cache.fault(path);
            }
            promise.addResult(std::move(cache));
        }));
    }
    return unread;
}

void PromptsPanel::refresh()
{
    if (!desk().isOpen()) {
        m_model->setMatrix({});
        showCurrent();
        return;
    }
    const bool first = m_model->rowCount() == 0;
    m_model->setMatrix(readMatrix());
    if (first) {
        m_view->resizeColumnsToContents();
        for (int column = 0; column < m_model->columnCount(); ++column)
            m_view->setColumnWidth(column, std::max(m_view->columnWidth(column) + 16, fontMetrics().averageCharWidth() * 13));
        if (m_model->columnCount() > 3)
            m_view->setCurrentIndex(m_filter->index(0, 2));
    }
    int wanting = 0;
    for (const prompts::Row &row : m_model->matrix().rows)
        wanting += !row.users.empty() && std::ranges::any_of(row.cells, &PromptModel::wanting, &prompts::Cell::state);
    m_counts->setText(tr("%n prompt(s)", nullptr, m_model->rowCount()) + QStringLiteral(", ") + tr("%n to be recorded", nullptr, wanting));
    showCurrent();
}

void PromptsPanel::showCurrent()
{
    const QModelIndex index = current();
    const prompts::Cell *cell = m_model->cell(index);
    const bool own = cell && isOwn(cell->state);
    m_heading->setText(cell ? QStringLiteral("%1 · %2 · %3").arg(currentPrompt(), PromptModel::languageText(language().toStdString()), PromptModel::stateText(cell->state))
                            : tr("Choose a prompt in a language"));
    QString trouble;
    audio::Sound sound;
    if (cell && cell->file) {
        if (auto read = audio::read(cell->file->path))
            sound = std::move(*read);
        else
            trouble = read.error();
    }
    if (m_wave->sound() != sound)
        m_wave->setSound(sound);
    QStringList words;
    if (cell && cell->file)
        words += QString::fromStdString(cell->file->workspacePath);
    if (!sound.samples.empty())
        words += m_wave->words();
    if (cell && !cell->note.empty() && trouble.isEmpty())
        words += QString::fromStdString(cell->note);
    words += trouble;
    words.removeAll(QString());
    m_words->setText(words.join(QStringLiteral(" · ")));
    m_play->setEnabled(cell && cell->file && trouble.isEmpty());
    for (QPushButton *button : {m_record, m_speak, m_import})
        button->setEnabled(cell != nullptr);
    for (QPushButton *button : {m_trim, m_level, m_convert, m_remove})
        button->setEnabled(own);
    m_cut->setEnabled(false);
    m_text->setEnabled(cell != nullptr);
    const QScopedValueRollback filling(m_filling, true);
    const QString key = cell ? language() + u'/' + currentPrompt() : QString();
    const QString text = cell ? promptText(desk(), language().toStdString(), currentPrompt().toStdString()) : QString();
    if (key != m_textOf || m_text->toPlainText() != text)
        m_text->setPlainText(text);
    m_textOf = key;
}

void PromptsPanel::saveText()
{
    if (!current().isValid())
        return;
    QString text = m_text->toPlainText();
    text.replace(u'\n', u' ');
    setPromptText(desk(), desk().domain(), language().toStdString(), currentPrompt().toStdString(), text);
}

void PromptsPanel::reshape(const QString &name, const std::function<audio::Sound(const audio::Sound &)> &how)
{
    std::map<QString, std::string> prompts; // by path
    for (const QModelIndex &chosen : m_view->selectionModel()->selectedIndexes()) {
        const QModelIndex index = m_filter->mapToSource(chosen);
        const prompts::Cell *cell = m_model->cell(index);
        if (cell && index.column() == current().column() && isOwn(cell->state))
            prompts.emplace(cell->file->path, m_model->row(index)->name);
    }
    if (prompts.empty())
        return;
    QStringList paths;
    for (const auto &[path, prompt] : prompts)
        paths += path;
    SoundJob::start(this, paths, [this, prompts, name, how, folder = language().toStdString(), domain = desk().domain()](const Sounds &sounds) {
        if (!desk().isOpen() || desk().domain() != domain)
            return;
        PromptEdits edits(desk(), folder);
        for (const auto &[path, sound] : sounds) {
            if (!sound) {
                Q_EMIT desk().failed(desk().workspace().workspacePath(path) + QStringLiteral(": ") + sound.error());
                return;
            }
            edits.reshape(prompts.at(path), how(*sound));
        }
        edits.apply(prompts.size() == 1 ? QStringLiteral("%1 %2").arg(name, QString::fromStdString(prompts.begin()->second))
                                        : tr("%1 %n prompt(s)", nullptr, int(prompts.size())).arg(name));
    });
}

void PromptsPanel::cut()
{
    const auto [from, to] = m_wave->selection();
    audio::Sound sound = m_wave->sound();
    if (to <= from || to > sound.samples.size())
        return;
    sound.samples.erase(sound.samples.begin() + std::ptrdiff_t(from), sound.samples.begin() + std::ptrdiff_t(to));
    PromptEdits edits(desk(), language().toStdString());
    edits.reshape(currentPrompt().toStdString(), sound);
    edits.apply(tr("Cut %1").arg(currentPrompt()));
}

void PromptsPanel::removeOwn()
{
    const prompts::Cell *cell = m_model->cell(current());
    if (!cell || !isOwn(cell->state))
        return;
    desk().changes().closeChange();
    desk().apply(tr("Delete prompt %1").arg(currentPrompt()), {{cell->file->path, std::nullopt}});
}

void PromptsPanel::chooseFiles()
{
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Import Sounds"), QDir::homePath(),
                                                            tr("Sounds (%1);;All files (*)").arg(soundPatterns()));
    if (paths.size() == 1 && current().isValid())
        bringIn(language(), {{paths.front(), currentPrompt().toStdString()}});
    else if (!paths.isEmpty())
        importFiles(language(), paths);
}

void PromptsPanel::importFiles(const QString &language, const QStringList &paths)
{
    std::map<QString, std::string> prompts;
    for (const QString &path : paths)
        prompts.emplace(path, QFileInfo(path).completeBaseName().toLower().toStdString());
    bringIn(language, prompts);
}

void PromptsPanel::bringIn(const QString &language, const std::map<QString, std::string> &prompts)
{
    QStringList paths;
    QStringList misnamed;
    for (const auto &[path, prompt] : prompts) {
        if (files::checkName(prompt).accepted() && files::isLookupName(prompt))
            paths += path;
        else
            misnamed += tr("%1: no name for a prompt").arg(QFileInfo(path).fileName());
    }
    SoundJob::start(this, paths, [this, prompts, misnamed, language, domain = desk().domain()](const Sounds &sounds) {
        if (!desk().isOpen() || desk().domain() != domain)
            return;
        PromptEdits edits(desk(), language.toStdString());
        QStringList troubles = misnamed;
        for (const auto &[path, sound] : sounds) {
            if (sound)
                edits.put(prompts.at(path), audio::levelled(audio::trimmed(*sound)), prompts::Origin::Imported);
            else
                troubles += QFileInfo(path).fileName() + QStringLiteral(": ") + sound.error();
        }
        // The studio's work comes in whole or not at all: a half-taken delivery is hard to check.
        if (!troubles.isEmpty())
            Q_EMIT desk().failed(tr("Nothing was imported:") + u'\n' + troubles.join(u'\n'));
        else
            edits.apply(prompts.size() == 1 ? tr("Import %1").arg(QString::fromStdString(prompts.begin()->second))
                                            : tr("Import %n prompt(s)", nullptr, int(prompts.size())));
    });
}

void PromptsPanel::saveScript()
{
    const QString folder = language();
    const QStringList wanting = wantingPrompts(folder);
    const QString path = QFileDialog::getSaveFileName(this, tr("Script for a Voice Talent"),
                                                      QDir::home().filePath((folder.isEmpty() ? QStringLiteral("prompts") : folder) + QStringLiteral(".csv")),
                                                      tr("Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    std::vector<std::string> names;
    for (const QString &prompt : wanting)
        names.push_back(prompt.toStdString());
    files::PromptTexts texts;
    for (const std::string &name : names)
        texts.setText(name, promptText(desk(), folder.toStdString(), name).toStdString());
    if (auto saved = files::saveFile(path, prompts::voiceScript(m_model->matrix(), folder.toStdString(), names, texts)); !saved)
        Q_EMIT desk().failed(saved.error());
}

void PromptsPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void PromptsPanel::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    if (!paths.isEmpty() && desk().isOpen())
        importFiles(language(), paths);
    event->acceptProposedAction();
}

void PromptsPanel::retranslate()
{
    m_search->setPlaceholderText(tr("Find a prompt"));
    m_search->setAccessibleName(tr("Find a prompt by name"));
    m_showLabel->setText(tr("Show:"));
    const QString shows[] = {tr("all prompts"), tr("to be recorded"), tr("own"), tr("used by nobody")};
    for (int i = 0; i < 4; ++i)
        m_show->setItemText(i, shows[i]);
    m_view->setAccessibleName(tr("Prompts and languages"));
    m_script->setText(tr("Script…"));
    m_script->setToolTip(tr("Save what a voice talent has to read, one prompt a row"));
    m_textLabel->setText(tr("Te&xt:"));
    m_text->setPlaceholderText(tr("What the prompt says"));
    m_play->setText(tr("&Play"));
    m_record->setText(tr("&Record…"));
    m_speak->setText(tr("Spea&k"));
    m_speak->setToolTip(tr("Let the computer speak the text until it is recorded"));
    m_import->setText(tr("&Import…"));
    m_remove->setText(tr("&Delete"));
    m_remove->setToolTip(tr("Delete the domain's own file; the one behind it is heard again"));
    m_trim->setText(tr("Tri&m"));
    m_trim->setToolTip(tr("Cut the silence at both ends"));
    m_level->setText(tr("&Level"));
    m_level->setToolTip(tr("Make it as loud as the others"));
    m_convert->setText(tr("Co&nvert"));
    m_convert->setToolTip(tr("Save it as 8 kHz 16-bit mono"));
    m_cut->setText(tr("C&ut"));
    m_cut->setToolTip(tr("Cut out the chosen part of the curve"));
}

} // namespace pbx::editor
