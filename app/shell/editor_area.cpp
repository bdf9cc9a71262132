// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/editor_area.h"

#include "app/shell/whats_this.h"
#include "environment/files/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QTabBar>

namespace pbx::app {

using editor::EditorPage;

namespace {

QString normal(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
}

} // namespace

EditorArea::EditorArea(QWidget *parent)
    : QTabWidget(parent), m_font(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
    setObjectName(QStringLiteral("editorTabs"));
    setDocumentMode(true);
    setTabsClosable(true);
    setMovable(true);
    setElideMode(Qt::ElideNone); // "Att…ant" tells nobody anything; the tabs scroll instead
    setUsesScrollButtons(true);
    connect(this, &QTabWidget::currentChanged, this, &EditorArea::currentPageChanged);
    connect(this, &QTabWidget::tabCloseRequested, this, [this](int index) {
        if (EditorPage *file = page(index))
            Q_EMIT closeRequested(file);
        else
            removeTab(index);
    });
}

EditorPage *EditorArea::page(int index) const
{
    return qobject_cast<EditorPage *>(widget(index));
}

EditorPage *EditorArea::findPage(const QString &path) const
{
    const QString wanted = normal(path);
    for (EditorPage *page : pages()) {
        if (page->document()->path() == wanted)
            return page;
    }
    return nullptr;
}

QList<EditorPage *> EditorArea::pages() const
{
    QList<EditorPage *> all;
    for (int i = 0; i < count(); ++i) {
        if (EditorPage *file = page(i))
            all += file;
    }
    return all;
}

QList<EditorPage *> EditorArea::modifiedPages() const
{
    QList<EditorPage *> modified;
    for (EditorPage *page : pages()) {
        if (page->document()->isModified())
            modified += page;
    }
    return modified;
}

EditorPage *EditorArea::open(const QString &path, bool makeCurrent)
{
    EditorPage *page = findPage(path);
    if (!page) {
        page = new EditorPage(this);
        explainParts(page);
        page->setTextFont(m_font);
        page->setAutomaticCompletion(m_automaticCompletion);
        page->document()->setRecovery(m_recovery);
        if (auto loaded = page->load(normal(path)); !loaded) {
            delete page;
            Q_EMIT errorOccurred(loaded.error());
            return nullptr;
        }
        page->setStock(page->document()->path().startsWith(normal(files::stockFolder()) + u'/'));
        connectPage(page);
        addTab(page, QString());
        updateTitle(page);
    }
    if (makeCurrent)
        setCurrentWidget(page);
    return page;
}

void EditorArea::connectPage(EditorPage *page)
{
    editor::Document *document = page->document();
    const auto changed = [this, page] {
        updateTitle(page);
        if (page == currentPage())
            Q_EMIT currentPageChanged();
    };
    connect(document, &editor::Document::modifiedChanged, this, changed);
    connect(document, &editor::Document::pathChanged, this, changed);
    connect(document, &editor::Document::formatChanged, this, changed);
    connect(page, &EditorPage::caretMoved, this, [this, page] {
        if (page == currentPage())
            Q_EMIT currentPageChanged();
    });
    connect(page, &EditorPage::remarksChanged, this, [this, page] { Q_EMIT remarksChanged(page); });
    connect(page, &EditorPage::overwriteRequested, this, [this, page] { Q_EMIT overwriteRequested(page); });
    connect(page, &EditorPage::ownCopyRequested, this, [this, page] { Q_EMIT ownCopyRequested(page); });
    connect(page, &EditorPage::errorOccurred, this, &EditorArea::errorOccurred);
    connect(page, &EditorPage::fileDropped, this, &EditorArea::fileDropped);
}

void EditorArea::updateTitle(EditorPage *page)
{
    const int index = indexOf(page);
    if (index < 0)
        return;
    const editor::Document *document = page->document();
    QString title = document->fileName();
    title.replace(u'&', QStringLiteral("&&"));
    setTabText(index, document->isModified() ? title + QStringLiteral(" ●") : title);
    setTabToolTip(index, document->isModified() ? tr("%1 (not saved)").arg(document->path()) : document->path());
    setTabIcon(index, QIcon::fromTheme(document->isProgram() ? QStringLiteral("text-x-script")
                                                             : QStringLiteral("text-x-generic")));
}

void EditorArea::closePage(EditorPage *page)
{
    const QString path = page->document()->path();
    page->document()->close();
    removeTab(indexOf(page));
    page->deleteLater();
    Q_EMIT pageClosed(path);
    Q_EMIT currentPageChanged();
}

editor::Panel *EditorArea::currentPanel() const
{
    return qobject_cast<editor::Panel *>(currentWidget());
}

void EditorArea::showPanel(editor::Panel *panel)
{
    if (indexOf(panel) < 0)
        addTab(panel, panel->icon(), panel->title());
    setCurrentWidget(panel);
}

void EditorArea::updatePanelTitles()
{
    for (int i = 0; i < count(); ++i) {
        if (const auto *panel = qobject_cast<editor::Panel *>(widget(i)))
            setTabText(i, panel->title());
    }
}

void EditorArea::closeAll()
{
    for (EditorPage *page : pages())
        closePage(page);
}

void EditorArea::setRunningPlace(const QString &path, int line)
{
    EditorPage *running = path.isEmpty() ? nullptr : findPage(path);
    for (EditorPage *page : pages())
        page->setRunningLine(page == running ? line : 0);
}

void EditorArea::setTextFont(const QFont &font)
{
    m_font = font;
    for (EditorPage *page : pages())
        page->setTextFont(font);
}

void EditorArea::setAutomaticCompletion(bool on)
{
    m_automaticCompletion = on;
    for (EditorPage *page : pages())
        page->setAutomaticCompletion(on);
}

void EditorArea::checkDisk()
{
    for (EditorPage *page : pages())
        page->document()->checkDisk();
}

void EditorArea::giveUpUnsaved()
{
    for (EditorPage *page : pages())
        page->document()->close();
}

} // namespace pbx::app
