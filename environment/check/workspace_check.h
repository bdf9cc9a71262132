// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/menu.h"
#include "environment/accounts/routing.h"
#include "environment/check/program_check.h"
#include "environment/check/settings_places.h"
#include "environment/files/workspace.h"

#include <map>

namespace pbx::check {

/// One check of a whole workspace.
class WorkspaceCheck {
public:
    WorkspaceCheck(const files::Workspace &workspace, Report &report);
    void run();
    /// Only one program or module of it.
    void runProgram(const QString &path);

private:
    /// A value in a settings file.
    struct Place {
        QString file;
        SettingsPath path;
    };
    /// An address that calls go on to.
    struct Target {
        std::string text;
        std::string domain;                      ///< of names without one; empty: any, for rules of the server
        const accounts::Account *owner = nullptr; ///< whose rule it is
        Place place;
        std::string what; ///< "the rule \"night\"", "the forwarder sales"
    };

    /// Where calls to one name go on to, by name.
    struct Steps {
        std::set<std::string> goals; ///< full addresses
        const Target *first = nullptr;
    };

    // workspace_check.cpp
    void report(const Place &place, language::Severity severity, std::string_view code, std::string message, Remedy remedy = {});
    QString settingsFile(const std::string &domain, const std::string &account) const;
    Place preferencePlace(const accounts::Account &account, const std::string &key, const std::string &index = {}) const;
    void reportProblems();
    void checkPromptTexts();
    void checkLanguages();
    void checkLanguage(const Place &place, const std::string &language, const files::Environment &environment,
                       bool menu);
    void checkPrograms(const QString &only = {});
    void checkLayer(const files::LayerIndex *layer, std::vector<std::shared_ptr<const files::Environment>> environments,
                    const QString &only = {});

    // target_check.cpp
    void collectTargets();
    void collectRules(const std::vector<accounts::Rule> &rules, const Target &base);
    void checkConditions(const accounts::Rule &rule, const Place &settings);
    void checkTargets();
    void checkTarget(const Target &target);
    void checkProgramTarget(const Target &target, const accounts::Address &address);
    void checkName(const Target &target, const std::string &name, const std::string &domain);
    std::string similarName(const accounts::Domain &domain, const std::string &name) const;
    void findRuns();
    void addRun(const std::string &program, const accounts::Account &account);
    std::map<std::string, Steps> stepsByName() const;
    std::string circleFailure(const std::string &address, bool &always) const;
    void checkCircles();

    // attendant_check.cpp
    void checkAttendants();
    void checkAttendant(const accounts::Account &account);
    void checkMenu(const accounts::Account &account, const accounts::DepartmentMenu &menu);
    void checkMenuPrompts(const accounts::Account &account, const files::Environment &environment);
    void checkExtensions(const accounts::Account &account, const accounts::DepartmentMenu &menu);
    void checkStart(const accounts::Account &account);

    const files::Workspace &m_workspace;
    Report &m_report;
    accounts::Directory m_directory;
    SettingsPlaces m_places;
    Programs m_programs;
    ProgramCheck m_programCheck;
    std::vector<Target> m_targets;
    std::map<QString, std::set<Listener>> m_runs; ///< file of a program or module → for whom it runs
    std::set<std::string> m_started;              ///< accounts that a program is started for, full addresses
    std::map<std::string, std::string> m_departments; ///< account → "key 1 of pbx@d"
};

} // namespace pbx::check
