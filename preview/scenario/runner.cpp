// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/scenario/runner.h"

#include "environment/accounts/time_zones.h"
#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"
#include "environment/language/similar.h"

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

/// "; did you mean …?" for the name of an account, alias or number of the domain.
std::string meant(std::string_view name, const accounts::Domain &domain)
{
    std::string best;
    int least = language::allowedDistance(name) + 1;
    const auto look = [&](const std::string &known) {
        const int distance = language::editDistance(name, known, least);
        if (distance < least) {
            least = distance;
            best = known;
        }
    };
    for (const accounts::Account &account : domain.accounts) {
        look(account.name);
        std::ranges::for_each(account.aliases, look);
    }
    return best.empty() ? best : "; did you mean " + best + '?';
}

/// What is wrong with an account or a file the scenario mentions; empty: nothing.
std::string problemOf(const Mention &mention, const accounts::Directory &directory, const std::string &defaultDomain,
                      const QDir &folder)
{
    if (mention.kind == Mention::Kind::Voice) {
        const auto sound = audio::probe(folder.absoluteFilePath(QString::fromStdString(mention.name)));
        return sound ? std::string() : mention.name + ": " + sound.error().toStdString();
    }
    const auto at = mention.name.find('@');
    const std::string name = mention.name.substr(0, at);
    const std::string domainName = at == mention.name.npos ? defaultDomain : mention.name.substr(at + 1);
    const accounts::Domain *domain = directory.domain(domainName);
    if (!domain || directory.account(name + '@' + domainName))
        return {}; // an address outside can have a phone too
    return "there is no account " + name + '@' + domainName + meant(name, *domain);
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
    if (!world) {
        outcome.problem = file.toStdString() + ": " + outcome.problem;
        return outcome;
    }
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
        outcome.fault = Fault{line, column, message};
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
    for (const Mention &mention : scenario->mentions) {
        if (const std::string problem = problemOf(mention, directory, domain, info.dir()); !problem.empty()) {
            fault(mention.line, mention.column, problem);
            return outcome;
        }
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
