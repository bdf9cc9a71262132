// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/prompt_use.h"

#include "app/commands/call_walk.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"
#include "environment/language/names.h"
#include "environment/language/parser.h"

#include <algorithm>

namespace pbx::app {

namespace {

/// Spoken by every attendant besides its departments (pbx-runtime 9.3).
constexpr const char *attendantPrompts[] = {"welcome", "dialknownextension", "press", "tryingextension",
                                            "invalidentry", "failure", "goodbye"};

void collectFromProgram(const files::FileEntry &file, PromptUse &use)
{
    const auto bytes = files::readFile(file.path, qint64(16) << 20);
    if (!bytes)
        return;
    const language::Source source(file.workspacePath, bytes->toStdString());
    language::Tree tree = language::parse(source);
    language::ResolveOptions options;
    options.kind = file.name.ends_with(".sppi") ? language::FileKind::Module : language::FileKind::Program;
    options.warnings = false;
    language::resolve(tree, source, options);
    forEachCall(tree, [&](const language::CallExpression &call) {
        if (!call.builtin || (call.builtin->folded != "playfile" && call.builtin->folded != "playfileinloop")
            || call.arguments.empty() || call.arguments[0]->kind != language::ExpressionKind::String)
            return;
        const auto name = call.arguments[0]->as<language::StringExpression>().value;
        use[files::foldName(name)].insert(file.workspacePath);
    });
}

void collectFromLayer(const files::LayerIndex *layer, PromptUse &use)
{
    if (!layer)
        return;
    for (const files::FileEntry &file : layer->files()) {
        if (file.name.ends_with(".sppr") || file.name.ends_with(".sppi"))
            collectFromProgram(file, use);
    }
}

} // namespace

accounts::DepartmentMenu spokenMenu(const accounts::Account &account, const accounts::Directory &directory,
                                    const files::Environment &environment)
{
    accounts::DepartmentMenu menu = accounts::departmentMenu(account, &directory);
    const std::string language = account.language();
    for (accounts::Department &department : menu.departments) {
        for (std::string &prompt : department.prompts) {
            if (prompt != "tospeakoperator" || environment.findMedia(prompt, language))
                continue;
            for (const char *other : {"tospeakopertator", "foroperator"}) {
                if (environment.findMedia(other, language)) {
                    prompt = other;
                    break;
                }
            }
        }
    }
    return menu;
}

std::vector<std::string> spokenLanguages(const accounts::Account &account)
{
    std::vector<std::string> languages{files::languageFolder(account.language())};
    for (const std::string &language : account.languageMenu()) {
        const std::string folder = files::languageFolder(language);
        if (std::ranges::find(languages, folder) == languages.end())
            languages.push_back(folder);
    }
    return languages;
}

std::vector<std::string> missingPrompts(const accounts::Account &account, const std::vector<std::string> &prompts,
                                        const files::Environment &environment)
{
    std::vector<std::string> missing;
    const auto languages = spokenLanguages(account);
    for (std::size_t i = 0; i < languages.size(); ++i) {
        for (const std::string &prompt : prompts) {
            const std::string name = i == 0 ? prompt : (languages[i].empty() ? "english" : languages[i]) + '/' + prompt;
            if (!environment.findMedia(prompt, languages[i]) && std::ranges::find(missing, name) == missing.end())
                missing.push_back(name);
        }
    }
    return missing;
}

PromptUse usedPrompts(const files::Workspace &workspace, const accounts::Directory &directory, const std::string &domain)
{
    PromptUse use;
    const auto environment = workspace.environment(domain);
    collectFromLayer(environment->layer(files::Layer::Domain), use);
    collectFromLayer(environment->layer(files::Layer::Server), use);
    const accounts::Domain *folder = directory.domain(domain);
    if (!folder)
        return use;
    for (const accounts::Account &account : folder->accounts) {
        if (account.receptMenu().empty())
            continue;
        const std::string user = "attendant:" + account.name;
        for (const char *prompt : attendantPrompts)
            use[prompt].insert(user);
        if (!account.languageMenu().empty())
            use["selectlanguage"].insert(user);
        for (const accounts::Department &department : spokenMenu(account, directory, *environment).departments) {
            for (const std::string &prompt : department.prompts)
                use[files::foldName(prompt)].insert(user);
        }
    }
    return use;
}

} // namespace pbx::app
