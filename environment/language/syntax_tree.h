// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/diagnostic.h"

#include <deque>
#include <memory>
#include <memory_resource>
#include <span>
#include <type_traits>

/// The syntax tree of CG/PL, both notations (cgpl-language, sections 2 to 15). Nodes live in the arena of their Tree;
/// every node knows its span. The parser fills the shape, the resolver (names.h) the fields marked "resolved".
namespace pbx::language {

struct Builtin; // catalogue.h
struct Section;
struct Expression;
struct Statement;

template<typename T>
using List = std::span<T>;

/// A name as written and as compared: ASCII letters folded to lower case (cgpl-language, 2.3). The parser keeps each
/// folded spelling once: in one tree, equal names have the same folded.data().
struct Name {
    std::string_view text;
    std::string_view folded;
    Span span;
};

/// A variable of a section (parameters first), a task variable or a constant.
struct Variable {
    enum class Kind : std::uint8_t { Parameter, Local, Task, LocalConstant, FileConstant };
    Kind kind = Kind::Local;
    Name name;
    /// Place among the section's variables (Parameter, Local, LocalConstant), the file's task variables or constants.
    std::uint32_t index = 0;
    bool declared = false; ///< by var, const or the parameter list; false: by its first assignment or reading
    bool assigned = false;
    bool read = false;
};

// ---- expressions -------------------------------------------------------------------------------------------------

enum class ExpressionKind : std::uint8_t {
    Error, Null, True, Number, String, Variable, Index, Key, ComputedKey, Call, Unary, Binary, Conditional, Spawn,
};

struct Expression {
    ExpressionKind kind;
    Span span;
    explicit Expression(ExpressionKind k) : kind(k) {}
    template<typename T> T &as() { return static_cast<T &>(*this); }
    template<typename T> const T &as() const { return static_cast<const T &>(*this); }
};

struct ErrorExpression : Expression { ErrorExpression() : Expression(ExpressionKind::Error) {} };
struct NullExpression : Expression { NullExpression() : Expression(ExpressionKind::Null) {} }; ///< null and false
struct TrueExpression : Expression { TrueExpression() : Expression(ExpressionKind::True) {} };
struct NumberExpression : Expression {
    NumberExpression() : Expression(ExpressionKind::Number) {}
    std::int64_t value = 0;
};
/// Adjacent literals are joined, escapes decoded.
struct StringExpression : Expression {
    StringExpression() : Expression(ExpressionKind::String) {}
    std::string_view value;
};
struct VariableExpression : Expression {
    VariableExpression() : Expression(ExpressionKind::Variable) {}
    Name name;
    const Variable *variable = nullptr; ///< resolved
};
/// object[index]
struct IndexExpression : Expression {
    IndexExpression() : Expression(ExpressionKind::Index) {}
    Expression *object = nullptr;
    Expression *index = nullptr;
};
/// object.name, the case of the name kept
struct KeyExpression : Expression {
    KeyExpression() : Expression(ExpressionKind::Key) {}
    Expression *object = nullptr;
    Name key;
};
/// object.(key)
struct ComputedKeyExpression : Expression {
    ComputedKeyExpression() : Expression(ExpressionKind::ComputedKey) {}
    Expression *object = nullptr;
    Expression *key = nullptr;
};
/// name(a), module::name(a); receiver.name(a) has the receiver as first of the arguments and methodStyle set.
struct CallExpression : Expression {
    CallExpression() : Expression(ExpressionKind::Call) {}
    Name module; ///< empty text: none
    Name name;
    List<Expression *> arguments;
    bool methodStyle = false;
    const Section *section = nullptr; ///< resolved: a section of this file, or the declaration of an external one
    const Builtin *builtin = nullptr; ///< resolved
};
enum class UnaryOperator : std::uint8_t { Plus, Minus, Not };
struct UnaryExpression : Expression {
    UnaryExpression() : Expression(ExpressionKind::Unary) {}
    UnaryOperator op = UnaryOperator::Not;
    Expression *operand = nullptr;
};
enum class BinaryOperator : std::uint8_t {
    Multiply, Divide, Remainder, Add, Subtract,
    Less, LessEqual, Equal, NotEqual, GreaterEqual, Greater,
    And, Or, Xor, ///< both sides evaluated, YES or null
    AndThen, OrElse, ///< give an operand
};
struct BinaryExpression : Expression {
    BinaryExpression() : Expression(ExpressionKind::Binary) {}
    BinaryOperator op = BinaryOperator::Add;
    Span operatorSpan;
    Expression *left = nullptr;
    Expression *right = nullptr;
    bool parenthesised = false; ///< the whole of it stands in ( )
};
struct ConditionalExpression : Expression {
    ConditionalExpression() : Expression(ExpressionKind::Conditional) {}
    Expression *condition = nullptr;
    Expression *whenTrue = nullptr;
    Expression *whenFalse = nullptr;
};
struct SpawnExpression : Expression {
    SpawnExpression() : Expression(ExpressionKind::Spawn) {}
    Name entry;
    Expression *parameter = nullptr; ///< null: none
    const Section *section = nullptr; ///< resolved
};

// ---- statements --------------------------------------------------------------------------------------------------

enum class StatementKind : std::uint8_t {
    Error, Empty, Declaration, Assignment, Call, Spawn, If, Loop, ExitIf, Return, Stop,
};

struct Statement {
    StatementKind kind;
    Span span;
    explicit Statement(StatementKind k) : kind(k) {}
    template<typename T> T &as() { return static_cast<T &>(*this); }
    template<typename T> const T &as() const { return static_cast<const T &>(*this); }
};

using Block = List<Statement *>;

struct ErrorStatement : Statement { ErrorStatement() : Statement(StatementKind::Error) {} };
struct EmptyStatement : Statement { EmptyStatement() : Statement(StatementKind::Empty) {} }; ///< ; and null;
struct StopStatement : Statement { StopStatement() : Statement(StatementKind::Stop) {} };
/// var a, b = 1;  const C = 1;
struct DeclarationStatement : Statement {
    struct Item {
        Name name;
        Expression *initial = nullptr; ///< null: none
        const Variable *variable = nullptr; ///< resolved
    };
    DeclarationStatement() : Statement(StatementKind::Declaration) {}
    bool constant = false;
    List<Item> items;
};
/// target op= value. The target is a Variable, Index, Key or ComputedKey expression.
struct AssignmentStatement : Statement {
    enum class Operator : std::uint8_t { Set, Add, Subtract, Multiply, Divide, Remainder, Or, And };
    AssignmentStatement() : Statement(StatementKind::Assignment) {}
    Operator op = Operator::Set;
    Expression *target = nullptr;
    Expression *value = nullptr;
};
struct CallStatement : Statement {
    CallStatement() : Statement(StatementKind::Call) {}
    CallExpression *call = nullptr;
};
struct SpawnStatement : Statement {
    SpawnStatement() : Statement(StatementKind::Spawn) {}
    SpawnExpression *spawn = nullptr;
};
struct IfStatement : Statement {
    struct Branch {
        Expression *condition = nullptr; ///< null: the else part
        Block body;
        Span head; ///< the word if, elif or else
    };
    IfStatement() : Statement(StatementKind::If) {}
    List<Branch> branches;
};
/// loop, while and for in one: initial; while condition; step.
struct LoopStatement : Statement {
    LoopStatement() : Statement(StatementKind::Loop) {}
    Statement *initial = nullptr; ///< Assignment, Call or Declaration; null: none
    Expression *condition = nullptr; ///< null: for ever
    Statement *step = nullptr; ///< Assignment or Call; null: none
    Block body;
    Span head; ///< the word loop, while or for
};
struct ExitIfStatement : Statement {
    ExitIfStatement() : Statement(StatementKind::ExitIf) {}
    Expression *condition = nullptr;
};
struct ReturnStatement : Statement {
    ReturnStatement() : Statement(StatementKind::Return) {}
    Expression *value = nullptr; ///< null: none
};

// ---- the file ----------------------------------------------------------------------------------------------------

enum class SectionKind : std::uint8_t { Entry, Procedure, Function };

/// A definition, or a declaration without body (forward, external).
struct Section {
    enum class Form : std::uint8_t { Definition, Forward, External };
    SectionKind kind = SectionKind::Entry;
    Form form = Form::Definition;
    Name module; ///< module::name; empty text: none
    Name name;
    List<Name> parameters;
    Block body;
    Span span; ///< all of it
    Span head; ///< from the word entry, procedure or function to is or {
    Span closing; ///< end … ; or the closing brace; where a debugger stands when the end is reached
    bool braces = false;
    std::vector<Variable *> variables; ///< resolved: parameters first; Variable::index is the place here
    Section *definition = nullptr; ///< resolved: for a forward declaration, the definition
};

/// All of one source. Owns its nodes.
class Tree {
public:
    Tree() : m_arena(std::make_unique<std::pmr::monotonic_buffer_resource>(16 * 1024)) {}
    Tree(Tree &&) = default;
    Tree &operator=(Tree &&) = default;

    std::vector<Section *> sections; ///< definitions and declarations, in order
    std::vector<DeclarationStatement *> declarations; ///< var and const at file level
    std::vector<Variable *> taskVariables; ///< resolved
    std::vector<Variable *> fileConstants; ///< resolved
    std::vector<Diagnostic> diagnostics; ///< of lexer and parser; the resolver adds its own

    bool hasErrors() const;
    /// The definition with that name (folded), or null.
    const Section *find(std::string_view folded) const;

    template<typename T>
    T *make()
    {
        static_assert(std::is_trivially_destructible_v<T>, "nodes are never destroyed one by one");
        return new (m_arena->allocate(sizeof(T), alignof(T))) T();
    }
    template<typename T>
    List<T> list(const std::vector<T> &items)
    {
        return list(std::span<const T>(items));
    }
    template<typename T>
    List<T> list(std::span<const T> items)
    {
        if (items.empty())
            return {};
        auto *place = static_cast<T *>(m_arena->allocate(items.size_bytes(), alignof(T)));
        std::uninitialized_copy(items.begin(), items.end(), place);
        return {place, items.size()};
    }
    std::string_view text(std::string_view copy);
    Section *makeSection() { return &m_sections.emplace_back(); }
    Variable *makeVariable() { return &m_variables.emplace_back(); }

private:
    std::unique_ptr<std::pmr::monotonic_buffer_resource> m_arena;
    std::deque<Section> m_sections;
    std::deque<Variable> m_variables;
};

} // namespace pbx::language
