// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"

#include "environment/data/objects.h"

#include <algorithm>
#include <map>

/// The files of PBX environments (server-interfaces, 3).
namespace pbx::practice {

namespace {

using Layer = Scope::Layer;

constexpr std::string_view fileName = "the file name";
constexpr std::string_view languageName = "the language";

Result<Scope> domainScope(const Caller &caller, const std::string &name)
{
    auto domain = domainOf(caller, name);
    if (!domain)
        return std::unexpected(domain.error());
    return Scope{Layer::Domain, std::move(*domain)};
}

Result<Scope> serverScope(const Caller &caller)
{
    if (const auto may = caller.mayServer("Settings"); !may)
        return std::unexpected(may.error());
    return Scope{Layer::Server, {}};
}

data::Value attributes(const StoredFile &file, Manner::Attributes manner)
{
    auto made = data::Value::newDictionary();
    const bool storage = manner == Manner::Attributes::Storage;
    if (manner == Manner::Attributes::None)
        return made;
    made.dictionary().set(storage ? "STFileSize" : "Bytes", data::Value::number(file.size));
    made.dictionary().set(storage ? "STModified" : "Touched", data::Value::timeStamp(file.modified));
    return made;
}

void addFiles(data::Value &listed, const std::vector<StoredFile> &files, const Manner &manner)
{
    for (const auto &file : files) {
        if (listed.dictionary().find(file.name))
            continue;
        if (!file.folder)
            listed.dictionary().set(file.name, attributes(file, manner.attributes));
        else if (manner.folder == Manner::Folder::Dictionary)
            listed.dictionary().set(file.name, data::Value::newDictionary());
        else if (manner.folder == Manner::Folder::Array)
            listed.dictionary().set(file.name, data::Value::newArray());
    }
}

Reply list(Caller &caller, const Scope &scope, const std::string &language)
{
    const auto files = caller.store.list(scope, language);
    if (!files)
        return std::unexpected(files.error());
    auto listed = data::Value::newDictionary();
    addFiles(listed, *files, caller.manner);
    if (caller.manner.listsInherited && scope.layer == Layer::Domain) {
        for (const auto outer : {Layer::Server, Layer::Stock}) {
            if (const auto inherited = caller.store.list({outer, {}}, language))
                addFiles(listed, *inherited, caller.manner);
        }
    }
    return listed;
}

Reply read(Caller &caller, const Scope &scope, const std::string &name)
{
    const auto content = caller.store.read(scope, name);
    if (!content)
        return std::unexpected(content.error());
    return data::Value::dataBlock(*content);
}

Reply answer(const Result<> &done)
{
    if (!done)
        return std::unexpected(done.error());
    return std::nullopt;
}

/// DATA […] [TRYCOMPILE] or DELETE.
struct Content {
    bool remove = false;
    bool tryCompile = false;
    std::string bytes;
};

Content readContent(Words &words, const Manner &manner)
{
    Content content;
    if (words.takes("DELETE")) {
        content.remove = true;
        return content;
    }
    words.expect("DATA");
    content.bytes = words.dataBlock("the file's content");
    content.tryCompile = manner.tryCompile != Manner::TryCompile::Unknown && words.takes("TRYCOMPILE");
    return content;
}

Reply store(Caller &caller, const Scope &scope, const std::string &name, const Content &content)
{
    using TryCompile = Manner::TryCompile;
    if (content.remove)
        return answer(caller.store.remove(scope, name));
    const auto way = caller.manner.tryCompile;
    std::optional<Complaint> complaint;
    if (content.tryCompile && way != TryCompile::Ignored)
        complaint = compile(name, content.bytes);
    const bool stores = !content.tryCompile || way == TryCompile::Ignored || way == TryCompile::StoresAll
                        || (way == TryCompile::StoresSound && !complaint);
    if (stores) {
        if (const auto stored = caller.store.store(scope, name, content.bytes, caller.manner.quota); !stored)
            return std::unexpected(stored.error());
    }
    if (complaint)
        return refused(General, complaint->text + ", offset=" + std::to_string(complaint->offset));
    return std::nullopt;
}

// ---- of a domain

Reply createDomainPbx(Caller &caller, Words &words)
{
    const auto domain = words.text("the domain's name");
    std::optional<std::string> language;
    if (words.takes("FILE"))
        language = words.text(languageName);
    if (!words.done())
        return words.fault();
    const auto scope = domainScope(caller, domain);
    if (!scope)
        return std::unexpected(scope.error());
    return answer(language ? caller.store.createLanguage(*scope, *language, caller.manner.createAgainFails)
                           : caller.store.createEnvironment(scope->domain, caller.manner.createAgainFails));
}

Reply deleteDomainPbx(Caller &caller, Words &words)
{
    const auto domain = words.text("the domain's name");
    words.expect("FILE");
    const auto language = words.text(languageName);
    if (!words.done())
        return words.fault();
    const auto scope = domainScope(caller, domain);
    if (!scope)
        return std::unexpected(scope.error());
    return answer(caller.store.removeLanguage(*scope, language, caller.manner.deletesFilledLanguages));
}

Reply listDomainFiles(Caller &caller, Words &words)
{
    const auto domain = words.text("the domain's name");
    const auto language = words.takes("FILE") ? words.text(languageName) : std::string();
    if (!words.done())
        return words.fault();
    const auto scope = domainScope(caller, domain);
    if (!scope)
        return std::unexpected(scope.error());
    return list(caller, *scope, language);
}

Reply readDomainFile(Caller &caller, Words &words)
{
    const auto domain = words.text("the domain's name");
    words.expect("FILE");
    const auto name = words.text(fileName);
    if (!words.done())
        return words.fault();
    const auto scope = domainScope(caller, domain);
    if (!scope)
        return std::unexpected(scope.error());
    return read(caller, *scope, name);
}

Reply storeDomainFile(Caller &caller, Words &words)
{
    const auto domain = words.text("the domain's name");
    words.expect("FILE");
    const auto name = words.text(fileName);
    const auto content = readContent(words, caller.manner);
    if (!words.done())
        return words.fault();
    const auto scope = domainScope(caller, domain);
    if (!scope)
        return std::unexpected(scope.error());
    return store(caller, *scope, name, content);
}

// ---- of the server

Reply createServerPbx(Caller &caller, Words &words)
{
    const auto language = words.text(languageName);
    if (!words.done())
        return words.fault();
    const auto scope = serverScope(caller);
    if (!scope)
        return std::unexpected(scope.error());
    return answer(caller.store.createLanguage(*scope, language, caller.manner.createAgainFails));
}

Reply deleteServerPbx(Caller &caller, Words &words)
{
    const auto language = words.text(languageName);
    if (!words.done())
        return words.fault();
    const auto scope = serverScope(caller);
    if (!scope)
        return std::unexpected(scope.error());
    return answer(caller.store.removeLanguage(*scope, language, caller.manner.deletesFilledLanguages));
}

Reply listServerFiles(Caller &caller, Words &words)
{
    const auto language = words.atEnd() ? std::string() : words.text(languageName);
    if (!words.done())
        return words.fault();
    const auto scope = serverScope(caller);
    if (!scope)
        return std::unexpected(scope.error());
    return list(caller, *scope, language);
}

Reply readServerFile(Caller &caller, Words &words)
{
    const auto name = words.text(fileName);
    if (!words.done())
        return words.fault();
    const auto scope = serverScope(caller);
    if (!scope)
        return std::unexpected(scope.error());
    return read(caller, *scope, name);
}

Reply storeServerFile(Caller &caller, Words &words)
{
    const auto name = words.text(fileName);
    const auto content = readContent(words, caller.manner);
    if (!words.done())
        return words.fault();
    const auto scope = serverScope(caller);
    if (!scope)
        return std::unexpected(scope.error());
    if (const auto folder = caller.store.environmentFolder(*scope); !folder)
        return std::unexpected(folder.error());
    return store(caller, *scope, name, content);
}

// ---- built in: everybody who is logged in may look

Reply listStockFiles(Caller &caller, Words &words)
{
    const auto language = words.atEnd() ? std::string() : words.text(languageName);
    if (!words.done())
        return words.fault();
    return list(caller, {Layer::Stock, {}}, language);
}

Reply readStockFile(Caller &caller, Words &words)
{
    const auto name = words.text(fileName);
    if (!words.done())
        return words.fault();
    return read(caller, {Layer::Stock, {}}, name);
}

Reply noCluster(Caller &, Words &)
{
    return refused(General, "this server is not a member of a Dynamic Cluster");
}

const CommandEntry entries[] = {
    {"CREATEDOMAINPBX", createDomainPbx},     {"DELETEDOMAINPBX", deleteDomainPbx},
    {"LISTDOMAINPBXFILES", listDomainFiles},  {"READDOMAINPBXFILE", readDomainFile},
    {"STOREDOMAINPBXFILE", storeDomainFile},  {"CREATESERVERPBX", createServerPbx},
    {"DELETESERVERPBX", deleteServerPbx},     {"LISTSERVERPBXFILES", listServerFiles},
    {"READSERVERPBXFILE", readServerFile},    {"STORESERVERPBXFILE", storeServerFile},
    {"LISTSTOCKPBXFILES", listStockFiles},    {"READSTOCKPBXFILE", readStockFile},
    {"CREATECLUSTERPBX", noCluster},          {"DELETECLUSTERPBX", noCluster},
    {"LISTCLUSTERPBXFILES", noCluster},       {"READCLUSTERPBXFILE", noCluster},
    {"STORECLUSTERPBXFILE", noCluster},
};

} // namespace

std::span<const CommandEntry> environmentCommands()
{
    return entries;
}

} // namespace pbx::practice
