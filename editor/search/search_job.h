// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/code/text_search.h"
#include "editor/search/search_scope.h"

#include <QObject>

#include <thread>

namespace pbx::editor {

struct SearchMatch {
    int line = 1;
    int column = 1;   ///< in characters, from 1
    QString text;     ///< of the line, without blanks around it and not endless
    int begin = 0;    ///< of the place in `text`, in characters
    int length = 0;   ///< may be 0 where the place is beyond what `text` shows
};

struct SearchedFile {
    QString path;
    QString shown;
    QList<SearchMatch> matches;
};

/// Searches files in another thread. All signals come in the thread of the object, and none after cancel().
class SearchJob : public QObject {
    Q_OBJECT
public:
    static constexpr int mostMatches = 10'000;

    struct Summary {
        int files = 0;      ///< that have matches
        int matches = 0;
        int searched = 0;   ///< files looked into
        bool more = false;  ///< there are more than mostMatches
        QStringList unread; ///< sentences: why a file could not be searched
    };

    using QObject::QObject;
    ~SearchJob() override;

    /// Ends the one before. The error says what is wrong with the expression; then nothing was started.
    [[nodiscard]] std::expected<void, QString> start(const QList<SearchFile> &files, const SearchOptions &options);
    void cancel();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void found(const QList<pbx::editor::SearchedFile> &files);
    void finished(const pbx::editor::SearchJob::Summary &summary);

private:
    void run(const std::stop_token &stop, quint64 turn, const QList<SearchFile> &files, const SearchOptions &options);

    std::jthread m_thread;
    quint64 m_turn = 0;
    bool m_running = false;
};

} // namespace pbx::editor
