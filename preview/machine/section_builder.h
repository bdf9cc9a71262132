// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/syntax_tree.h"
#include "preview/machine/program.h"

#include <unordered_map>

namespace pbx::machine {

/// Where a value is while code is made: registers are variables first, then temporaries as a stack.
using Register = std::uint16_t;

/// Jumps whose target is not known yet.
using JumpList = std::vector<std::size_t>;

/// What sections of one file share while they are compiled.
struct FileContext {
    Program &program;
    /// Numbers of the sections defined in the file.
    std::unordered_map<const language::Section *, std::uint16_t> sections;
    std::unordered_map<std::string, std::uint16_t> externals;
    /// Values of file constants that are literals.
    std::vector<const language::Expression *> constantValues;
};

/// Makes the code of one section. Expressions first (section_expressions.cpp), then statements (section_builder.cpp).
class SectionBuilder {
public:
    SectionBuilder(FileContext &file, SectionCode &code, std::size_t sourceSize);

    void section(const language::Section &section);
    void initializer(const language::Tree &tree);

private:
    // statements
    void block(language::Block block);
    void statement(const language::Statement &statement);
    void declaration(const language::DeclarationStatement &statement);
    void assignment(const language::AssignmentStatement &statement);
    void assignVariable(const language::AssignmentStatement &statement, const language::VariableExpression &target);
    void assignElement(const language::AssignmentStatement &statement);
    void conditional(const language::IfStatement &statement);
    void loop(const language::LoopStatement &statement);
    bool countedLoopEnd(const language::LoopStatement &statement, std::size_t bodyStart);
    void finish();

    // expressions
    Register value(const language::Expression &expression);
    void valueTo(Register target, const language::Expression &expression);
    void binaryTo(Register target, const language::BinaryExpression &expression);
    void lazyTo(Register target, const language::BinaryExpression &expression);
    void callTo(Register target, const language::CallExpression &expression);
    void spawnTo(Register target, const language::SpawnExpression &expression);
    void variableTo(Register target, const language::VariableExpression &expression);
    void arithmetic(Opcode plain, Register target, const language::Expression &left, const language::Expression &right,
                    language::Span span);
    JumpList jump(const language::Expression &condition, bool when);
    JumpList compareJump(const language::BinaryExpression &comparison, bool when);
    void jumpTo(const language::Expression &condition, bool when, std::size_t target);

    // code
    std::size_t emit(Opcode op, std::uint16_t a = 0, std::uint16_t b = 0, std::uint16_t c = 0, std::uint8_t x = 0);
    std::size_t emitJump(Opcode op, Register a = 0);
    void patch(const JumpList &jumps, std::size_t target);
    void patchHere(const JumpList &jumps) { patch(jumps, m_code.code.size()); }
    void at(language::Span span) { m_position = span.begin; }
    Register temporary();
    bool isVariable(Register r) const { return r < m_variables; }
    std::uint16_t constant(data::Value value);
    std::uint16_t numberConstant(std::int64_t number);
    /// The text must outlive the builder, as that of the tree does.
    std::uint16_t textConstant(std::string_view text);
    void fault(const char *text);

    FileContext &m_file;
    SectionCode &m_code;
    std::uint16_t m_variables = 0;
    Register m_top = 0;
    std::uint32_t m_position = 0;
    bool m_statementBegins = false;
    bool m_longJumps = false;
    std::vector<JumpList *> m_loopExits;
    std::unordered_map<std::int64_t, std::uint16_t> m_numbers;
    std::unordered_map<std::string_view, std::uint16_t> m_texts;
};

/// The number an expression is, when it is a literal with or without a sign.
bool literalNumber(const language::Expression &expression, std::int64_t &number);

} // namespace pbx::machine
