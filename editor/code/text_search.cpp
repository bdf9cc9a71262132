// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/text_search.h"

#include "environment/language/source.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace pbx::editor {

namespace {

constexpr std::size_t mostPlaces = 100'000;

/// Text that is not UTF-8 is searched byte by byte, so that places stay right.
class Bytes {
public:
    explicit Bytes(const QByteArray &bytes)
        : m_plain(language::findInvalidUtf8({bytes.data(), size_t(bytes.size())}) != std::string_view::npos),
          m_text(m_plain ? QString::fromLatin1(bytes) : QString::fromUtf8(bytes))
    {
        // QString::fromUtf8 drops a byte order mark.
        m_offset = !m_plain && bytes.startsWith("\xef\xbb\xbf") && !m_text.startsWith(QChar(0xfeff)) ? 3 : 0;
    }
    const QString &text() const { return m_text; }
    /// Byte offset of a character; must be asked in rising order.
    std::uint32_t offset(qsizetype character)
    {
        const QStringView between = QStringView(m_text).sliced(m_character, character - m_character);
        m_offset += std::uint32_t(m_plain ? between.size() : between.toUtf8().size());
        m_character = character;
        return m_offset;
    }

private:
    bool m_plain;
    QString m_text;
    qsizetype m_character = 0;
    std::uint32_t m_offset = 0;
};

QRegularExpression expressionFor(const SearchOptions &options)
{
    QString pattern = options.regularExpression ? options.pattern : QRegularExpression::escape(options.pattern);
    if (options.wholeWords)
        pattern = QStringLiteral("\\b(?:%1)\\b").arg(pattern);
    QRegularExpression::PatternOptions flags =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!options.caseSensitive)
        flags |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, flags);
}

} // namespace

std::expected<std::vector<language::Span>, QString> findAll(const QByteArray &text, const SearchOptions &options)
{
    std::vector<language::Span> places;
    if (options.pattern.isEmpty())
        return places;
    const QRegularExpression expression = expressionFor(options);
    if (!expression.isValid())
        return std::unexpected(QCoreApplication::translate("TextSearch", "The expression is wrong at character %1: %2")
                                   .arg(expression.patternErrorOffset() + 1)
                                   .arg(expression.errorString()));
    Bytes bytes(text);
    auto matches = expression.globalMatch(bytes.text());
    while (matches.hasNext() && places.size() < mostPlaces) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        const std::uint32_t begin = bytes.offset(match.capturedStart());
        places.push_back({begin, bytes.offset(match.capturedEnd())});
    }
    return places;
}

std::optional<QByteArray> replacementFor(const QByteArray &text, language::Span place, const SearchOptions &options,
                                         const QString &replacement)
{
    const QByteArray found = text.sliced(place.begin, place.end - place.begin);
    if (!options.regularExpression)
        return replacement.toUtf8();
    const QString subject = QString::fromUtf8(found);
    const auto match = expressionFor(options).match(subject, 0, QRegularExpression::NormalMatch,
                                                    QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch() || match.capturedLength() != subject.size())
        return std::nullopt;
    QString result;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar next = replacement[i] == u'\\' && i + 1 < replacement.size() ? replacement[i + 1] : QChar();
        if (next.digitValue() >= 0)
            result += match.captured(next.digitValue());
        else if (next == u'n')
            result += u'\n';
        else if (next == u't')
            result += u'\t';
        else if (next == u'\\')
            result += u'\\';
        else {
            result += replacement[i];
            continue;
        }
        ++i;
    }
    return result.toUtf8();
}

} // namespace pbx::editor
