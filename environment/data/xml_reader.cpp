// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation_detail.h"
#include "environment/data/utf8.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <unordered_set>

namespace pbx::data {

namespace {

constexpr std::size_t mostDeclarations = 256; ///< in scope of one element
constexpr std::size_t mostInherited = 64u << 20; ///< bytes

bool isNameCharacter(char c)
{
    return isAsciiWord(c) || c == '_' || c == '-' || c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

struct QualifiedName {
    std::string_view prefix;
    std::string_view name;
};

QualifiedName split(std::string_view name)
{
    const auto colon = name.find(':');
    if (colon == std::string_view::npos)
        return {{}, name};
    return {name.substr(0, colon), name.substr(colon + 1)};
}

} // namespace

bool XmlReader::fail(std::size_t offset, std::string text)
{
    failedAt = offset;
    message = std::move(text);
    return false;
}

bool XmlReader::skipPast(std::string_view end, const char *what)
{
    const auto found = m_text.find(end, at);
    if (found == std::string_view::npos)
        return fail(at, std::format("The {} that begins here has no end; expected {}.", what, end));
    at = found + end.size();
    return true;
}

/// The internal part in brackets may hold quoted signs and comments; nothing of it is used.
bool XmlReader::skipDocType()
{
    const std::size_t start = at;
    int brackets = 0;
    while (at < m_text.size()) {
        const char c = m_text[at];
        if (m_text.substr(at).starts_with("<!--")) {
            if (!skipPast("-->", "comment"))
                return false;
            continue;
        }
        if (c == '"' || c == '\'') {
            const auto close = m_text.find(c, at + 1);
            if (close == std::string_view::npos)
                break;
            at = close;
        }
        brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
        ++at;
        if (c == '>' && brackets <= 0)
            return true;
    }
    return fail(start, "The DOCTYPE that begins here has no end; expected '>'.");
}

bool XmlReader::skipOutside(bool beforeElement)
{
    for (;;) {
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        const std::string_view rest = m_text.substr(at);
        if (rest.starts_with("<!--")) {
            if (!skipPast("-->", "comment"))
                return false;
        } else if (rest.starts_with("<?")) {
            if (!skipPast("?>", "instruction"))
                return false;
        } else if (beforeElement && rest.starts_with("<!DOCTYPE")) {
            if (!skipDocType())
                return false;
        } else {
            return true;
        }
    }
}

bool XmlReader::readName(std::string_view &name)
{
    const std::size_t start = at;
    while (at < m_text.size() && isNameCharacter(m_text[at]))
        ++at;
    name = m_text.substr(start, at - start);
    if (name.empty() || isDigit(name.front()) || name.front() == '-' || name.front() == '.')
        return fail(start, std::format("Expected a name, but found {}.", describeCharacter(m_text, start)));
    const auto colon = name.find(':');
    if (colon == 0 || colon == name.size() - 1
        || (colon != std::string_view::npos && name.find(':', colon + 1) != std::string_view::npos))
        return fail(start, "Expected a name with at most one colon inside.");
    return true;
}

bool XmlReader::readReference(std::string &out)
{
    static constexpr std::pair<std::string_view, char> named[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    const std::size_t start = at;
    const auto end = m_text.substr(0, std::min(m_text.size(), start + 12)).find(';', start);
    if (end == std::string_view::npos)
        return fail(start, "Expected a reference as &amp; or &#1090; here; a bare & is written as &amp;.");
    std::string_view inside = m_text.substr(start + 1, end - start - 1);
    at = end + 1;
    for (const auto &[name, meaning] : named) {
        if (name == inside) {
            out += meaning;
            return true;
        }
    }
    if (inside.starts_with('#')) {
        inside.remove_prefix(1);
        const bool hex = inside.starts_with('x') || inside.starts_with('X');
        inside.remove_prefix(hex ? 1 : 0);
        std::uint32_t code = 0;
        const auto [last, error] = std::from_chars(inside.data(), inside.data() + inside.size(), code, hex ? 16 : 10);
        if (error == std::errc() && last == inside.data() + inside.size() && code <= 0x10ffff
            && (code < 0xd800 || code > 0xdfff)) {
            appendUtf8(out, code);
            return true;
        }
        return fail(start, "Expected the number of a character in the reference.");
    }
    return fail(start, std::format("There is no entity \"{}\"; expected amp, lt, gt, quot, apos or a number.", inside));
}

bool XmlReader::readAttributeValue(std::string &value)
{
    const std::size_t start = at;
    const char quote = at < m_text.size() ? m_text[at] : '\0';
    if (quote != '"' && quote != '\'')
        return fail(at, std::format("Expected the value of an attribute in quotes, but found {}.",
                                    describeCharacter(m_text, at)));
    ++at;
    while (at < m_text.size() && m_text[at] != quote) {
        if (m_text[at] == '&') {
            if (!readReference(value))
                return false;
            continue;
        }
        const char c = m_text[at++];
        if (c == '\r' && at < m_text.size() && m_text[at] == '\n')
            continue;
        value += isBlank(c) ? ' ' : c;
    }
    if (at == m_text.size())
        return fail(start, "The value that begins here has no end; expected a quote.");
    ++at;
    return true;
}

bool XmlReader::addAttribute(XmlObject &element, std::vector<std::pair<std::string, std::string>> &declared,
                             std::string_view name, std::size_t nameAt, std::string value)
{
    const auto [prefix, local] = split(name);
    if (prefix == "xmlns" || name == "xmlns") {
        std::string key(prefix.empty() ? std::string_view() : local);
        if (declared.size() >= mostDeclarations)
            return fail(nameAt, std::format("Expected at most {} declarations of namespaces.", mostDeclarations));
        if (std::ranges::find(declared, key, &std::pair<std::string, std::string>::first) != declared.end())
            return fail(nameAt, std::format("The declaration {} is repeated.", name));
        declared.emplace_back(std::move(key), std::move(value));
        return true;
    }
    element.charge(sizeof(XmlObject::Attribute) + name.size() + value.size());
    element.attributes.push_back({std::string(local), std::string(prefix), std::move(value)});
    return true;
}

/// Up to and with the end of the start tag.
bool XmlReader::readAttributes(XmlObject &element, std::vector<std::pair<std::string, std::string>> &declared,
                               bool &empty)
{
    std::unordered_set<std::string_view> names;
    for (;;) {
        const std::size_t before = at;
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        empty = m_text.substr(at).starts_with("/>");
        if (empty || m_text.substr(at).starts_with('>')) {
            at += empty ? 2 : 1;
            return true;
        }
        if (before == at)
            return fail(at, std::format("Expected a blank, '/>' or '>' in a tag, but found {}.",
                                        describeCharacter(m_text, at)));
        const std::size_t nameAt = at;
        std::string_view name;
        if (!readName(name))
            return false;
        if (!names.insert(name).second)
            return fail(nameAt, std::format("The attribute {} is repeated.", name));
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        if (!m_text.substr(at).starts_with('='))
            return fail(at, std::format("Expected '=' behind the attribute {}, but found {}.", name,
                                        describeCharacter(m_text, at)));
        ++at;
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        std::string value;
        if (!readAttributeValue(value) || !addAttribute(element, declared, name, nameAt, std::move(value)))
            return false;
    }
}

/// Stores what is in scope with the element: inherited ones in their order, own ones in place or behind.
bool XmlReader::inherit(XmlObject &element, std::vector<std::pair<std::string, std::string>> declared)
{
    auto &scope = element.namespaces;
    if (!m_open.empty())
        scope = m_open.back().element.xml().namespaces;
    std::size_t bytes = 0;
    for (const auto &[prefix, name] : scope)
        bytes += sizeof scope[0] + prefix.size() + name.size();
    m_inherited += bytes;
    for (auto &own : declared) {
        bytes += sizeof own + own.first.size() + own.second.size();
        const auto same = std::ranges::find(scope, own.first, &std::pair<std::string, std::string>::first);
        if (same != scope.end())
            same->second = std::move(own.second);
        else
            scope.push_back(std::move(own));
    }
    element.charge(bytes);
    return (scope.size() <= mostDeclarations && m_inherited <= mostInherited)
        || fail(at, "There are too many declarations of namespaces.");
}

bool XmlReader::openElement()
{
    const std::size_t start = at++;
    std::string_view tag;
    if (!readName(tag))
        return false;
    if (m_open.size() > static_cast<std::size_t>(std::max(m_maxDepth, 0)))
        return fail(start, "The elements are nested too deep.");
    if (memoryMeter.exceeded())
        return fail(start, "The data takes more memory than allowed.");
    const auto [prefix, name] = split(tag);
    Value made = makeXml(std::string(name), std::string(prefix));
    std::vector<std::pair<std::string, std::string>> declared;
    bool empty = false;
    if (!readAttributes(made.xml(), declared, empty) || !inherit(made.xml(), std::move(declared)))
        return false;
    if (!m_open.empty()) {
        flushText(m_open.back(), false);
        m_open.back().hasElements = true;
    }
    m_open.push_back({std::move(made), tag, {}, false, false});
    if (empty)
        finishElement();
    return true;
}

bool XmlReader::closeElement()
{
    const std::size_t start = at;
    at += 2;
    std::string_view tag;
    if (!readName(tag))
        return false;
    while (at < m_text.size() && isBlank(m_text[at]))
        ++at;
    if (!m_text.substr(at).starts_with('>'))
        return fail(at, std::format("Expected '>' behind </{}, but found {}.", tag, describeCharacter(m_text, at)));
    ++at;
    if (tag != m_open.back().tag)
        return fail(start, std::format("Expected </{}>, but found </{}>.", m_open.back().tag, tag));
    finishElement();
    return true;
}

void XmlReader::flushText(Open &open, bool atEnd)
{
    const bool drop = !open.keepText && (!atEnd || open.hasElements);
    if (!open.text.empty() && !drop) {
        XmlObject &xml = open.element.xml();
        xml.charge(sizeof(Value));
        xml.body.push_back(Value::string(open.text));
    }
    open.text.clear();
    open.keepText = false;
}

void XmlReader::finishElement()
{
    flushText(m_open.back(), true);
    Value element = std::move(m_open.back().element);
    m_open.pop_back();
    if (m_open.empty()) {
        m_finished = std::move(element);
        return;
    }
    XmlObject &parent = m_open.back().element.xml();
    parent.charge(sizeof(Value));
    parent.body.push_back(std::move(element));
}

bool XmlReader::readText()
{
    Open &open = m_open.back();
    while (at < m_text.size() && m_text[at] != '<') {
        const char c = m_text[at];
        if (c == '&') {
            open.keepText = true;
            if (!readReference(open.text))
                return false;
            continue;
        }
        if (c == '\0')
            return fail(at, "Expected text or a tag, but found a NUL byte.");
        ++at;
        open.keepText = open.keepText || !isBlank(c);
        if (c == '\r') { // Every line end is one LF.
            if (at < m_text.size() && m_text[at] == '\n')
                ++at;
            open.text += '\n';
        } else {
            open.text += c;
        }
    }
    return true;
}

bool XmlReader::readMarkup()
{
    const std::string_view rest = m_text.substr(at);
    if (rest.starts_with("<!--"))
        return skipPast("-->", "comment");
    if (rest.starts_with("<?"))
        return skipPast("?>", "instruction");
    if (rest.starts_with("</"))
        return closeElement();
    static constexpr std::string_view cdata = "<![CDATA[";
    if (rest.starts_with(cdata)) {
        const std::size_t start = at + cdata.size();
        if (!skipPast("]]>", "CDATA section"))
            return false;
        m_open.back().text.append(m_text, start, at - 3 - start);
        m_open.back().keepText = true;
        return true;
    }
    return openElement();
}

bool XmlReader::read(Value &element)
{
    const std::size_t start = at;
    if (!skipOutside(true))
        return false;
    if (!m_text.substr(at).starts_with('<'))
        return fail(at, std::format("Expected an element, but found {}.", describeCharacter(m_text, at)));
    if (!openElement())
        return false;
    while (!m_open.empty()) {
        if (at == m_text.size())
            return fail(start, std::format("The element that begins here has no end; expected </{}>.",
                                           m_open.back().tag));
        if (m_text[at] == '<' ? !readMarkup() : !readText())
            return false;
    }
    element = std::move(m_finished);
    return true;
}

std::expected<Value, NotationProblem> readXml(std::string_view text, int maxDepth)
{
    const std::size_t start = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    XmlReader reader(text, start, std::clamp(maxDepth, 0, deepest));
    Value element;
    bool done = reader.read(element) && reader.skipOutside(false);
    if (done && reader.at < text.size()) {
        reader.failedAt = reader.at;
        reader.message = std::format("Expected nothing more behind the element, but found {}.",
                                     describeCharacter(text, reader.at));
        done = false;
    }
    if (!done)
        return std::unexpected(Locator(text).problem(reader.failedAt, std::move(reader.message)));
    return element;
}

} // namespace pbx::data
