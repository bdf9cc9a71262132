// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// The codes of this room's diagnostics. They are stable: programs and settings refer to them.
namespace pbx::language::codes {

inline constexpr std::string_view syntax = "syntax";                ///< what the grammar does not know
inline constexpr std::string_view encoding = "encoding";            ///< byte order mark, bytes that are not UTF-8
inline constexpr std::string_view undefinedName = "undefined-name"; ///< a call or spawn of something unknown
inline constexpr std::string_view wrongArgumentCount = "wrong-argument-count";
inline constexpr std::string_view duplicateName = "duplicate-name"; ///< declared twice, or taken by a built-in
inline constexpr std::string_view wrongKind = "wrong-kind";         ///< function as statement, procedure as value …
inline constexpr std::string_view wrongReturn = "wrong-return";     ///< a value from a procedure, none from a function
inline constexpr std::string_view wrongEnvironment = "wrong-environment";   ///< a built-in of another environment
inline constexpr std::string_view missingDefinition = "missing-definition"; ///< forward without a definition
inline constexpr std::string_view assignmentToConstant = "assignment-to-constant";
inline constexpr std::string_view misplacedExitIf = "misplaced-exitif";
inline constexpr std::string_view initialValue = "initial-value"; ///< task variable with one; constant that is computed

// Warnings on programs that the language accepts.
inline constexpr std::string_view doubtfulForm = "doubtful-form"; ///< accepted here, perhaps refused by the server
inline constexpr std::string_view unknownEscape = "unknown-escape";
inline constexpr std::string_view unreachable = "unreachable";
inline constexpr std::string_view unassignedVariable = "unassigned-variable";
inline constexpr std::string_view readBeforeAssignment = "read-before-assignment";
inline constexpr std::string_view unusedVariable = "unused-variable";         ///< a note, and only where it is certain
inline constexpr std::string_view undeclaredVariable = "undeclared-variable"; ///< in a section that uses var
inline constexpr std::string_view undeclaredExternal = "undeclared-external"; ///< module::name without a declaration
inline constexpr std::string_view shadowedName = "shadowed-name";
inline constexpr std::string_view missingReturn = "missing-return";
inline constexpr std::string_view mixedLogic = "mixed-logic";
inline constexpr std::string_view misleadingNot = "misleading-not"; ///< not a == b
inline constexpr std::string_view ignoredEntry = "ignored-entry";   ///< an entry in a module

} // namespace pbx::language::codes
