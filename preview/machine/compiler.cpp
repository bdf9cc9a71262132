// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/compiler.h"

#include "environment/language/parser.h"
#include "preview/machine/section_builder.h"

namespace pbx::machine {

using namespace language;

CompileResult compile(const Source &source, const ResolveOptions &options)
{
    Tree tree = parse(source);
    resolve(tree, source, options);
    CompileResult result;
    if (!tree.hasErrors())
        result.program = generate(tree, source);
    result.diagnostics = std::move(tree.diagnostics);
    return result;
}

namespace {

bool isLiteral(const Expression &e)
{
    std::int64_t number = 0;
    return e.kind == ExpressionKind::Null || e.kind == ExpressionKind::True || e.kind == ExpressionKind::String
        || literalNumber(e, number);
}

CodeKind kindOfSection(SectionKind kind)
{
    switch (kind) {
    case SectionKind::Entry: return CodeKind::Entry;
    case SectionKind::Procedure: return CodeKind::Procedure;
    case SectionKind::Function: return CodeKind::Function;
    }
    return CodeKind::Entry;
}

/// Constants that are literals are put where they are used; the others are computed when the file starts.
bool collectConstants(const Tree &tree, FileContext &file)
{
    file.constantValues.assign(tree.fileConstants.size(), nullptr);
    bool computed = false;
    for (const DeclarationStatement *declaration : tree.declarations) {
        if (!declaration->constant)
            continue;
        for (const auto &item : declaration->items) {
            if (item.variable && item.initial && isLiteral(*item.initial))
                file.constantValues[item.variable->index] = item.initial;
            else
                computed = true;
        }
    }
    return computed;
}

} // namespace

std::shared_ptr<const Program> generate(const Tree &tree, const Source &source)
{
    auto program = std::make_shared<Program>();
    program->source = source;
    FileContext file{*program, {}, {}, {}};
    for (const Variable *variable : tree.taskVariables)
        program->taskVariables.emplace_back(variable->name.text);

    std::vector<const Section *> definitions;
    for (const Section *section : tree.sections) {
        if (section->form != Section::Form::Definition)
            continue;
        file.sections.emplace(section, static_cast<std::uint16_t>(definitions.size()));
        definitions.push_back(section);
        auto code = std::make_unique<SectionCode>();
        code->kind = kindOfSection(section->kind);
        code->name = section->name.text;
        code->folded = section->name.folded;
        program->sections.push_back(std::move(code));
    }
    const bool computed = collectConstants(tree, file);
    program->constantCount = static_cast<std::uint32_t>(tree.fileConstants.size());
    for (std::size_t n = 0; n < definitions.size(); ++n) {
        SectionBuilder builder(file, *program->sections[n], definitions[n]->span.end - definitions[n]->span.begin);
        builder.section(*definitions[n]);
    }
    if (computed) {
        auto code = std::make_unique<SectionCode>();
        code->kind = CodeKind::Procedure;
        code->name = "const";
        SectionBuilder builder(file, *code, source.text().size());
        builder.initializer(tree);
        program->initializer = code.get();
        program->sections.push_back(std::move(code));
    }
    program->link();
    return program;
}

} // namespace pbx::machine
