// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation_detail.h"
#include "environment/data/utf8.h"

#include <algorithm>
#include <format>

namespace pbx::data {

namespace {

constexpr std::size_t lineWidth = 100; ///< characters of a line that containers are kept on
constexpr int compactHeight = 3; ///< containers in containers that are still easy to read on one line

/// ASCII that stands for itself between quotes.
bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

class Writer {
public:
    explicit Writer(PrintStyle style) : m_style(style) {}

    std::expected<std::string, std::string> print(const Value &value)
    {
        const bool done = m_style == PrintStyle::Settings ? printLines(value, 0, 0) : printFlat(value, 0);
        if (!done)
            return std::unexpected(std::move(m_message));
        if (m_style == PrintStyle::Settings)
            m_out += '\n';
        return std::move(m_out);
    }

private:
    bool fail(std::string message)
    {
        m_message = std::move(message);
        return false;
    }
    bool failDepth()
    {
        return fail(std::format("The value contains itself or is nested deeper than {} levels.", deepest));
    }

    bool isBare(std::string_view text) const
    {
        return !text.empty() && std::ranges::all_of(text, [this](char c) {
            return isAsciiWord(c) || (m_style == PrintStyle::OneLine && (c == '.' || c == '-' || c == '_' || c == '@'));
        });
    }

    void printString(std::string_view text)
    {
        if (isBare(text)) {
            m_out += text;
            return;
        }
        m_out += '"';
        for (std::size_t i = 0; i < text.size();) {
            std::size_t plain = i;
            while (plain < text.size() && isPlain(text[plain]))
                ++plain;
            m_out.append(text, i, plain - i);
            i = plain;
            if (i == text.size())
                break;
            const char c = text[i];
            const std::size_t size = readUtf8(text, i).size;
            if (c == '"' || c == '\\') {
                m_out += '\\';
                m_out += c;
            } else if (c == '\n') {
                m_out += "\\e";
            } else if (c == '\t' && m_style == PrintStyle::OneLine) {
                m_out += "\\t";
            } else if (size == 0 || static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                std::format_to(std::back_inserter(m_out), "\\{:03}", int(static_cast<unsigned char>(c)));
            } else {
                m_out.append(text, i, size);
            }
            i += std::max<std::size_t>(size, 1);
        }
        m_out += '"';
    }

    void printHandle(const HandleObject &handle)
    {
        m_out += "#(";
        for (const char c : handle.kind)
            m_out += c == ')' ? '_' : c;
        if (handle.id != 0)
            m_out += ' ' + std::to_string(handle.id);
        m_out += ')';
    }

    bool printScalar(const Value &value, int depth)
    {
        switch (value.type()) {
        case Type::Null:
            m_out += m_style == PrintStyle::OneLine ? "#null#" : "#NULL#";
            return true;
        case Type::Number:
            m_out += '#' + std::to_string(value.toNumber());
            return true;
        case Type::TimeStamp:
            m_out += "#T" + printTimeStamp(value.toSeconds());
            return true;
        case Type::DataBlock:
            m_out += '[' + encodeBase64(value.bytes()) + ']';
            return true;
        case Type::Address: {
            const std::string text = printAddress(value.address());
            m_out += text.starts_with('[') ? "#I" + text : "#I[" + text + ']';
            return true;
        }
        case Type::Xml:
            return appendXml(m_out, value.xml(), true, depth) || failDepth();
        case Type::Handle:
            printHandle(value.handle());
            return true;
        default:
            printString(value.bytes());
            return true;
        }
    }

    bool printFlat(const Value &value, int depth)
    {
        if (depth > deepest)
            return failDepth();
        if (m_out.size() > mostPrinted)
            return fail(std::format("The text would be larger than {} MB.", mostPrinted >> 20));
        if (value.isArray()) {
            m_out += '(';
            for (std::size_t i = 0; i < value.array().items.size(); ++i) {
                if (i > 0)
                    m_out += ',';
                if (!printFlat(value.array().items[i], depth + 1))
                    return false;
            }
            m_out += ')';
            return true;
        }
        if (!value.isDictionary())
            return printScalar(value, depth);
        const DictionaryObject &dictionary = value.dictionary();
        m_out += '{';
        for (std::size_t i = 0; i < dictionary.size(); ++i) {
            const auto &entry = dictionary.sortedEntry(i);
            printString(entry.key.bytes());
            m_out += '=';
            if (!printFlat(entry.value, depth + 1))
                return false;
            m_out += ';';
        }
        m_out += '}';
        return true;
    }

    /// On one line, or nothing printed at all when that takes more than the bytes up to end or is hard to read.
    bool printCompact(const Value &value, int height, std::size_t end)
    {
        if (m_out.size() > end || value.bytes().size() > lineWidth * 4)
            return false;
        const bool container = value.isArray() || value.isDictionary();
        if (!container)
            return printScalar(value, 0);
        if (height == 0)
            return false;
        m_out += value.isArray() ? '(' : '{';
        if (value.isArray()) {
            const auto &items = value.array().items;
            for (std::size_t i = 0; i < items.size(); ++i) {
                if (i > 0)
                    m_out += ',';
                if (!printCompact(items[i], height - 1, end))
                    return false;
            }
        } else {
            for (const auto &entry : value.dictionary().entries()) {
                if (entry.key.bytes().size() > lineWidth * 4)
                    return false;
                printString(entry.key.bytes());
                m_out += '=';
                if (!printCompact(entry.value, height - 1, end))
                    return false;
                m_out += ';';
            }
        }
        m_out += value.isArray() ? ')' : '}';
        return true;
    }

    bool fitsOnLine(const Value &value, std::size_t column)
    {
        const std::size_t start = m_out.size();
        std::string keptMessage = std::move(m_message);
        bool fits = column < lineWidth && printCompact(value, compactHeight, start + lineWidth * 4);
        if (fits) {
            std::size_t characters = 0;
            for (std::size_t i = start; i < m_out.size(); ++i)
                characters += (static_cast<unsigned char>(m_out[i]) & 0xc0) != 0x80;
            fits = column + characters < lineWidth;
        }
        if (!fits)
            m_out.resize(start);
        m_message = std::move(keptMessage);
        return fits;
    }

    /// column: where the value begins. Sections, that is dictionaries at the first two levels, have a line for each key.
    bool printLines(const Value &value, int depth, std::size_t column, bool inArray = false)
    {
        if (depth > deepest)
            return failDepth();
        if (m_out.size() > mostPrinted)
            return fail(std::format("The text would be larger than {} MB.", mostPrinted >> 20));
        if (!value.isArray() && !value.isDictionary())
            return printScalar(value, depth);
        const bool section = value.isDictionary() && depth < 2 && !inArray;
        if (length(value) == 0 || !section) {
            if (fitsOnLine(value, column))
                return true;
        }
        const std::string indent(static_cast<std::size_t>(depth) + 1, ' ');
        m_out += value.isArray() ? "(" : "{";
        if (value.isArray()) {
            const auto &items = value.array().items;
            for (std::size_t i = 0; i < items.size(); ++i) {
                m_out += (i > 0 ? ",\n" : "\n") + indent;
                if (!printLines(items[i], depth + 1, indent.size(), true))
                    return false;
            }
        } else {
            for (const auto &entry : value.dictionary().entries()) {
                m_out += '\n' + indent;
                const std::size_t start = m_out.size();
                printString(entry.key.bytes());
                m_out += " = ";
                if (!printLines(entry.value, depth + 1, indent.size() + m_out.size() - start))
                    return false;
                m_out += ';';
            }
        }
        m_out += '\n' + indent.substr(1);
        m_out += value.isArray() ? ')' : '}';
        return true;
    }

    PrintStyle m_style;
    std::string m_out;
    std::string m_message;
};

} // namespace

std::expected<std::string, std::string> printNotation(const Value &value, PrintStyle style)
{
    return Writer(style).print(value);
}

std::expected<std::string, std::string> printText(const Value &value)
{
    switch (value.type()) {
    case Type::Null:
        return std::string();
    case Type::Number:
        return std::to_string(value.toNumber());
    case Type::TimeStamp:
        return printTimeStamp(value.toSeconds());
    case Type::ShortString:
    case Type::LongString:
    case Type::DataBlock:
        return value.toStdString();
    case Type::Address:
        return printAddress(value.address());
    case Type::Xml: {
        std::string text;
        for (const Value &part : value.xml().body)
            text += part.bytes();
        return text;
    }
    default:
        return printNotation(value);
    }
}

} // namespace pbx::data
