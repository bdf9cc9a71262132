// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/editor_page.h"

#include "editor/code/code_editor.h"
#include "editor/code/difference_view.h"
#include "editor/code/find_bar.h"
#include "editor/code/notice_bar.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QUrl>

namespace pbx::editor {

EditorPage::EditorPage(QWidget *parent)
    : QWidget(parent), m_editor(new CodeEditor(this)), m_document(new Document(m_editor, this)),
      m_analyser(new Analyser(this)), m_findBar(new FindBar(m_editor, this)), m_notice(new NoticeBar(this)),
      m_recovered(new NoticeBar(this)), m_stock(new NoticeBar(this))
{
    setObjectName(QStringLiteral("editorPage"));
    m_notice->setObjectName(QStringLiteral("diskChangeBar"));
    m_difference = m_notice->addButton("showDifferenceButton");
    m_reload = m_notice->addButton("reloadButton");
    m_overwrite = m_notice->addButton("overwriteButton");
    m_ignore = m_notice->addButton("ignoreDiskButton");
    m_notice->hide();
    m_recovered->setObjectName(QStringLiteral("recoveredBar"));
    m_keepRecovered = m_recovered->addButton("keepRecoveredButton");
    m_discardRecovered = m_recovered->addButton("discardRecoveredButton");
    m_recoveredDifference = m_recovered->addButton("recoveredDifferenceButton");
    m_recovered->hide();
    m_stock->setObjectName(QStringLiteral("stockBar"));
    m_ownCopy = m_stock->addButton("ownCopyButton");
    m_stock->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_recovered);
    layout->addWidget(m_stock);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_findBar);
    setFocusProxy(m_editor);

    connect(m_editor, &CodeEditor::caretMoved, this, &EditorPage::caretMoved);
    connect(m_editor, &QsciScintillaBase::SCN_URIDROPPED, this, &EditorPage::fileDropped);
    connect(m_editor, &QsciScintilla::textChanged, m_analyser, &Analyser::touch);
    connect(m_analyser, &Analyser::textNeeded, this, [this] {
        if (m_document->isProgram())
            m_analyser->submit(m_editor->bytes());
    });
    connect(m_analyser, &Analyser::finished, this, [this](const Analysis &analysis) {
        m_editor->setAnalysis(analysis);
        Q_EMIT remarksChanged();
    });
    connect(m_document, &Document::pathChanged, this, [this] {
        m_analyser->setFileName(m_document->path());
        if (m_document->isProgram())
            m_analyser->touch();
        else
            m_editor->setAnalysis({});
    });
    connect(m_document, &Document::diskChanged, this, &EditorPage::showDisk);
    connect(m_difference, &QPushButton::clicked, this, &EditorPage::showDifference);
    const auto reload = [this] {
        if (auto done = m_document->reload(); !done)
            Q_EMIT errorOccurred(done.error());
    };
    connect(m_reload, &QPushButton::clicked, this, reload);
    connect(m_document, &Document::recoveredChanged, this, &EditorPage::showRecovered);
    connect(m_recoveredDifference, &QPushButton::clicked, this, &EditorPage::showDifference);
    connect(m_discardRecovered, &QPushButton::clicked, this, reload);
    connect(m_keepRecovered, &QPushButton::clicked, this, [this] {
        m_document->keepRecovered();
        m_editor->setFocus();
    });
    connect(m_overwrite, &QPushButton::clicked, this, &EditorPage::overwriteRequested);
    connect(m_ownCopy, &QPushButton::clicked, this, &EditorPage::ownCopyRequested);
    connect(m_ignore, &QPushButton::clicked, m_document, &Document::ignoreDisk);
    retranslate();
}

EditorPage::~EditorPage()
{
    // The editor tells of its end after the page's own members are gone.
    m_editor->disconnect(this);
    m_editor->disconnect(m_document);
    m_editor->disconnect(m_analyser);
    m_editor->disconnect(m_findBar);
}

std::expected<void, QString> EditorPage::load(const QString &path)
{
    auto loaded = m_document->load(path);
    if (loaded)
        m_editor->setAccessibleName(m_document->fileName());
    return loaded;
}

void EditorPage::setStock(bool stock)
{
    m_editor->setReadOnly(stock);
    m_stock->setVisible(stock);
}

bool EditorPage::isStock() const
{
    return !m_stock->isHidden();
}

QByteArray EditorPage::text() const
{
    return m_editor->bytes();
}

const QList<Remark> &EditorPage::remarks() const
{
    return m_editor->remarks();
}

void EditorPage::showDisk()
{
    const Document::Disk disk = m_document->disk();
    m_notice->setVisible(disk != Document::Disk::Same);
    const bool removed = disk == Document::Disk::Removed;
    m_notice->setText(removed ? tr("%1 was deleted or renamed by another program.").arg(m_document->fileName())
                              : tr("%1 was changed by another program.").arg(m_document->fileName()));
    m_difference->setVisible(!removed);
    m_reload->setVisible(!removed);
    m_overwrite->setText(removed ? tr("Save &Again") : tr("&Overwrite"));
}

void EditorPage::showRecovered()
{
    const QDateTime from = m_document->recoveredFrom();
    m_recovered->setVisible(from.isValid());
    if (!from.isValid())
        return;
    const bool onDisk = m_document->disk() != Document::Disk::Removed;
    m_discardRecovered->setVisible(onDisk);
    m_recoveredDifference->setVisible(onDisk);
    const QString when = QLocale().toString(from.toLocalTime(), QLocale::ShortFormat);
    m_recovered->setText(tr("Unsaved changes from %1 were recovered.").arg(when));
}

void EditorPage::showDifference()
{
    const auto disk = m_document->bytesOnDisk();
    if (!disk) {
        Q_EMIT errorOccurred(disk.error());
        return;
    }
    auto *dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("differenceDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("%1: here and on the disk").arg(m_document->fileName()));
    dialog->resize(760, 520);
    auto *view = new DifferenceView(dialog);
    view->setTextFont(m_editor->font());
    view->setName(dialog->windowTitle());
    view->setTexts(m_editor->bytes(), *disk);
    auto *legend = new QLabel(tr("− only here    + only on the disk"), dialog);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(legend);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    dialog->open();
}

void EditorPage::undo() { m_editor->undo(); }
void EditorPage::redo() { m_editor->redo(); }
void EditorPage::cut() { m_editor->cut(); }
void EditorPage::copy() { m_editor->copy(); }
void EditorPage::paste() { m_editor->paste(); }
void EditorPage::selectAll() { m_editor->selectAll(); }
void EditorPage::find() { m_findBar->open(false); }
void EditorPage::replace() { m_findBar->open(true); }
void EditorPage::findNext() { m_findBar->findNext(); }
void EditorPage::findPrevious() { m_findBar->findPrevious(); }
void EditorPage::toggleComment() { m_editor->toggleComment(); }
void EditorPage::complete() { m_editor->complete(); }
void EditorPage::applyFix(const Remark &remark) { m_editor->applyFix(remark); }
bool EditorPage::canUndo() const { return m_editor->isUndoAvailable(); }
bool EditorPage::canRedo() const { return m_editor->isRedoAvailable(); }
bool EditorPage::hasSelection() const { return m_editor->hasSelectedText(); }
int EditorPage::caretLine() const { return m_editor->caretLine(); }
int EditorPage::caretColumn() const { return m_editor->caretColumn(); }
int EditorPage::lineCount() const { return m_editor->lines(); }
QString EditorPage::wordAtCaret() const { return m_editor->wordAtCaret(); }
void EditorPage::setRunningLine(int line) { m_editor->setRunningLine(line); }
int EditorPage::runningLine() const { return m_editor->runningLine(); }
void EditorPage::setTextFont(const QFont &font) { m_editor->setTextFont(font); }
void EditorPage::setAutomaticCompletion(bool on) { m_editor->setAutomaticCompletion(on); }

void EditorPage::goTo(int line, int column)
{
    m_editor->goTo(line, column);
}

void EditorPage::zoom(int steps)
{
    if (steps == 0)
        m_editor->zoomTo(0);
    else if (steps > 0)
        m_editor->zoomIn(steps);
    else
        m_editor->zoomOut(-steps);
}

void EditorPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT remarksChanged();
    }
    QWidget::changeEvent(event);
}

void EditorPage::retranslate()
{
    m_difference->setText(tr("Show &Difference"));
    m_reload->setText(tr("&Reload"));
    m_ignore->setText(tr("&Ignore"));
    m_stock->setText(tr("This file comes with the server and can only be read."));
    m_ownCopy->setText(tr("&Make an Own Copy"));
    m_keepRecovered->setText(tr("&Keep"));
    m_discardRecovered->setText(tr("Disc&ard"));
    m_recoveredDifference->setText(tr("Sho&w Difference"));
    showDisk();
    showRecovered();
}

} // namespace pbx::editor
