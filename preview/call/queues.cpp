// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/queues.h"

#include <algorithm>

namespace pbx::call {

namespace {

constexpr std::string_view noRoom = "503-Too many meetings";

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

bool Store::reserve(std::size_t bytes, std::size_t former)
{
    if (m_bytes - former + bytes > mostBytes)
        return false;
    m_bytes += bytes - former;
    return true;
}

std::size_t Queues::bytesOf(const Key &key, const Waiting &entry)
{
    return entryBytes + key.first.size() + key.second.size() + entry.parameter.size();
}

std::optional<Queues::Place> Queues::enter(const std::string &account, const std::string &queue, Waiting entry)
{
    const Key key{account, queue};
    const std::uint64_t task = entry.task;
    auto found = m_queues.find(key);
    std::size_t former = 0;
    std::vector<Waiting>::iterator old;
    if (found != m_queues.end()) {
        old = std::ranges::find(found->second, task, &Waiting::task);
        former = old != found->second.end() ? bytesOf(key, *old) : 0;
    }
    if (!reserve(bytesOf(key, entry), former))
        return std::nullopt;
    if (former != 0 && comparePriority(old->priority, entry.priority) == 0) {
        old->parameter = std::move(entry.parameter);
        return look(account, queue, task);
    }
    auto &waiting = m_queues[key];
    if (former != 0)
        waiting.erase(old);
    const auto place = std::ranges::find_if(waiting, [&](const Waiting &other) {
        return comparePriority(other.priority, entry.priority) < 0;
    });
    waiting.insert(place, std::move(entry));
    m_queuesOf[task].insert(key);
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

void Queues::remove(std::map<Key, std::vector<Waiting>>::iterator queue, std::vector<Waiting>::iterator entry)
{
    release(bytesOf(queue->first, *entry));
    if (const auto own = m_queuesOf.find(entry->task); own != m_queuesOf.end()) {
        own->second.erase(queue->first);
        if (own->second.empty())
            m_queuesOf.erase(own);
    }
    queue->second.erase(entry);
    if (queue->second.empty())
        m_queues.erase(queue);
}

void Queues::leave(const std::string &account, const std::string &queue, std::uint64_t task)
{
    const auto found = m_queues.find({account, queue});
    if (found == m_queues.end())
        return;
    if (const auto own = std::ranges::find(found->second, task, &Waiting::task); own != found->second.end())
        remove(found, own);
}

std::optional<Queues::Waiting> Queues::take(const std::string &account, const std::string &queue)
{
    const auto found = m_queues.find({account, queue});
    if (found == m_queues.end())
        return std::nullopt;
    Waiting first = found->second.front();
    remove(found, found->second.begin());
    return first;
}

void Queues::forget(std::uint64_t task)
{
    const auto own = m_queuesOf.find(task);
    if (own == m_queuesOf.end())
        return;
    for (const std::set<Key> keys = own->second; const Key &key : keys)
        leave(key.first, key.second, task);
}

std::size_t Meetings::bytesOf(const Key &key, const std::string &parameter)
{
    return entryBytes + key.first.size() + key.second.first.size() + key.second.second.size() + parameter.size();
}

/// An empty one leaves the former.
std::string Meetings::setParameter(const Key &key, Meeting &meeting, const std::string &parameter)
{
    if (parameter.empty())
        return {};
    if (!reserve(bytesOf(key, parameter), bytesOf(key, meeting.parameter)))
        return std::string(noRoom);
    meeting.parameter = parameter;
    return {};
}

std::string Meetings::create(const std::string &account, const std::string &set, const std::string &key,
                             const std::string &parameter)
{
    const Key place{account, {set, key}};
    if (m_meetings.contains(place))
        return "409-Meeting exists";
    if (!reserve(bytesOf(place, parameter)))
        return std::string(noRoom);
    m_meetings[place].parameter = parameter;
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
    auto error = setParameter(found->first, found->second, parameter);
    if (error.empty())
        found->second.task = task;
    return error;
}

std::string Meetings::deactivate(const std::string &account, const std::string &set, const std::string &key,
                                 const std::string &parameter, std::uint64_t task)
{
    const auto found = m_meetings.find({account, {set, key}});
    if (found == m_meetings.end())
        return "404-Unknown meeting";
    if (found->second.task != task)
        return "403-Not the active task";
    auto error = setParameter(found->first, found->second, parameter);
    if (error.empty())
        found->second.task = 0;
    return error;
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
    const auto found = m_meetings.find({account, {set, key}});
    if (found == m_meetings.end())
        return;
    release(bytesOf(found->first, found->second.parameter));
    m_meetings.erase(found);
}

const Meetings::Meeting *Meetings::find(const std::string &account, const std::string &set, const std::string &key) const
{
    const auto found = m_meetings.find({account, {set, key}});
    return found == m_meetings.end() ? nullptr : &found->second;
}

} // namespace pbx::call
