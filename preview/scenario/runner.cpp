// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/scenario/runner.h"

#include "environment/accounts/time_zones.h"
#include "environment/files/atomic_file.h"

#include <QDir>
#include <QFileInfo>

namespace pbx::scenario {

namespace {

constexpr qint64 largestFile = 1024 * 1024;
constexpr std::string_view quietMoment = "2026-01-12T12:00"; ///< a Monday at noon, for scenarios that name no moment

/// Sounds of people are named as they lie beside the scenario.
void resolveVoice(std::string &voice, const QDir &folder)
{
    if (!voice.empty())
        voice = folder.absoluteFilePath(QString::fromStdString(voice)).toStdString();
}

} // namespace

struct Runner::World {
    std::optional<files::Workspace> workspace;
    accounts::Directory directory;
    std::string problem;
};

Runner::Runner() = default;
Runner::~Runner() = default;

QString workspaceOf(const QString &file)
{
    QDir folder = QFileInfo(file).absoluteDir();
    do {
        if (folder.exists(QStringLiteral("workspace.settings")))
            return folder.absolutePath();
    } while (folder.cdUp());
    return {};
}

Runner::World *Runner::worldOf(const QString &file, std::string &problem)
{
    const QString folder = workspaceOf(file);
    if (folder.isEmpty()) {
        problem = "the scenario lies in no workspace: no folder above it has a workspace.settings";
        return nullptr;
    }
    auto &world = m_worlds[folder];
    if (!world) {
        world = std::make_unique<World>();
        if (auto opened = files::Workspace::open(folder)) {
            world->workspace.emplace(std::move(*opened));
            world->directory = files::loadDirectory(*world->workspace);
        } else {
            world->problem = opened.error().toStdString();
        }
    }
    problem = world->problem;
    return problem.empty() ? world.get() : nullptr;
}

Runner::Outcome Runner::run(const QString &file)
{
    Outcome outcome;
    const QFileInfo info(file);
    outcome.title = info.completeBaseName().toStdString();
    World *world = worldOf(file, outcome.problem);
    if (!world)
        return outcome;
    const auto text = files::readFile(file, largestFile);
    if (!text) {
        outcome.problem = text.error().toStdString();
        return outcome;
    }
    return run(std::string_view(text->constData(), static_cast<std::size_t>(text->size())), file.toStdString(),
               *world->workspace, world->directory);
}

Runner::Outcome Runner::run(std::string_view text, std::string_view name, const files::Workspace &workspace,
                            const accounts::Directory &directory)
{
    Outcome outcome;
    const QFileInfo info(QString::fromUtf8(name.data(), qsizetype(name.size())));
    outcome.title = info.completeBaseName().toStdString();
    auto scenario = read(text, outcome.title);
    const auto fault = [&](int line, int column, const std::string &message) {
        outcome.problem = std::string(name) + ':' + std::to_string(line) + ':' + std::to_string(column) + ": error: " + message;
    };
    if (!scenario) {
        fault(scenario.error().line, scenario.error().column, scenario.error().message);
        return outcome;
    }
    outcome.title = scenario->title;
    const std::string domain = scenario->domain.empty() ? workspace.defaultDomain() : scenario->domain;
    if (!workspace.domain(domain)) {
        fault(1, 1, "the workspace has no domain " + domain);
        return outcome;
    }
    call::DialRequest request;
    for (Caller &caller : scenario->callers) {
        caller.request.domain = domain;
        resolveVoice(caller.request.voice, info.dir());
    }
    for (auto &[account, plan] : scenario->phones)
        resolveVoice(plan.voice, info.dir());
    // The first to dial makes the simulation; it may dial later than at the beginning.
    static_cast<call::CallerRequest &>(request) = scenario->callers.front().request;
    request.domain = domain;
    request.language = scenario->language;
    request.limitMs = scenario->limitMs;
    request.phones = scenario->phones;
    request.failures = scenario->failures;
    const auto moment = accounts::readMoment(scenario->at.empty() ? quietMoment : std::string_view(scenario->at));
    request.startTime = accounts::toGmt(files::timeZoneOf(workspace, domain), moment.value_or(0));
    call::Simulation simulation(workspace, directory, m_programs);
    simulation.dial(request);
    std::vector<std::uint32_t> numbers{1};
    for (std::size_t i = 1; i < scenario->callers.size(); ++i)
        numbers.push_back(simulation.addCaller(scenario->callers[i].request));
    simulation.runToEnd();
    outcome.result = judge(*scenario, simulation, numbers);
    return outcome;
}

} // namespace pbx::scenario
