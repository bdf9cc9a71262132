// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace pbx::call {

enum class HappeningKind : std::uint8_t {
    SoundEnd, ///< prompt, tone or recording of a task
    CallerDials,
    Key,
    HangUp, ///< of a person
    PhoneAnswers,
    PeerLeaves, ///< after a transfer
    InputTimeOut,
    RingTimeOut,
    RuleStage,
    Limit,
};

/// Something that will happen. Order: time, then the class of pbx-runtime 3.3, then the order of planning.
struct Happening {
    std::int64_t time = 0;
    std::uint8_t rank = 0; ///< 1 sounds, 2 happenings outside, 3 time-outs
    HappeningKind kind = HappeningKind::Limit;
    std::uint64_t order = 0;
    std::uint64_t subject = 0; ///< task, request for a call, or person
    std::uint64_t detail = 0; ///< sleep token, branch, seconds, key
};

/// All that is planned: a heap, the next one on top. Who plans knows when an entry has become stale.
class Schedule {
public:
    void plan(std::int64_t time, HappeningKind kind, std::uint64_t subject, std::uint64_t detail);
    bool empty() const { return m_heap.empty(); }
    const Happening &next() const { return m_heap.front(); }
    void pop();

private:
    std::vector<Happening> m_heap;
    std::uint64_t m_order = 0;
};

} // namespace pbx::call
