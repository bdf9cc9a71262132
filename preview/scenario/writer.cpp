// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/scenario/scenario.h"

#include "environment/data/notation.h"

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
    if (!always && !word.empty() && word.find_first_of(" \t\"\\") == word.npos && word.front() != '#')
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
    std::string line = "phone " + account + ' ' + std::string(state);
    const call::PhonePlan usual;
    if (plan.answersAfter != usual.answersAfter)
        line += " after " + seconds(plan.answersAfter);
    if (plan.talksFor != usual.talksFor)
        line += plan.talksFor < 0 ? " talks forever" : " talks " + seconds(plan.talksFor);
    return line + '\n';
}

/// Prompts that follow each other share a line.
class Lines {
public:
    void hears(const std::string &name)
    {
        m_prompts += (m_prompts.empty() ? "  hears " : " ") + quoted(name);
    }
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
    }
    std::string m_out;
    std::string m_prompts;
};

} // namespace

std::string write(const call::DialRequest &request, const std::string &at, const std::string &pressed,
                  const std::vector<Event> &events)
{
    std::string head = "scenario " + request.address + (at.empty() ? "" : " at " + at) + (pressed.empty() ? "" : ", keys " + pressed) + '\n';
    if (!at.empty())
        head += "at " + at + '\n';
    if (!request.domain.empty())
        head += "domain " + request.domain + '\n';
    if (!request.language.empty())
        head += "language " + request.language + '\n';
    for (const std::string &service : request.failures)
        head += "fail " + service + '\n';
    for (const auto &[account, plan] : request.phones)
        head += phoneLine(account, plan);
    head += "\ncall " + quoted(request.address) + " from " + quoted(request.from) + '\n';

    Lines lines;
    for (const Event &event : events) {
        if (event.kind == "key" && event.member("account").isNull())
            lines.add("press " + text(event, "key") + " at " + seconds(event.time));
        else if (event.kind == "play" && (event.people.empty() || event.people.front() == 1))
            lines.hears(text(event, "name"));
        else if (event.kind == "mail" && event.member("error").isNull())
            lines.add("mail to " + quoted(text(event, "to")) + " subject " + quoted(text(event, "subject"), true));
        else if (event.kind == "ring" && event.complete)
            lines.add("rings " + text(event, "account") + ' ' + text(event, "outcome"));
        else if (event.kind == "error")
            lines.add("fails " + quoted(text(event, "message"), true));
        else if (event.kind == "end" && text(event, "by") == "caller")
            lines.add("hang up at " + seconds(event.time));
        if (event.kind == "end") {
            lines.add("ends by " + text(event, "by"));
            lines.add("left with " + text(event, "outcome"));
        }
    }
    return head + lines.take();
}

} // namespace pbx::scenario
