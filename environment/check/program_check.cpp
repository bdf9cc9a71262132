// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/program_check.h"

#include "environment/accounts/words.h"
#include "environment/check/codes.h"
#include "environment/check/known_texts.h"
#include "environment/check/silence.h"
#include "environment/check/tree_walk.h"
#include "environment/files/name_rules.h"
#include "environment/language/codes.h"
#include "environment/language/similar.h"
#include "environment/language/stock_sections.h"

#include <algorithm>
#include <cstdlib>

namespace pbx::check {

using accounts::said;
using language::CallExpression;
using language::ExpressionKind;
using language::Section;
using language::SectionKind;
using language::Severity;
using language::Span;

namespace {

constexpr std::size_t mostModules = 1000;

std::string moduleOf(const Section &section)
{
    return std::string(section.module.text.empty() ? section.name.folded : section.module.folded);
}

/// In the default language, else in any: a module may exist for some languages alone.
const files::FileEntry *findModule(const files::Environment &environment, const std::string &module)
{
    const std::string name = module + ".sppi";
    if (const auto *file = environment.findFile(name, {}))
        return file;
    for (const std::string &language : environment.languages()) {
        if (const auto *file = environment.findFile(name, language))
            return file;
    }
    return nullptr;
}

const files::FileEntry *findModule(const Setting &setting, const std::string &module)
{
    for (const auto &environment : setting.environments) {
        if (const auto *file = findModule(*environment, module))
            return file;
    }
    return nullptr;
}

bool hasPrompt(const Setting &setting, std::string_view name)
{
    return std::ranges::any_of(setting.environments, [&](const auto &environment) {
        if (environment->findMedia(name, {}))
            return true;
        const auto languages = environment->languages();
        return std::ranges::any_of(languages,
                                   [&](const std::string &language) { return environment->findMedia(name, language); });
    });
}

std::string kindWord(SectionKind kind)
{
    return said(kind == SectionKind::Entry           ? QT_TRANSLATE_NOOP("Words", "entry")
                    : kind == SectionKind::Procedure ? QT_TRANSLATE_NOOP("Words", "procedure")
                                                     : QT_TRANSLATE_NOOP("Words", "function"));
}

/// `ends`: what becomes of the program when the module is not one of the server's own.
std::string noModule(const std::string &module, bool stock, const char *ends)
{
    return said(stock ? QT_TRANSLATE_NOOP("Words", "no layer of the environment has the module %1.sppi, which comes with the server") : ends,
                {module});
}

std::string noSection(const std::string &file, SectionKind kind, std::string_view name, const std::string &similar)
{
    return said(similar.empty() ? QT_TRANSLATE_NOOP("Words", "%1 has no %2 %3: a call ends the program")
                                : QT_TRANSLATE_NOOP("Words", "%1 has no %2 %3: did you mean %4?"),
                {file, kindWord(kind), name, similar});
}

std::string argumentCount(std::size_t n)
{
    return said(n == 0         ? QT_TRANSLATE_NOOP("Words", "no arguments")
                    : n == 1 ? QT_TRANSLATE_NOOP("Words", "one argument")
                             : QT_TRANSLATE_NOOP("Words", "%1 arguments"),
                {std::to_string(n)});
}

/// Of those who hear the program; the default one when that is nobody.
std::string firstLanguage(const Setting &setting)
{
    return setting.listeners.empty() ? std::string() : setting.listeners.front().language;
}

std::string similarSection(const language::Tree &tree, std::string_view folded)
{
    int limit = language::allowedDistance(folded);
    std::string best;
    for (const Section *section : tree.sections) {
        if (section->form != Section::Form::Definition || section->kind == SectionKind::Entry)
            continue;
        const int distance = language::editDistance(folded, section->name.folded, limit);
        if (distance <= limit) {
            best = section->name.text;
            limit = distance - 1;
        }
    }
    return best;
}

} // namespace

/// Stock files as events name them, others as the findings in them would be shown.
std::string ProgramCheck::shownName(const files::FileEntry &file) const
{
    return file.layer == files::Layer::Stock ? file.workspacePath : m_report.shownPath(file.path);
}

void ProgramCheck::report(const Program &program, Span span, Severity severity, std::string_view code, std::string message,
                          Remedy remedy)
{
    m_report.add(program.path, program.source.position(span.begin), severity, code, std::move(message), std::move(remedy));
}

void ProgramCheck::check(const QString &path, const Setting *setting)
{
    const Program &program = m_programs.get(path);
    if (!program.unreadable.empty()) {
        m_report.add(path, {}, Severity::Error, codes::unreadable, program.unreadable);
        return;
    }
    for (const auto &diagnostic : program.tree.diagnostics) {
        const std::vector<std::string_view> arguments(diagnostic.arguments.begin(), diagnostic.arguments.end());
        report(program, diagnostic.span, diagnostic.severity, diagnostic.code, said(diagnostic.format, arguments));
    }
    if (program.kind == language::FileKind::Program && !program.tree.hasErrors()) {
        const Section *main = program.tree.find("main");
        if (!main || main->kind != SectionKind::Entry)
            m_report.add(path, {}, Severity::Warning, codes::missingEntry,
                         said(QT_TRANSLATE_NOOP("Words", "the program has no entry main: no call can start it")));
    }
    // What the parser had to guess at is no ground for more.
    const bool guessed = std::ranges::any_of(program.tree.diagnostics, [](const language::Diagnostic &diagnostic) {
        return diagnostic.severity == Severity::Error && diagnostic.code == language::codes::syntax;
    });
    if (guessed)
        return checkModules(program, setting ? *setting : Setting());
    for (SilentPrompt &silent : silentPrompts(program.tree, program.source))
        report(program, silent.place, Severity::Warning, codes::silentPrompt, std::move(silent.message));
    if (!setting)
        return;
    checkModules(program, *setting);
    checkPrompts(program, *setting);
}

// ---- modules

std::vector<QString> ProgramCheck::closure(const QString &path, const files::Environment &environment,
                                           std::string_view language)
{
    std::vector<QString> files{path};
    for (std::size_t i = 0; i < files.size() && files.size() < mostModules; ++i) {
        const Program &program = m_programs.get(files[i]);
        for (const Section *section : program.tree.sections) {
            if (section->form != Section::Form::External)
                continue;
            const auto *file = environment.findFile(moduleOf(*section) + ".sppi", language);
            if (file && std::ranges::find(files, file->path) == files.end())
                files.push_back(file->path);
        }
    }
    return files;
}

void ProgramCheck::checkModules(const Program &program, const Setting &setting)
{
    if (setting.environments.empty())
        return;
    for (const Section *section : program.tree.sections) {
        if (section->form == Section::Form::External && !section->name.folded.empty())
            checkModule(program, setting, *section);
    }
    forEachCall(program.tree, [&](const CallExpression &call) {
        if (call.builtin && (call.builtin->folded == "proccall" || call.builtin->folded == "funccall")
            && !call.arguments.empty() && call.arguments[0]->kind == ExpressionKind::String)
            checkCallByName(program, setting, call);
    });
}

void ProgramCheck::checkModule(const Program &program, const Setting &setting, const Section &declaration)
{
    const std::string module = moduleOf(declaration);
    const std::string name(declaration.name.text);
    const files::FileEntry *file = findModule(setting, module);
    if (!file) {
        const bool stock = language::isStockSection(declaration);
        report(program, declaration.name.span, stock ? Severity::Note : Severity::Warning, codes::missingModule,
               noModule(module, stock, QT_TRANSLATE_NOOP("Words", "no layer of the environment has the module %1.sppi: a call ends the program")));
        return;
    }
    const Program &found = m_programs.get(file->path);
    if (found.tree.hasErrors() || !found.unreadable.empty())
        return;
    const Section *definition = found.tree.find(declaration.name.folded);
    if (!definition || definition->kind == SectionKind::Entry) {
        const std::string similar = similarSection(found.tree, declaration.name.folded);
        report(program, declaration.name.span, Severity::Warning, codes::missingSection,
               noSection(shownName(*file), declaration.kind, name, similar));
        return;
    }
    if (definition->kind != declaration.kind) {
        report(program, declaration.name.span, Severity::Error, language::codes::wrongKind,
               said(QT_TRANSLATE_NOOP("Words", "%1 is a %2 in %3 and a %4 here: declare and call it as what it is"),
                    {name, kindWord(definition->kind), shownName(*file), kindWord(declaration.kind)}));
        return;
    }
    checkCalls(program, declaration, *definition, shownName(*file));
}

/// A call has to fit the definition; the declaration alone does no harm (cgpl-language 9.1).
void ProgramCheck::checkCalls(const Program &program, const Section &declaration, const Section &definition,
                              const std::string &file)
{
    const auto wanted = static_cast<std::ptrdiff_t>(definition.parameters.size());
    forEachCall(program.tree, [&](const CallExpression &call) {
        const auto given = static_cast<std::ptrdiff_t>(call.arguments.size());
        if (!call.section || call.section->name.folded != declaration.name.folded
            || call.section->module.folded != declaration.module.folded
            || call.section->form != Section::Form::External || given == wanted)
            return;
        if (language::isStockSection(declaration) && std::abs(given - wanted) == 1)
            return;
        report(program, call.name.span, Severity::Error, language::codes::wrongArgumentCount,
               said(given == 1 ? QT_TRANSLATE_NOOP("Words", "%1 takes %2 in %3, and %4 is given")
                               : QT_TRANSLATE_NOOP("Words", "%1 takes %2 in %3, and %4 are given"),
                    {call.name.text, argumentCount(definition.parameters.size()), file, std::to_string(given)}));
    });
}

/// ProcCall("module::name", …), FuncCall("name", …)
void ProgramCheck::checkCallByName(const Program &program, const Setting &setting, const CallExpression &call)
{
    const std::string text = files::foldName(call.arguments[0]->as<language::StringExpression>().value);
    const auto colons = text.find("::");
    const std::string module = text.substr(0, colons);
    const std::string name = colons == std::string::npos ? text : text.substr(colons + 2);
    const Span place = call.arguments[0]->span;
    if (!files::isLookupName(module) || name.empty())
        return;
    const files::FileEntry *file = findModule(setting, module);
    if (!file) {
        const bool stock = language::isStockSection(std::string_view(module));
        report(program, place, stock ? Severity::Note : Severity::Warning, codes::missingModule,
               noModule(module, stock, QT_TRANSLATE_NOOP("Words", "no layer of the environment has the module %1.sppi: the call ends the program")));
        return;
    }
    const Program &found = m_programs.get(file->path);
    if (found.tree.hasErrors() || !found.unreadable.empty())
        return;
    const Section *definition = found.tree.find(name);
    const SectionKind wanted = call.builtin->procedure ? SectionKind::Procedure : SectionKind::Function;
    if (!definition || definition->kind != wanted)
        report(program, place, Severity::Warning, codes::missingSection,
               said(QT_TRANSLATE_NOOP("Words", "%1 has no %2 %3: the call ends the program"), {shownName(*file), kindWord(wanted), name}));
}

// ---- prompts

/// Then nobody knows from the accounts alone which language is spoken.
bool ProgramCheck::changesLanguage(const Setting &setting, const QString &path)
{
    std::set<QString> files{path};
    for (const Listener &listener : setting.listeners) {
        for (const QString &file : closure(path, *listener.environment, listener.language))
            files.insert(file);
    }
    return std::ranges::any_of(files, [this](const QString &file) {
        bool changes = false;
        forEachCall(m_programs.get(file).tree, [&](const CallExpression &call) {
            changes = changes
                || (call.builtin && (call.builtin->folded == "setlanguage" || call.builtin->folded == "impersonate"));
        });
        return changes;
    });
}

void ProgramCheck::checkPrompts(const Program &program, const Setting &setting)
{
    Setting known = setting;
    bool asked = false;
    for (const PlayedPrompt &played : playedPrompts(program.tree, program.kind)) {
        if (!played.names.all)
            continue;
        if (!asked) {
            asked = true;
            if (!known.listeners.empty() && changesLanguage(known, program.path))
                known.listeners.clear();
        }
        for (const std::string &name : played.names.values) {
            if (!name.empty())
                checkPrompt(program, known, played.call->arguments[0]->span, name);
        }
    }
}

void ProgramCheck::checkPrompt(const Program &program, const Setting &setting, Span place, const std::string &name)
{
    if (!hasPrompt(setting, name)) {
        report(program, place, Severity::Warning, codes::missingPrompt,
               said(QT_TRANSLATE_NOOP("Words", "no layer and no language has a prompt %1: record it as %2.wav"), {name, files::foldName(name)}),
               {Remedy::Kind::AddPrompts, {}, {}, firstLanguage(setting), {files::foldName(name)}});
        return;
    }
    std::string whom;
    std::string language;
    std::set<std::string> languages;
    for (const Listener &listener : setting.listeners) {
        if (listener.environment->findMedia(name, listener.language) || !languages.insert(listener.language).second)
            continue;
        if (whom.empty())
            language = listener.language;
        whom += (whom.empty() ? "" : ", ") + listener.account + " ("
            + (listener.language.empty() ? said(QT_TRANSLATE_NOOP("Words", "default language")) : listener.language) + ')';
    }
    if (!whom.empty())
        report(program, place, Severity::Warning, codes::missingPrompt,
               said(QT_TRANSLATE_NOOP("Words", "no prompt %1 for calls to %2: record it as %3.wav"),
                    {name, whom, (language.empty() ? "" : language + '/') + files::foldName(name)}),
               {Remedy::Kind::AddPrompts, {}, {}, language, {files::foldName(name)}});
}

} // namespace pbx::check
