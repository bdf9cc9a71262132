// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/expression.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace pbx::machine {

namespace {

constexpr std::size_t maxCode = 5000;
constexpr std::size_t maxPlaces = 250'000; ///< steps times groups: what the matcher's memory depends on
constexpr int maxLevels = 100;
constexpr std::uint32_t maxCount = 32767;

using ByteSet = std::bitset<256>;

bool isWord(unsigned c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

template<typename Test>
ByteSet bytesThat(Test test)
{
    ByteSet set;
    for (unsigned c = 0; c < 256; ++c)
        set[c] = test(c);
    return set;
}

/// The classes of the C locale; bytes from 128 on are in none.
std::optional<ByteSet> namedClass(std::string_view name)
{
    const auto between = [](unsigned a, unsigned b) { return bytesThat([=](unsigned c) { return c >= a && c <= b; }); };
    const ByteSet upper = between('A', 'Z');
    const ByteSet lower = between('a', 'z');
    const ByteSet digit = between('0', '9');
    const ByteSet graph = between('!', '~');
    if (name == "upper")
        return upper;
    if (name == "lower")
        return lower;
    if (name == "alpha")
        return upper | lower;
    if (name == "digit")
        return digit;
    if (name == "alnum")
        return upper | lower | digit;
    if (name == "xdigit")
        return digit | between('a', 'f') | between('A', 'F');
    if (name == "space")
        return between(9, 13) | between(' ', ' ');
    if (name == "blank")
        return between(' ', ' ') | between('\t', '\t');
    if (name == "cntrl")
        return between(0, 31) | between(127, 127);
    if (name == "graph")
        return graph;
    if (name == "print")
        return graph | between(' ', ' ');
    if (name == "punct")
        return graph & ~(upper | lower | digit);
    return std::nullopt;
}

/// A piece of the expression as a tree: counts {m,n} write their piece several times.
struct Node {
    enum Kind { Empty, Leaf, Sequence, Choice, Group, Repeat } kind = Empty;
    std::uint32_t step = 0; ///< of a leaf
    std::uint32_t value = 0; ///< of a leaf; the group's number
    std::uint32_t least = 0;
    std::uint32_t most = 0; ///< of a repetition; unbounded: UINT32_MAX
    std::vector<std::unique_ptr<Node>> children;
};
using NodePointer = std::unique_ptr<Node>;
constexpr std::uint32_t unbounded = UINT32_MAX;

} // namespace

class ExpressionParser {
public:
    ExpressionParser(Expression &target) : m_target(target), m_text(target.m_pattern) {}

    void run()
    {
        if (m_text.size() > Expression::maxPattern) {
            m_target.m_tooLarge = true;
            return;
        }
        const NodePointer tree = choice(0);
        if (!tree || m_at != m_text.size())
            return;
        put(Step::Save, 0);
        emit(*tree);
        put(Step::Save, 1);
        put(Step::Match, 0);
        m_target.m_tooLarge |= m_target.m_code.size() * (m_target.m_groups + 1) > maxPlaces;
        m_target.m_valid = !m_target.m_tooLarge;
    }

private:
    using Step = Expression::Step;

    bool at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }

    static NodePointer leaf(Step step, std::uint32_t value = 0)
    {
        auto node = std::make_unique<Node>();
        node->kind = Node::Leaf;
        node->step = static_cast<std::uint32_t>(step);
        node->value = value;
        return node;
    }

    NodePointer setLeaf(const ByteSet &set)
    {
        m_target.m_sets.push_back(set);
        return leaf(Step::Set, static_cast<std::uint32_t>(m_target.m_sets.size() - 1));
    }

    NodePointer choice(int level)
    {
        auto node = std::make_unique<Node>();
        node->kind = Node::Choice;
        do {
            NodePointer branch = sequence(level);
            if (!branch)
                return nullptr;
            node->children.push_back(std::move(branch));
        } while (at('|') && ++m_at);
        return node->children.size() == 1 ? std::move(node->children.front()) : std::move(node);
    }

    NodePointer sequence(int level)
    {
        auto node = std::make_unique<Node>();
        node->kind = Node::Sequence;
        while (m_at < m_text.size() && !at('|') && !(at(')') && level > 0)) {
            NodePointer piece = atom(level);
            if (!piece || !quantifiers(piece))
                return nullptr;
            node->children.push_back(std::move(piece));
        }
        return node;
    }

    NodePointer atom(int level)
    {
        const char c = m_text[m_at++];
        switch (c) {
        case '(':
            return group(level);
        case '[':
            return bracket();
        case '.':
            return leaf(Step::Any);
        case '^':
            return leaf(Step::TextStart);
        case '$':
            return leaf(Step::TextEnd);
        case '\\':
            return escape();
        case '*':
        case '+':
        case '?':
        case '{':
            return nullptr; // nothing to repeat
        default:
            return leaf(Step::Byte, static_cast<unsigned char>(c));
        }
    }

    NodePointer group(int level)
    {
        if (level >= maxLevels) {
            m_target.m_tooLarge = true;
            return nullptr;
        }
        auto node = std::make_unique<Node>();
        node->kind = Node::Group;
        node->value = ++m_target.m_groups;
        NodePointer inside = choice(level + 1);
        if (!inside || !at(')'))
            return nullptr;
        ++m_at;
        if (node->value < 10)
            m_closed |= 1u << node->value;
        node->children.push_back(std::move(inside));
        return node;
    }

    NodePointer escape()
    {
        if (m_at == m_text.size())
            return nullptr;
        const char c = m_text[m_at++];
        const ByteSet space = bytesThat([](unsigned b) { return b == ' ' || (b >= 9 && b <= 13); });
        switch (c) {
        case 'w':
            return setLeaf(bytesThat(isWord));
        case 'W':
            return setLeaf(~bytesThat(isWord));
        case 's':
            return setLeaf(space);
        case 'S':
            return setLeaf(~space);
        case 'b':
            return leaf(Step::WordEdge);
        case 'B':
            return leaf(Step::NoWordEdge);
        case '<':
            return leaf(Step::WordStart);
        case '>':
            return leaf(Step::WordEnd);
        case '`':
            return leaf(Step::TextStart);
        case '\'':
            return leaf(Step::TextEnd);
        default:
            break;
        }
        if (c >= '1' && c <= '9') {
            const auto number = static_cast<std::uint32_t>(c - '0');
            if (!(m_closed >> number & 1))
                return nullptr;
            m_target.m_references = true;
            return leaf(Step::Reference, number);
        }
        m_target.m_digitEscape |= c == 'd';
        return leaf(Step::Byte, static_cast<unsigned char>(c));
    }

    /// What follows "[". False at something that is no bracket expression.
    NodePointer bracket()
    {
        const bool inverted = at('^');
        m_at += inverted;
        ByteSet set;
        bool first = true;
        while (!at(']') || first) {
            if (m_at == m_text.size())
                return nullptr;
            first = false;
            unsigned from = 0;
            bool whole = false; // a class: no end of a range
            if (!bracketItem(set, from, whole))
                return nullptr;
            if (whole)
                continue;
            unsigned to = from;
            if (at('-') && m_at + 1 < m_text.size() && m_text[m_at + 1] != ']') {
                ++m_at;
                if (!bracketItem(set, to, whole) || whole || to < from)
                    return nullptr;
            }
            for (unsigned c = from; c <= to; ++c)
                set.set(c);
        }
        ++m_at;
        return setLeaf(inverted ? ~set : set);
    }

    bool bracketItem(ByteSet &set, unsigned &byte, bool &whole)
    {
        const char c = m_text[m_at++];
        const char kind = m_at < m_text.size() ? m_text[m_at] : '\0';
        if (c != '[' || (kind != ':' && kind != '.' && kind != '=')) {
            byte = static_cast<unsigned char>(c);
            return true;
        }
        const char closing[] = {kind, ']'};
        const auto end = m_text.find(std::string_view(closing, 2), m_at + 1);
        if (end == std::string_view::npos)
            return false;
        const std::string_view name = m_text.substr(m_at + 1, end - m_at - 1);
        m_at = end + 2;
        if (kind == ':') {
            const auto named = namedClass(name);
            if (named)
                set |= *named;
            whole = true;
            return named.has_value();
        }
        if (name.size() != 1)
            return false;
        byte = static_cast<unsigned char>(name.front());
        return true;
    }

    bool quantifiers(NodePointer &piece)
    {
        while (at('*') || at('+') || at('?') || at('{')) {
            auto node = std::make_unique<Node>();
            node->kind = Node::Repeat;
            const char c = m_text[m_at++];
            node->least = c == '+' ? 1 : 0;
            node->most = c == '?' ? 1 : unbounded;
            if (c == '{' && !counts(*node))
                return false;
            node->children.push_back(std::move(piece));
            piece = std::move(node);
            const Node &inner = *piece->children.front();
            const bool plain = piece->least == 0 && piece->most == unbounded;
            if (plain && inner.kind == Node::Repeat && inner.least <= 1 && inner.most == unbounded)
                piece->children.front() = NodePointer(std::move(piece->children.front()->children.front()));
        }
        return true;
    }

    /// m} m,} ,n} m,n}
    bool counts(Node &node)
    {
        const bool leastGiven = number(node.least);
        if (!leastGiven)
            node.least = 0;
        node.most = node.least;
        bool comma = false;
        if (at(',')) {
            comma = true;
            ++m_at;
            if (!number(node.most))
                node.most = unbounded;
        }
        if (!at('}') || (!leastGiven && !comma) || node.least > node.most)
            return false;
        ++m_at;
        return node.least <= maxCount && (node.most <= maxCount || node.most == unbounded);
    }

    bool number(std::uint32_t &value)
    {
        const std::size_t start = m_at;
        value = 0;
        while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9')
            value = std::min(value * 10 + static_cast<std::uint32_t>(m_text[m_at++] - '0'), maxCount + 1);
        return m_at > start;
    }

    std::uint32_t here() const { return static_cast<std::uint32_t>(m_target.m_code.size()); }

    std::uint32_t put(Step step, std::uint32_t value)
    {
        if (m_target.m_code.size() >= maxCode) {
            m_target.m_tooLarge = true;
            return 0;
        }
        m_target.m_code.push_back({step, value});
        return here() - 1;
    }

    void emit(const Node &node)
    {
        if (m_target.m_tooLarge)
            return;
        switch (node.kind) {
        case Node::Empty:
            break;
        case Node::Leaf:
            put(static_cast<Step>(node.step), node.value);
            break;
        case Node::Sequence:
            for (const NodePointer &child : node.children)
                emit(*child);
            break;
        case Node::Choice:
            emitChoice(node);
            break;
        case Node::Group:
            put(Step::Save, 2 * node.value);
            emit(*node.children.front());
            put(Step::Save, 2 * node.value + 1);
            break;
        case Node::Repeat:
            emitRepeat(node);
            break;
        }
    }

    void emitChoice(const Node &node)
    {
        std::vector<std::uint32_t> jumps;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const bool last = i + 1 == node.children.size();
            const std::uint32_t split = last ? 0 : put(Step::Split, 0);
            emit(*node.children[i]);
            if (!last) {
                jumps.push_back(put(Step::Jump, 0));
                patch(split);
            }
        }
        for (const std::uint32_t jump : jumps)
            patch(jump);
    }

    void emitRepeat(const Node &node)
    {
        const Node &body = *node.children.front();
        if (node.least == 1 && node.most == unbounded) {
            const std::uint32_t loop = m_target.m_loops++;
            const std::uint32_t start = put(Step::LoopStart, loop);
            emit(body);
            const std::uint32_t split = put(Step::Split, 0);
            put(Step::LoopEnd, loop);
            put(Step::Jump, start);
            patch(split);
            return;
        }
        for (std::uint32_t i = 0; i < node.least && !m_target.m_tooLarge; ++i)
            emit(body);
        if (node.most == unbounded) {
            const std::uint32_t loop = m_target.m_loops++;
            const std::uint32_t split = put(Step::Split, 0);
            put(Step::LoopStart, loop);
            emit(body);
            put(Step::LoopEnd, loop);
            put(Step::Jump, split);
            patch(split);
            return;
        }
        std::vector<std::uint32_t> splits;
        for (std::uint32_t i = node.least; i < node.most && !m_target.m_tooLarge; ++i) {
            splits.push_back(put(Step::Split, 0));
            emit(body);
        }
        for (const std::uint32_t split : splits)
            patch(split);
    }

    void patch(std::uint32_t instruction)
    {
        if (!m_target.m_tooLarge)
            m_target.m_code[instruction].value = here();
    }

    Expression &m_target;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::uint32_t m_closed = 0; ///< groups a reference may name
};

Expression::Expression(std::string_view pattern) : m_pattern(pattern)
{
    ExpressionParser(*this).run();
    if (!m_valid) {
        m_code.clear();
        m_sets.clear();
        return;
    }
    findFirstBytes();
}

void Expression::findFirstBytes()
{
    m_anyFirst = false;
    std::vector<bool> seen(m_code.size());
    std::vector<std::uint32_t> waiting{0};
    while (!waiting.empty() && !m_anyFirst) {
        const std::uint32_t pc = waiting.back();
        waiting.pop_back();
        if (seen[pc])
            continue;
        seen[pc] = true;
        const Instruction &instruction = m_code[pc];
        switch (instruction.step) {
        case Step::Byte:
            m_first.set(instruction.value);
            break;
        case Step::Set:
            m_first |= m_sets[instruction.value];
            break;
        case Step::Any:
        case Step::Match:
        case Step::Reference:
            m_anyFirst = true;
            break;
        case Step::Jump:
            waiting.push_back(instruction.value);
            break;
        case Step::Split:
            waiting.push_back(instruction.value);
            waiting.push_back(pc + 1);
            break;
        default:
            waiting.push_back(pc + 1);
        }
    }
}

} // namespace pbx::machine
