// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/names.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace pbx::language {

/// One pass over a tree. What a name means is kept with the name: the parser made equal names one, so a name is found
/// by the address of its folded text, and leaving a block restores what its names meant before.
class Resolver {
public:
    Resolver(Tree &tree, const Source &source, const ResolveOptions &options);
    void run();

private:
    struct Symbol {
        const char *key = nullptr;
        std::string_view folded;
        const Builtin *builtin = nullptr; ///< in any environment
        Section *first = nullptr;         ///< the first definition or declaration under the bare name
        Section *definition = nullptr;
        Section *forward = nullptr;
        Section *external = nullptr;
        Variable *file = nullptr;  ///< task variable or constant of the file
        Variable *local = nullptr; ///< what the name means where the pass stands
        int depth = 0;             ///< of the block that local was declared in
        bool told = false;         ///< unknown, and reported once
    };
    struct Binding {
        std::uint32_t symbol;
        Variable *local;
        int depth;
    };
    enum class Access : std::uint8_t { Read, Write, Update };
    enum class LoopPlace : std::uint8_t { Outside, Directly, InIf };

    // names.cpp: messages, names, statements
    Symbol &symbol(const Name &name);
    Symbol &addSymbol(const Name &name, std::size_t slot);
    Diagnostic *report(Severity severity, std::string_view code, const char *format, Span span,
                       std::vector<std::string> arguments = {});
    Diagnostic *error(std::string_view code, const char *format, Span span, std::vector<std::string> arguments = {})
    {
        return report(Severity::Error, code, format, span, std::move(arguments));
    }
    Diagnostic *warn(std::string_view code, const char *format, Span span, std::vector<std::string> arguments = {});
    std::string lineOf(Span span) const;
    bool brokenIn(Span span) const;
    bool available(const Builtin *builtin) const;
    void resolveBlock(Block block);
    void resolveStatement(Statement &statement);
    void resolveDeclaration(DeclarationStatement &declaration);
    void resolveAssignment(AssignmentStatement &assignment);
    void resolveIf(IfStatement &statement);
    void resolveLoop(LoopStatement &statement);
    void resolveExitIf(ExitIfStatement &statement);
    void resolveReturn(ReturnStatement &statement);
    void openScope() { ++m_depth; }
    void closeScope(std::size_t bindings);
    Variable *declareLocal(const Name &name, Variable::Kind kind);
    Variable *addVariable(const Name &name, Variable::Kind kind, bool declared);
    void bind(Symbol &symbol, Variable *variable);

    // names_sections.cpp
    void declareSections();
    void declareSection(Section &section);
    void declareBareName(Section &section);
    void declareAgain(Section &section, Symbol &symbol);
    void matchForward(const Section &forward, const Section &definition);
    void checkForwards();
    void declareFileNames();
    void declareFileName(DeclarationStatement &declaration, DeclarationStatement::Item &item);
    void resolveSection(Section &section);
    void declareParameters(Section &section);
    void checkSection(const Section &section);

    // names_expressions.cpp
    void resolve(Expression *expression);
    void resolveVariable(VariableExpression &expression, Access access);
    Variable *implicitVariable(Symbol &symbol, const Name &name, bool warning);
    bool refuseAsVariable(const Symbol &symbol, const Name &name, Access access);
    void resolveBinary(BinaryExpression &expression);
    void resolveCall(CallExpression &call, bool asStatement);
    void resolveQualified(CallExpression &call, bool asStatement);
    void resolveUnqualified(CallExpression &call, bool asStatement);
    void reportUnknown(const CallExpression &call, bool asStatement);
    void checkKind(const CallExpression &call, bool asStatement);
    void checkArguments(const CallExpression &call);
    void resolveSpawn(SpawnExpression &spawn);
    std::string_view similarCallable(std::string_view folded, std::uint32_t place) const;
    bool isConstant(const Expression &expression, Span place) const;

    // names_flow.cpp
    void checkFlow();
    void checkReachable(Block block);
    bool canEnd(Block block);
    bool canPass(const Statement &statement);
    bool returns(const Section &section);
    static bool hasExit(Block block);
    static bool hasReturn(Block block);
    static bool usesVar(Block block);

    // names_assignment.cpp
    void checkAssignments(const Section &section);

    Tree &m_tree;
    const Source &m_source;
    const ResolveOptions m_options;
    std::vector<std::uint32_t> m_errors; ///< places of the parser's errors, ascending
    bool m_namesMissing = false;         ///< a section's name could not be read: unknown names are no news
    std::vector<std::uint32_t> m_slots;  ///< hash table over m_symbols; 0: free, else index + 1
    std::vector<Symbol> m_symbols;
    std::unordered_map<std::string, Section *> m_qualified; ///< "module::name"
    std::unordered_map<const Section *, bool> m_returns;    ///< answers of returns()
    std::vector<Section *> m_synthetic;
    // of the section being resolved
    Section *m_section = nullptr;
    bool m_broken = false;
    bool m_usesVar = false;
    int m_depth = 0;
    LoopPlace m_loop = LoopPlace::Outside;
    std::vector<Binding> m_bindings;       ///< to be restored, innermost last
    std::vector<std::uint32_t> m_implicit; ///< symbols with a variable that no var declared
    std::vector<Span> m_firstRead;         ///< of each variable
    const Expression *m_mixed = nullptr;   ///< the chain of logical operators that has its warning
};

} // namespace pbx::language
