// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/workspace_check.h"

#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"
#include "environment/check/codes.h"
#include "environment/data/objects.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"
#include "environment/language/similar.h"

#include <algorithm>
#include <array>

namespace pbx::check {

using accounts::said;
using language::Severity;

namespace {

/// Languages of the server's interface (server-interfaces 3.7): an account may have one without prompts of its own.
constexpr std::array<std::string_view, 37> interfaceLanguages{
    "albanian",  "arabic",    "bulgarian", "chinese",    "croatian",  "czech",      "danish",   "dutch",
    "english",   "farsi",     "filipino",  "finnish",    "french",    "german",     "greek",    "hebrew",
    "hindi",     "hungarian", "indonesian", "italian",   "japanese",  "kazakh",     "korean",   "norwegian",
    "polish",    "portuguese", "russian",  "serbian",    "slovak",    "slovenian",  "spanish",  "swedish",
    "thai",      "turkish",   "ukrainian", "vietnamese", "default",
};

} // namespace

WorkspaceCheck::WorkspaceCheck(const files::Workspace &workspace, Report &report)
    : m_workspace(workspace)
    , m_report(report)
    , m_directory(files::loadDirectory(workspace))
    , m_programCheck(m_programs, report)
{
}

void WorkspaceCheck::run()
{
    reportProblems();
    checkPromptTexts();
    checkLanguages();
    collectTargets();
    findRuns();
    checkAttendants();
    checkTargets();
    checkCircles();
    checkPrograms();
}

void WorkspaceCheck::runProgram(const QString &path)
{
    collectTargets();
    findRuns();
    checkPrograms(path);
}

void WorkspaceCheck::report(const Place &place, Severity severity, std::string_view code, std::string message, Remedy remedy)
{
    m_report.add(place.file, m_places.at(place.file, place.path), severity, code, std::move(message), std::move(remedy));
}

/// Without an account of the domain, without a domain of the workspace.
QString WorkspaceCheck::settingsFile(const std::string &domain, const std::string &account) const
{
    if (domain.empty())
        return m_workspace.settings().path;
    if (const auto *file = account.empty() ? nullptr : m_workspace.account(domain, account))
        return file->path;
    const auto *folder = m_workspace.domain(domain);
    return folder ? folder->settings.path : m_workspace.settings().path;
}

/// Where an effective preference was written: in the account, its domain, or the workspace.
WorkspaceCheck::Place WorkspaceCheck::preferencePlace(const accounts::Account &account, const std::string &key,
                                                      const std::string &index) const
{
    SettingsPath path{"Preferences", key};
    if (!index.empty())
        path.push_back(index);
    const auto has = [&](const data::Value &preferences) { return !accounts::memberOf(preferences, key).isNull(); };
    if (!has(account.preferences) && has(account.defaults.domainPreferences))
        return {settingsFile(account.domain, {}), std::move(path)};
    if (!has(account.preferences) && has(account.defaults.serverPreferences))
        return {settingsFile({}, {}), std::move(path)};
    return {settingsFile(account.domain, account.name), std::move(path)};
}

// ---- what reading the settings has found

void WorkspaceCheck::reportProblems()
{
    for (const files::FileProblem &problem : m_workspace.problems())
        m_report.add(problem.path, {problem.line, problem.column}, problem.error ? Severity::Error : Severity::Warning,
                     problem.code, problem.message);
    for (const accounts::DirectoryProblem &problem : m_directory.problems())
        report({settingsFile(problem.domain, problem.account), problem.path}, Severity::Warning, problem.code,
               problem.message);
}

void WorkspaceCheck::checkPromptTexts()
{
    const auto check = [this](const QString &path) {
        const auto bytes = files::readFile(path);
        if (!bytes) {
            m_report.add(path, {}, Severity::Error, codes::unreadable, bytes.error().toStdString());
            return;
        }
        const auto texts = files::PromptTexts::fromBytes(*bytes);
        for (const auto &problem : texts.problems())
            m_report.add(path, {problem.line, 1}, Severity::Warning, codes::promptTexts, problem.message);
    };
    for (const files::DomainFolder &domain : m_workspace.domains()) {
        for (const QString &path : domain.promptFiles)
            check(path);
    }
}

// ---- languages

void WorkspaceCheck::checkLanguages()
{
    const auto own = [this](const data::Value &preferences, const QString &file, const files::Environment &environment) {
        for (const char *key : {"Language", "IVRLanguage"}) {
            if (const auto text = accounts::textOf(accounts::memberOf(preferences, key)))
                checkLanguage({file, {"Preferences", key}}, *text, environment, false);
        }
        const auto menu = accounts::memberOf(preferences, "LanguageMenu");
        if (!menu.isArray())
            return;
        for (std::size_t i = 0; i < menu.array().size(); ++i) {
            if (const auto text = accounts::textOf(menu.array().items[i]))
                checkLanguage({file, {"Preferences", "LanguageMenu", std::to_string(i)}}, *text, environment, true);
        }
    };
    own(accounts::memberOf(m_workspace.settings().dictionary, "Preferences"), settingsFile({}, {}),
        *m_workspace.environment({}));
    for (const accounts::Domain &domain : m_directory.domains()) {
        const auto environment = m_workspace.environment(domain.name);
        own(domain.preferences, settingsFile(domain.name, {}), *environment);
        for (const accounts::Account &account : domain.accounts)
            own(account.preferences, settingsFile(domain.name, account.name), *environment);
    }
}

void WorkspaceCheck::checkLanguage(const Place &place, const std::string &language,
                                   const files::Environment &environment, bool menu)
{
    const std::string folder = files::languageFolder(accounts::trimmed(language));
    const auto folders = environment.languages();
    if (folder.empty() || std::ranges::find(folders, folder) != folders.end())
        return;
    // The interface speaks more languages than the prompts: only a menu promises to be heard.
    if (!menu && std::ranges::find(interfaceLanguages, folder) != interfaceLanguages.end())
        return;
    std::string similar;
    int limit = language::allowedDistance(folder);
    const auto consider = [&](std::string_view other) {
        if (const int distance = language::editDistance(folder, other, limit); distance <= limit) {
            similar = other;
            limit = distance - 1;
        }
    };
    std::ranges::for_each(folders, consider);
    std::ranges::for_each(interfaceLanguages, consider);
    report(place, Severity::Warning, codes::unknownLanguage,
           said(similar.empty() || similar == folder
                    ? QT_TRANSLATE_NOOP("Words", "no layer has prompts in a language %1, so the default ones are heard")
                    : QT_TRANSLATE_NOOP("Words", "no layer has prompts in a language %1, so the default ones are heard: did you mean %2?"),
                {language, similar}));
}

// ---- programs

void WorkspaceCheck::checkPrograms(const QString &only)
{
    std::vector<std::shared_ptr<const files::Environment>> all{m_workspace.environment({})};
    for (const files::DomainFolder &domain : m_workspace.domains()) {
        const auto environment = m_workspace.environment(domain.name);
        all.push_back(environment);
        checkLayer(environment->layer(files::Layer::Domain), {environment}, only);
    }
    checkLayer(all.front()->layer(files::Layer::Server), all, only);
}

void WorkspaceCheck::checkLayer(const files::LayerIndex *layer,
                                std::vector<std::shared_ptr<const files::Environment>> environments,
                                const QString &only)
{
    if (!layer)
        return;
    Setting setting{std::move(environments), {}};
    for (const files::FileEntry &file : layer->files()) {
        if (!isProgramFile(file.name) || (!only.isEmpty() && file.path != only))
            continue;
        const auto runs = m_runs.find(file.path);
        setting.listeners.clear();
        if (runs != m_runs.end())
            setting.listeners.assign(runs->second.begin(), runs->second.end());
        m_programCheck.check(file.path, &setting);
    }
}

} // namespace pbx::check
