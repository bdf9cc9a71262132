// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/prompt_use.h"

#include "environment/check/known_texts.h"
#include "environment/check/programs.h"
#include "environment/files/name_rules.h"

#include <algorithm>

namespace pbx::check {

namespace {

void collectFromLayer(const files::LayerIndex *layer, Programs &programs, PromptUse &use)
{
    if (!layer)
        return;
    for (const files::FileEntry &file : layer->files()) {
        if (!isProgramFile(file.name))
            continue;
        const Program &program = programs.get(file.path);
        for (const PlayedPrompt &played : playedPrompts(program.tree, program.kind)) {
            for (const std::string &name : played.names.values) {
                if (!name.empty())
                    use[files::foldName(name)].insert(file.workspacePath);
            }
        }
    }
}

} // namespace

std::vector<std::string> attendantPrompts(const accounts::Account &account)
{
    std::vector<std::string> prompts{"welcome",      "dialknownextension", "press",  "tryingextension",
                                     "invalidentry", "failure",            "goodbye"};
    if (!account.languageMenu().empty())
        prompts.emplace_back("selectlanguage");
    return prompts;
}

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
    Programs programs;
    collectFromLayer(environment->layer(files::Layer::Domain), programs, use);
    collectFromLayer(environment->layer(files::Layer::Server), programs, use);
    const accounts::Domain *folder = directory.domain(domain);
    if (!folder)
        return use;
    for (const accounts::Account &account : folder->accounts) {
        if (account.receptMenu().empty())
            continue;
        const std::string user = "attendant:" + account.name;
        for (const std::string &prompt : attendantPrompts(account))
            use[prompt].insert(user);
        for (const accounts::Department &department : spokenMenu(account, directory, *environment).departments) {
            for (const std::string &prompt : department.prompts)
                use[files::foldName(prompt)].insert(user);
        }
    }
    return use;
}

} // namespace pbx::check
