// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/desk/history.h"

#include "environment/files/atomic_file.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace pbx::editor {

namespace {

constexpr std::size_t mostChanges = 500;

using State = std::optional<QByteArray>;

bool isFolder(const QString &path)
{
    return path.endsWith(u'/');
}

std::expected<State, QString> onDisk(const QString &path)
{
    const QFileInfo info(path);
    if (isFolder(path))
        return info.isDir() ? State(QByteArray()) : State();
    if (!info.exists() && !info.isSymLink())
        return State();
    auto bytes = files::readFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    return State(std::move(*bytes));
}

/// Folders that the change empties go with it, but never one that was there for itself.
std::expected<void, QString> bring(const QString &path, const State &state)
{
    if (isFolder(path)) {
        const bool done = state ? QDir().mkpath(path) : !QFileInfo(path).isDir() || QDir().rmdir(path);
        if (!done)
            return std::unexpected(state ? History::tr("The folder %1 can't be made. Look at its rights.").arg(path)
                                         : History::tr("The folder %1 can't be removed: it is not empty.").arg(path));
        return {};
    }
    if (state)
        return files::saveFile(path, *state);
    QFile file(path);
    if (file.exists() && !file.remove())
        return std::unexpected(History::tr("%1 can't be removed: %2").arg(path, file.errorString()));
    return {};
}

} // namespace

History::History(QObject *parent) : QObject(parent) {}

QString History::undoName() const
{
    return canUndo() ? m_changes[m_done - 1].name : QString();
}

QString History::redoName() const
{
    return canRedo() ? m_changes[m_done].name : QString();
}

std::expected<void, QString> History::apply(const QString &name, const std::vector<FileState> &after, const QString &key)
{
    std::vector<Step> steps;
    for (const FileState &state : after) {
        auto before = onDisk(state.path);
        if (!before)
            return std::unexpected(before.error());
        if (*before != state.bytes)
            steps.push_back({state.path, std::move(*before), state.bytes});
    }
    if (steps.empty())
        return {};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto done = bring(steps[i].path, steps[i].after);
        if (done)
            continue;
        while (i-- > 0)
            (void)bring(steps[i].path, steps[i].before);
        return done;
    }
    QStringList paths;
    for (const Step &step : steps)
        paths += step.path;
    m_changes.resize(m_done);
    if (m_open && !key.isEmpty() && m_done > 0 && m_changes.back().key == key) {
        merge(m_changes.back(), std::move(steps));
    } else {
        m_changes.push_back({name, key, std::move(steps)});
        if (m_changes.size() > mostChanges)
            m_changes.erase(m_changes.begin());
    }
    m_done = m_changes.size();
    m_open = true;
    Q_EMIT written(paths);
    Q_EMIT changed();
    return {};
}

void History::adopt(const QString &name, const std::vector<FileState> &before)
{
    std::vector<Step> steps;
    QStringList paths;
    for (const FileState &state : before) {
        if (auto now = onDisk(state.path))
            steps.push_back({state.path, state.bytes, std::move(*now)});
        paths += state.path;
    }
    m_changes.resize(m_done);
    m_changes.push_back({name, {}, std::move(steps)});
    m_done = m_changes.size();
    m_open = false;
    Q_EMIT written(paths);
    Q_EMIT changed();
}

void History::merge(Change &into, std::vector<Step> steps)
{
    for (Step &step : steps) {
        const auto same = std::ranges::find(into.steps, step.path, &Step::path);
        if (same == into.steps.end())
            into.steps.push_back(std::move(step));
        else
            same->after = std::move(step.after);
    }
}

bool History::move(const Change &change, bool forward)
{
    const auto from = [&](const Step &step) -> const State & { return forward ? step.before : step.after; };
    const auto to = [&](const Step &step) -> const State & { return forward ? step.after : step.before; };
    for (const Step &step : change.steps) {
        const auto now = onDisk(step.path);
        if (now && *now == from(step))
            continue;
        Q_EMIT refused(tr("“%1” can't be taken back or repeated: another program has changed %2 since. "
                          "What it wrote is kept.").arg(change.name, step.path));
        return false;
    }
    // Backwards the other way round: a folder goes after what was in it.
    std::vector<const Step *> order;
    for (const Step &step : change.steps)
        order.push_back(&step);
    if (!forward)
        std::ranges::reverse(order);
    QStringList paths;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (auto done = bring(order[i]->path, to(*order[i])); !done) {
            while (i-- > 0)
                (void)bring(order[i]->path, from(*order[i]));
            Q_EMIT refused(done.error());
            return false;
        }
        paths += order[i]->path;
    }
    m_open = false;
    m_done += forward ? 1 : std::size_t(-1);
    Q_EMIT written(paths);
    Q_EMIT changed();
    return true;
}

void History::undo()
{
    if (canUndo())
        move(m_changes[m_done - 1], false);
}

void History::redo()
{
    if (canRedo())
        move(m_changes[m_done], true);
}

void History::clear()
{
    m_changes.clear();
    m_done = 0;
    m_open = false;
    Q_EMIT changed();
}

} // namespace pbx::editor
