// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/program.h"

#include "environment/data/notation.h"

#include <algorithm>

namespace pbx::machine {

const char *opcodeName(Opcode op)
{
    static constexpr const char *names[] = {
#define X(name) #name,
        PBX_OPCODES(X)
#undef X
    };
    return names[static_cast<std::size_t>(op)];
}

const CodePosition &SectionCode::positionAt(std::uint32_t pc) const
{
    static const CodePosition nowhere;
    auto after = std::upper_bound(positions.begin(), positions.end(), pc,
                                  [](std::uint32_t p, const CodePosition &position) { return p < position.pc; });
    return after == positions.begin() ? nowhere : *--after;
}

void Program::link()
{
    table.clear();
    for (const auto &section : sections)
        table.push_back(section.get());
    for (const auto &section : sections) {
        section->program = this;
        section->siblings = table.data();
    }
}

const SectionCode *Program::find(std::string_view name) const
{
    const std::string folded = data::foldCase(name);
    for (const auto &section : sections) {
        if (section->folded == folded)
            return section.get();
    }
    return nullptr;
}

std::string disassemble(const SectionCode &section)
{
    std::string out = section.name + " (" + std::to_string(section.parameterCount) + " parameters, "
        + std::to_string(section.registerCount) + " registers)\n";
    for (std::size_t pc = 0; pc < section.code.size(); ++pc) {
        const Instruction &i = section.code[pc];
        const CodePosition &position = section.positionAt(static_cast<std::uint32_t>(pc));
        const int sourceLine = section.program->source.position(position.offset).line;
        std::string line = std::to_string(pc);
        line.insert(0, line.size() < 5 ? 5 - line.size() : 0, ' ');
        line += "  line " + std::to_string(sourceLine) + "  " + opcodeName(i.op);
        line += "  x=" + std::to_string(i.x) + " a=" + std::to_string(i.a) + " b=" + std::to_string(i.b)
            + " c=" + std::to_string(i.c);
        out += line + '\n';
    }
    for (std::size_t k = 0; k < section.constants.size(); ++k)
        out += "  K[" + std::to_string(k) + "] = "
            + data::printNotation(section.constants[k]).value_or("?") + '\n';
    return out;
}

} // namespace pbx::machine
