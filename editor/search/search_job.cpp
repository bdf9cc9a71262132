// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/search/search_job.h"

#include "environment/files/atomic_file.h"
#include "environment/language/source.h"

#include <QElapsedTimer>

namespace pbx::editor {

namespace {

constexpr qint64 largestFile = qint64(8) << 20;
constexpr qint64 tellEveryMs = 50;
constexpr int charactersShown = 300;
constexpr int charactersBefore = 60;

SearchMatch matchAt(const language::Source &source, language::Span span)
{
    SearchMatch match;
    const language::Position place = source.position(span.begin);
    match.line = place.line;
    match.column = place.column;
    const std::string_view bytes = source.line(place.line);
    const std::uint32_t lineStart = source.offset({place.line, 1});
    const auto text = [](std::string_view part) { return QString::fromUtf8(part.data(), qsizetype(part.size())); };
    const std::size_t begin = std::min(std::size_t(span.begin - lineStart), bytes.size());
    const std::size_t end = std::clamp(std::size_t(span.end - lineStart), begin, bytes.size());
    QString before = text(bytes.substr(0, begin));
    const QString found = text(bytes.substr(begin, end - begin));
    const QString after = text(bytes.substr(end));
    while (!before.isEmpty() && before.front().isSpace())
        before.remove(0, 1);
    if (before.size() > charactersBefore)
        before = u'…' + before.last(charactersBefore);
    match.begin = int(before.size());
    match.text = (before + found + after).left(charactersShown);
    match.length = int(qBound(qsizetype(0), match.text.size() - match.begin, found.size()));
    return match;
}

QList<SearchMatch> matchesIn(const QByteArray &text, const SearchOptions &options, int atMost)
{
    QList<SearchMatch> matches;
    const auto spans = findAll(text, options);
    if (!spans || spans->empty())
        return matches;
    const language::Source source({}, text.toStdString());
    for (const language::Span span : *spans) {
        if (matches.size() == atMost)
            break;
        matches += matchAt(source, span);
    }
    return matches;
}

} // namespace

SearchJob::~SearchJob()
{
    cancel();
}

std::expected<void, QString> SearchJob::start(const QList<SearchFile> &files, const SearchOptions &options)
{
    cancel();
    if (const auto sound = findAll(QByteArray("x"), options); !sound)
        return std::unexpected(sound.error());
    m_running = true;
    m_thread = std::jthread([this, turn = m_turn, files, options](const std::stop_token &stop) { run(stop, turn, files, options); });
    return {};
}

void SearchJob::cancel()
{
    ++m_turn; // answers under way are no longer wanted
    m_running = false;
    m_thread = {}; // asks it to stop and waits: at most for one file
}

void SearchJob::run(const std::stop_token &stop, quint64 turn, const QList<SearchFile> &files, const SearchOptions &options)
{
    Summary summary;
    QList<SearchedFile> batch;
    QElapsedTimer told;
    told.start();
    const auto tell = [&] {
        QMetaObject::invokeMethod(this, [this, turn, list = std::exchange(batch, {})] {
            if (turn == m_turn && !list.isEmpty())
                Q_EMIT found(list);
        }, Qt::QueuedConnection);
        told.restart();
    };
    for (const SearchFile &file : files) {
        if (stop.stop_requested())
            return;
        const auto text = file.text ? std::expected<QByteArray, QString>(*file.text) : files::readFile(file.path, largestFile);
        if (!text) {
            summary.unread += text.error();
            continue;
        }
        ++summary.searched;
        if (text->contains('\0'))
            continue; // no text
        const QList<SearchMatch> matches = matchesIn(*text, options, mostMatches - summary.matches + 1);
        if (matches.isEmpty())
            continue;
        summary.more = summary.matches + matches.size() > mostMatches;
        ++summary.files;
        batch += SearchedFile{file.path, file.shown, matches.first(qMin<qsizetype>(matches.size(), mostMatches - summary.matches))};
        summary.matches += int(batch.back().matches.size());
        if (summary.more)
            break;
        if (told.elapsed() > tellEveryMs)
            tell();
    }
    tell();
    QMetaObject::invokeMethod(this, [this, turn, summary] {
        if (turn != m_turn)
            return;
        m_running = false;
        Q_EMIT finished(summary);
    }, Qt::QueuedConnection);
}

} // namespace pbx::editor
