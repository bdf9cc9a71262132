// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/workspace.h"

#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"
#include "environment/files/told.h"

#include <QDir>
#include <QFileInfo>

namespace pbx::files {

namespace {

struct NewFile {
    QString path; ///< in the workspace
    QByteArray content;
};

data::Value textValue(const QString &text)
{
    return data::Value::string(text.toStdString());
}

data::Value texts(std::initializer_list<const char *> items)
{
    auto array = data::Value::newArray();
    for (const auto *item : items)
        array.array().append(data::Value::string(item));
    return array;
}

QByteArray printed(const data::Value &dictionary)
{
    auto text = data::printNotation(dictionary, data::PrintStyle::Settings).value_or("{}");
    if (!text.ends_with('\n'))
        text += '\n';
    return QByteArray::fromStdString(text);
}

QByteArray accountFile(const Workspace::NewWorkspace &what, std::initializer_list<const char *> aliases, bool attendant)
{
    auto file = data::Value::newDictionary();
    auto preferences = data::Value::newDictionary();
    if (!what.language.isEmpty())
        preferences.dictionary().set("Language", textValue(what.language));
    if (attendant) {
        preferences.dictionary().set("ReceptDirDigits", data::Value::string("3"));
        preferences.dictionary().set("ReceptDirPrefix", data::Value::string("2"));
        preferences.dictionary().set("ReceptMenu", texts({"operator"}));
    }
    file.dictionary().set("Aliases", texts(aliases));
    file.dictionary().set("Preferences", preferences);
    return printed(file);
}

constexpr const char helloProgram[] = "// A first program: answers, greets the caller and hangs up.\n"
                                      "// Dial hello#pbx to hear it.\n"
                                      "\n"
                                      "entry Main is\n"
                                      "  if AcceptCall() != null then\n"
                                      "    stop;\n"
                                      "  end if;\n"
                                      "  PlayFile(\"welcome\");\n"
                                      "  PlayFile(\"goodbye\");\n"
                                      "end entry;\n";

/// Empty: fine.
QString domainFault(const QString &domain)
{
    const auto name = domain.toStdString();
    if (!isLookupName(name) || !checkName(name).accepted() || domain.startsWith(QLatin1Char('.')))
        return told(QT_TRANSLATE_NOOP("Words", "\"%1\" can't be the name of a domain; write it like example.com."),
                    {domain.toStdString()});
    for (const auto sign : domain) {
        if (!sign.isLetterOrNumber() && sign != QLatin1Char('.') && sign != QLatin1Char('-') &&
            sign != QLatin1Char('_'))
            return told(QT_TRANSLATE_NOOP("Words", "\"%1\" can't be the name of a domain: it holds \"%2\"."),
                        {domain.toStdString(), QString(sign).toStdString()});
    }
    return {};
}

std::vector<NewFile> startingFiles(const Workspace::NewWorkspace &what, const QString &domain)
{
    auto settings = data::Value::newDictionary();
    settings.dictionary().set("DefaultDomain", textValue(domain));
    settings.dictionary().set("Name", textValue(what.name));
    settings.dictionary().set("TimeZone",
                              textValue(what.timeZone.isEmpty() ? QStringLiteral("HostOS") : what.timeZone));
    const auto base = QStringLiteral("domains/") + domain;
    const auto language = languageFolder(what.language.toStdString());
    const auto prompts = language.empty() ? QStringLiteral("english") : QString::fromStdString(language);
    return {
        {QStringLiteral("workspace.settings"), printed(settings)},
        {base + QStringLiteral("/environment/hello.sppr"), QByteArray(helloProgram)},
        {base + QStringLiteral("/accounts/pbx.settings"), accountFile(what, {"200", "conference"}, true)},
        {base + QStringLiteral("/accounts/operator.settings"), accountFile(what, {"209"}, false)},
        {base + QStringLiteral("/prompts/") + prompts + QStringLiteral(".txt"),
         QByteArray("# What each prompt says, one a line: name = text\n")},
    };
}

} // namespace

std::expected<Workspace, QString> Workspace::create(const QString &folder, const NewWorkspace &what,
                                                    const Options &options)
{
    const auto path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (QFileInfo::exists(path)) {
        if (!QFileInfo(path).isDir())
            return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "%1 is a file; choose another name."), {path.toStdString()}));
        if (!QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
            return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "%1 is not empty; a new workspace needs a folder of its own."),
                                        {path.toStdString()}));
    }
    const auto domain = QString::fromStdString(foldName(what.domain.trimmed().toStdString()));
    if (const auto fault = domainFault(domain); !fault.isEmpty())
        return std::unexpected(fault);
    if (const auto language = what.language.toStdString();
        !isDefaultLanguage(language) && (!isLookupName(language) || !checkName(language).accepted()))
        return std::unexpected(
            told(QT_TRANSLATE_NOOP("Words", "\"%1\" can't be the name of a language."), {what.language.toStdString()}));
    for (const auto *name : {"/server", "/scenarios"}) {
        if (!QDir().mkpath(path + QLatin1String(name)))
            return std::unexpected(
                told(QT_TRANSLATE_NOOP("Words", "The folder %1 can't be made; check the permissions of the folder above it."),
                     {(path + QLatin1String(name)).toStdString()}));
    }
    auto named = what;
    if (named.name.trimmed().isEmpty())
        named.name = QFileInfo(path).fileName();
    for (const auto &file : startingFiles(named, domain)) {
        if (auto saved = saveFile(path + QLatin1Char('/') + file.path, file.content); !saved)
            return std::unexpected(saved.error());
    }
    return open(path, options);
}

} // namespace pbx::files
