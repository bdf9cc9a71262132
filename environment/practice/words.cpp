// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/words.h"

#include "environment/data/notation.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace pbx::practice {

namespace {

constexpr int deepest = 200;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isAtomCharacter(char c)
{
    return isLetterOrDigit(c) || c == '.' || c == '-' || c == '@' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool sameWord(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

/// Finds where an object ends without building it. Never recurses.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::size_t scan(std::string &reason)
    {
        do {
            if (!step()) {
                reason = std::move(m_reason);
                return 0;
            }
        } while (!m_open.empty());
        return m_at;
    }

private:
    /// What is expected next inside the innermost bracket.
    enum class Want { Object, ElementOrEnd, CommaOrEnd, KeyOrEnd, Semicolon };

    bool fail(std::string reason)
    {
        m_reason = std::move(reason);
        return false;
    }
    bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    void blanks()
    {
        while (at(' '))
            ++m_at;
    }

    bool step()
    {
        if (m_open.empty())
            return object();
        blanks();
        switch (m_open.back()) {
        case Want::Object:
            m_open.back() = Want::CommaOrEnd;
            return object();
        case Want::ElementOrEnd:
            if (close(')'))
                return true;
            m_open.back() = Want::CommaOrEnd;
            return object();
        case Want::CommaOrEnd:
            if (close(')'))
                return true;
            if (!at(','))
                return fail("',' or ')' is expected in an array");
            ++m_at;
            m_open.back() = Want::Object;
            return true;
        case Want::KeyOrEnd:
            return close('}') || pair();
        case Want::Semicolon:
            if (!at(';'))
                return fail("';' is expected behind the value of a dictionary");
            ++m_at;
            m_open.back() = Want::KeyOrEnd;
            return true;
        }
        return false;
    }

    bool close(char bracket)
    {
        if (!at(bracket))
            return false;
        ++m_at;
        m_open.pop_back();
        return true;
    }

    bool pair()
    {
        if (!(at('"') ? quoted() : atom()))
            return m_reason.empty() ? fail("a key or '}' is expected in a dictionary") : false;
        blanks();
        if (!at('='))
            return fail("'=' is expected behind a key");
        ++m_at;
        blanks();
        m_open.back() = Want::Semicolon;
        return object();
    }

    bool object()
    {
        if (m_open.size() > deepest)
            return fail("the object is nested too deeply");
        if (m_at == m_text.size())
            return fail("an object is expected at the end of the line");
        switch (m_text[m_at]) {
        case '(':
            ++m_at;
            m_open.push_back(Want::ElementOrEnd);
            return true;
        case '{':
            ++m_at;
            m_open.push_back(Want::KeyOrEnd);
            return true;
        case '"':
            return quoted();
        case '[':
            return dataBlock();
        case '#':
            return marked();
        case '<':
            return element();
        default:
            return atom() || fail("an object can't begin so: special characters stand between quotes");
        }
    }

    bool atom()
    {
        const auto start = m_at;
        while (m_at < m_text.size() && isAtomCharacter(m_text[m_at]))
            ++m_at;
        return m_at > start;
    }

    bool quoted()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '"') {
                ++m_at;
                const auto behind = std::min(m_text.find_first_not_of(' ', m_at), m_text.size());
                return behind == m_text.size() || m_text[behind] != '"' || m_open.empty() ? true
                                                                                          : fail("a string follows a string");
            }
            if (m_text[m_at] == '\\' && !escape())
                return fail("there is no such escape in a string");
            if (static_cast<unsigned char>(m_text[m_at]) < ' ')
                return fail("a string can't hold a control character");
        }
        return fail("a string has no end");
    }

    /// Stands on the backslash; left on the last character of the escape.
    bool escape()
    {
        const auto next = ++m_at < m_text.size() ? m_text[m_at] : '\0';
        if (next != '\0' && std::string_view("\"\\enrt").contains(next))
            return true;
        const auto digit = [&](std::size_t place) {
            return place < m_text.size() && m_text[place] >= '0' && m_text[place] <= '9';
        };
        if (digit(m_at) && digit(m_at + 1) && digit(m_at + 2)) {
            const int value = (m_text[m_at] - '0') * 100 + (m_text[m_at + 1] - '0') * 10 + m_text[m_at + 2] - '0';
            m_at += 2;
            return value > 0 && value <= 255;
        }
        if (next != 'u' || m_at + 1 >= m_text.size() || m_text[m_at + 1] != '\'')
            return false;
        const auto end = m_text.find('\'', m_at + 2);
        if (end == m_text.npos || end == m_at + 2 || end > m_at + 8)
            return false;
        m_at = end;
        return true; // the reader looks at the digits
    }

    bool dataBlock()
    {
        const auto end = m_text.find(']', m_at);
        if (end == m_text.npos)
            return fail("a datablock has no end");
        const auto inside = m_text.substr(m_at + 1, end - m_at - 1);
        if ((inside.size() - static_cast<std::size_t>(std::ranges::count(inside, ' '))) % 4 != 0)
            return fail("a datablock needs whole groups of four characters");
        m_at = end + 1; // the reader looks at what is in it
        return true;
    }

    bool marked()
    {
        const auto rest = m_text.substr(m_at);
        std::size_t size = 1;
        if (rest.starts_with("#(")) {
            size = rest.find(')');
            if (size == rest.npos)
                return fail("an object written #(…) has no end");
            ++size;
        } else if (rest.starts_with("#I[") || rest.starts_with("#i[")) {
            size = rest.find(']');
            if (size == rest.npos)
                return fail("a network address has no end");
            ++size;
            if (size < rest.size() && rest[size] == ':') {
                do
                    ++size;
                while (size < rest.size() && rest[size] >= '0' && rest[size] <= '9');
            }
        } else {
            while (size < rest.size() && (isLetterOrDigit(rest[size]) || rest[size] == '-' || rest[size] == ':' || rest[size] == '_'))
                ++size;
            if (size < rest.size() && rest[size] == '#') // #NULL#
                ++size;
        }
        m_at += size;
        return true;
    }

    /// One XML element with its content; the reader looks at it more closely.
    bool element()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            const auto tag = m_text.find('<', m_at);
            if (tag == m_text.npos)
                break;
            if (m_text.substr(tag).starts_with("<!") || m_text.substr(tag).starts_with("<?"))
                return fail("an XML object can hold elements and text alone");
            std::size_t end = tag + 1;
            for (char quote = 0; end < m_text.size() && (quote || m_text[end] != '>'); ++end) {
                if (quote ? m_text[end] == quote : m_text[end] == '"' || m_text[end] == '\'')
                    quote = quote ? '\0' : m_text[end];
            }
            if (end >= m_text.size())
                break;
            m_at = end + 1;
            if (m_text[tag + 1] == '/')
                --depth;
            else if (m_text[end - 1] != '/')
                ++depth;
            if (depth <= 0)
                return depth == 0 || fail("an XML element ends that was not begun");
        }
        return fail("an XML element has no end");
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Want> m_open;
    std::string m_reason;
};

} // namespace

std::size_t strictObject(std::string_view text, std::string &reason)
{
    return Scanner(text).scan(reason);
}

void Words::fail(std::string text)
{
    if (m_failed)
        return;
    m_failed = true;
    m_fault = {General, std::move(text)};
}

bool Words::skipBlanks()
{
    const auto start = m_at;
    while (m_at < m_line.size() && m_line[m_at] == ' ')
        ++m_at;
    m_separated = m_separated || m_at > start;
    return m_at < m_line.size();
}

bool Words::atEnd()
{
    return !skipBlanks();
}

/// Something follows, with a blank before it.
bool Words::beginsWord(std::string_view what)
{
    if (m_failed)
        return false;
    if (!skipBlanks())
        fail(std::string(what) + " is missing");
    else if (!m_separated)
        fail("a blank is missing before " + std::string(what));
    return !m_failed;
}

std::string_view Words::bareWord()
{
    auto end = m_at;
    while (end < m_line.size() && isAtomCharacter(m_line[end]))
        ++end;
    return m_line.substr(m_at, end - m_at);
}

bool Words::takes(std::string_view keyword)
{
    if (m_failed || !skipBlanks() || !m_separated)
        return false;
    const auto word = bareWord();
    if (!sameWord(word, keyword))
        return false;
    m_at += word.size();
    m_separated = false;
    return true;
}

void Words::expect(std::string_view keyword)
{
    if (beginsWord(keyword) && !takes(keyword))
        fail(std::string(keyword) + " is expected");
}

data::Value Words::object(std::string_view what)
{
    if (!beginsWord(what))
        return {};
    std::string reason;
    const auto size = strictObject(m_line.substr(m_at), reason);
    if (size == 0) {
        fail("wrong " + std::string(what) + ": " + reason);
        return {};
    }
    data::ReadOptions options;
    options.multiLine = false;
    options.maxSize = std::size_t(256) << 20;
    auto read = data::readNotation(m_line.substr(m_at, size), options);
    m_at += size;
    m_separated = false;
    if (!read || !read->warnings.empty()) {
        fail("wrong " + std::string(what) + ": " + (read ? read->warnings.front().message : read.error().message));
        return {};
    }
    return std::move(read->value);
}

std::string Words::text(std::string_view what)
{
    const auto value = object(what);
    if (!m_failed && !value.isString())
        fail(std::string(what) + " has to be a string");
    return value.toStdString();
}

std::string Words::account()
{
    constexpr std::string_view what = "the account's name";
    if (!beginsWord(what))
        return {};
    if (m_line[m_at] != '*')
        return text(what);
    ++m_at;
    m_separated = false;
    return "*";
}

std::int64_t Words::number(std::string_view what)
{
    const auto value = object(what);
    if (value.isNumber())
        return value.toNumber();
    const auto digits = value.bytes();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
        fail(std::string(what) + " has to be a number");
    return number;
}

data::Value Words::dictionary(std::string_view what)
{
    auto value = object(what);
    if (!m_failed && !value.isDictionary())
        fail(std::string(what) + " has to be a dictionary");
    return value;
}

data::Value Words::array(std::string_view what)
{
    auto value = object(what);
    if (!m_failed && !value.isArray())
        fail(std::string(what) + " has to be an array");
    return value;
}

std::string Words::dataBlock(std::string_view what)
{
    const auto value = object(what);
    if (!m_failed && !value.isDataBlock())
        fail(std::string(what) + " has to be a datablock");
    return value.toStdString();
}

bool Words::done()
{
    if (!m_failed && skipBlanks())
        fail("unexpected text behind the command");
    return !m_failed;
}

} // namespace pbx::practice
