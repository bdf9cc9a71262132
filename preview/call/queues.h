// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Queues and meetings of accounts (pbx-runtime 7). Parameters are kept in textual notation.
namespace pbx::call {

class Queues {
public:
    struct Place {
        std::size_t length = 0;
        std::optional<std::size_t> position; ///< from 0
    };
    struct Waiting {
        std::uint64_t task = 0;
        std::string parameter; ///< empty: none
        std::string priority; ///< digits and a dot, compared as a decimal number
    };

    /// Before all smaller, after all equal or larger priorities; again by the same task: moves only when its priority
    /// has changed.
    Place enter(const std::string &account, const std::string &queue, Waiting entry);
    Place look(const std::string &account, const std::string &queue, std::uint64_t task) const;
    void leave(const std::string &account, const std::string &queue, std::uint64_t task);
    /// The first leaves the queue.
    std::optional<Waiting> take(const std::string &account, const std::string &queue);
    /// A task has ended.
    void forget(std::uint64_t task);

    /// "2.5" in its shortest form; "1" for what is no such text (then false).
    static bool readPriority(std::string_view text, std::string &normal);

private:
    std::map<std::pair<std::string, std::string>, std::vector<Waiting>> m_queues;
};

/// Texts are the error, empty is success.
class Meetings {
public:
    struct Meeting {
        std::uint64_t task = 0; ///< 0: not active; may have ended
        std::string parameter; ///< empty: none
    };

    std::string create(const std::string &account, const std::string &set, const std::string &key,
                       const std::string &parameter);
    std::string activate(const std::string &account, const std::string &set, const std::string &key,
                         const std::string &parameter, std::uint64_t task);
    std::string deactivate(const std::string &account, const std::string &set, const std::string &key,
                           const std::string &parameter, std::uint64_t task);
    std::string clear(const std::string &account, const std::string &set, const std::string &key);
    void remove(const std::string &account, const std::string &set, const std::string &key);
    const Meeting *find(const std::string &account, const std::string &set, const std::string &key) const;

private:
    using Key = std::pair<std::string, std::pair<std::string, std::string>>;
    std::map<Key, Meeting> m_meetings;
};

} // namespace pbx::call
