// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/deploy.h"

#include <map>

/// Settings of accounts and domains key by key: what the server replaces as a whole is one key ("Aliases",
/// "Preferences.WorkDays"). Plain texts, for any thread.
namespace pbx::deploy {

/// Key → value in the notation, one line, as it was written.
using Keys = std::map<std::string, std::string>;

/// Of a settings file, or of a server's answers in the same form. What the program does not know is left out, secrets too.
[[nodiscard]] Keys keysOf(const data::Value &dictionary, ItemKind kind);
[[nodiscard]] Keys keysOf(const server::RemoteAccount &account);
/// Sorted, in the style of settings files: the content that items of settings have.
[[nodiscard]] std::string settingsContent(const Keys &keys);
[[nodiscard]] Result<Keys> keysOfContent(std::string_view content, ItemKind kind);

/// nullopt is a key that is not set. Servers give numbers as texts and the other way round: the same.
[[nodiscard]] bool sameValue(const std::optional<std::string> &a, const std::optional<std::string> &b);
[[nodiscard]] std::optional<std::string> valueOf(const Keys &keys, const std::string &key);

/// The keys that are not the same on both sides. No base: nothing was ever the same.
[[nodiscard]] std::vector<KeyDifference> differences(const Keys &base, const Keys &here, const Keys &there);
/// Changed, added or removed here; otherwise there, or both.
[[nodiscard]] bool isOfHere(const KeyDifference &difference);
[[nodiscard]] bool isOfThere(const KeyDifference &difference);

/// Sets one key in a settings file's dictionary; the rest of it stays as it is.
[[nodiscard]] Result<> setKey(data::Value &dictionary, const std::string &key, const std::optional<std::string> &value);
/// "Preferences.Language" → "Preferences" and "Language"; a list has no name behind it.
struct KeyParts {
    std::string section, name;
};
[[nodiscard]] KeyParts partsOf(const std::string &key);
[[nodiscard]] Result<data::Value> readValue(const std::string &text);

} // namespace pbx::deploy
