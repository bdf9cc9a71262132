// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation_detail.h"
#include "environment/data/utf8.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace pbx::data {

namespace {

constexpr std::size_t mostWarnings = 1000;

/// Shortened and made one line, for messages.
std::string quoted(std::string_view text)
{
    std::size_t size = std::min<std::size_t>(text.size(), 40);
    while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80)
        --size;
    std::string result = "\"";
    for (const char c : text.substr(0, size))
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return result + (size < text.size() ? "…\"" : "\"");
}

class Reader {
public:
    Reader(std::string_view text, const ReadOptions &options)
        : m_text(text), m_options(options), m_locator(text), m_warningLocator(text)
    {
        m_maxDepth = std::clamp(options.maxDepth, 0, deepest);
    }

    std::expected<NotationDocument, NotationProblem> read()
    {
        NotationDocument document;
        if (m_options.places)
            m_place = &document.place;
        if (readDocument(document.value)) {
            document.warnings = std::move(m_warnings);
            return document;
        }
        return std::unexpected(m_locator.problem(m_failedAt, std::move(m_message)));
    }

private:
    bool readDocument(Value &value)
    {
        if (m_text.size() > m_options.maxSize)
            return fail(m_options.maxSize, std::format("The text is larger than {} bytes.", m_options.maxSize));
        if (m_text.starts_with(byteOrderMark)) {
            warn(0, "A byte order mark stands before the object; it should not be there.");
            m_at = byteOrderMark.size();
        }
        if (!skipBlanks())
            return false;
        if (m_at == m_text.size())
            return fail(m_at, "Expected an object, but the text is empty.");
        if (m_place)
            m_place->keyAt = m_place->valueAt = m_at;
        if (!readObject(value, 0) || !skipBlanks())
            return false;
        if (m_at < m_text.size())
            return fail(m_at, std::format("Expected nothing more behind the object, but found {}.", found()));
        return true;
    }

    /// Reads one part of a container and notes where it stands.
    bool readPart(Value &value, int depth, std::string_view key, std::size_t keyAt)
    {
        if (!m_place)
            return readObject(value, depth);
        NotationPlace *outer = m_place;
        NotationPlace part{std::string(key), keyAt, m_at, {}};
        m_place = &part;
        const bool good = readObject(value, depth);
        m_place = outer;
        outer->parts.push_back(std::move(part));
        return good;
    }

    bool fail(std::size_t offset, std::string message)
    {
        m_failedAt = offset;
        m_message = std::move(message);
        return false;
    }

    void warn(std::size_t offset, std::string message)
    {
        if (m_warnings.size() < mostWarnings)
            m_warnings.push_back(m_warningLocator.problem(offset, std::move(message)));
        else if (m_warnings.size() == mostWarnings)
            m_warnings.push_back(m_warningLocator.problem(offset, "Further remarks are left out."));
    }

    std::string found() const { return describeCharacter(m_text, m_at); }
    bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool startsComment(std::size_t where) const
    {
        return m_options.multiLine && m_text[where] == '/' && where + 1 < m_text.size()
            && (m_text[where + 1] == '/' || m_text[where + 1] == '*');
    }

    bool skipBlanks()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == ' ' || (m_options.multiLine && isBlank(c))) {
                ++m_at;
            } else if (startsComment(m_at)) {
                const bool line = m_text[m_at + 1] == '/';
                const auto end = line ? m_text.find_first_of("\r\n", m_at) : m_text.find("*/", m_at + 2);
                if (end == std::string_view::npos && !line)
                    return fail(m_at, "The comment that begins here has no end; expected */.");
                m_at = line ? std::min(end, m_text.size()) : end + 2;
            } else if (isBlank(c)) {
                return fail(m_at, std::format("Expected one line with blanks as the only white space, but found {}.",
                                              found()));
            } else {
                break;
            }
        }
        return true;
    }

    bool endsAtom(std::size_t where) const
    {
        static constexpr std::string_view stops = " \t\r\n\"(){}=,;[<>";
        return m_text[where] == '\0' || stops.find(m_text[where]) != std::string_view::npos || startsComment(where);
    }

    bool readObject(Value &value, int depth)
    {
        if (depth > m_maxDepth)
            return fail(m_at, std::format("The data is nested deeper than {} levels.", m_maxDepth));
        if (memoryMeter.exceeded())
            return fail(m_at, "The data takes more memory than allowed.");
        switch (m_at < m_text.size() ? m_text[m_at] : '\0') {
        case '(':
            return readArray(value, depth);
        case '{':
            return readDictionary(value, depth);
        case '[':
            return readDataBlock(value);
        case '#':
            return readMarked(value);
        case '<':
            return readElement(value, depth);
        default: {
            std::string_view text;
            if (!readString(text))
                return m_message.empty() ? fail(m_at, std::format("Expected an object, but found {}.", found())) : false;
            value = Value::string(text);
            return true;
        }
        }
    }

    /// Bytes of the text itself or of m_buffer: good until the next string. False without a message: no string here.
    bool readString(std::string_view &text)
    {
        if (at('"'))
            return readQuoted(text);
        const std::size_t start = m_at;
        if (at('#'))
            return false;
        while (m_at < m_text.size() && !endsAtom(m_at))
            ++m_at;
        text = m_text.substr(start, m_at - start);
        return m_at > start;
    }

    bool readQuoted(std::string_view &text)
    {
        m_buffer.clear();
        for (;;) {
            if (!readPiece())
                return false;
            const std::size_t behind = m_at;
            if (!skipBlanks())
                return false;
            if (!at('"')) { // Strings in a row are one string.
                m_at = behind;
                break;
            }
        }
        text = m_buffer;
        return true;
    }

    bool readPiece()
    {
        const std::size_t start = m_at++;
        for (;;) {
            std::size_t end = m_at;
            while (end < m_text.size() && m_text[end] != '"' && m_text[end] != '\\' && m_text[end] != '\n'
                   && m_text[end] != '\r' && m_text[end] != '\0')
                ++end;
            m_buffer.append(m_text, m_at, end - m_at);
            m_at = end;
            if (m_at == m_text.size())
                return fail(start, "The string that begins here has no end; expected '\"'.");
            switch (m_text[m_at]) {
            case '"':
                ++m_at;
                return true;
            case '\\':
                readEscape();
                break;
            case '\0':
                return fail(m_at, "A string can't hold a NUL byte; expected \\000 or another character.");
            default:
                if (!m_options.multiLine)
                    return fail(m_at, "The string breaks off at the end of the line; expected '\"' or \\e.");
                warn(m_at, "A line end inside a string should be written as \\e.");
                m_buffer += m_text[m_at++];
                if (m_buffer.back() == '\r' && at('\n'))
                    m_buffer += m_text[m_at++];
                break;
            }
        }
    }

    /// Never fails: what is no escape stays as it is, with a remark.
    void readEscape()
    {
        static constexpr std::string_view letters = "\"\\enrt";
        static constexpr std::string_view meanings = "\"\\\n\n\r\t";
        const std::size_t start = m_at++;
        const char c = m_at < m_text.size() ? m_text[m_at] : '\0';
        if (const auto letter = letters.find(c); c != '\0' && letter != std::string_view::npos) {
            m_buffer += meanings[letter];
            ++m_at;
        } else if (isDigit(c)) {
            readDecimalEscape(start);
        } else if (c == 'u') {
            readUnicodeEscape(start);
        } else {
            m_buffer += '\\';
            warn(start, std::format("There is no escape with {}; the backslash is kept.", found()));
        }
    }

    void readDecimalEscape(std::size_t start)
    {
        int code = 0;
        std::size_t digits = 0;
        while (digits < 3 && m_at + digits < m_text.size() && isDigit(m_text[m_at + digits]))
            code = code * 10 + (m_text[m_at + digits++] - '0');
        if (digits < 3 || code > 255) {
            m_buffer += '\\';
            warn(start, digits < 3 ? "Expected exactly three decimal digits behind the backslash; it is kept."
                                   : "Expected three digits from 000 to 255 behind the backslash; it is kept.");
            return;
        }
        if (code == 0)
            warn(start, "A string should not hold a NUL byte.");
        m_buffer += static_cast<char>(code);
        m_at += 3;
    }

    void readUnicodeEscape(std::size_t start)
    {
        const std::size_t first = m_at + 2;
        std::uint32_t code = 0;
        if (m_text.substr(m_at).starts_with("u'") && first < m_text.size()) {
            const char *begin = m_text.data() + first;
            const char *limit = m_text.data() + std::min(m_text.size(), first + 8);
            const auto [end, error] = std::from_chars(begin, limit, code, 16);
            if (error == std::errc() && end != m_text.data() + m_text.size() && *end == '\'' && code <= 0x10ffff
                && (code < 0xd800 || code > 0xdfff)) {
                if (code == 0)
                    warn(start, "A string should not hold a NUL byte.");
                appendUtf8(m_buffer, code);
                m_at = static_cast<std::size_t>(end - m_text.data()) + 1;
                return;
            }
        }
        m_buffer += '\\';
        warn(start, "Expected a code point as in \\u'442' behind the backslash; it is kept.");
    }

    bool readArray(Value &value, int depth)
    {
        const std::size_t start = m_at++;
        Value made = Value::newArray();
        if (!skipBlanks())
            return false;
        if (at(')')) {
            ++m_at;
            value = std::move(made);
            return true;
        }
        for (;;) {
            Value item;
            if (at(',') || at(')')) {
                warn(m_at, "An element is missing here; it is read as an empty string.");
                item = Value::string({});
            } else if (!readPart(item, depth + 1, m_place ? std::to_string(made.array().size()) : std::string(), m_at) ||
                       !skipBlanks()) {
                return false;
            }
            made.array().append(std::move(item));
            if (m_at == m_text.size())
                return fail(start, "The array that begins here has no end; expected ')'.");
            const char c = m_text[m_at];
            if (c != ',' && c != ')')
                return fail(m_at, std::format("Expected ',' or ')' behind the element of an array, but found {}.",
                                              found()));
            ++m_at;
            if (c == ')')
                break;
            if (!skipBlanks())
                return false;
        }
        value = std::move(made);
        return true;
    }

    bool readDictionary(Value &value, int depth)
    {
        const std::size_t start = m_at++;
        Value made = Value::newDictionary();
        for (;;) {
            if (!skipBlanks())
                return false;
            if (at('}'))
                break;
            if (m_at == m_text.size())
                return fail(start, "The dictionary that begins here has no end; expected '}'.");
            if (!readPair(made.dictionary(), depth))
                return false;
        }
        ++m_at;
        value = std::move(made);
        return true;
    }

    bool readPair(DictionaryObject &dictionary, int depth)
    {
        const std::size_t keyAt = m_at;
        std::string_view text;
        if (!readString(text))
            return m_message.empty()
                ? fail(m_at, std::format("Expected a key or '}}' in a dictionary, but found {}.", found()))
                : false;
        const Value key = Value::string(text);
        if (dictionary.find(key))
            warn(keyAt, std::format("The key {} is repeated; the last value counts.", quoted(key.bytes())));
        if (!skipBlanks())
            return false;
        if (!at('='))
            return fail(m_at, std::format("Expected '=' behind the key {}, but found {}.", quoted(key.bytes()),
                                          found()));
        ++m_at;
        if (!skipBlanks())
            return false;
        const std::size_t valueAt = m_at;
        Value value;
        if (at(';') || at('}'))
            return fail(m_at, std::format("Expected a value for the key {}, but found {}.", quoted(key.bytes()),
                                          found()));
        if (!readPart(value, depth + 1, key.bytes(), keyAt) || !skipBlanks())
            return false;
        if (value.isNull())
            warn(valueAt, std::format("A dictionary holds no null: the key {} is left out.", quoted(key.bytes())));
        dictionary.set(key, std::move(value));
        if (at(';'))
            ++m_at;
        else if (at('}'))
            warn(m_at, std::format("Expected ';' behind the value of {}.", quoted(key.bytes())));
        else
            return fail(m_at, std::format("Expected ';' behind the value of {}, but found {}.", quoted(key.bytes()),
                                          found()));
        return true;
    }

    bool readDataBlock(Value &value)
    {
        const std::size_t start = m_at;
        const auto end = m_text.find(']', start);
        if (end == std::string_view::npos)
            return fail(start, "The datablock that begins here has no end; expected ']'.");
        const std::string_view inside = m_text.substr(start + 1, end - start - 1);
        if (const auto lineEnd = inside.find_first_of("\t\r\n"); !m_options.multiLine && lineEnd != inside.npos)
            return fail(start + 1 + lineEnd, "Expected the datablock on one line, with blanks as the only white space.");
        if (!decodeBase64(inside, m_buffer)) {
            for (m_at = start + 1; isAsciiWord(m_text[m_at]) || isBlank(m_text[m_at]) || at('+') || at('/') || at('=');)
                ++m_at;
            if (m_at < end)
                return fail(m_at, std::format("Expected base64 or ']' in a datablock, but found {}.", found()));
            return fail(start, "Expected whole groups of base64 in the datablock that begins here.");
        }
        m_at = end + 1;
        value = Value::dataBlock(m_buffer);
        return true;
    }

    bool readMarked(Value &value)
    {
        const char kind = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        switch (kind) {
        case 'T':
        case 't':
            return readStamp(value);
        case 'I':
        case 'i':
            return readAddress(value);
        case '(':
            return readOpaque(value);
        case 'N':
        case 'n':
            if (upperCase(m_text.substr(m_at, 6)) != "#NULL#")
                return fail(m_at, "Expected #NULL# here.");
            m_at += 6;
            value = Value();
            return true;
        default:
            return readNumber(value);
        }
    }

    bool readNumber(Value &value)
    {
        const std::size_t start = m_at++;
        const bool negative = at('-');
        m_at += negative;
        int base = 10;
        if (at('0') && m_at + 1 < m_text.size()) {
            const char mark = m_text[m_at + 1];
            base = mark == 'x' || mark == 'X' ? 16 : mark == 'o' || mark == 'O' ? 8 : mark == 'b' || mark == 'B' ? 2 : 10;
            m_at += base == 10 ? 0 : 2;
        }
        std::uint64_t magnitude = 0;
        const char *begin = m_text.data() + m_at;
        const auto [end, error] = std::from_chars(begin, m_text.data() + m_text.size(), magnitude, base);
        if (error == std::errc::invalid_argument)
            return fail(m_at, std::format("Expected the digits of a number, but found {}.", found()));
        const std::uint64_t most = static_cast<std::uint64_t>(INT64_MAX) + (negative ? 1 : 0);
        if (error == std::errc::result_out_of_range || magnitude > most)
            return fail(start, "Expected a number that fits in 64 bits with a sign.");
        m_at += static_cast<std::size_t>(end - begin);
        if (m_at < m_text.size() && !endsAtom(m_at) && !at(']'))
            return fail(m_at, std::format("Expected the end of a number, but found {}.", found()));
        value = Value::number(static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude));
        return true;
    }

    bool readStamp(Value &value)
    {
        const std::size_t start = m_at;
        std::size_t end = start + 2;
        while (end < m_text.size() && (isAsciiWord(m_text[end]) || m_text[end] == '-' || m_text[end] == '_'
                                       || m_text[end] == ':'))
            ++end;
        std::int64_t seconds = 0;
        if (!readTimeStamp(m_text.substr(start + 2, end - start - 2), seconds))
            return fail(start, "Expected a time stamp as #T22-10-2013, #T22-10-2013_10:11:12, #TPAST or #TFUTURE.");
        m_at = end;
        value = Value::timeStamp(seconds);
        return true;
    }

    bool readAddress(Value &value)
    {
        const std::size_t start = m_at;
        std::size_t end = m_text.substr(0, std::min(m_text.size(), start + 64)).find(']', start);
        if (start + 2 < m_text.size() && m_text[start + 2] == '[' && end != std::string_view::npos) {
            ++end;
            if (end < m_text.size() && m_text[end] == ':')
                for (++end; end < m_text.size() && isDigit(m_text[end]);)
                    ++end;
            value = parseAddress(m_text.substr(start + 2, end - start - 2));
        }
        if (value.isNull())
            return fail(start, "Expected a network address as #I[10.0.44.55]:25 or #I[2001:db8::1].");
        m_at = end;
        return true;
    }

    bool readOpaque(Value &value)
    {
        const auto end = m_text.find(')', m_at);
        if (end == std::string_view::npos)
            return fail(m_at, "The object that begins here has no end; expected ')'.");
        value = makeHandle(std::string(m_text.substr(m_at + 2, end - m_at - 2)), 0);
        m_at = end + 1;
        return true;
    }

    bool readElement(Value &value, int depth)
    {
        XmlReader reader(m_text, m_at, m_maxDepth - depth);
        if (!reader.read(value))
            return fail(reader.failedAt, std::move(reader.message));
        if (const auto lineEnd = m_text.substr(0, reader.at).find_first_of("\r\n", m_at);
            !m_options.multiLine && lineEnd != std::string_view::npos)
            return fail(lineEnd, "Expected the element on one line.");
        m_at = reader.at;
        return true;
    }

    std::string_view m_text;
    const ReadOptions &m_options;
    Locator m_locator;
    Locator m_warningLocator;
    int m_maxDepth = 0;
    std::size_t m_at = 0;
    std::string m_buffer;
    std::vector<NotationProblem> m_warnings;
    std::size_t m_failedAt = 0;
    std::string m_message;
    NotationPlace *m_place = nullptr; ///< of the container being read; null: not wanted
};

} // namespace

const NotationPlace *NotationPlace::part(std::string_view name) const
{
    const std::string folded = foldCase(name);
    const auto found =
        std::ranges::find_if(parts.rbegin(), parts.rend(), [&](const NotationPlace &p) { return foldCase(p.key) == folded; });
    return found == parts.rend() ? nullptr : &*found;
}

std::expected<NotationDocument, NotationProblem> readNotation(std::string_view text, const ReadOptions &options)
{
    return Reader(text, options).read();
}

} // namespace pbx::data
