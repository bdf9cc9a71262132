// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/desk/settings_edits.h"

#include "environment/data/objects.h"

namespace pbx::editor {

namespace {

bool editFile(Desk &desk, const files::SettingsFile *file, const QString &path, const QString &name, const Edit &edit,
              const QString &key)
{
    if (file && file->exists && !file->dictionary.isDictionary()) {
        Q_EMIT desk.failed(History::tr("%1 can't be read; mend it as text first (see Problems).").arg(path));
        return false;
    }
    data::Value dictionary;
    if (!file || !file->dictionary.isDictionary())
        dictionary = data::Value::newDictionary();
    else if (!data::deepCopy(file->dictionary, dictionary))
        return false;
    edit(dictionary.dictionary());
    const auto bytes = files::settingsText(dictionary);
    if (!bytes) {
        Q_EMIT desk.failed(bytes.error());
        return false;
    }
    return desk.apply(name, {{path, *bytes}}, key);
}

} // namespace

bool editAccount(Desk &desk, const std::string &domain, const std::string &account, const QString &name, const Edit &edit,
                 const QString &key)
{
    return editFile(desk, desk.workspace().account(domain, account), desk.workspace().accountFile(domain, account), name, edit, key);
}

bool createAccount(Desk &desk, const std::string &domain, const std::string &name, const std::string &language)
{
    desk.changes().closeChange();
    const QString title = History::tr("Create account %1").arg(QString::fromStdString(name));
    return editAccount(desk, domain, name, title, [&](data::DictionaryObject &settings) {
        data::DictionaryObject &preferences = section(settings, "Preferences");
        if (!language.empty())
            preferences.set("Language", data::Value::string(language));
        if (name == "pbx")
            settings.set("Aliases", textList({"200", "conference"}));
    });
}

bool setPreference(Desk &desk, const std::string &domain, const std::string &account, std::string_view preference,
                   const data::Value &value, const QString &name)
{
    const QString key = QString::fromStdString(account + '@' + domain + ' ' + std::string(preference));
    return editAccount(desk, domain, account, name, [&](data::DictionaryObject &settings) {
        section(settings, "Preferences").set(preference, value);
    }, key);
}

bool editDomain(Desk &desk, const std::string &domain, const QString &name, const Edit &edit, const QString &key)
{
    const files::DomainFolder *folder = desk.workspace().domain(domain);
    return editFile(desk, folder ? &folder->settings : nullptr, desk.workspace().domainFile(domain), name, edit, key);
}

std::expected<FileState, QString> promptTextState(const Desk &desk, const std::string &domain, const std::string &language,
                                                  const std::string &prompt, const QString &text)
{
    auto texts = desk.workspace().prompts(domain, language);
    if (!texts)
        return std::unexpected(texts.error());
    texts->setText(prompt, text.toStdString());
    return FileState{desk.workspace().promptFile(domain, language), texts->toBytes()};
}

bool setPromptText(Desk &desk, const std::string &domain, const std::string &language, const std::string &prompt,
                   const QString &text)
{
    auto state = promptTextState(desk, domain, language, prompt, text);
    if (!state) {
        Q_EMIT desk.failed(state.error());
        return false;
    }
    return desk.apply(History::tr("Text of %1").arg(QString::fromStdString(prompt)), {*state},
                      QString::fromStdString("text " + domain + '/' + language + '/' + prompt));
}

data::DictionaryObject &section(data::DictionaryObject &settings, std::string_view key)
{
    const data::Value *found = settings.find(key);
    if (!found || !found->isDictionary())
        settings.set(key, data::Value::newDictionary());
    return settings.find(key)->dictionary();
}

data::Value textList(const std::vector<std::string> &texts)
{
    data::Value list = data::Value::newArray();
    for (const std::string &text : texts)
        list.array().append(data::Value::string(text));
    return list;
}

} // namespace pbx::editor
