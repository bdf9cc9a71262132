// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/archive/archive_job.h"
#include "editor/archive/pieces.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace pbx::editor {

class ImportFilter;
class ImportModel;

/// Shows what an archive would change in an environment, lets files be chosen, and takes them: all or none. Reading and
/// writing go on in another thread.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// Each file that was written with what it held before, so that the caller can undo it.
    using Result = archive::ImportResult;

    /// Asks the user. nullopt: nothing was written.
    static std::optional<Result> run(QWidget *parent, const QString &tarPath, const QString &environmentFolder);

    /// Begins to read at once.
    ImportDialog(const QString &tarPath, const QString &environmentFolder, QWidget *parent = nullptr);

    /// What was written; nullopt until the dialog is accepted.
    const std::optional<Result> &result() const { return m_result; }
    bool busy() const { return m_job.running(); }
    ImportModel *model() const { return m_model; }

    void reject() override; ///< while something goes on, stops that first

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *listOfFiles();
    void readArchive();
    void archiveRead();
    void take();
    void taken();
    void showCounts();
    void showBusy(bool busy);
    void choose(bool chosen);
    void toggleSelected();

    QString m_tarPath;
    QString m_folder;
    std::optional<std::expected<archive::ImportPlan, QString>> m_plan;
    std::optional<std::expected<Result, QString>> m_outcome;
    std::optional<Result> m_result;
    bool m_reading = false; ///< otherwise what goes on is writing
    bool m_closing = false;
    QTimer m_slow;

    ImportModel *m_model;
    ImportFilter *m_filter;
    QComboBox *m_states = nullptr;
    QLineEdit *m_search = nullptr;
    QPushButton *m_all = nullptr;
    QPushButton *m_none = nullptr;
    QTreeView *m_view = nullptr;
    QLabel *m_counts = nullptr;
    std::optional<NoticeLine> m_notice;
    QPushButton *m_again = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_import = nullptr;
    ArchiveJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
