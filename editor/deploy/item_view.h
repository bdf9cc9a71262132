// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/remote_job.h"
#include "environment/audio/sound.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace pbx::editor {

class DifferenceView;
class Notice;
class Waveform;

/// What one entry of a comparison differs in: lines of a program, two sounds to hear and see, settings key by key. Both
/// sides are read in another thread.
class ItemView : public QWidget {
    Q_OBJECT
public:
    explicit ItemView(QWidget *parent = nullptr);

    /// Where entries are read from now on; nothing is shown.
    void setSource(const QString &folder, const server::Scope &scope, const ServerAccess &access);
    /// Null: nothing.
    void showItem(const deploy::Item *item);
    bool reading() const { return m_job.running(); }
    QString text() const; ///< of the difference that is shown
    void retranslate();

Q_SIGNALS:
    void playRequested(const pbx::audio::Sound &sound);
    void stopRequested();

private:
    struct Content {
        std::string bytes;
        std::optional<audio::Sound> sound;
        QString problem;
        bool exists = false;
    };
    struct Sides {
        Content here, there;
    };
    struct SoundSide {
        QLabel *title;
        Waveform *wave;
        QLabel *words;
        QPushButton *play;
    };

    QWidget *buildText();
    QWidget *buildSounds();
    QWidget *buildSettings();
    void read();
    void showSides();
    void showSound(SoundSide &side, const Content &content);
    void showKeys();
    static Content readSide(const files::Workspace &workspace, const server::Scope &scope, const deploy::Item &item,
                            deploy::Side side, const deploy::Job &job);

    QString m_folder;
    server::Scope m_scope;
    ServerAccess m_access;
    std::optional<deploy::Item> m_item;
    std::optional<deploy::Item> m_readItem; ///< what m_sides is of
    Sides m_sides;

    QLabel *m_title;
    Notice *m_notice;
    QProgressBar *m_progress;
    QStackedWidget *m_pages;
    QLabel *m_legend;
    DifferenceView *m_text;
    SoundSide m_soundHere, m_soundThere;
    QPushButton *m_silence;
    QTreeWidget *m_keys;
    RemoteJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
