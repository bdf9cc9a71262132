// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"
#include "environment/language/source.h"
#include "preview/machine/opcodes.h"

#include <memory>
#include <string>
#include <vector>

/// A compiled file: what the compiler makes and the machine runs. The machine never sees the syntax tree.
namespace pbx::machine {

/// One instruction in eight bytes. Registers and constants are numbered per section.
struct Instruction {
    Opcode op = Opcode::Stop;
    std::uint8_t x = 0;
    std::uint16_t a = 0;
    std::uint16_t b = 0;
    std::uint16_t c = 0;

    std::int16_t shortJump() const { return static_cast<std::int16_t>(c); }
    std::int32_t longJump() const { return static_cast<std::int32_t>(b | (static_cast<std::uint32_t>(c) << 16)); }
    void setLongJump(std::int32_t distance)
    {
        b = static_cast<std::uint16_t>(distance & 0xffff);
        c = static_cast<std::uint16_t>(static_cast<std::uint32_t>(distance) >> 16);
    }
};
static_assert(sizeof(Instruction) == 8);

/// From this instruction on, the code comes from that place of the source.
struct CodePosition {
    std::uint32_t pc = 0;
    std::uint32_t offset : 31 = 0; ///< byte of the source
    std::uint32_t statement : 1 = 0; ///< a statement begins here
};

enum class CodeKind : std::uint8_t { Entry, Procedure, Function };

/// An entry, procedure or function.
struct SectionCode {
    CodeKind kind = CodeKind::Entry;
    std::string name; ///< as written
    std::string folded; ///< as compared
    std::uint16_t parameterCount = 0;
    std::uint16_t variableCount = 0; ///< parameters included; the first registers
    std::uint16_t registerCount = 0; ///< variables and temporaries
    std::vector<Instruction> code;
    std::vector<data::Value> constants;
    std::vector<CodePosition> positions; ///< sorted by pc
    std::vector<std::string> variableNames;
    const struct Program *program = nullptr;
    const SectionCode *const *siblings = nullptr; ///< Program::table, one load nearer

    const CodePosition &positionAt(std::uint32_t pc) const;
};

/// A section of another file, as the call names it.
struct ExternalReference {
    std::string module; ///< folded: the file's name without suffix
    std::string section; ///< folded
    CodeKind kind = CodeKind::Procedure;
};

struct Program {
    language::Source source; ///< for places in messages
    std::vector<std::unique_ptr<SectionCode>> sections;
    std::vector<const SectionCode *> table; ///< the same, as calls number them
    std::vector<ExternalReference> externals;
    std::vector<std::string> taskVariables;
    std::uint32_t constantCount = 0; ///< file constants that are computed
    const SectionCode *initializer = nullptr; ///< computes them; null: none

    /// Fills table and the back pointers once all sections are there.
    void link();
    /// Name in any case; null when absent.
    const SectionCode *find(std::string_view name) const;
};

/// Text form, one instruction a line, for tests and the curious.
std::string disassemble(const SectionCode &section);

} // namespace pbx::machine
