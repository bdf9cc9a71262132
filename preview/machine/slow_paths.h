// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/machine/machine.h"

/// What the interpreter does when the operands are not the common ones. Kept out of the loop so that the loop stays
/// small. Functions that can fail give false and leave the text in `error`.
namespace pbx::machine {

enum class Arithmetic : std::uint8_t { Add, Subtract, Multiply, Divide, Remainder };

struct Machine::Slow {
    Machine &machine;
    Task &task;
    std::string error;

    /// target = left op right. `dying`: left is a temporary nobody reads again, its string may be extended in place.
    bool arithmetic(Arithmetic op, data::Value &target, data::Value &left, const data::Value &right, bool dying);
    void negate(data::Value &target, const data::Value &operand, bool negative);
    bool less(const data::Value &left, const data::Value &right);
    bool lessEqual(const data::Value &left, const data::Value &right);

    void getIndex(data::Value &target, const data::Value &object, const data::Value &index);
    bool setIndex(const data::Value &object, const data::Value &index, const data::Value &value);
    void getKey(data::Value &target, const data::Value &object, const data::Value &key);
    bool setKey(const data::Value &object, const data::Value &key, const data::Value &value);
    void getTaskVariable(data::Value &target, const data::Value &name);
    void setTaskVariable(const data::Value &name, const data::Value &value);

    /// The section an external reference leads to; null with a text in `error`.
    const SectionCode *external(const ExternalReference &reference, unsigned argumentCount);
    /// The same for a name only known now: "proc" or "module::proc".
    const SectionCode *byName(const data::Value &name, bool function, unsigned argumentCount);
    /// The initializer of the section's file that has yet to run, or null.
    const SectionCode *pendingInitializer(const SectionCode &section);

private:
    bool concatenate(data::Value &target, data::Value &left, std::string_view right, bool dying);
    const SectionCode *findExternal(const std::string &module, const std::string &section, CodeKind kind,
                                    unsigned argumentCount);
    void warn(const char *text);
};

/// "a string", "null" … for messages.
std::string_view kindOf(const data::Value &value);

} // namespace pbx::machine
