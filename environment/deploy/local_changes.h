// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/state_folder.h"

#include <QTemporaryDir>

#include <memory>
#include <mutex>

namespace pbx::deploy {

/// Files of a workspace that change together: first all new contents are written aside, then each is moved into place; what
/// was replaced comes back when one can't be.
class LocalChanges {
public:
    explicit LocalChanges(const StateFolder &folder) : m_folder(folder) {}

    [[nodiscard]] Result<> begin();
    /// `before`: hash of what is replaced; empty: there is nothing. Any thread.
    [[nodiscard]] Result<> write(const QString &path, const std::string &before, std::string_view content);
    /// `before` empty: whatever it is.
    void remove(const QString &path, const std::string &before);
    [[nodiscard]] Result<> apply();

private:
    struct Change {
        QString path;
        QString staged; ///< empty: a removal
        std::string before;
        QString aside; ///< where the replaced one waits
    };
    [[nodiscard]] Result<> apply(Change &change);
    void takeBack();

    const StateFolder &m_folder;
    std::unique_ptr<QTemporaryDir> m_aside;
    std::mutex m_mutex;
    std::vector<Change> m_changes;
    std::size_t m_applied = 0;
};

} // namespace pbx::deploy
