// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/crew.h"

#include "environment/deploy/state_folder.h"

#include <algorithm>
#include <chrono>

namespace pbx::deploy {

using server::Failure;

namespace {

constexpr int fewestAttempts = 3;
constexpr auto longestPause = std::chrono::milliseconds(2000);

} // namespace

bool isOfLine(const Failure &failure)
{
    switch (failure.kind) {
    case Failure::Kind::NoConnection:
    case Failure::Kind::TimedOut:
    case Failure::Kind::ConnectionLost:
    case Failure::Kind::NotAServer:
        return true;
    case Failure::Kind::Cancelled:
    case Failure::Kind::Local:
        return false;
    default:
        return failure.answerLost;
    }
}

Crew::~Crew()
{
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
    }
    m_wake.notify_all();
    for (auto &thread : m_threads)
        thread.join();
}

std::vector<Crew::Trouble> Crew::run(std::size_t count, const Work &work, AtTrouble atTrouble)
{
    if (count == 0)
        return {};
    std::unique_lock lock(m_mutex);
    m_work = &work;
    m_atTrouble = atTrouble;
    m_troubles.clear();
    for (std::size_t i = 0; i < count; ++i)
        m_queue.push_back(i);
    const auto wanted = std::min(count, static_cast<std::size_t>(std::clamp(m_job.connections, 1, 32)));
    while (m_living < wanted && (m_threads.size() < wanted || m_living == 0)) {
        ++m_living;
        m_threads.emplace_back(&Crew::live, this);
    }
    m_wake.notify_all();
    m_done.wait(lock, [this] { return m_queue.empty() && m_underWay == 0; });
    m_work = nullptr;
    return std::move(m_troubles);
}

Result<> Crew::one(const std::function<Result<>(server::Remote &)> &work)
{
    const auto troubles = run(1, [&](server::Remote &remote, std::size_t, int) { return work(remote); });
    return troubles.empty() ? Result<>() : std::unexpected(troubles.front().failure);
}

void Crew::live()
{
    std::unique_ptr<server::Connection> connection;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_end || !m_queue.empty(); });
        if (m_queue.empty())
            break;
        const auto item = m_queue.front();
        m_queue.pop_front();
        ++m_underWay;
        lock.unlock();
        const auto result = perform(connection, item);
        lock.lock();
        --m_underWay;
        if (!result) { // no connection for this one; others have theirs
            m_queue.push_front(item);
            --m_living;
            m_wake.notify_all();
            break;
        }
        if (!*result) {
            if (m_atTrouble == AtTrouble::Stop || isOfLine(result->error()) || result->error().kind == Failure::Kind::Cancelled)
                m_queue.clear();
            m_troubles.push_back({item, result->error()});
        }
        if (m_queue.empty() && m_underWay == 0)
            m_done.notify_all();
    }
    lock.unlock();
    if (connection)
        --m_connected;
}

std::optional<Result<>> Crew::perform(std::unique_ptr<server::Connection> &connection, std::size_t item)
{
    const auto begun = std::chrono::steady_clock::now();
    auto pause = std::chrono::milliseconds(50);
    for (int number = 0;; ++number) {
        if (m_heedStop && m_job.stop.stop_requested())
            return Result<>(std::unexpected(cancelled()));
        auto result = attempt(connection, item, number);
        if (!result || *result || !isOfLine(result->error()))
            return result;
        if (connection) {
            connection.reset();
            --m_connected;
        }
        // Whoever said nothing for so long is hardly quicker the next time; an undo tries all the same.
        if (result->error().kind == Failure::Kind::TimedOut && m_heedStop && (!m_wasConnected || number > 0))
            return result;
        const bool patient = std::chrono::steady_clock::now() - begun < m_job.patience;
        if (number + 1 >= fewestAttempts && !patient)
            return result;
        if (number > 0 && patient) {
            std::this_thread::sleep_for(pause);
            pause = std::min(pause * 2, longestPause);
        }
    }
}

std::optional<Result<>> Crew::attempt(std::unique_ptr<server::Connection> &connection, std::size_t item, int number)
{
    if (!connection) {
        auto made = m_job.connect();
        if (!made && m_connected > 0)
            return std::nullopt;
        if (!made)
            return Result<>(std::unexpected(made.error()));
        connection = std::move(*made);
        m_wasConnected = true;
        ++m_connected;
    }
    server::Remote remote(*connection);
    return (*m_work)(remote, item, number);
}

} // namespace pbx::deploy
