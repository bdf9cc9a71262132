// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/desk/panel.h"
#include "environment/audio/sound.h"
#include "environment/prompts/prompt_matrix.h"

#include <QFutureWatcher>

#include <functional>
#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QModelIndex;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace pbx::editor {

class PromptFilter;
class PromptModel;
class Waveform;

/// All prompts against all languages; the chosen one with its curve, its text, and what can be done to it.
class PromptsPanel : public Panel {
    Q_OBJECT
public:
    explicit PromptsPanel(Desk *desk, QWidget *parent = nullptr);
    ~PromptsPanel() override;

    QString title() const override { return tr("Prompts"); }
    QIcon icon() const override;
    /// Folder of the language in front: that of the chosen cell, else of the first language that wants prompts.
    QString language() const;
    /// What a language still lacks, used prompts only.
    QStringList wantingPrompts(const QString &language) const;
    /// A studio's files, from the user or a folder: each must be named as its prompt. They are there a little later, as one
    /// change, or none of them is and the desk has said why.
    void importFiles(const QString &language, const QStringList &paths);

protected:
    void refresh() override;
    void retranslate() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /// Files are read for it only when that takes no time; otherwise beside, and the matrix follows.
    prompts::Matrix readMatrix();
    QWidget *buildMatrix();
    QWidget *buildDetails();
    void connectAll();
    QModelIndex current() const; ///< in the model; invalid: none, or no language
    QString currentPrompt() const;
    void showCurrent();
    void saveText();
    /// Trimmed, levelled or converted, for every chosen own cell, as one change.
    void reshape(const QString &name, const std::function<audio::Sound(const audio::Sound &)> &how);
    void cut();
    QStringList chosenPrompts() const;
    void chooseFiles();
    /// Files and the prompts they become.
    void bringIn(const QString &language, const std::map<QString, std::string> &prompts);
    void saveScript();
    void removeOwn();

    prompts::ProbeCache m_probes;
    QFutureWatcher<prompts::ProbeCache> m_probing;
    PromptModel *m_model;
    PromptFilter *m_filter;
    QLineEdit *m_search;
    QLabel *m_showLabel;
    QComboBox *m_show;
    QLabel *m_counts;
    QTableView *m_view;
    QLabel *m_heading;
    Waveform *m_wave;
    QLabel *m_words;
    QLabel *m_textLabel;
    QPlainTextEdit *m_text;
    QPushButton *m_play;
    QPushButton *m_record;
    QPushButton *m_speak;
    QPushButton *m_import;
    QPushButton *m_trim;
    QPushButton *m_level;
    QPushButton *m_convert;
    QPushButton *m_cut;
    QPushButton *m_remove;
    QPushButton *m_script;
    QString m_textOf; ///< language/prompt the text field holds
    bool m_filling = false;
};

} // namespace pbx::editor
