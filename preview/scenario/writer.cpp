// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/scenario/scenario.h"

#include "environment/data/notation.h"

#include <algorithm>
#include <utility>

namespace pbx::scenario {

namespace {

using call::Event;

std::string text(const Event &event, std::string_view member)
{
    const data::Value value = event.member(member);
    if (value.isNull())
        return {};
    return value.isString() ? value.toStdString() : data::printText(value).value_or(std::string());
}

/// In quotes where a word alone would be read otherwise.
std::string quoted(const std::string &word, bool always = false)
{
    constexpr std::string_view keywords[] = {"next", "in", "interrupted", "to", "by"};
    if (!always && !word.empty() && word.find_first_of(" \t\r\n\"\\") == word.npos && word.front() != '#'
        && !std::ranges::contains(keywords, word))
        return word;
    std::string out = "\"";
    for (const char c : word) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out + '"';
}

std::string seconds(std::int64_t ms)
{
    std::string out = std::to_string(ms / 1000);
    if (ms % 1000 != 0) {
        std::string rest = std::to_string(1000 + ms % 1000).substr(1);
        while (rest.ends_with('0'))
            rest.pop_back();
        out += '.' + rest;
    }
    return out + " s";
}

std::string phoneLine(const std::string &account, const call::PhonePlan &plan)
{
    std::string_view state = "answer";
    switch (plan.state) {
    case accounts::PhoneState::Answers: break;
    case accounts::PhoneState::Busy: state = "busy"; break;
    case accounts::PhoneState::NoAnswer: state = "noanswer"; break;
    case accounts::PhoneState::Offline: state = "offline"; break;
    }
    std::string line = "phone " + quoted(account) + ' ' + std::string(state);
    const call::PhonePlan usual;
    if (plan.answersAfter != usual.answersAfter)
        line += " after " + seconds(plan.answersAfter);
    if (plan.talksFor != usual.talksFor)
        line += plan.talksFor < 0 ? " talks forever" : " talks " + seconds(plan.talksFor);
    if (!plan.keys.empty())
        line += " presses " + quoted(plan.keys);
    for (const call::TimedKey &key : plan.timedKeys)
        line += std::string(" presses ") + key.key + " at " + seconds(key.at);
    if (!plan.voice.empty())
        line += " says " + quoted(plan.voice);
    return line + '\n';
}

std::string firstLine(const std::string &text)
{
    return text.substr(0, text.find_first_of("\r\n"));
}

/// Prompts that follow each other share a line.
class Lines {
public:
    void hears(const std::string &name)
    {
        if (!m_keys.empty())
            flush();
        m_prompts += (m_prompts.empty() ? "  hears " : " ") + quoted(name);
    }
    void presses(const std::string &keys) { m_keys += keys; }
    void add(const std::string &line)
    {
        flush();
        m_out += "  " + line + '\n';
    }
    std::string take()
    {
        flush();
        return std::move(m_out);
    }

private:
    void flush()
    {
        if (!m_prompts.empty())
            m_out += std::exchange(m_prompts, {}) + '\n';
        if (!m_keys.empty())
            m_out += "  press " + std::exchange(m_keys, {}) + '\n';
    }
    std::string m_out;
    std::string m_prompts;
    std::string m_keys; ///< of the script, behind the prompts
};

/// The caller's script, cut where its keys were pressed: the pieces make the same script again, and with it the same
/// call. Keys given with their time, or by hand, keep the time.
class Script {
public:
    explicit Script(const call::CallerRequest &request) : m_request(request), m_left(request.keys) {}

    void pressed(char key, std::int64_t time, Lines &lines)
    {
        time -= m_request.dialsAt;
        const auto at = m_left.find_first_not_of(",~");
        if (at == m_left.npos || m_left[at] != key || isTimed(key, time)) {
            lines.add(std::string("press ") + key + " at " + seconds(time));
            return;
        }
        lines.presses(m_left.substr(0, at + 1));
        m_left.erase(0, at + 1);
    }
    void hungUp(std::int64_t time, Lines &lines)
    {
        time -= m_request.dialsAt;
        if (!m_left.contains('!') || isTimed('!', time))
            lines.add("hang up at " + seconds(time));
    }
    /// What nobody waited for.
    void finish(Lines &lines) { lines.presses(std::exchange(m_left, {})); }

private:
    bool isTimed(char key, std::int64_t time) const
    {
        return std::ranges::any_of(m_request.timedKeys, [&](const call::TimedKey &timed) {
            return timed.key == key && timed.at == time;
        });
    }
    const call::CallerRequest &m_request;
    std::string m_left;
};

/// What one caller did and what happened to them. `alone`: what concerns nobody by number is this caller's.
std::string callerText(const call::CallerRequest &request, std::uint32_t number, bool alone, const std::vector<Event> &events)
{
    std::string head = "\ncall " + quoted(request.address) + " from " + quoted(request.from);
    if (!alone)
        head += " as " + quoted("caller " + std::to_string(number));
    if (request.dialsAt > 0)
        head += " after " + seconds(request.dialsAt);
    head += '\n';
    if (!request.voice.empty())
        head += "  say " + quoted(request.voice) + '\n';
    Lines lines;
    Script script(request);
    for (const Event &event : events) {
        const bool heard = std::ranges::contains(event.people, number);
        if (event.kind == "play" ? !heard && !(alone && event.people.empty()) : !alone && !heard)
            continue;
        if (event.kind == "key" && event.member("account").isNull())
            script.pressed(text(event, "key").front(), event.time, lines);
        else if (event.kind == "play")
            lines.hears(text(event, "name"));
        else if (event.kind == "mail" && event.member("error").isNull())
            lines.add("mail to " + quoted(text(event, "to")) + " subject " + quoted(firstLine(text(event, "subject")), true));
        else if (event.kind == "ring" && event.complete)
            lines.add("rings " + quoted(text(event, "account")) + ' ' + text(event, "outcome"));
        else if (event.kind == "record" && event.complete)
            lines.add("records " + seconds(event.member("duration").toNumber()));
        else if (event.kind == "error")
            lines.add("fails " + quoted(firstLine(text(event, "message")), true));
        else if (event.kind == "end" && text(event, "by") == "caller")
            script.hungUp(event.time, lines);
        if (event.kind == "end") {
            script.finish(lines);
            lines.add("ends by " + text(event, "by"));
            lines.add("left with " + quoted(text(event, "outcome")));
        }
    }
    return head + lines.take();
}

} // namespace

std::string write(const call::DialRequest &request, const std::string &at, const std::string &pressed,
                  const std::vector<Event> &events)
{
    const std::string title = request.address + (at.empty() ? "" : " at " + at) + (pressed.empty() ? "" : ", keys " + pressed);
    return write(request, {}, at, title, events);
}

std::string write(const call::DialRequest &request, const std::map<std::uint32_t, call::CallerRequest> &others,
                  const std::string &at, const std::string &title, const std::vector<Event> &events)
{
    std::string out = "scenario " + (title.find_first_of("\"\\\t\r\n") == title.npos ? title : quoted(title, true)) + '\n';
    if (!at.empty())
        out += "at " + at + '\n';
    if (!request.domain.empty())
        out += "domain " + quoted(request.domain) + '\n';
    if (!request.language.empty())
        out += "language " + quoted(request.language) + '\n';
    if (request.limitMs != call::DialRequest().limitMs)
        out += "limit " + seconds(request.limitMs) + '\n';
    for (const std::string &service : request.failures)
        out += "fail " + service + '\n';
    for (const auto &[account, plan] : request.phones)
        out += phoneLine(account, plan);
    out += callerText(request, 1, others.empty(), events);
    for (const auto &[number, other] : others)
        out += callerText(other, number, false, events);
    return out;
}

} // namespace pbx::scenario
