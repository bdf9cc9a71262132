// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/objects.h"

#include <string>
#include <string_view>
#include <vector>

/// How built-ins are written and found.
namespace pbx::machine {

class Task;
class Host;

/// What a built-in sees besides its arguments.
struct Context {
    Task &task;
    Host &host;
    std::string error; ///< text of the program exception when the built-in gives Outcome::Exception
};

enum class Outcome : std::uint8_t {
    Done, ///< the result is in place (procedures leave it alone)
    Wait, ///< the task sleeps; the host resumes it with the result: Task::resume
    Exception, ///< ends the task with Context::error
    Stop, ///< ends the task as the statement stop does
};

/// Arguments stand in a row and may be moved from. The result is null on entry.
using BuiltinFunction = Outcome (*)(Context &context, data::Value *arguments, unsigned count, data::Value &result);

/// Functions by the catalogue's number. A name without function compiles and, when called, ends the task with a message
/// that names it.
class BuiltinTable {
public:
    BuiltinTable();
    /// Precondition: the catalogue has the name (any case).
    void set(std::string_view name, BuiltinFunction function);
    BuiltinFunction at(unsigned id) const { return m_functions[id]; }
    const BuiltinFunction *data() const { return m_functions.data(); }
    bool has(std::string_view name) const;
    /// The message of a call to a name without function.
    std::string missingText(unsigned id) const;

private:
    std::vector<BuiltinFunction> m_functions;
};

/// The groups that need no call: general, strings, numbers, time, addresses, data, arrays, dictionaries, XML,
/// conversion, task (Vars), logging (SysLog). One function a file of built-ins.
void addCoreBuiltins(BuiltinTable &table);

/// The digits, and a plus standing first, of a telephone number in any usual notation; empty when it is none. For a
/// host's PhoneNumberToSIPURI, which knows the current domain.
std::string telephoneNumber(std::string_view text);

} // namespace pbx::machine
