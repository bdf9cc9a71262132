// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation_detail.h"

#include <algorithm>
#include <format>

namespace pbx::data {

namespace {

bool isWhiteSpace(std::string_view text)
{
    return std::ranges::all_of(text, isBlank);
}

void appendReference(std::string &out, char c)
{
    std::format_to(std::back_inserter(out), "&#{};", int(static_cast<unsigned char>(c)));
}

void appendEscaped(std::string &out, std::string_view text, bool attribute, bool oneLine)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += attribute ? "&quot;" : "\"";
            break;
        case '\n':
        case '\t':
            if (attribute || (oneLine && c == '\n'))
                appendReference(out, c);
            else
                out += c;
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                appendReference(out, c);
            else
                out += c;
        }
    }
}

void appendName(std::string &out, std::string_view prefix, std::string_view name)
{
    if (!prefix.empty()) {
        out += prefix;
        out += ':';
    }
    out += name;
}

/// Elements read from a text hold what they inherit; it need not be said again.
bool isInherited(const XmlObject *parent, std::size_t place, const std::pair<std::string, std::string> &declaration)
{
    if (!parent)
        return false;
    const auto &list = parent->namespaces;
    return (place < list.size() && list[place] == declaration) || std::ranges::find(list, declaration) != list.end();
}

bool appendElement(std::string &out, const XmlObject &xml, const XmlObject *parent, bool oneLine, int depth)
{
    if (depth > deepest || out.size() > mostPrinted)
        return false;
    out += '<';
    appendName(out, xml.prefix, xml.name);
    for (std::size_t i = 0; i < xml.namespaces.size(); ++i) {
        if (isInherited(parent, i, xml.namespaces[i]))
            continue;
        const auto &[prefix, name] = xml.namespaces[i];
        out += prefix.empty() ? " xmlns" : " xmlns:" + prefix;
        out += "=\"";
        appendEscaped(out, name, true, oneLine);
        out += '"';
    }
    for (const auto &attribute : xml.attributes) {
        out += ' ';
        appendName(out, attribute.prefix, attribute.name);
        out += "=\"";
        appendEscaped(out, attribute.value, true, oneLine);
        out += '"';
    }
    if (xml.body.empty()) {
        out += "/>";
        return true;
    }
    out += '>';
    const bool hasElements = std::ranges::any_of(xml.body, &Value::isXml);
    for (const Value &part : xml.body) {
        if (part.isXml()) {
            if (!appendElement(out, part.xml(), &xml, oneLine, depth + 1))
                return false;
            continue;
        }
        std::string_view text = part.bytes();
        // A reader drops white space between elements, but not a reference.
        if (hasElements && !text.empty() && isWhiteSpace(text)) {
            appendReference(out, text.front());
            text.remove_prefix(1);
        }
        appendEscaped(out, text, false, oneLine);
    }
    out += "</";
    appendName(out, xml.prefix, xml.name);
    out += '>';
    return true;
}

} // namespace

bool appendXml(std::string &out, const XmlObject &xml, bool oneLine, int depth)
{
    return appendElement(out, xml, nullptr, oneLine, depth);
}

std::expected<std::string, std::string> printXml(const XmlObject &xml)
{
    std::string out;
    if (!appendElement(out, xml, nullptr, false, 0))
        return std::unexpected(std::format(
            "The element contains itself, is nested deeper than {} levels or larger than {} MB.", deepest,
            mostPrinted >> 20));
    return out;
}

} // namespace pbx::data
