// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/queues.h"

#include <algorithm>

namespace pbx::call {

namespace {

/// Both in the normal form of readPriority: -1, 0, 1.
int comparePriority(std::string_view a, std::string_view b)
{
    const auto whole = [](std::string_view p) { return p.substr(0, p.find('.')); };
    const auto part = [](std::string_view p) { return p.find('.') == p.npos ? std::string_view() : p.substr(p.find('.') + 1); };
    if (whole(a).size() != whole(b).size())
        return whole(a).size() < whole(b).size() ? -1 : 1;
    if (const int order = whole(a).compare(whole(b)))
        return order < 0 ? -1 : 1;
    const int order = part(a).compare(part(b)); // no trailing zeros, so text order is number order
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

} // namespace

bool Queues::readPriority(std::string_view text, std::string &normal)
{
    normal = "1";
    const auto digits = [](std::string_view t) {
        return std::ranges::all_of(t, [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto dot = text.find('.');
    std::string_view whole = text.substr(0, dot);
    std::string_view part = dot == text.npos ? std::string_view() : text.substr(dot + 1);
    if (whole.empty() || text.size() > 40 || !digits(whole) || !digits(part))
        return false;
    while (whole.size() > 1 && whole.front() == '0')
        whole.remove_prefix(1);
    while (part.ends_with('0'))
        part.remove_suffix(1);
    normal = std::string(whole);
    if (!part.empty())
        normal += '.' + std::string(part);
    return true;
}

Queues::Place Queues::enter(const std::string &account, const std::string &queue, Waiting entry)
{
    auto &waiting = m_queues[{account, queue}];
    const std::uint64_t task = entry.task;
    const auto old = std::ranges::find(waiting, task, &Waiting::task);
    if (old != waiting.end() && comparePriority(old->priority, entry.priority) == 0) {
        old->parameter = std::move(entry.parameter);
    } else {
        if (old != waiting.end())
            waiting.erase(old);
        const auto place = std::ranges::find_if(waiting, [&](const Waiting &other) {
            return comparePriority(other.priority, entry.priority) < 0;
        });
        waiting.insert(place, std::move(entry));
    }
    return look(account, queue, task);
}

Queues::Place Queues::look(const std::string &account, const std::string &queue, std::uint64_t task) const
{
    const auto found = m_queues.find({account, queue});
    if (found == m_queues.end())
        return {};
    Place place;
    place.length = found->second.size();
    const auto own = std::ranges::find(found->second, task, &Waiting::task);
    if (own != found->second.end())
        place.position = static_cast<std::size_t>(own - found->second.begin());
    return place;
}

void Queues::leave(const std::string &account, const std::string &queue, std::uint64_t task)
{
    if (const auto found = m_queues.find({account, queue}); found != m_queues.end())
        std::erase_if(found->second, [&](const Waiting &w) { return w.task == task; });
}

std::optional<Queues::Waiting> Queues::take(const std::string &account, const std::string &queue)
{
    const auto found = m_queues.find({account, queue});
    if (found == m_queues.end() || found->second.empty())
        return std::nullopt;
    Waiting first = std::move(found->second.front());
    found->second.erase(found->second.begin());
    return first;
}

void Queues::forget(std::uint64_t task)
{
    for (auto &[name, waiting] : m_queues)
        std::erase_if(waiting, [&](const Waiting &w) { return w.task == task; });
}

std::string Meetings::create(const std::string &account, const std::string &set, const std::string &key,
                             const std::string &parameter)
{
    const auto [place, isNew] = m_meetings.try_emplace({account, {set, key}});
    if (!isNew)
        return "409-Meeting exists";
    place->second.parameter = parameter;
    return {};
}

std::string Meetings::activate(const std::string &account, const std::string &set, const std::string &key,
                               const std::string &parameter, std::uint64_t task)
{
    const auto found = m_meetings.find({account, {set, key}});
    if (found == m_meetings.end())
        return "404-Unknown meeting";
    if (found->second.task != 0 && found->second.task != task)
        return "409-Meeting is active";
    found->second.task = task;
    if (!parameter.empty())
        found->second.parameter = parameter;
    return {};
}

std::string Meetings::deactivate(const std::string &account, const std::string &set, const std::string &key,
                                 const std::string &parameter, std::uint64_t task)
{
    const auto found = m_meetings.find({account, {set, key}});
    if (found == m_meetings.end())
        return "404-Unknown meeting";
    if (found->second.task != task)
        return "403-Not the active task";
    found->second.task = 0;
    if (!parameter.empty())
        found->second.parameter = parameter;
    return {};
}

std::string Meetings::clear(const std::string &account, const std::string &set, const std::string &key)
{
    const auto found = m_meetings.find({account, {set, key}});
    if (found == m_meetings.end())
        return "404-Unknown meeting";
    found->second.task = 0;
    return {};
}

void Meetings::remove(const std::string &account, const std::string &set, const std::string &key)
{
    m_meetings.erase({account, {set, key}});
}

const Meetings::Meeting *Meetings::find(const std::string &account, const std::string &set, const std::string &key) const
{
    const auto found = m_meetings.find({account, {set, key}});
    return found == m_meetings.end() ? nullptr : &found->second;
}

} // namespace pbx::call
