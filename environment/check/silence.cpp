// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/silence.h"

#include "environment/accounts/words.h"
#include "environment/check/tree_walk.h"

#include <algorithm>
#include <set>

namespace pbx::check {

using namespace language;
using accounts::said;

namespace {

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

bool plays(const CallExpression &call)
{
    return call.builtin
        && isOneOf(call.builtin->folded, {"playfile", "playfileinloop", "play", "playinloop", "playtone"});
}

/// Built-ins behind which a caller may hear something, or that may run code nobody sees here.
bool mayOpenMedia(const CallExpression &call)
{
    return !call.builtin
        || isOneOf(call.builtin->folded,
                   {"acceptcall", "provisioncall", "provisioncallex", "startcall", "startbridgedcall", "startmixedcall",
                    "starttransfercall", "attachmixer", "startbridge", "acceptbridge", "starttransfer", "accepttransfer",
                    "updateprovisionedcall", "proccall", "funccall", "readinput"});
}

/// Built-ins that read or clear what waits, or tell that a prompt was cut; what waits may have done so.
bool noticesInput(const CallExpression &call)
{
    if (!call.builtin)
        return true;
    if (plays(call))
        return false;
    return call.builtin->waits
        || isOneOf(call.builtin->folded,
                   {"readinput", "readdtmf", "waitdtmf", "cleardtmf", "isplaycompleted", "getplayposition", "proccall",
                    "funccall", "setinterruptondtmf", "record", "setdtmfreadmode"});
}

bool sendsToItself(const CallExpression &call)
{
    if (!call.builtin || call.builtin->folded != "sendevent" || call.arguments.empty()
        || call.arguments[0]->kind != ExpressionKind::Call)
        return false;
    const auto &receiver = call.arguments[0]->as<CallExpression>();
    return receiver.builtin && receiver.builtin->folded == "thistask";
}

class SilenceWalk {
public:
    SilenceWalk(const Tree &tree, const Source &source) : m_source(source)
    {
        forEachCall(tree, [this](const CallExpression &call) {
            if (call.builtin && call.builtin->folded == "setinterruptondtmf")
                m_interruptionChanges = true;
        });
        for (const Section *section : tree.sections) {
            if (section->form != Section::Form::Definition)
                continue;
            State state;
            state.mayHear = section->kind != SectionKind::Entry || section->name.folded != "main";
            walk(section->body, state);
        }
    }

    std::vector<SilentPrompt> found;

private:
    struct State {
        bool mayHear = false; ///< on some way to here the call may have been answered
        bool pending = false; ///< on every way to here an own event waits
        Span sent;            ///< where it was sent

        void merge(const State &other)
        {
            mayHear = mayHear || other.mayHear;
            pending = pending && other.pending;
        }
    };

    void report(Span place, std::string message)
    {
        // One key to the matter is enough: what follows is silent for the same reason.
        found.push_back({place, std::move(message)});
    }

    /// The calls inside an expression, in order; what stands behind a condition may be left out.
    void look(const Expression *e, State &state)
    {
        if (!e)
            return;
        forEachCall(*e, [&](const CallExpression &call) {
            if (plays(call)) {
                if (!state.mayHear && !m_told) {
                    m_told = true;
                    report(call.name.span, said(QT_TRANSLATE_NOOP("Words", "nobody hears this: the call is not answered yet. Call "
                                                                           "AcceptCall() or ProvisionCall() above")));
                } else if (state.pending && state.mayHear) {
                    state.pending = false;
                    report(call.name.span,
                           said(QT_TRANSLATE_NOOP("Words", "nobody hears this or any later prompt: the event sent in line %1 is still "
                                                           "unread. Read it with ReadInput() first"),
                                {std::to_string(m_source.lineAt(state.sent.begin))}));
                }
                return;
            }
            state.mayHear = state.mayHear || mayOpenMedia(call);
            if (noticesInput(call))
                state.pending = false;
            if (sendsToItself(call)) {
                state.pending = true;
                state.sent = call.span;
            }
        });
    }

    void walk(Block block, State &state)
    {
        for (const Statement *statement : block)
            walk(statement, state);
    }

    void walk(const Statement *s, State &state)
    {
        if (!s)
            return;
        switch (s->kind) {
        case StatementKind::If: {
            State after;
            bool first = true;
            bool hasElse = false;
            const auto add = [&](const State &other) {
                first ? void(after = other) : after.merge(other);
                first = false;
            };
            for (const auto &branch : s->as<IfStatement>().branches) {
                look(branch.condition, state);
                State inside = state;
                walk(branch.body, inside);
                add(inside);
                hasElse = hasElse || !branch.condition;
            }
            if (!hasElse)
                add(state);
            state = after;
            return;
        }
        case StatementKind::Loop: {
            const auto &loop = s->as<LoopStatement>();
            walk(loop.initial, state);
            checkLoop(loop);
            State inside = state;
            inside.pending = false;
            forEachCall(*s, [&](const CallExpression &call) {
                inside.mayHear = inside.mayHear || (!plays(call) && mayOpenMedia(call));
            });
            look(loop.condition, inside);
            walk(loop.body, inside);
            walk(loop.step, inside);
            state.merge(inside);
            return;
        }
        default:
            forEachOwnExpression(*s, [&](const Expression &e) { look(&e, state); });
            return;
        }
    }

    // ---- loops that one key silences

    void checkLoop(const LoopStatement &loop)
    {
        if (m_interruptionChanges)
            return;
        const CallExpression *played = nullptr;
        bool quiet = true;
        forEachCall(loop, [&](const CallExpression &call) {
            if (plays(call))
                played = played ? played : &call;
            else if (noticesInput(call))
                quiet = false;
        });
        if (!played || !quiet)
            return;
        std::set<const Variable *> assigned;
        collectAssigned(loop.body, assigned);
        collectAssigned(loop.step, assigned);
        // A count, or anything else the loop itself changes, may end it.
        if (dependsOn(loop.condition, assigned) || exitsBy(loop.body, assigned, false))
            return;
        report(played->name.span,
               said(QT_TRANSLATE_NOOP("Words", "the first key pressed silences this for good: the loop plays on and never reads or clears "
                                               "keys. Call ReadInput(0) or ClearDTMF() in it")));
    }

    static void collectAssigned(const Statement *s, std::set<const Variable *> &assigned)
    {
        if (!s)
            return;
        if (s->kind == StatementKind::Assignment) {
            const Expression *target = s->as<AssignmentStatement>().target;
            while (target && target->kind != ExpressionKind::Variable) {
                target = target->kind == ExpressionKind::Index         ? target->as<IndexExpression>().object
                         : target->kind == ExpressionKind::Key         ? target->as<KeyExpression>().object
                         : target->kind == ExpressionKind::ComputedKey ? target->as<ComputedKeyExpression>().object
                                                                       : nullptr;
            }
            if (target)
                assigned.insert(target->as<VariableExpression>().variable);
        } else if (s->kind == StatementKind::Declaration) {
            for (const auto &item : s->as<DeclarationStatement>().items)
                assigned.insert(item.variable);
        } else if (s->kind == StatementKind::If) {
            for (const auto &branch : s->as<IfStatement>().branches)
                collectAssigned(branch.body, assigned);
        } else if (s->kind == StatementKind::Loop) {
            const auto &loop = s->as<LoopStatement>();
            collectAssigned(loop.initial, assigned);
            collectAssigned(loop.body, assigned);
            collectAssigned(loop.step, assigned);
        }
    }

    static void collectAssigned(Block block, std::set<const Variable *> &assigned)
    {
        for (const Statement *statement : block)
            collectAssigned(statement, assigned);
    }

    /// The value may change from pass to pass by what the loop does, or by something other than the call's state.
    static bool dependsOn(const Expression *e, const std::set<const Variable *> &assigned)
    {
        if (!e)
            return false;
        bool depends = false;
        forEachExpression(*e, [&](const Expression &inner) {
            if (inner.kind == ExpressionKind::Variable)
                depends = depends || assigned.contains(inner.as<VariableExpression>().variable);
            else if (inner.kind == ExpressionKind::Call) {
                const auto &call = inner.as<CallExpression>();
                depends = depends
                    || !(call.builtin && isOneOf(call.builtin->folded, {"isconnected", "ishalfconnected", "isbridged"}));
            } else if (inner.kind == ExpressionKind::Index || inner.kind == ExpressionKind::Key
                       || inner.kind == ExpressionKind::ComputedKey)
                depends = true;
        });
        return depends;
    }

    /// An exitif, return or stop that may end the loop although no key is read.
    static bool exitsBy(Block block, const std::set<const Variable *> &assigned, bool inside)
    {
        return std::ranges::any_of(block, [&](const Statement *s) {
            switch (s->kind) {
            case StatementKind::ExitIf:
                return !inside && dependsOn(s->as<ExitIfStatement>().condition, assigned);
            case StatementKind::Return:
            case StatementKind::Stop:
                return true;
            case StatementKind::Call: {
                const Section *section = s->as<CallStatement>().call->section;
                return section != nullptr;
            }
            case StatementKind::If:
                return std::ranges::any_of(s->as<IfStatement>().branches, [&](const IfStatement::Branch &branch) {
                    const bool onHangUp = branch.condition && !dependsOn(branch.condition, assigned);
                    return !onHangUp && exitsBy(branch.body, assigned, inside);
                });
            case StatementKind::Loop:
                return exitsBy(s->as<LoopStatement>().body, assigned, true);
            default:
                return false;
            }
        });
    }

    const Source &m_source;
    bool m_interruptionChanges = false;
    bool m_told = false;
};

} // namespace

std::vector<SilentPrompt> silentPrompts(const Tree &tree, const Source &source)
{
    return std::move(SilenceWalk(tree, source).found);
}

} // namespace pbx::check
