// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include "preview/machine/internet_date.h"

#include <charconv>

/// ObjectToJSON and JSONToObject (RFC 8259, with the language's own kinds of value).
namespace pbx::machine {

namespace {

constexpr int maxReadDepth = 200;

class JsonWriter {
public:
    /// False: longer than a string may be.
    bool write(const Value &value)
    {
        switch (value.type()) {
        case Type::Null:
            m_text += "null";
            break;
        case Type::Number:
            m_text += std::to_string(value.toNumber());
            break;
        case Type::TimeStamp:
            stamp(value.toSeconds());
            break;
        case Type::ShortString:
        case Type::LongString:
            quote(value.bytes());
            break;
        case Type::DataBlock:
            quote(data::encodeBase64(value.bytes()));
            break;
        case Type::Address:
            quote(data::printAddress(value.address()));
            break;
        case Type::Array:
            return array(value.array());
        case Type::Dictionary:
            return dictionary(value.dictionary());
        case Type::Xml:
        case Type::Handle:
            if (const auto text = data::printNotation(value))
                quote(*text);
            else
                return false;
        }
        return m_text.size() <= maxStringSize;
    }

    const std::string &text() const { return m_text; }

private:
    void stamp(std::int64_t seconds)
    {
        const bool special = seconds == Value::remotePast || seconds == Value::remoteFuture;
        quote(special ? data::printTimeStamp(seconds) : printInternetDate(seconds));
    }

    bool array(const data::ArrayObject &array)
    {
        m_text += '[';
        for (std::size_t i = 0; i < array.size(); ++i) {
            if (i > 0)
                m_text += ',';
            if (!write(array.items[i]))
                return false;
        }
        m_text += ']';
        return true;
    }

    bool dictionary(const data::DictionaryObject &dictionary)
    {
        m_text += '{';
        for (std::size_t i = 0; i < dictionary.size(); ++i) {
            const auto &entry = dictionary.sortedEntry(i);
            if (i > 0)
                m_text += ',';
            quote(entry.key.bytes());
            m_text += ':';
            if (!write(entry.value))
                return false;
        }
        m_text += '}';
        return true;
    }

    void quote(std::string_view text)
    {
        m_text += '"';
        const char *p = text.data();
        const char *const end = p + text.size();
        while (p < end) {
            const char *start = p;
            const char32_t code = nextSymbol(p, end);
            if (code == notUtf8)
                m_text += "\xef\xbf\xbd";
            else if (code < 0x20 || code == '"' || code == '\\')
                escape(static_cast<char>(code));
            else
                m_text.append(start, p);
        }
        m_text += '"';
    }

    void escape(char c)
    {
        static constexpr std::string_view plain = "\"\\\n\r\t\b\f";
        static constexpr std::string_view letters = "\"\\nrtbf";
        m_text += '\\';
        if (const auto at = plain.find(c); at != std::string_view::npos)
            m_text += letters[at];
        else
            m_text.append("u00").append(encodeBase16({&c, 1}, false));
    }

    std::string m_text;
};

class JsonReader {
public:
    explicit JsonReader(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size())
    {
        if (text.starts_with("\xef\xbb\xbf"))
            m_at += 3;
    }

    bool read(Value &value)
    {
        return element(value, 0) && (blanks(), m_at == m_end);
    }

    /// Why reading stopped when the text itself was not to blame.
    const char *refused() const { return m_refused; }

private:
    void blanks()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\n' || *m_at == '\r'))
            ++m_at;
    }

    bool sign(char c)
    {
        blanks();
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    bool word(std::string_view wanted)
    {
        if (!std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(wanted))
            return false;
        m_at += wanted.size();
        return true;
    }

    bool element(Value &value, int depth)
    {
        blanks();
        if (m_at == m_end)
            return false;
        switch (*m_at) {
        case '{':
            return depth < maxReadDepth && object(value, depth + 1);
        case '[':
            return depth < maxReadDepth && array(value, depth + 1);
        case '"':
            return string(value);
        case 't':
            value = Value::yes();
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number(value);
        }
    }

    bool tooMuch()
    {
        if (data::memoryMeter.exceeded())
            m_refused = "there is not enough memory for the result";
        return m_refused != nullptr;
    }

    bool object(Value &value, int depth)
    {
        ++m_at;
        value = Value::newDictionary();
        if (sign('}'))
            return true;
        do {
            blanks();
            Value key;
            Value member;
            if (m_at == m_end || *m_at != '"' || !string(key) || !sign(':') || !element(member, depth) || tooMuch())
                return false;
            value.dictionary().set(key, std::move(member));
        } while (sign(','));
        return sign('}');
    }

    bool array(Value &value, int depth)
    {
        ++m_at;
        value = Value::newArray();
        if (sign(']'))
            return true;
        do {
            Value item;
            if (!element(item, depth) || tooMuch())
                return false;
            if (value.array().size() >= maxArraySize) {
                m_refused = "the text has an array of more than 1000000 elements";
                return false;
            }
            value.array().append(std::move(item));
        } while (sign(','));
        return sign(']');
    }

    bool digits()
    {
        const char *start = m_at;
        while (m_at < m_end && *m_at >= '0' && *m_at <= '9')
            ++m_at;
        return m_at > start;
    }

    /// Whole numbers of 64 bits are numbers, others keep their spelling in a string.
    bool number(Value &value)
    {
        const char *start = m_at;
        if (*m_at == '-')
            ++m_at;
        const char *first = m_at;
        if (!digits() || (*first == '0' && m_at > first + 1))
            return false;
        bool whole = true;
        if (m_at < m_end && *m_at == '.') {
            whole = false;
            ++m_at;
            if (!digits())
                return false;
        }
        if (m_at < m_end && (*m_at == 'e' || *m_at == 'E')) {
            whole = false;
            ++m_at;
            if (m_at < m_end && (*m_at == '+' || *m_at == '-'))
                ++m_at;
            if (!digits())
                return false;
        }
        std::int64_t n = 0;
        if (whole && std::from_chars(start, m_at, n).ec == std::errc())
            value.setNumber(n);
        else
            value = Value::string({start, static_cast<std::size_t>(m_at - start)});
        return true;
    }

    bool string(Value &value)
    {
        ++m_at;
        const char *start = m_at;
        while (m_at < m_end && *m_at != '"' && *m_at != '\\' && static_cast<unsigned char>(*m_at) >= 0x20)
            ++m_at;
        if (m_at < m_end && *m_at == '"') {
            value = Value::string({start, static_cast<std::size_t>(m_at++ - start)});
            return true;
        }
        std::string text(start, m_at);
        while (m_at < m_end && *m_at != '"') {
            if (static_cast<unsigned char>(*m_at) < 0x20)
                return false;
            if (*m_at != '\\') {
                text += *m_at++;
                continue;
            }
            ++m_at;
            if (!escape(text))
                return false;
        }
        if (m_at == m_end)
            return false;
        ++m_at;
        value = Value::string(text);
        return true;
    }

    bool escape(std::string &text)
    {
        static constexpr std::string_view letters = "\"\\/nrtbf";
        static constexpr std::string_view plain = "\"\\/\n\r\t\b\f";
        if (m_at == m_end)
            return false;
        const char c = *m_at++;
        if (const auto at = letters.find(c); at != std::string_view::npos) {
            text += plain[at];
            return true;
        }
        std::uint32_t code = 0;
        if (c != 'u' || !hexCode(code))
            return false;
        constexpr std::uint32_t replacement = 0xfffd;
        while (code >= 0xd800 && code < 0xe000) {
            std::uint32_t second = 0;
            const bool follows = code < 0xdc00 && m_end - m_at >= 2 && m_at[0] == '\\' && m_at[1] == 'u';
            if (!follows) {
                code = replacement;
                break;
            }
            m_at += 2;
            if (!hexCode(second))
                return false;
            if (second >= 0xdc00 && second < 0xe000) {
                code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
                break;
            }
            appendUtf8(text, replacement); // the first was alone; the second may begin a pair
            code = second;
        }
        appendUtf8(text, code);
        return true;
    }

    bool hexCode(std::uint32_t &code)
    {
        if (m_end - m_at < 4)
            return false;
        const auto [end, error] = std::from_chars(m_at, m_at + 4, code, 16);
        if (error != std::errc() || end != m_at + 4)
            return false;
        m_at += 4;
        return true;
    }

    const char *m_at;
    const char *m_end;
    const char *m_refused = nullptr;
};

Outcome objectToJson(Context &context, Value *arguments, unsigned, Value &result)
{
    if (const Outcome outcome = checkExtent(context, "ObjectToJSON", arguments[0]); outcome != Outcome::Done)
        return outcome;
    JsonWriter writer;
    if (!writer.write(arguments[0]))
        return fail(context, "ObjectToJSON", "the result would be longer than 16 MB");
    return giveString(context, "ObjectToJSON", writer.text(), result);
}

Outcome jsonToObject(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isString() && !arguments[0].isDataBlock())
        return failArgument(context, "JSONToObject", 0, arguments[0], "a string or datablock");
    JsonReader reader(arguments[0].bytes());
    if (!reader.read(result))
        result.setNull();
    return reader.refused() ? fail(context, "JSONToObject", reader.refused()) : Outcome::Done;
}

} // namespace

void addJsonBuiltins(BuiltinTable &table)
{
    table.set("ObjectToJSON", objectToJson);
    table.set("JSONToObject", jsonToObject);
}

} // namespace pbx::machine
