// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel does with the server: comparing, pulling, pushing, merging, going back.
#include "editor/deploy/deploy_panel.h"

#include "editor/deploy/deploy_model.h"
#include "editor/deploy/item_view.h"
#include "editor/deploy/pieces.h"
#include "editor/deploy/push_history.h"
#include "editor/deploy/server_access.h"
#include "environment/files/atomic_file.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTabWidget>
#include <QTreeView>

#include <algorithm>
#include <memory>

namespace pbx::editor {

using deploy::Item;
using deploy::ItemState;
using deploy::Pulled;

namespace {

server::Failure localFailure(const QString &text)
{
    server::Failure failure;
    failure.kind = server::Failure::Kind::Local;
    failure.message = text;
    return failure;
}

/// Does the work in the workspace, opened anew, and puts its result or its failure in place.
template<typename T, typename Work>
void inWorkspace(const QString &folder, std::optional<server::Failure> &failure, T &result, const Work &work)
{
    const auto workspace = files::Workspace::open(folder);
    if (!workspace) {
        failure = localFailure(workspace.error());
        return;
    }
    auto done = work(*workspace);
    if (done)
        result = std::move(*done);
    else
        failure = done.error();
}

} // namespace

void DeployPanel::run(const QString &words, RemoteJob::Work work, std::function<void()> done)
{
    if (m_job.running())
        return;
    m_failure.reset();
    m_notice->clear();
    m_stage->setText(words);
    m_job.start(std::move(work), [this, done = std::move(done)] {
        showBusy();
        if (m_failure)
            fail(*m_failure);
        else
            done();
        showCurrent();
        if (!busy())
            Q_EMIT idle();
    });
    showBusy();
}

void DeployPanel::fail(const server::Failure &failure)
{
    noteFailure(m_book, m_server, failure);
    if (failure.kind == server::Failure::Kind::Cancelled)
        m_notice->show(Notice::Kind::Note, tr("Stopped."));
    else
        m_notice->show(failure);
}

void DeployPanel::compare()
{
    compareThen([] {});
}

void DeployPanel::compareThen(const std::function<void()> &next)
{
    if (!ready() || busy() || (m_settle && !m_settle()))
        return;
    withAccess(m_book, m_server, this, [this, next](const ServerAccess &access) { compareNow(access, next); });
}

void DeployPanel::compareNow(const ServerAccess &access, const std::function<void()> &next)
{
    const auto result = std::make_shared<deploy::Comparison>();
    run(
        tr("Connecting…"),
        [this, result, access, folder = m_folder, scope = scope()](const std::stop_token &stop) {
            inWorkspace(folder, m_failure, *result, [&](const files::Workspace &workspace) {
                return deploy::compare(workspace, scope, m_job.job(access, stop));
            });
        },
        [this, result, access, next, folder = m_folder, scope = scope()] {
            if (folder != m_folder || access.settings.url() != m_server || scope != this->scope())
                return; // something else is looked at by now
            const QString path = currentPath();
            m_model->setComparison(*result);
            m_changedSince = false;
            m_item->setSource(folder, scope, access);
            m_view->expandAll();
            for (const int column : {DeployModel::NameColumn, DeployModel::StateColumn, DeployModel::ActionColumn})
                m_view->resizeColumnToContents(column);
            const int widest = fontMetrics().averageCharWidth() * 36;
            m_view->header()->resizeSection(DeployModel::NameColumn, qMin(widest, m_view->header()->sectionSize(DeployModel::NameColumn)));
            QModelIndex current = m_filter->mapFromSource(m_model->indexOf(path));
            if (!current.isValid() && m_filter->rowCount() > 0)
                current = m_filter->index(0, 0, m_filter->index(0, 0));
            m_view->setCurrentIndex(current);
            m_history->load(folder);
            showCounts();
            if (!result->remarks.isEmpty())
                m_notice->show(Notice::Kind::Warning, result->remarks.join(u'\n'));
            else if (!result->differs())
                m_notice->show(Notice::Kind::Good, tr("Both sides are the same."));
            next();
        });
}

void DeployPanel::pull()
{
    compareThen([this] {
        if (const auto password = m_book->password(m_server))
            pullNow({*m_book->find(m_server), *password});
    });
}

/// What a pull would write over, for undoing it.
std::vector<FileState> DeployPanel::statesBefore() const
{
    std::vector<FileState> states;
    const auto theirs = m_model->theirs();
    for (const Item &item : m_model->comparison().items) {
        const bool taken = item.state == ItemState::ChangedThere || item.state == ItemState::RemovedThere
            || (item.state == ItemState::Added && item.side == deploy::Side::There) || std::ranges::contains(theirs, item.path);
        if (!taken)
            continue;
        const QString path = desk().workspace().absolutePath(QString::fromStdString(item.path));
        if (path.isEmpty())
            continue;
        auto bytes = QFileInfo::exists(path) ? files::readFile(path) : std::expected<QByteArray, QString>(std::unexpected(QString()));
        states.push_back({path, bytes ? std::optional(std::move(*bytes)) : std::nullopt});
    }
    return states;
}

void DeployPanel::pullNow(const ServerAccess &access)
{
    const auto theirs = m_model->theirs();
    if (m_model->changedThere() == 0 && theirs.empty()) {
        m_notice->show(Notice::Kind::Note, m_model->openConflicts() > 0
                                               ? tr("Nothing but conflicts changed on the server. Decide each: mine, theirs, or merge.")
                                               : tr("Nothing changed on the server since the last pull or push."));
        return;
    }
    const auto result = std::make_shared<std::vector<Pulled>>();
    const auto before = std::make_shared<std::vector<FileState>>(statesBefore());
    run(
        tr("Pulling…"),
        [this, result, access, theirs, folder = m_folder, scope = scope()](const std::stop_token &stop) {
            inWorkspace(folder, m_failure, *result, [&](const files::Workspace &workspace) {
                return deploy::pull(workspace, scope, theirs, m_job.job(access, stop));
            });
        },
        [this, result, before, access] {
            const QString left = pulled(*result, *before);
            compareNow(access, [this, left] {
                if (!left.isEmpty())
                    m_notice->show(Notice::Kind::Warning, left);
            });
        });
}

/// Makes it a change that can be undone. Gives what was not taken and why, in words; empty: all was.
QString DeployPanel::pulled(const std::vector<Pulled> &pulled, const std::vector<FileState> &before)
{
    int taken = 0;
    QStringList paths;
    QStringList kept;
    std::vector<FileState> written;
    for (const Pulled &one : pulled) {
        const QString shown = QString::fromStdString(one.path);
        if (one.what == Pulled::What::Kept || one.what == Pulled::What::Failed) {
            kept += one.why.isEmpty() ? shown : shown + QStringLiteral(": ") + one.why;
            continue;
        }
        ++taken;
        const QString path = desk().workspace().absolutePath(shown);
        paths += path;
        const auto state = std::ranges::find(before, path, &FileState::path);
        if (state != before.end())
            written.push_back(*state);
    }
    if (!written.empty()) {
        const QScopedValueRollback writing(m_writing, true);
        desk().changes().adopt(tr("Pull %n file(s)", nullptr, int(written.size())), written);
        Q_EMIT filesTaken(paths);
    }
    return kept.isEmpty() ? QString() : tr("%n file(s) were taken. Left as they are here:", nullptr, taken) + u'\n' + kept.join(u'\n');
}

void DeployPanel::push()
{
    compareThen([this] {
        if (const auto password = m_book->password(m_server))
            pushNow({*m_book->find(m_server), *password});
    });
}

void DeployPanel::pushNow(const ServerAccess &access)
{
    const deploy::Plan plan = m_model->plan();
    if (m_model->chosenCount() == 0) {
        m_notice->show(Notice::Kind::Note, m_model->openConflicts() > 0
                                               ? tr("Nothing but conflicts is left. Decide each: mine, theirs, or merge.")
                                               : tr("There is nothing to push."));
        return;
    }
    PushTask task;
    task.title = tr("Push to %1").arg(serverTitle(access.settings));
    task.words = tr("%n action(s) for the environment of %1 on %2. Each file is backed up before, and read back after.", nullptr, m_model->chosenCount())
                     .arg(m_scopes->currentText(), access.settings.url());
    if (const int open = m_model->openConflicts(); open > 0)
        task.words += u' ' + tr("%n conflict(s) stay as they are on both sides until you decide them.", nullptr, open);
    task.action = tr("&Push");
    task.access = access;
    task.plan = plan;
    task.conflictsDecided = true; // an undecided one is not chosen
    task.gate = m_gate;
    task.run = [plan](const files::Workspace &workspace, const deploy::PushOptions &options, const deploy::Job &job) {
        return deploy::push(workspace, plan, options, job);
    };
    open(std::move(task));
}

void DeployPanel::open(PushTask task)
{
    task.folder = m_folder;
    m_dialog = new PushDialog(std::move(task), this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &PushDialog::placeRequested, this, [this](const QString &path, int line, int column) {
        m_dialog->close();
        Q_EMIT placeRequested(desk().workspace().absolutePath(path), line, column);
    });
    connect(m_dialog, &PushDialog::failedWith, this, [this](const server::Failure &failure) { noteFailure(m_book, m_server, failure); });
    connect(m_dialog, &PushDialog::idle, this, &DeployPanel::idle);
    connect(m_dialog, &QDialog::finished, this, [this, dialog = m_dialog.data()] {
        const bool done = dialog->outcome().has_value();
        m_dialog = nullptr;
        m_history->load(m_folder);
        showState();
        if (done)
            compare();
    });
    m_dialog->open();
    showState();
}

bool DeployPanel::chooseServerOf(const deploy::PushRecord &record)
{
    if (!m_book->find(record.server)) {
        m_notice->show(Notice::Kind::Error, tr("That push went to %1, which is not among the servers any more. Add it with “Servers…”.").arg(record.server));
        return false;
    }
    setServer(record.server);
    setScope(record.scope);
    return true;
}

void DeployPanel::rollback(const deploy::PushRecord &record)
{
    if (busy() || !desk().isOpen() || !m_book || !chooseServerOf(record))
        return;
    withAccess(m_book, m_server, this, [this, id = record.id](const ServerAccess &access) {
        planRollback(access, id, tr("What the server had before the push %1 is brought back, as a push of its own.").arg(QString::fromStdString(id)));
    });
}

void DeployPanel::planRollback(const ServerAccess &access, const std::string &id, const QString &words)
{
    const auto plan = std::make_shared<deploy::Plan>();
    run(
        tr("Comparing with the server…"),
        [this, plan, access, id, folder = m_folder](const std::stop_token &stop) {
            inWorkspace(folder, m_failure, *plan, [&](const files::Workspace &workspace) {
                return deploy::planRollback(workspace, id, m_job.job(access, stop));
            });
        },
        [this, plan, access, id, words] {
            PushTask task;
            task.title = tr("Roll Back on %1").arg(serverTitle(access.settings));
            task.words = words;
            task.action = tr("&Roll Back");
            task.access = access;
            task.plan = *plan;
            task.run = [id, plan](const files::Workspace &workspace, const deploy::PushOptions &options, const deploy::Job &job) {
                return deploy::rollback(workspace, id, *plan, options, job);
            };
            open(std::move(task));
        });
}

void DeployPanel::endUnfinished(bool forward)
{
    const deploy::PushRecord *found = m_history->unfinished();
    if (!found || busy() || !desk().isOpen() || !m_book || !chooseServerOf(*found))
        return;
    withAccess(m_book, m_server, this, [this, forward, record = *found](const ServerAccess &access) {
        PushTask task;
        task.title = forward ? tr("Finish the Push on %1").arg(serverTitle(access.settings))
                             : tr("Take the Push on %1 Back").arg(serverTitle(access.settings));
        task.words = forward ? tr("The push goes on where it ended; what is done already is looked at first.")
                             : tr("What the unfinished push has done is taken back, so that the server is as it was before.");
        task.action = forward ? tr("&Finish It") : tr("&Take It Back");
        task.access = access;
        task.plan.scope = record.scope;
        task.plan.actions = record.actions;
        task.conflictsDecided = true; // they were when it began
        task.asksRemark = false;
        task.run = [forward, id = record.id](const files::Workspace &workspace, const deploy::PushOptions &options, const deploy::Job &job) {
            return forward ? deploy::resume(workspace, id, job) : deploy::rollback(workspace, id, {}, options, job);
        };
        open(std::move(task));
    });
}

void DeployPanel::merge()
{
    const Item *found = m_model->item(currentPath());
    if (!found || found->state != ItemState::Conflict || busy() || (m_settle && !m_settle()))
        return;
    struct Contents {
        std::optional<std::string> base;
        std::string here, there;
    };
    const auto contents = std::make_shared<Contents>();
    withAccess(m_book, m_server, this, [this, contents, item = *found](const ServerAccess &access) {
        run(
            tr("Reading both sides…"),
            [this, contents, item, access, folder = m_folder, scope = scope()](const std::stop_token &stop) {
                inWorkspace(folder, m_failure, *contents, [&](const files::Workspace &workspace) -> deploy::Result<Contents> {
                    const deploy::Job job = m_job.job(access, stop);
                    auto here = deploy::content(workspace, scope, item, deploy::Side::Here, job);
                    if (!here)
                        return std::unexpected(here.error());
                    auto there = deploy::content(workspace, scope, item, deploy::Side::There, job);
                    if (!there)
                        return std::unexpected(there.error());
                    return Contents{deploy::baseContent(workspace, scope, item), std::move(*here), std::move(*there)};
                });
            },
            [this, contents, item] { mergeContents(item, contents->base, contents->here, contents->there); });
    });
}

void DeployPanel::mergeContents(const Item &item, const std::optional<std::string> &base, const std::string &here, const std::string &there)
{
    const QString name = DeployModel::nameOf(item);
    if (!base) {
        m_notice->show(Notice::Kind::Warning, tr("%1 can't be merged: what it was at the last pull or push is not known. Take one side, "
                                                 "or open it and bring the lines of the server in by hand.").arg(name));
        return;
    }
    const auto both = deploy::merged(*base, here, there);
    if (!both) {
        m_notice->show(Notice::Kind::Warning, tr("%1 can't be merged: both sides changed the same lines. Open it, bring the lines of the "
                                                 "server in by hand, and choose “Mine” then.").arg(name));
        return;
    }
    const QString workspacePath = QString::fromStdString(item.path);
    const QString path = desk().workspace().absolutePath(workspacePath);
    {
        const QScopedValueRollback writing(m_writing, true);
        if (!desk().apply(tr("Merge %1").arg(name), {{path, QByteArray::fromStdString(*both)}}))
            return;
    }
    Q_EMIT filesTaken({path});
    if (item.kind == deploy::ItemKind::File)
        Q_EMIT openRequested(path);
    const auto password = m_book->password(m_server);
    if (!password)
        return;
    compareNow({*m_book->find(m_server), *password}, [this, name, workspacePath, there = item.there] {
        const Item *now = m_model->item(workspacePath);
        if (!now || now->there != there)
            return; // somebody was there again
        m_model->decide(workspacePath, DeployModel::Decision::Merged);
        m_notice->show(Notice::Kind::Good, tr("%1 has both changes now. Read it; Edit, Undo takes the merge back.").arg(name));
    });
}

} // namespace pbx::editor
