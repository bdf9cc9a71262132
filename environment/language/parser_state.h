// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/lexer.h"
#include "environment/language/name_table.h"
#include "environment/language/source.h"
#include "environment/language/syntax_tree.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace pbx::language {

inline constexpr int nestingLimit = 200; ///< of blocks, and of an expression's parts
inline constexpr int heightLimit = 1000; ///< of an expression's tree: a chain of + is nested to the left

/// Recursive descent with one token at hand and copies of the lexer to look further.
///
/// Errors: after a message the parser is in panic, where nothing more is reported; it leaves panic when it meets a
/// token it was waiting for or a place to begin anew. Open blocks stand on a stack, so that a wrong `end` is matched
/// with what the rest of the file makes likely.
class Parser {
public:
    explicit Parser(const Source &source);
    Tree run();

private:
    struct Open {
        enum Kind : std::uint8_t { Section, If, Loop };
        Kind kind = Section;
        bool braces = false;    ///< opened by {
        bool either = false;    ///< its opener was missing or doubtful: both ways of closing are taken
        bool quiet = false;     ///< made up while recovering: not being closed is no news
        Word word = Word::None; ///< the opening word
        Span opener;
        Name name; ///< of a section
    };
    enum class Closing : std::uint8_t { Closed, Implied, Continue };
    /// Closing words that find no opener in the rest of a section.
    struct Surplus {
        int ifs = 0;
        int loops = 0;
        int braces = 0;
        bool section = false;
    };
    enum class Body : std::uint8_t { Basic, Braces, Single };

    // parser.cpp: tokens and messages
    void checkEncoding();
    void advance();
    void takeLexicalError();
    bool at(Word word) const { return m_token.word == word; }
    bool atKind(TokenKind kind) const { return m_token.kind == kind; }
    bool accept(Word word)
    {
        if (m_token.word != word)
            return false;
        advance();
        return true;
    }
    Token peek() const;
    Name takeName();
    bool atName() const { return m_token.kind == TokenKind::Name; }
    Diagnostic *report(Severity severity, std::string_view code, const char *format, Span span,
                       std::vector<std::string> arguments = {});
    Diagnostic *error(const char *format, Span span, std::vector<std::string> arguments = {});
    Diagnostic *warn(const char *format, Span span, std::vector<std::string> arguments = {});
    std::string describe(const Token &token) const;
    std::string found() const { return describe(m_token); }
    std::string lineOf(Span span) const;
    bool expect(Word word, const char *format)
    {
        if (m_token.word != word)
            return missing(format, {});
        advance();
        m_panic = false;
        return true;
    }
    /// The first argument of the format is the line of what the token closes.
    bool expect(Word word, const char *format, Span opening)
    {
        if (m_token.word != word)
            return missing(format, {lineOf(opening)});
        advance();
        m_panic = false;
        return true;
    }
    bool missing(const char *format, std::vector<std::string> arguments);
    void abandon();

    /// One level deeper, in blocks or in an expression, as long as it lives.
    class Deeper {
    public:
        Deeper(Parser &parser, int &depth) : m_depth(depth)
        {
            if (++m_depth > nestingLimit && !parser.m_abandon)
                parser.abandon();
        }
        ~Deeper() { --m_depth; }
        Deeper(const Deeper &) = delete;
        Deeper &operator=(const Deeper &) = delete;
        bool tooDeep() const { return m_depth > nestingLimit; }

    private:
        int &m_depth;
    };

    // parser_recovery.cpp
    bool startsLine(Span span) const;
    bool indentedLikeStatement() const;
    bool nameBeginsStatement() const;
    bool newStatementLikely() const;
    bool newAssignmentLikely() const;
    bool adjacent() const { return m_token.span.begin == m_previous.end; }
    bool isBoundary(Word word) const;
    void synchronise();
    bool skipInside(std::initializer_list<Word> wanted);
    bool skipToBodyOpener(Word word);
    void skipToSection();
    void expectSemicolon(const char *format, std::vector<std::string> arguments = {});
    Word similarKeyword(std::string_view folded, std::initializer_list<Word> candidates) const;
    void replaceToken(Word word);
    Surplus surplusAfter(Lexer lexer);
    Surplus surplusAfterEnd();
    Surplus surplusAfterToken();
    bool anyOpen(bool braces) const;
    int countOpen(Open::Kind kind) const;
    bool enclosingIf() const;
    bool braceForEnd();
    void reportUnclosed(const Open &open);
    Closing close(const Open &open);
    Closing closeBraces(const Open &open);
    Closing closeBasic(const Open &open);
    Closing closeInnerByEnd(const Open &open, const Token &second);
    Closing closeSectionByEnd(const Open &open, const Token &second);
    Closing strayEnd(Word second);
    void takeEnd(const Open &open);
    bool sectionFollowsEnd() const;

    // parser_sections.cpp
    void parseTopLevel();
    void parseSection();
    void parseParameters(Section &section);
    void parseSectionBody(Section &section, const Token &opener);
    void mendSectionHead(Open &open);
    void skipToNextSection();
    void parseFileDeclaration();

    // parser_statements.cpp
    void parseCode();
    Block parseBody(const Open &open);
    Block parseSingle();
    Block takeBlock(std::size_t base);
    void parseStatement();
    void parseStatementByWord();
    void parseStatementByName();
    bool mendFirstWord();
    Statement *parseSimple();
    Statement *finishSimple(Expression *expression, std::uint32_t begin);
    void complainOfStatement(Expression *expression);
    DeclarationStatement *parseDeclaration(bool inHeader, bool fileLevel = false);
    void skipToDeclarationEnd();
    void parseSpawnStatement();
    void parseExitIf();
    void parseReturn();
    void parseNestedBlock();

    // parser_blocks.cpp
    void skipBrokenHead();
    Body takeBodyOpener(Word basicWord, Open &open);
    void parseIf();
    void parseBasicBranches(std::vector<IfStatement::Branch> &branches, Open open, IfStatement::Branch branch);
    void parseBraceBranches(std::vector<IfStatement::Branch> &branches, bool quiet);
    void parseStray();
    void parseQuietIf();
    void parseLoop();
    void parseWhile();
    void parseFor();
    Body parseBasicFor(LoopStatement &loop, Open &open);
    Body parseCStyleFor(LoopStatement &loop, Open &open);
    void finishLoop(LoopStatement &loop, const Open &open, Body body);
    void add(Statement *statement) { m_statements.push_back(statement); }
    template<typename T>
    T *finish(T *node, std::uint32_t begin)
    {
        node->span = {begin, m_previous.end > begin ? m_previous.end : begin};
        return node;
    }

    // parser_expressions.cpp
    Expression *parseExpression();
    Expression *parseBinary(int level);
    Expression *parseUnary();
    Expression *parsePostfix();
    Expression *parseSuffixes(Expression *object, std::uint32_t begin);
    Expression *parseDot(Expression *object, std::uint32_t begin);
    Expression *parsePrimary();
    Expression *parseNamed();
    Expression *parseParenthesised();
    Expression *parseSpawn();
    Expression *parseNumber();
    Expression *parseString();
    Expression *missingExpression();
    bool takeOperator(int level, BinaryOperator &op, Span &span);
    bool takeAssignAsComparison(int level, BinaryOperator &op, Span &span);
    void complainOfOperator(Span sign);
    List<Expression *> parseArguments(Expression *receiver);
    void appendLiteral(std::string &text, Span span);
    void appendEscape(std::string &text, std::string_view literal, std::size_t &at, std::uint32_t offset);
    bool startsExpression() const;
    bool tall(int height);

    const Source &m_source;
    std::string_view m_text;
    Tree m_tree;
    NameTable m_names;
    Lexer m_lexer;
    Token m_token;
    Span m_previous; ///< the last token passed
    bool m_panic = false;
    bool m_abandon = false;        ///< nested too deep: silent up to the next section
    bool m_tallTold = false;       ///< an expression too long, in this statement
    bool m_unclosedTold = false;   ///< of this section
    bool m_unclosedString = false; ///< the token at hand is one
    bool m_textCut = false;        ///< the end of the file has its message
    bool m_started = false;        ///< a token is at hand
    int m_lookAhead = 5'000'000;   ///< tokens that may still be looked at ahead
    int m_blockDepth = 0;
    int m_depth = 0;       ///< in an expression
    int m_height = 0;      ///< of the expression parsed last
    int m_conditional = 0; ///< inside ? … :, outside parentheses
    std::uint32_t m_statementBegin = 0;
    Span m_closing; ///< of the block closed last
    std::vector<Open> m_open;
    std::vector<Statement *> m_statements; ///< of the blocks being read, innermost last
    std::vector<Expression *> m_arguments; ///< likewise
    std::string m_buffer;
};

} // namespace pbx::language
