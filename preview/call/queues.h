// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Queues and meetings of accounts (pbx-runtime 7). Parameters are kept in textual notation.
namespace pbx::call {

/// What queues and meetings hold is not part of the memory programs are measured by; it has bounds of its own.
class Store {
public:
    static constexpr std::size_t longestText = std::size_t(1) << 20; ///< bytes: name, key or parameter
    static constexpr std::size_t mostBytes = std::size_t(64) << 20; ///< all entries of one kind

protected:
    /// Whether an entry may take `bytes` in place of `former`; then it is counted.
    bool reserve(std::size_t bytes, std::size_t former = 0);
    void release(std::size_t bytes) { m_bytes -= bytes; }
    static constexpr std::size_t entryBytes = 300; ///< besides the texts

private:
    std::size_t m_bytes = 0;
};

class Queues : private Store {
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
    /// has changed. nullopt: no room, nothing has changed.
    std::optional<Place> enter(const std::string &account, const std::string &queue, Waiting entry);
    Place look(const std::string &account, const std::string &queue, std::uint64_t task) const;
    void leave(const std::string &account, const std::string &queue, std::uint64_t task);
    /// The first leaves the queue.
    std::optional<Waiting> take(const std::string &account, const std::string &queue);
    /// A task has ended.
    void forget(std::uint64_t task);

    /// "2.5" in its shortest form; "1" for what is no such text (then false).
    static bool readPriority(std::string_view text, std::string &normal);

private:
    using Key = std::pair<std::string, std::string>;
    static std::size_t bytesOf(const Key &key, const Waiting &entry);
    void remove(std::map<Key, std::vector<Waiting>>::iterator queue, std::vector<Waiting>::iterator entry);

    std::map<Key, std::vector<Waiting>> m_queues; ///< none of them empty
    std::map<std::uint64_t, std::set<Key>> m_queuesOf; ///< by task
};

/// Texts are the error, empty is success.
class Meetings : private Store {
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
    static std::size_t bytesOf(const Key &key, const std::string &parameter);
    std::string setParameter(const Key &key, Meeting &meeting, const std::string &parameter);

    std::map<Key, Meeting> m_meetings;
};

} // namespace pbx::call
