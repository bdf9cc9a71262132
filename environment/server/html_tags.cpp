// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/html_tags.h"

#include <algorithm>
#include <array>

namespace pbx::server {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// The character an entity stands for; 0: none.
char32_t entity(QStringView name)
{
    struct Named {
        QStringView name;
        char32_t character;
    };
    constexpr std::array<Named, 6> known{{{u"amp", U'&'}, {u"lt", U'<'}, {u"gt", U'>'}, {u"quot", U'"'}, {u"apos", U'\''}, {u"nbsp", 0xa0}}};
    if (!name.startsWith(u'#')) {
        const auto found = std::ranges::find(known, name, &Named::name);
        return found == known.end() ? 0 : found->character;
    }
    const bool hexadecimal = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
    bool ok = false;
    const uint number = name.mid(hexadecimal ? 2 : 1).toUInt(&ok, hexadecimal ? 16 : 10);
    return ok && number != 0 && number <= 0x10ffff && !QChar::isSurrogate(number) ? number : 0;
}

} // namespace

QString decodeEntities(QStringView text)
{
    constexpr qsizetype longestName = 10;
    QString decoded;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'&') {
            const auto end = text.mid(at + 1, longestName).indexOf(u';');
            const auto character = end > 0 ? entity(text.mid(at + 1, end)) : 0;
            if (character != 0) {
                decoded += QStringView(QChar::fromUcs4(character));
                at += end + 1;
                continue;
            }
        }
        decoded += text[at];
    }
    return decoded;
}

bool HtmlTag::has(QLatin1StringView attribute) const
{
    return std::ranges::any_of(attributes, [&](const auto &pair) { return pair.first == attribute; });
}

QString HtmlTag::value(QLatin1StringView attribute) const
{
    const auto found = std::ranges::find_if(attributes, [&](const auto &pair) { return pair.first == attribute; });
    return found == attributes.end() ? QString() : found->second;
}

void HtmlTags::skipBlanks()
{
    while (m_at < m_html.size() && isBlank(m_html[m_at]))
        ++m_at;
}

/// Comments, declarations, instructions.
bool HtmlTags::skipComment()
{
    const auto rest = m_html.mid(m_at);
    if (!rest.startsWith(u"<!") && !rest.startsWith(u"<?"))
        return false;
    const bool comment = rest.startsWith(u"<!--");
    const auto end = rest.indexOf(comment ? QStringView(u"-->") : QStringView(u">"), comment ? 2 : 1);
    m_at = end < 0 ? m_html.size() : m_at + end + (comment ? 3 : 1);
    return true;
}

/// To the end tag of an element whose content is no markup.
void HtmlTags::skipRawText(const QString &element)
{
    const QString end = QStringLiteral("</") + element;
    const auto at = m_html.indexOf(end, m_at, Qt::CaseInsensitive);
    m_at = at < 0 ? m_html.size() : at;
}

QString HtmlTags::readName()
{
    const auto begin = m_at;
    while (m_at < m_html.size() && !isBlank(m_html[m_at]) && m_html[m_at] != u'>' && m_html[m_at] != u'/' && m_html[m_at] != u'=')
        ++m_at;
    return m_html.mid(begin, m_at - begin).toString().toLower();
}

QString HtmlTags::readValue()
{
    if (m_at >= m_html.size())
        return {};
    const QChar quote = m_html[m_at];
    auto begin = m_at;
    if (quote == u'"' || quote == u'\'') {
        begin = ++m_at;
        const auto end = m_html.indexOf(quote, m_at);
        m_at = end < 0 ? m_html.size() : end + 1;
        return decodeEntities(m_html.mid(begin, (end < 0 ? m_html.size() : end) - begin));
    }
    while (m_at < m_html.size() && !isBlank(m_html[m_at]) && m_html[m_at] != u'>')
        ++m_at;
    return decodeEntities(m_html.mid(begin, m_at - begin));
}

void HtmlTags::readAttributes(HtmlTag &tag)
{
    constexpr std::size_t most = 100;
    while (true) {
        while (m_at < m_html.size() && (isBlank(m_html[m_at]) || m_html[m_at] == u'/'))
            ++m_at;
        if (m_at >= m_html.size())
            return;
        if (m_html[m_at] == u'>') {
            ++m_at;
            return;
        }
        const auto before = m_at;
        const auto name = readName();
        skipBlanks();
        QString value;
        if (m_at < m_html.size() && m_html[m_at] == u'=') {
            ++m_at;
            skipBlanks();
            value = readValue();
        }
        if (m_at == before)
            ++m_at; // whatever it is, it is no reason to stand still
        if (!name.isEmpty() && tag.attributes.size() < most
            && std::ranges::find(tag.attributes, name, &std::pair<QString, QString>::first) == tag.attributes.end())
            tag.attributes.emplace_back(name, value);
    }
}

std::optional<HtmlTag> HtmlTags::next()
{
    while (true) {
        const auto at = m_html.indexOf(u'<', m_at);
        if (at < 0) {
            m_at = m_html.size();
            return std::nullopt;
        }
        m_at = at;
        if (skipComment())
            continue;
        HtmlTag tag;
        ++m_at;
        tag.closing = m_at < m_html.size() && m_html[m_at] == u'/';
        if (tag.closing)
            ++m_at;
        if (m_at >= m_html.size() || !isLetter(m_html[m_at]))
            continue;
        tag.name = readName();
        readAttributes(tag);
        if (!tag.closing && (tag.name == u"script" || tag.name == u"style" || tag.name == u"title" || tag.name == u"noscript"))
            skipRawText(tag.name);
        return tag;
    }
}

QString HtmlTags::text() const
{
    const auto end = m_html.indexOf(u'<', m_at);
    return decodeEntities(m_html.mid(m_at, (end < 0 ? m_html.size() : end) - m_at));
}

} // namespace pbx::server
