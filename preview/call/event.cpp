// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/event.h"

#include "environment/data/notation.h"
#include "environment/data/objects.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace pbx::call {

using data::Value;

namespace {

constexpr int maxDepth = 100;

/// Length of the well-formed UTF-8 sequence at the start, 0 when there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    std::size_t n = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (n == 0 || text.size() < n)
        return 0;
    for (std::size_t i = 1; i < n; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    const unsigned second = byte(1);
    if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || (lead == 0xf0 && second < 0x90)
        || (lead == 0xf4 && second > 0x8f))
        return 0;
    return n;
}

void appendNumber(std::string &out, std::int64_t n)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, n).ptr;
    out.append(digits, end);
}

/// 1500 → 1.5
void appendSeconds(std::string &out, std::int64_t ms)
{
    if (ms < 0) {
        out += '-';
        ms = -ms;
    }
    appendNumber(out, ms / 1000);
    if (const auto rest = static_cast<int>(ms % 1000)) {
        char digits[8];
        std::snprintf(digits, sizeof digits, ".%03d", rest);
        std::string_view text = digits;
        while (text.ends_with('0'))
            text.remove_suffix(1);
        out += text;
    }
}

void appendJson(std::string &out, const Value &value, int depth)
{
    switch (value.type()) {
    case data::Type::Null: out += "null"; return;
    case data::Type::Number: appendNumber(out, value.toNumber()); return;
    case data::Type::ShortString:
    case data::Type::LongString: appendJsonString(out, value.bytes()); return;
    case data::Type::DataBlock: appendJsonString(out, data::encodeBase64(value.bytes())); return;
    case data::Type::Array: {
        if (depth > maxDepth)
            break;
        out += '[';
        bool first = true;
        for (const Value &item : value.array().items) {
            if (!first)
                out += ',';
            first = false;
            appendJson(out, item, depth + 1);
        }
        out += ']';
        return;
    }
    case data::Type::Dictionary: {
        if (depth > maxDepth)
            break;
        out += '{';
        const auto &dictionary = value.dictionary();
        for (std::size_t i = 0; i < dictionary.size(); ++i) {
            const auto &entry = dictionary.entries()[i];
            if (i > 0)
                out += ',';
            appendJsonString(out, entry.key.bytes());
            out += ':';
            appendJson(out, entry.value, depth + 1);
        }
        out += '}';
        return;
    }
    default: {
        const auto text = data::printNotation(value);
        appendJsonString(out, text ? *text : std::string_view());
        return;
    }
    }
    out += "null"; // nested too deep, or in a circle
}

bool isDuration(std::string_view name)
{
    return name == "duration";
}

bool isFlag(std::string_view name)
{
    return name == "interrupted";
}

std::string plain(const Value &value)
{
    if (value.isNull())
        return {};
    auto text = data::printText(value);
    return text ? *text : std::string();
}

/// One line, whatever the text holds.
std::string oneLine(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r')
            continue;
        if (text[i] == '\n')
            out += " / ";
        else
            out += static_cast<unsigned char>(text[i]) < 0x20 ? ' ' : text[i];
    }
    return out;
}

std::string seconds(const Value &ms)
{
    std::string out;
    appendSeconds(out, ms.isNumber() ? ms.toNumber() : 0);
    return out + " s";
}

std::string playText(const Event &event)
{
    std::string out = plain(event.member("name"));
    if (!event.member("layer").isNull()) {
        const std::string language = plain(event.member("language"));
        out += " (" + (language.empty() ? std::string("default language") : language) + ", " + plain(event.member("layer"))
            + ")";
    }
    if (!event.complete)
        return out + " …";
    out += " " + seconds(event.member("duration"));
    if (event.member("interrupted").isTrue())
        out += ", interrupted";
    return out;
}

std::string readText(const Value &value)
{
    if (value.isNull())
        return "nothing: time-out";
    if (value.isDictionary())
        return "event " + plain(value.dictionary().get("what"));
    return plain(value);
}

std::string mailText(const Event &event)
{
    std::string out = plain(event.member("from")) + " → " + plain(event.member("to")) + ": «"
        + plain(event.member("subject")) + "» " + plain(event.member("body"));
    if (const Value error = event.member("error"); !error.isNull())
        out += " [not sent: " + plain(error) + "]";
    return out;
}

std::string errorText(const Event &event)
{
    std::string out = plain(event.member("message"));
    const Value stack = event.member("stack");
    if (stack.isArray()) {
        for (std::size_t i = 1; i < stack.array().size(); ++i) {
            const Value &entry = stack.array().items[i];
            if (entry.isDictionary())
                out += "; called from " + plain(entry.dictionary().get("section")) + ", line "
                    + plain(entry.dictionary().get("line"));
        }
    }
    return out;
}

/// All members, for kinds without a wording of their own.
std::string membersText(const Event &event)
{
    std::string out;
    for (const auto &[name, value] : event.members) {
        const std::string text = isDuration(name) ? seconds(value) : plain(value);
        if (text.empty() || name == "people")
            continue;
        if (!out.empty())
            out += ", ";
        out += text;
    }
    return out;
}

std::string words(const Event &event)
{
    const auto text = [&](std::string_view name) { return plain(event.member(name)); };
    if (event.kind == "dial")
        return text("from") + " → " + text("to");
    if (event.kind == "route") {
        const std::string by = text("by");
        const bool rule = by.starts_with("rule:") || by.starts_with("divert:");
        return text("address") + " → " + text("result") + " (" + by + (rule && !text("why").empty() ? ": " + text("why") : "") + ")";
    }
    if (event.kind == "start") {
        const std::string language = text("language");
        return text("program") + " for " + text("account")
            + (language.empty() ? std::string() : " in " + language);
    }
    if (event.kind == "reject")
        return text("text").empty() ? text("code") : text("text");
    if (event.kind == "play")
        return playText(event);
    if (event.kind == "missing")
        return text("name") + (text("reason").empty() ? "" : ": " + text("reason"));
    if (event.kind == "read")
        return readText(event.member("value"));
    if (event.kind == "mail")
        return mailText(event);
    if (event.kind == "ring")
        return text("account") + (event.complete ? ": " + text("outcome") : " …");
    if (event.kind == "record")
        return event.complete ? seconds(event.member("duration")) : "…";
    if (event.kind == "error")
        return errorText(event);
    if (event.kind == "end")
        return "by " + text("by") + ", left with: " + text("outcome");
    return membersText(event);
}

} // namespace

Value Event::member(std::string_view name) const
{
    for (const auto &[key, value] : members) {
        if (key == name)
            return value;
    }
    return {};
}

std::size_t Trace::add(Event event)
{
    const std::size_t index = m_events.size();
    m_events.push_back(std::move(event));
    if (m_listener)
        m_listener->eventAdded(index);
    if (!m_keep && m_events.back().complete)
        m_events.pop_back();
    return index;
}

void Trace::complete(std::size_t index, std::vector<std::pair<std::string_view, Value>> members)
{
    if (index >= m_events.size())
        return;
    Event &event = m_events[index];
    for (auto &member : members) {
        const auto place = std::ranges::find(event.members, member.first, [](const auto &m) { return m.first; });
        if (place != event.members.end())
            place->second = std::move(member.second);
        else
            event.members.push_back(std::move(member));
    }
    event.complete = true;
    if (m_listener)
        m_listener->eventCompleted(index);
}

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        const unsigned char c = static_cast<unsigned char>(text.front());
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        std::size_t length = 1;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (c < 0x20) {
                char code[8];
                std::snprintf(code, sizeof code, "\\u%04x", c);
                out += code;
            } else if ((length = sequenceLength(text)) > 0) {
                out += text.substr(0, length);
            } else {
                out += "\\ufffd";
                length = 1;
            }
        }
        text.remove_prefix(length);
    }
    out += '"';
}

std::string toJson(const Value &value)
{
    std::string out;
    appendJson(out, value, 0);
    return out;
}

std::string toJson(const Event &event)
{
    std::string out = "{\"time\":";
    appendSeconds(out, event.time);
    out += ",\"event\":";
    appendJsonString(out, event.kind);
    if (event.task != 0) {
        out += ",\"task\":";
        appendNumber(out, static_cast<std::int64_t>(event.task));
        out += ",\"file\":";
        appendJsonString(out, event.file);
        out += ",\"line\":";
        appendNumber(out, event.line);
    }
    for (const auto &[name, value] : event.members) {
        out += ',';
        appendJsonString(out, name);
        out += ':';
        if (isDuration(name) && value.isNumber())
            appendSeconds(out, value.toNumber());
        else if (isFlag(name))
            out += value.isTrue() ? "true" : "false";
        else
            appendJson(out, value, 0);
    }
    out += '}';
    return out;
}

std::string toText(const Event &event)
{
    char head[40];
    std::snprintf(head, sizeof head, "%9.3f  %-8.*s", static_cast<double>(event.time) / 1000.0,
                  static_cast<int>(event.kind.size()), event.kind.data());
    std::string out = head;
    out += ' ';
    out += oneLine(words(event));
    if (event.line > 0) {
        std::string_view file = event.file;
        if (const auto slash = file.rfind('/'); slash != std::string_view::npos)
            file.remove_prefix(slash + 1);
        out += "  [" + std::string(file) + ":" + std::to_string(event.line) + "]";
    }
    return out;
}

} // namespace pbx::call
