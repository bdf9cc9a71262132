// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/deploy.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace pbx::deploy {

/// The line, not the server's will: it may be otherwise at the next try.
[[nodiscard]] bool isOfLine(const server::Failure &failure);

/// Threads with a connection each, for work side by side. Connections are made when there is work for them and stay open
/// for the next. A server that allows fewer gets fewer.
class Crew {
public:
    explicit Crew(const Job &job) : m_job(job) {}
    ~Crew();
    Crew(const Crew &) = delete;
    Crew &operator=(const Crew &) = delete;

    /// `attempt` is 0 the first time; what a lost line has interrupted is done again with the next number, so it has to
    /// look first how far it came.
    using Work = std::function<Result<>(server::Remote &remote, std::size_t item, int attempt)>;

    struct Trouble {
        std::size_t item = 0;
        server::Failure failure;
    };
    enum class AtTrouble { Stop, GoOn }; ///< a dead line stops both

    /// Comes back when no item is under way any more. The first trouble first.
    [[nodiscard]] std::vector<Trouble> run(std::size_t count, const Work &work, AtTrouble atTrouble = AtTrouble::Stop);
    /// One thing.
    [[nodiscard]] Result<> one(const std::function<Result<>(server::Remote &remote)> &work);

    /// Whether a request to stop counts; not while undoing.
    void heedStop(bool heed) { m_heedStop = heed; }

private:
    void live();
    std::optional<Result<>> perform(std::unique_ptr<server::Connection> &connection, std::size_t item);
    std::optional<Result<>> attempt(std::unique_ptr<server::Connection> &connection, std::size_t item, int number);

    const Job &m_job;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_wake, m_done;
    const Work *m_work = nullptr;
    std::deque<std::size_t> m_queue;
    std::vector<Trouble> m_troubles;
    AtTrouble m_atTrouble = AtTrouble::Stop;
    std::size_t m_underWay = 0;
    std::size_t m_living = 0; ///< threads that have not given up
    std::atomic<int> m_connected = 0;
    std::atomic<bool> m_wasConnected = false;
    std::atomic<bool> m_heedStop = true;
    bool m_end = false;
};

} // namespace pbx::deploy
