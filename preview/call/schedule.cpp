// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/schedule.h"

#include <algorithm>

namespace pbx::call {

namespace {

std::uint8_t rankOf(HappeningKind kind)
{
    switch (kind) {
    case HappeningKind::SoundEnd: return 1;
    case HappeningKind::CallerDials:
    case HappeningKind::Key:
    case HappeningKind::HangUp:
    case HappeningKind::PhoneAnswers:
    case HappeningKind::PeerLeaves: return 2;
    default: return 3;
    }
}

bool later(const Happening &a, const Happening &b)
{
    if (a.time != b.time)
        return a.time > b.time;
    if (a.rank != b.rank)
        return a.rank > b.rank;
    return a.order > b.order;
}

} // namespace

void Schedule::plan(std::int64_t time, HappeningKind kind, std::uint64_t subject, std::uint64_t detail)
{
    m_heap.push_back({time, rankOf(kind), kind, ++m_order, subject, detail});
    std::ranges::push_heap(m_heap, later);
}

void Schedule::pop()
{
    std::ranges::pop_heap(m_heap, later);
    m_heap.pop_back();
}

} // namespace pbx::call
