// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/tree/environment_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QTreeView;

namespace pbx::editor {

class Desk;

/// Hides files whose name does not contain the text, and on wish what belongs to parents. Folders stay as long as they
/// have something to show.
class EnvironmentFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit EnvironmentFilter(QObject *parent = nullptr);
    enum class Show { Own, All, Unused, Missing };

    void setText(const QString &text);
    void setShow(Show show);
    Show show() const { return m_show; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    Show m_show = Show::Own;
};

/// The tree with its filters. Keeps what is unfolded when the workspace is read anew.
class TreePanel : public QWidget {
    Q_OBJECT
public:
    explicit TreePanel(Desk *desk, QWidget *parent = nullptr);

    void setWorkspace(const files::Workspace *workspace);
    QTreeView *view() const { return m_view; }
    /// Domain of the current line; empty: server.
    QString currentDomain() const;
    void showPath(const QString &path);

Q_SIGNALS:
    void fileActivated(const QString &path);
    void newProgramRequested();
    void newLanguageRequested(const QString &domain);
    void importRequested(const QString &domain);
    void exportRequested(const QString &domain);
    void archiveDropped(const QString &domain, const QString &path);
    /// A text to be shown to the user.
    void explained(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildActions();
    void connectActions();
    void dropped(const QString &domain, const QString &language, const QStringList &paths, bool move);
    QStringList selectedOwnPaths() const;
    void retranslate();
    void currentChanged();
    QString currentPath() const;
    QStringList expandedKeys() const;
    void openDefaults();
    void choose(EnvironmentFilter::Show show);
    void readAnew();

    Desk *m_desk;
    EnvironmentModel *m_model;
    EnvironmentFilter *m_filter;
    QLineEdit *m_search;
    QComboBox *m_show;
    QTreeView *m_view;
    QAction *m_open;
    QAction *m_newProgram;
    QAction *m_create;
    QAction *m_newLanguage;
    QAction *m_override;
    QAction *m_revert;
    QAction *m_why;
    QAction *m_rename;
    QAction *m_remove;
    QAction *m_import;
    QAction *m_export;
    QAction *m_openFolder;
    QAction *m_copyPath;
    const files::Workspace *m_workspace = nullptr;
    QString m_folder; ///< of the workspace shown
};

} // namespace pbx::editor
