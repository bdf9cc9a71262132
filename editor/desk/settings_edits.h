// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/desk/desk.h"
#include "environment/data/objects.h"

#include <functional>

/// Changes of settings files and prompt texts as file changes. Keys nobody here knows stay as they are.
namespace pbx::editor {

using Edit = std::function<void(data::DictionaryObject &)>;

/// A change of the settings of an account; a new account when there is none of that name.
bool editAccount(Desk &desk, const std::string &domain, const std::string &account, const QString &name, const Edit &edit,
                 const QString &key = {});
/// A new account; one called pbx gets the attendant's numbers (pbx-runtime 9.1). An empty language: the domain's own.
bool createAccount(Desk &desk, const std::string &domain, const std::string &name, const std::string &language = {});
/// Preferences of an account: null removes, so that the value behind shows.
bool setPreference(Desk &desk, const std::string &domain, const std::string &account, std::string_view preference,
                   const data::Value &value, const QString &name);
bool editDomain(Desk &desk, const std::string &domain, const QString &name, const Edit &edit, const QString &key = {});

/// What a prompt says; an empty domain: a prompt of the server's environment.
bool setPromptText(Desk &desk, const std::string &domain, const std::string &language, const std::string &prompt,
                   const QString &text);
/// The same without making the change, for changes that are part of a larger one. An error: the file can't be read.
std::expected<FileState, QString> promptTextState(const Desk &desk, const std::string &domain, const std::string &language,
                                                  const std::string &prompt, const QString &text);

/// The part of a settings dictionary under that key, made when it is missing or no dictionary.
data::DictionaryObject &section(data::DictionaryObject &settings, std::string_view key);
data::Value textList(const std::vector<std::string> &texts);

} // namespace pbx::editor
