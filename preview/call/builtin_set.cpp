// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

namespace pbx::call {

const BuiltinTable &builtinTable()
{
    static const BuiltinTable table = [] {
        BuiltinTable made;
        machine::addCoreBuiltins(made);
        addCallBuiltins(made);
        addInfoBuiltins(made);
        addMediaBuiltins(made);
        addInputBuiltins(made);
        addBridgeBuiltins(made);
        addMailBuiltins(made);
        addAccountBuiltins(made);
        addQueueBuiltins(made);
        addStorageBuiltins(made);
        addCliBuiltins(made);
        addElsewhereBuiltins(made);
        return made;
    }();
    return table;
}

} // namespace pbx::call
