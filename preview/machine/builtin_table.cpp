// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtin_table.h"

#include "environment/language/catalogue.h"
#include "preview/machine/builtins_p.h"

#include <cassert>

namespace pbx::machine {

BuiltinTable::BuiltinTable()
    : m_functions(language::builtins().size(), nullptr)
{
}

void BuiltinTable::set(std::string_view name, BuiltinFunction function)
{
    const language::Builtin *builtin = language::findBuiltin(name);
    assert(builtin && "the catalogue lacks this name");
    if (builtin)
        m_functions[static_cast<std::size_t>(builtin->id)] = function;
}

bool BuiltinTable::has(std::string_view name) const
{
    const language::Builtin *builtin = language::findBuiltin(name);
    return builtin && m_functions[static_cast<std::size_t>(builtin->id)];
}

std::string BuiltinTable::missingText(unsigned id) const
{
    return std::string(language::builtins()[id].name) + " is known, but not available here";
}

void addCoreBuiltins(BuiltinTable &table)
{
    addGeneralBuiltins(table);
    addStringBuiltins(table);
    addRegexBuiltins(table);
    addTimeBuiltins(table);
    addAddressBuiltins(table);
    addContainerBuiltins(table);
    addConversionBuiltins(table);
    addConvertBuiltins(table);
    addJsonBuiltins(table);
    addXmlBuiltins(table);
    addCryptoBuiltins(table);
}

} // namespace pbx::machine
