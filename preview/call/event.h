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
    std::vector<std::pair<std::string_view, data::Value>> members; ///< in printing order; null prints as null.
                                                                ///< "duration" is in ms here, "interrupted" YES or null
    bool complete = true;
    std::vector<std::uint32_t> people; ///< whom it concerns: of a prompt who hears it, of a key who pressed it … Numbers
                                       ///< of callers; called phones have numbers of their own (Simulation::person())

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
    /// Off: complete events are shown to the listener and forgotten, for programs that run for long.
    void setKeeping(bool keep) { m_keep = keep; }

private:
    std::vector<Event> m_events;
    Listener *m_listener = nullptr;
    bool m_keep = true;
};

/// A value as JSON: datablocks in base64, what JSON has no form for as text. Bytes that are not UTF-8 become U+FFFD.
std::string toJson(const data::Value &value);
/// The text in quotes.
void appendJsonString(std::string &out, std::string_view text);

/// {"time":1.5,"event":"play",…} without a line end. Times in seconds with at most three decimals.
std::string toJson(const Event &event);
/// One line for people, without a line end, in English.
std::string toText(const Event &event);

} // namespace pbx::call
