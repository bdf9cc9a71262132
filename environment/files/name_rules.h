// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// Everything this program knows about names of environment files stands here: how a wanted name is compared with names
/// on disk, and which names are refused. The server keeps names in lower case and ignores the case of the name asked
/// for (pbx-runtime, 5.1; server-interfaces, 3.1).
namespace pbx::files {

/// Longest name the product stores, in bytes, folder included.
inline constexpr std::size_t maxNameBytes = 100;

/// Tried in this order when a prompt's name has no dot.
inline constexpr std::array<std::string_view, 3> mediaExtensions{".wav", ".au", ".gsm"};

enum class NameFault {
    None,
    Empty,   ///< also an empty part: "russian/"
    DotName, ///< a part is "." or ".."
    Backslash,
    ControlCharacter,
    LeadingSlash,
    TooManySlashes, ///< language folders are one level deep
    TooLong,
    NotUtf8,
};

struct NameVerdict {
    NameFault fault = NameFault::None;
    bool upperCase = false; ///< accepted, but the server would store it in lower case: a warning
    std::string message;    ///< complete sentence for people; empty when there is nothing to say
    [[nodiscard]] bool accepted() const noexcept { return fault == NameFault::None; }
};

/// Judges "NAME" or "LANGUAGE/NAME" as a name to store.
[[nodiscard]] NameVerdict checkName(std::string_view name);

/// True for a name a program may ask for: one part, no "/" or "\", not "." or "..", not empty, not over the limit.
[[nodiscard]] bool isLookupName(std::string_view name) noexcept;

/// The form in which two names are compared.
[[nodiscard]] std::string foldName(std::string_view name);

/// Hash of foldName(name); does not allocate for ASCII names.
[[nodiscard]] std::uint32_t hashName(std::string_view name);
/// foldName(name) == folded; does not allocate for ASCII names.
[[nodiscard]] bool matchesFolded(std::string_view name, std::string_view folded);

/// Folder of a language: lower case; empty for the default one ("", "english", "default" in any case).
[[nodiscard]] std::string languageFolder(std::string_view language);
[[nodiscard]] bool isDefaultLanguage(std::string_view language) noexcept;

} // namespace pbx::files
