// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/prompts/prompt_edits.h"

#include <QFutureWatcher>

namespace pbx::editor {

/// Prompts spoken by the computer, one after another off the window's thread, then written as one change. Deletes itself.
class SpeechJob : public QObject {
    Q_OBJECT
public:
    /// Texts that are missing are told at the end; the others are spoken.
    static void start(Desk *desk, QWidget *window, const QString &language, const QStringList &prompts);

private:
    struct Spoken {
        std::string prompt;
        std::expected<audio::Sound, QString> sound;
    };

    SpeechJob(Desk *desk, QWidget *window, const std::string &language);
    void finish();

    Desk *m_desk;
    std::string m_language;
    QStringList m_silent; ///< nobody has written down what they say
    QFutureWatcher<Spoken> m_watcher;
};

} // namespace pbx::editor
