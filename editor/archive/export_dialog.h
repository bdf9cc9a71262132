// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/archive/archive_job.h"
#include "editor/archive/pieces.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace pbx::editor {

/// Shows what of an environment goes into an archive for the server's page, and writes it in another thread.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    struct Result {
        QString tarFile;
        int files = 0;
    };
    using LayerPointer = std::shared_ptr<const files::LayerIndex>;

    /// Asks the user. nullopt: nothing was written. `suggestedPath`: absolute.
    static std::optional<Result> run(QWidget *parent, const LayerPointer &layer, const QString &suggestedPath);

    ExportDialog(LayerPointer layer, const QString &suggestedPath, QWidget *parent = nullptr);

    const std::optional<Result> &result() const { return m_result; }
    bool busy() const { return m_job.running(); }

    void reject() override; ///< while the archive is written, stops that first

private:
    void build();
    void showPlan();
    void checkPath();
    void browse();
    void write();
    void written();
    void showBusy(bool busy);
    QString path() const; ///< with ".tar"

    LayerPointer m_layer;
    archive::ExportPlan m_plan;
    std::optional<std::expected<int, QString>> m_outcome;
    std::optional<Result> m_result;

    QStandardItemModel *m_files;
    QComboBox *m_what = nullptr;
    QTreeView *m_view = nullptr;
    QLabel *m_counts = nullptr;
    QLineEdit *m_path = nullptr;
    QPushButton *m_browse = nullptr;
    std::optional<NoticeLine> m_notice;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_export = nullptr;
    QTimer m_slow;
    ArchiveJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
