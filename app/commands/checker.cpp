// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/checker.h"

#include "app/commands/call_walk.h"
#include "environment/accounts/menu.h"
#include "environment/accounts/routing.h"
#include "environment/files/atomic_file.h"
#include "environment/language/names.h"
#include "environment/language/parser.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <set>

namespace pbx::app {

namespace {

constexpr qint64 largestProgram = qint64(16) << 20;

/// Sections that come with the server (pbx-runtime 10.2): their absence here says little.
constexpr std::array stockSections{
    std::string_view("playnumber"), std::string_view("callerleg"), std::string_view("callerlegbridge"),
    std::string_view("bridgedloop"), std::string_view("bridgedloophash"), std::string_view("activequeuecaller"),
    std::string_view("findfreeagents"), std::string_view("pstnsdpfilter"),
};

bool isProgramFile(const QString &name)
{
    return name.endsWith(QLatin1String(".sppr"), Qt::CaseInsensitive)
        || name.endsWith(QLatin1String(".sppi"), Qt::CaseInsensitive);
}

bool playsFile(const language::CallExpression &call)
{
    return call.builtin && (call.builtin->folded == "playfile" || call.builtin->folded == "playfileinloop");
}

/// Whether any language or layer has it.
bool hasPrompt(const files::Environment &environment, std::string_view name)
{
    if (environment.findMedia(name, {}))
        return true;
    return std::ranges::any_of(environment.languages(),
                               [&](const std::string &language) { return environment.findMedia(name, language); });
}

bool hasFile(const files::Environment &environment, const std::string &name)
{
    if (environment.findFile(name, {}))
        return true;
    return std::ranges::any_of(environment.languages(),
                               [&](const std::string &language) { return environment.findFile(name, language); });
}

/// Line and column of a text in a settings file; the top when it is not there.
language::Position findText(const QString &file, std::string_view text)
{
    const auto bytes = files::readFile(file);
    if (!bytes)
        return {};
    const language::Source source({}, bytes->toStdString());
    const auto place = source.text().find(text);
    return place == std::string::npos ? language::Position() : source.position(static_cast<std::uint32_t>(place));
}

} // namespace

void Checker::add(std::string file, int line, int column, std::string_view severity, std::string_view code,
                  std::string message)
{
    m_findings.push_back({std::move(file), std::max(line, 1), std::max(column, 1), std::string(severity),
                          std::string(code), std::move(message)});
}

std::vector<Finding> Checker::takeFindings()
{
    const auto key = [](const Finding &f) { return std::tie(f.file, f.line, f.column, f.code, f.message); };
    std::ranges::stable_sort(m_findings, [&](const Finding &a, const Finding &b) { return key(a) < key(b); });
    const auto same = std::ranges::unique(m_findings, [&](const Finding &a, const Finding &b) { return key(a) == key(b); });
    m_findings.erase(same.begin(), same.end());
    return std::move(m_findings);
}

std::string Checker::shownPath(const QString &path) const
{
    if (!m_root.isEmpty() && path.startsWith(m_root + QLatin1Char('/')))
        return m_shownRoot + '/' + path.mid(m_root.size() + 1).toStdString();
    return path.toStdString();
}

bool Checker::check(const std::string &path)
{
    const QString name = QString::fromLocal8Bit(path);
    const QFileInfo info(name);
    if (info.isDir()) {
        std::string shown = path;
        while (shown.size() > 1 && shown.ends_with('/'))
            shown.pop_back();
        m_root = QDir(name).absolutePath();
        m_shownRoot = shown;
        if (QFileInfo::exists(m_root + QLatin1String("/workspace.settings"))) {
            const auto workspace = files::Workspace::open(m_root);
            if (!workspace) {
                complain(workspace.error().toStdString());
                return false;
            }
            m_root = QDir(workspace->folder()).absolutePath();
            checkWorkspace(*workspace, shown);
        } else {
            checkFolder(m_root, shown);
        }
        m_root.clear();
        return true;
    }
    if (!info.exists()) {
        complain(path + ": there is no such file or folder");
        return false;
    }
    if (!info.isReadable()) {
        complain(path + ": the file can't be read");
        return false;
    }
    files::Environment::Folders folders;
    folders.domain = info.absolutePath();
    folders.stock = files::stockFolder();
    checkProgram(name, path, files::Environment::fromFolders(folders).get());
    return true;
}

void Checker::checkProgram(const QString &path, const std::string &shown, const files::Environment *environment)
{
    const auto bytes = files::readFile(path, largestProgram);
    if (!bytes) {
        add(shown, 1, 1, "error", "unreadable", bytes.error().toStdString());
        return;
    }
    const language::Source source(shown, bytes->toStdString());
    language::Tree tree = language::parse(source);
    language::ResolveOptions options;
    options.kind = path.endsWith(QLatin1String(".sppi"), Qt::CaseInsensitive) ? language::FileKind::Module
                                                                            : language::FileKind::Program;
    language::resolve(tree, source, options);
    const auto report = [&](language::Span span, std::string_view severity, std::string_view code, std::string message) {
        const auto place = source.position(span.begin);
        add(shown, place.line, place.column, severity, code, std::move(message));
    };
    for (const auto &diagnostic : tree.diagnostics)
        report(diagnostic.span, language::severityName(diagnostic.severity), diagnostic.code, diagnostic.message());
    if (options.kind == language::FileKind::Program && !tree.hasErrors()) {
        const language::Section *main = tree.find("main");
        if (!main || main->kind != language::SectionKind::Entry)
            add(shown, 1, 1, "warning", "missing-entry", "the program has no entry main: no call can start it");
    }
    if (!environment)
        return;
    for (const language::Section *section : tree.sections) {
        if (section->form != language::Section::Form::External)
            continue;
        const std::string module(section->module.text.empty() ? section->name.folded : section->module.folded);
        if (hasFile(*environment, module + ".sppi"))
            continue;
        const bool stock = std::ranges::find(stockSections, std::string_view(module)) != stockSections.end();
        report(section->name.span, stock ? "note" : "warning", "missing-module",
               "no layer of the environment has the module " + module + ".sppi"
                   + (stock ? ", which comes with the server" : ""));
    }
    forEachCall(tree, [&](const language::CallExpression &call) {
        if (!playsFile(call) || call.arguments.empty()
            || call.arguments[0]->kind != language::ExpressionKind::String)
            return;
        const auto &name = call.arguments[0]->as<language::StringExpression>();
        if (!hasPrompt(*environment, name.value))
            report(name.span, "warning", "missing-prompt",
                   "no layer and no language has a prompt " + std::string(name.value));
    });
}

void Checker::checkLayer(const files::LayerIndex &layer, const files::Environment &environment)
{
    for (const files::FileEntry &file : layer.files()) {
        if (isProgramFile(QString::fromStdString(file.name)))
            checkProgram(file.path, shownPath(file.path), &environment);
    }
}

void Checker::checkFolder(const QString &folder, const std::string &)
{
    files::Environment::Folders folders;
    folders.domain = folder;
    folders.stock = files::stockFolder();
    const auto environment = files::Environment::fromFolders(folders);
    if (const auto *layer = environment->layer(files::Layer::Domain)) {
        for (const files::FileProblem &problem : layer->problems())
            add(shownPath(problem.path), problem.line, problem.column, problem.error ? "error" : "warning", problem.code,
                problem.message);
        checkLayer(*layer, *environment);
    }
}

void Checker::checkWorkspace(const files::Workspace &workspace, const std::string &)
{
    for (const files::FileProblem &problem : workspace.problems())
        add(shownPath(problem.path), problem.line, problem.column, problem.error ? "error" : "warning", problem.code,
            problem.message);
    const accounts::Directory directory = files::loadDirectory(workspace);
    for (const accounts::DirectoryProblem &problem : directory.problems()) {
        const files::DomainFolder *domain = workspace.domain(problem.domain);
        const files::SettingsFile *account = problem.account.empty() ? nullptr
                                                                     : workspace.account(problem.domain, problem.account);
        const QString file = account ? account->path : domain ? domain->settings.path : workspace.settings().path;
        add(shownPath(file), 1, 1, "warning", "settings", problem.message);
    }
    const auto server = workspace.environment({});
    const auto checkEnvironment = [&](const files::Environment &environment, files::Layer which) {
        if (const auto *layer = environment.layer(which)) {
            for (const files::FileProblem &problem : layer->problems())
                add(shownPath(problem.path), problem.line, problem.column, problem.error ? "error" : "warning",
                    problem.code, problem.message);
            checkLayer(*layer, environment);
        }
    };
    checkEnvironment(*server, files::Layer::Server);
    for (const files::DomainFolder &domain : workspace.domains())
        checkEnvironment(*workspace.environment(domain.name), files::Layer::Domain);
    for (const accounts::Domain &domain : directory.domains()) {
        const files::DomainFolder *folder = workspace.domain(domain.name);
        for (const accounts::Forwarder &forwarder : domain.forwarders) {
            if (folder)
                checkTarget(workspace, directory, forwarder.target, domain.name, folder->settings.path);
        }
        for (const accounts::Account &account : domain.accounts)
            checkAccount(workspace, directory, account);
    }
}

void Checker::checkAccount(const files::Workspace &workspace, const accounts::Directory &directory,
                           const accounts::Account &account)
{
    const files::SettingsFile *file = workspace.account(account.domain, account.name);
    if (!file)
        return;
    for (const accounts::Rule &rule : account.rules) {
        // The preinstalled rule of `pbx` stands in no file; its program comes with the server.
        if (rule.source.isNull() || account.signalRules.isNull() || !rule.active)
            continue;
        for (const accounts::Action &action : rule.actions) {
            if (!action.is("Redirect to") && !action.is("Fork to"))
                continue;
            for (const std::string &target : accounts::splitAddresses(action.value))
                checkTarget(workspace, directory, target, account.domain, file->path);
        }
    }
    if (account.receptMenu().empty())
        return;
    for (const std::string &error : accounts::departmentMenu(account, &directory).errors) {
        const auto place = findText(file->path, "ReceptMenu");
        add(shownPath(file->path), place.line, place.column, "error", "missing-department", error);
    }
}

void Checker::checkTarget(const files::Workspace &workspace, const accounts::Directory &directory,
                          const std::string &target, const std::string &domain, const QString &file)
{
    accounts::Address address;
    if (!accounts::readAddress(target, address) || !address.hasProgram)
        return;
    const std::string owner = address.domain.empty() ? domain : address.domain;
    if (!directory.domain(owner))
        return;
    if (hasFile(*workspace.environment(owner), address.program + ".sppr"))
        return;
    const auto place = findText(file, target);
    add(shownPath(file), place.line, place.column, "error", "missing-program",
        "calls go on to " + target + ", but no layer of the environment has " + address.program + ".sppr");
}

} // namespace pbx::app
