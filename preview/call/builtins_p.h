// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/call/codes.h"
#include "preview/call/engine.h"
#include "preview/call/values.h"

#include "environment/data/notation.h"

/// What the files of telephone built-ins share. Private to this room.
namespace pbx::call {

using machine::BuiltinTable;
using machine::Context;
using machine::Outcome;

// One function a file.
void addCallBuiltins(BuiltinTable &table);
void addInfoBuiltins(BuiltinTable &table);
void addMediaBuiltins(BuiltinTable &table);
void addInputBuiltins(BuiltinTable &table);
void addBridgeBuiltins(BuiltinTable &table);
void addMailBuiltins(BuiltinTable &table);
void addAccountBuiltins(BuiltinTable &table);
void addQueueBuiltins(BuiltinTable &table);
void addStorageBuiltins(BuiltinTable &table);
void addCliBuiltins(BuiltinTable &table);
void addElsewhereBuiltins(BuiltinTable &table);

/// A name without @ belongs to the current domain; null is the current account. Null: there is none.
const accounts::Account *accountNamed(Context &context, const Value &name);
/// A new dictionary of the account's own preferences, as this call has them.
Value ownPreferences(Context &context, const accounts::Account &account);
/// The same with the defaults of the domain, the server and the platform behind them.
Value effectivePreferences(Context &context, const accounts::Account &account);
/// For this call alone: the preview changes nothing in the workspace. Other keys stay; null and "default" remove the own
/// value, so that the default shows again (server-interfaces 4.1).
void changePreferences(Context &context, const accounts::Account &account, const Value &changes);

inline Engine &engineOf(Context &context)
{
    return static_cast<Engine &>(context.host);
}
inline CallTask &taskOf(Context &context)
{
    return Engine::of(context.task);
}

/// null on success, the error's text otherwise.
inline Outcome giveError(const std::optional<std::string> &error, Value &result)
{
    if (error)
        result = Value::string(*error);
    return Outcome::Done;
}

inline bool present(const Value *arguments, unsigned count, unsigned index)
{
    return index < count && !arguments[index].isNull();
}

} // namespace pbx::call
