// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pbx::call {

/// Something that happened in a call: the members of command-line.md's JSON events. An event whose end is not known yet
/// (a prompt that is playing) is not complete: it stands at the time of its beginning and gets its last members later.
struct Event {
    std::int64_t time = 0; ///< ms since the dialling
    std::string_view kind; ///< "dial", "play", "read" …
    std::uint64_t task = 0; ///< 0: no program's statement caused it
    std::string file; ///< in the workspace
    int line = 0;
    std::vector<std::pair<std::string_view, data::Value>> members; ///< in printing order; null prints as null
    bool complete = true;

    data::Value member(std::string_view name) const;
};

/// All that happened, in order of time, and who wants to know.
class Trace {
public:
    class Listener {
    public:
        virtual ~Listener() = default;
        virtual void eventAdded(std::size_t index) = 0;
        virtual void eventCompleted(std::size_t index) = 0;
    };

    std::size_t add(Event event);
    /// Sets members (replacing those of the same name) and marks the event complete.
    void complete(std::size_t index, std::vector<std::pair<std::string_view, data::Value>> members);
    const std::vector<Event> &events() const { return m_events; }
    void setListener(Listener *listener) { m_listener = listener; }

private:
    std::vector<Event> m_events;
    Listener *m_listener = nullptr;
};

/// {"time":1.5,"event":"play",…} without a line end. Times in seconds with at most three decimals.
std::string toJson(const Event &event);
/// One line for people, without a line end, in English.
std::string toText(const Event &event);

} // namespace pbx::call
