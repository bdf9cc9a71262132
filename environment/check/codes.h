// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Codes of findings beyond those of single sources (environment/language/codes.h) and of settings by themselves
/// ("settings", "bad-rule", "working-hours", "unknown-time-zone", "duplicate-name" of environment/accounts;
/// "file-name", "duplicate-file" of environment/files). Stable words.
namespace pbx::check::codes {

inline constexpr std::string_view unreadable = "unreadable";
inline constexpr std::string_view missingEntry = "missing-entry"; ///< a program without entry main
inline constexpr std::string_view missingModule = "missing-module";
inline constexpr std::string_view missingSection = "missing-section"; ///< the module is there, the section is not in it
inline constexpr std::string_view missingPrompt = "missing-prompt";
inline constexpr std::string_view silentPrompt = "silent-prompt"; ///< nobody can hear it (pbx-runtime 3.2)
inline constexpr std::string_view promptTexts = "prompt-texts";   ///< a line of prompts/LANGUAGE.txt

inline constexpr std::string_view badAddress = "bad-address"; ///< of a divert, rule, forwarder or member
inline constexpr std::string_view badCondition = "bad-condition"; ///< of a rule: a day or time that never comes
inline constexpr std::string_view missingProgram = "missing-program";
inline constexpr std::string_view missingAccount = "missing-account";
inline constexpr std::string_view divertCircle = "divert-circle";
inline constexpr std::string_view unknownLanguage = "unknown-language";

// The attendant's menu (pbx-runtime 9.4).
inline constexpr std::string_view missingDepartment = "missing-department";
inline constexpr std::string_view tooManyDepartments = "too-many-departments";
inline constexpr std::string_view menuEntry = "menu-entry";           ///< empty or repeated
inline constexpr std::string_view directoryPrefix = "directory-prefix"; ///< leaves no key, or is no digit
inline constexpr std::string_view noExtension = "no-extension";       ///< no number fits prefix and length
inline constexpr std::string_view unreachableExtension = "unreachable-extension"; ///< a number with another first digit
inline constexpr std::string_view attendantWithoutRule = "attendant-without-rule";
inline constexpr std::string_view attendantWithoutRight = "attendant-without-right";

} // namespace pbx::check::codes
