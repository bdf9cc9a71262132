// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace pbx::language {

/// Where a program runs; a built-in may be known in several environments.
enum class Environment : std::uint8_t { Call = 1, Web = 2, Script = 4 };

struct BuiltinParameter {
    std::string_view name;
    std::string_view type; ///< "string|null", "any" …
    std::string_view help;
};
struct BuiltinSignature {
    std::span<const BuiltinParameter> parameters;
};

/// What is known of a built-in: the compiler checks calls by it, the editor completes from it, help is printed from it.
struct Builtin {
    std::string_view name; ///< as written in the descriptions
    std::string_view folded; ///< lower case
    std::string_view group; ///< "strings", "media" …
    bool procedure = false;
    std::uint8_t environments = 0; ///< bits of Environment
    int minArguments = 0;
    int maxArguments = 0; ///< -1: any number
    std::string_view result;
    std::string_view help; ///< one line
    std::string_view details;
    std::span<const BuiltinSignature> signatures;
    std::span<const std::string_view> examples;
    bool waits = false; ///< may suspend the task
    int id = 0; ///< place in the catalogue: sorted by folded name
};

/// All built-ins, sorted by folded name. Made from one table (builtins.json) when the program is built.
std::span<const Builtin> builtins();
/// Null when there is none. Name in any case.
const Builtin *findBuiltin(std::string_view name);

} // namespace pbx::language
