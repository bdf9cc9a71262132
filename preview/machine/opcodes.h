// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// The instruction set: the one list that makes the enum, the names and the dispatch.
///
/// R[n] is a register of the running section, K[n] one of its constants. Instructions with a jump come in pairs, "jump
/// if true" and "jump if not": with values that can't be compared both a < b and a >= b are false, so neither can be
/// turned into the other. Distances count from the next instruction.
namespace pbx::machine {

#define PBX_OPCODES(X)                                                                                                 \
    X(Move) /* R[a] = R[b] */                                                                                          \
    X(LoadConstant) /* R[a] = K[b] */                                                                                  \
    X(LoadNull) /* R[a] = null */                                                                                      \
    X(Jump) /* by bc */                                                                                                \
    X(JumpIfTrue) /* R[a] is not null: by bc */                                                                        \
    X(JumpIfNull) /* R[a] is null: by bc */                                                                            \
    /* arithmetic: R[a] = R[b] op R[c] */                                                                              \
    X(Add)                                                                                                             \
    X(Subtract)                                                                                                        \
    X(Multiply)                                                                                                        \
    X(Divide)                                                                                                          \
    X(Remainder)                                                                                                       \
    /* R[a] = R[b] op K[c], K[c] a number */                                                                           \
    X(AddK)                                                                                                            \
    X(SubtractK)                                                                                                       \
    X(MultiplyK)                                                                                                       \
    X(DivideK) /* K[c] is not 0 */                                                                                     \
    X(RemainderK) /* K[c] is not 0 */                                                                                  \
    X(Increment) /* R[a] += number in bc */                                                                            \
    X(Negate) /* R[a] = -R[b] */                                                                                       \
    X(Plus) /* R[a] = +R[b] */                                                                                         \
    X(Not) /* R[a] = YES when R[b] is null, else null */                                                               \
    /* values of comparisons and logic: R[a] = YES or null */                                                          \
    X(IsLess)                                                                                                          \
    X(IsLessEqual)                                                                                                     \
    X(IsEqual)                                                                                                         \
    X(IsNotEqual)                                                                                                      \
    X(And)                                                                                                             \
    X(Or)                                                                                                              \
    X(Xor)                                                                                                             \
    /* compare R[a] with R[b] and jump by c */                                                                         \
    X(JumpLess)                                                                                                        \
    X(JumpNotLess)                                                                                                     \
    X(JumpLessEqual)                                                                                                   \
    X(JumpNotLessEqual)                                                                                                \
    X(JumpEqual)                                                                                                       \
    X(JumpNotEqual)                                                                                                    \
    /* compare R[a] with K[b], a number, and jump by c */                                                              \
    X(JumpLessK)                                                                                                       \
    X(JumpNotLessK)                                                                                                    \
    X(JumpLessEqualK)                                                                                                  \
    X(JumpNotLessEqualK)                                                                                               \
    X(JumpGreaterK)                                                                                                    \
    X(JumpNotGreaterK)                                                                                                 \
    X(JumpGreaterEqualK)                                                                                               \
    X(JumpNotGreaterEqualK)                                                                                            \
    /* compare R[a] with K[b], any constant, and jump by c */                                                          \
    X(JumpEqualK)                                                                                                      \
    X(JumpNotEqualK)                                                                                                   \
    /* the end of a counted loop: R[a] += x (signed), then compare with R[b] or the number K[b] and jump back by c */  \
    X(LoopLess)                                                                                                        \
    X(LoopLessEqual)                                                                                                   \
    X(LoopLessK)                                                                                                       \
    X(LoopLessEqualK)                                                                                                  \
    /* elements and keys */                                                                                            \
    X(GetIndex) /* R[a] = R[b][R[c]] */                                                                                \
    X(SetIndex) /* R[a][R[b]] = R[c] */                                                                                \
    X(SetIndexK) /* R[a][R[b]] = K[c] */                                                                               \
    X(GetKey) /* R[a] = R[b].K[c] */                                                                                   \
    X(SetKey) /* R[a].K[b] = R[c] */                                                                                   \
    X(GetComputedKey) /* R[a] = R[b].(R[c]) */                                                                         \
    X(SetComputedKey) /* R[a].(R[b]) = R[c] */                                                                         \
    X(GetTaskVariable) /* R[a] = Vars().K[b], an existing key matched ignoring case */                                 \
    X(SetTaskVariable) /* Vars().K[b] = R[a] */                                                                        \
    X(GetFileConstant) /* R[a] = computed constant number b of this file */                                            \
    X(SetFileConstant) /* computed constant number b of this file = R[a] */                                            \
    /* calls: arguments stand in R[a], R[a+1] …; the result goes to R[c] */                                            \
    X(Call) /* section number b of this file; arguments as it has parameters */                                        \
    X(CallExternal) /* external number b of this file; x arguments */                                                  \
    X(CallByName) /* ProcCall, FuncCall (b = 1): name in R[a], then x - 1 arguments */                                  \
    X(CallBuiltin) /* built-in number b, x arguments */                                                                \
    X(Length) /* R[a] = Length(R[b]) */                                                                                \
    X(Spawn) /* R[a] = spawn of section b with the parameter R[c] */                                                   \
    X(Return) /* R[a] */                                                                                               \
    X(ReturnNull)                                                                                                      \
    X(Stop)                                                                                                            \
    X(Fault) /* the compiler's own message K[b]: something it could only find out here */

enum class Opcode : std::uint8_t {
#define X(name) name,
    PBX_OPCODES(X)
#undef X
};

const char *opcodeName(Opcode op);

} // namespace pbx::machine
