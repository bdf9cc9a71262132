// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/state_folder.h"

#include <QFile>
#include <QLockFile>

#include <memory>
#include <set>

namespace pbx::deploy {

/// One push as the journal has it.
struct Entry {
    PushRecord record;
    std::string place;            ///< of the server, for baselines
    std::set<std::size_t> begun;  ///< actions that may have been done
    bool ended = false;
};

/// Every push has a folder: the plan, written before anything is done, and a line for each step, on the disk before the step.
class Journal {
public:
    /// Gives the record its id.
    [[nodiscard]] static Result<Journal> create(const StateFolder &folder, Entry &entry);
    [[nodiscard]] static Result<Journal> open(const StateFolder &folder, const std::string &id);
    [[nodiscard]] static Result<Entry> read(const StateFolder &folder, const std::string &id);
    /// Oldest first; what can't be read is a problem.
    struct All {
        std::vector<Entry> entries;
        QStringList problems;
    };
    [[nodiscard]] static All readAll(const StateFolder &folder);

    /// These actions may be done from now on.
    [[nodiscard]] Result<> begin(const std::vector<std::size_t> &actions);
    [[nodiscard]] Result<> end(PushResult::End end);

private:
    [[nodiscard]] Result<> append(const std::string &line);

    std::unique_ptr<QFile> m_steps;
};

/// Held as long as a program pushes.
class PushLock {
public:
    explicit PushLock(const StateFolder &folder);
    [[nodiscard]] Result<> take();
    /// Somebody has it.
    [[nodiscard]] static bool isTaken(const StateFolder &folder);

private:
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace pbx::deploy
