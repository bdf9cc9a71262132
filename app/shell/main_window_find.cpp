// SPDX-License-Identifier: GPL-3.0-or-later
// Going anywhere by name, searching the workspace, and the keys of the commands.
#include "app/shell/main_window.h"

#include "app/shell/editor_area.h"
#include "app/shell/settings.h"
#include "app/shell/shortcuts_dialog.h"
#include "editor/desk/desk.h"
#include "editor/locator/locator.h"
#include "editor/locator/section_index.h"
#include "editor/search/search_panel.h"
#include "editor/tree/tree_panel.h"

#include <QApplication>
#include <QMenuBar>

namespace pbx::app {

using editor::EditorPage;
using editor::Place;

void MainWindow::connectFinding()
{
    on(Command::GoAnywhere, &MainWindow::goAnywhere);
    on(Command::SearchWorkspace, &MainWindow::searchWorkspace);
    on(Command::Shortcuts, &MainWindow::changeShortcuts);
    m_search->setSource([this] {
        QList<editor::SearchFile> files;
        if (!m_project)
            return files;
        files = editor::searchableFiles(m_project->workspace());
        const QHash<QString, QByteArray> unsaved = unsavedTexts();
        for (editor::SearchFile &file : files) {
            if (const auto text = unsaved.constFind(file.path); text != unsaved.cend())
                file.text = *text;
        }
        return files;
    });
    connect(m_search, &editor::SearchPanel::activated, this, &MainWindow::openFile);
    applyShortcuts();
}

QHash<QString, QByteArray> MainWindow::unsavedTexts() const
{
    QHash<QString, QByteArray> texts;
    for (const EditorPage *page : m_editors->modifiedPages())
        texts[page->document()->path()] = page->text();
    return texts;
}

void MainWindow::goAnywhere()
{
    updateActions();
    QList<Place> places;
    if (m_project)
        places = editor::placesOf(m_project->workspace());
    for (const Place &place : editor::placesOf(*menuBar(), m_panelsMenu)) {
        if (place.action->isEnabled() && place.action->isVisible() && place.action != (*m_actions)[Command::GoAnywhere])
            places += place;
    }
    auto *locator = new editor::Locator(this);
    locator->setPlaces(places);
    connect(locator, &editor::Locator::chosen, this, &MainWindow::goTo);
    connect(m_sections, &editor::SectionIndex::ready, locator, [this, locator] { locator->addPlaces(m_sections->sections()); });
    m_sections->look(places, unsavedTexts());
    locator->open();
}

void MainWindow::goTo(const Place &place)
{
    switch (place.kind) {
    case Place::Kind::Action:
        if (place.action)
            place.action->trigger();
        break;
    case Place::Kind::Panel:
        for (int id = 0; place.action && id < Docks::Count; ++id) {
            if (m_docks->dock(Docks::Id(id))->toggleViewAction() != place.action)
                continue;
            m_docks->show(Docks::Id(id));
            focusPane(m_docks->dock(Docks::Id(id))->widget());
        }
        break;
    case Place::Kind::Account: showAccount(place.name); break;
    case Place::Kind::Prompt:
        m_tree->showPath(place.path);
        activateFile(place.path);
        break;
    default: openFile(place.path, place.line);
    }
}

void MainWindow::searchWorkspace()
{
    m_docks->show(Docks::Search);
    const EditorPage *page = m_editors->currentPage();
    m_search->beginWith(page && page->hasSelection() ? page->wordAtCaret() : QString());
}

void MainWindow::changeShortcuts()
{
    auto *dialog = new ShortcutsDialog(*m_actions, editor::placesOf(*menuBar(), m_panelsMenu), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_shared.settings->setValue(Setting::Shortcuts, dialog->ownKeys());
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(widget))
                window->applyShortcuts();
        }
    });
    dialog->open();
}

void MainWindow::applyShortcuts()
{
    m_actions->setOwnKeys(m_shared.settings->list(Setting::Shortcuts));
}

} // namespace pbx::app
