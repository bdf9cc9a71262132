// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/notation.h"

#include <optional>
#include <string>
#include <string_view>

/// What the readers and writers of this room share.
namespace pbx::data {

/// Deepest nesting a reader accepts whatever its options say, and a writer can print.
inline constexpr int deepest = 1000;

/// Largest text a writer makes: shared parts are printed again and again, there must be an end.
inline constexpr std::size_t mostPrinted = 128u << 20;

inline constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

inline bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
inline bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}
inline bool isAsciiWord(char c) noexcept
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "the end of the text" or the character there in quotes, for messages.
std::string describeCharacter(std::string_view text, std::size_t at);

/// Turns byte offsets into lines and columns; cheap when they are asked for in ascending order.
class Locator {
public:
    explicit Locator(std::string_view text) : m_text(text) {}
    NotationProblem problem(std::size_t offset, std::string message);

private:
    std::string_view m_text;
    std::size_t m_offset = 0;
    int m_line = 1;
    int m_column = 1;
};

/// Reads one element, with what may precede it, from a larger text; at then stands behind it.
class XmlReader {
public:
    XmlReader(std::string_view text, std::size_t start, int maxDepth) : at(start), m_text(text), m_maxDepth(maxDepth) {}
    bool read(Value &element);
    /// Skips white space, comments and instructions, and before the element a DOCTYPE.
    bool skipOutside(bool beforeElement);

    std::size_t at;
    std::size_t failedAt = 0;
    std::string message;

private:
    struct Open {
        Value element;
        std::string_view tag;
        std::string text;
        bool keepText = false; ///< has characters that white space between elements has not
        bool hasElements = false;
    };
    bool fail(std::size_t offset, std::string text);
    bool skipPast(std::string_view end, const char *what);
    bool skipDocType();
    bool readName(std::string_view &name);
    bool readReference(std::string &out);
    bool readAttributes(XmlObject &element, std::vector<std::pair<std::string, std::string>> &declared, bool &empty);
    bool readAttributeValue(std::string &value);
    bool addAttribute(XmlObject &element, std::vector<std::pair<std::string, std::string>> &declared,
                      std::string_view name, std::size_t nameAt, std::string value);
    bool openElement();
    bool closeElement();
    bool readText();
    bool readMarkup();
    bool inherit(XmlObject &element, std::vector<std::pair<std::string, std::string>> declared);
    void flushText(Open &open, bool atEnd);
    void finishElement();

    std::string_view m_text;
    int m_maxDepth;
    std::vector<Open> m_open;
    Value m_finished;
    std::size_t m_inherited = 0; ///< bytes of declarations copied to sub-elements
};

/// False when nested deeper than 1000. oneLine: line ends in texts become references.
bool appendXml(std::string &out, const XmlObject &xml, bool oneLine, int depth);

} // namespace pbx::data
