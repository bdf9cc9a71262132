// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

/// Group storage: files of accounts, kept for this call alone, because a preview changes nothing in the workspace.
namespace pbx::call {

namespace {

constexpr std::int64_t largestRead = std::int64_t(1) << 20;
constexpr std::size_t largestFile = std::size_t(64) << 20;

using Files = std::map<std::string, Value, std::less<>>;

/// "~account/path" or a path of the current account's storage.
struct Place {
    Files *files = nullptr; ///< null: no such account
    std::string name;
};

Place placeOf(Context &context, std::string_view path)
{
    Engine &engine = engineOf(context);
    const CallTask &task = taskOf(context);
    std::string account = task.account;
    if (path.starts_with('~')) {
        const auto slash = path.find('/');
        account = path.substr(1, slash == path.npos ? path.npos : slash - 1);
        if (account.find('@') == std::string::npos)
            account += '@' + task.domain;
        const accounts::Account *known = engine.directory() ? engine.directory()->account(account) : nullptr;
        account = known ? known->address() : std::string();
        path = slash == path.npos ? std::string_view() : path.substr(slash + 1);
    }
    if (account.empty() || path.starts_with('/') || path.find("..") != path.npos)
        return {};
    return {&engine.storage(account), std::string(path)};
}

Value *existing(const Place &place)
{
    if (!place.files)
        return nullptr;
    const auto found = place.files->find(place.name);
    return found == place.files->end() ? nullptr : &found->second;
}

Outcome fail(std::string_view text, Value &result)
{
    result = Value::string(text);
    return Outcome::Done;
}

std::optional<std::int64_t> numberAt(const Value &dictionary, std::string_view key, std::int64_t absent)
{
    const Value value = dictionary.dictionary().get(key);
    if (value.isNull())
        return absent;
    return value.isNumber() && value.toNumber() >= 0 ? std::optional(value.toNumber()) : std::nullopt;
}

Outcome readStorageFile(Context &context, Value *arguments, unsigned, Value &result)
{
    const bool partly = arguments[0].isDictionary();
    const Value name = partly ? arguments[0].dictionary().get("fileName") : arguments[0];
    const Value *file = name.isString() ? existing(placeOf(context, name.bytes())) : nullptr;
    if (!file)
        return Outcome::Done;
    const std::string_view bytes = file->bytes();
    if (!partly) {
        if (static_cast<std::int64_t>(bytes.size()) <= largestRead)
            result = *file;
        return Outcome::Done;
    }
    const auto position = numberAt(arguments[0], "position", 0);
    const auto limit = numberAt(arguments[0], "limit", largestRead);
    if (position && limit && *limit <= largestRead)
        result = Value::dataBlock(bytes.substr(std::min<std::size_t>(static_cast<std::size_t>(*position), bytes.size()),
                                               static_cast<std::size_t>(*limit)));
    return Outcome::Done;
}

Outcome store(Context &context, const Place &place, std::string content, Value &result)
{
    if (!place.files || place.name.empty())
        return fail("access rights insufficient", result);
    if (content.size() > largestFile)
        return fail("storage quota exceeded", result);
    engineOf(context).note(taskOf(context), "File " + place.name + " written: " + std::to_string(content.size()) + " bytes");
    place.files->insert_or_assign(place.name, Value::dataBlock(content));
    return Outcome::Done;
}

Outcome writeStorageFile(Context &context, Value *arguments, unsigned, Value &result)
{
    const bool partly = arguments[0].isDictionary();
    const Value name = partly ? arguments[0].dictionary().get("fileName") : arguments[0];
    if (!name.isString() || !(arguments[1].isDataBlock() || arguments[1].isString()))
        return fail("a file name and data are needed", result);
    const Place place = placeOf(context, name.bytes());
    const Value *file = existing(place);
    const std::string_view data = arguments[1].bytes();
    const Value position = partly ? arguments[0].dictionary().get("position") : Value();
    if (position.isNull())
        return store(context, place, std::string(data), result);
    std::string content(file ? file->bytes() : std::string_view());
    const std::string word = position.isString() ? data::foldCase(position.bytes()) : std::string();
    if (word == "new") {
        if (file)
            return fail("file already exists", result);
    } else if (position.isNumber() && position.toNumber() >= 0) {
        const auto at = static_cast<std::size_t>(position.toNumber());
        if (!file || at > content.size())
            return fail("file is not found", result);
        content.replace(at, data.size(), data);
        return store(context, place, std::move(content), result);
    } else if (word != "end" && word != "append") {
        return fail("the position is unknown", result);
    }
    content += data;
    return store(context, place, std::move(content), result);
}

Outcome appendStorageFile(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isString() || !(arguments[1].isDataBlock() || arguments[1].isString())) {
        context.error = "AppendStorageFile: a file name and data are needed";
        return Outcome::Exception;
    }
    const Place place = placeOf(context, arguments[0].bytes());
    const Value *file = existing(place);
    std::string content(file ? file->bytes() : std::string_view());
    content += arguments[1].bytes();
    return store(context, place, std::move(content), result);
}

Outcome deleteStorageFile(Context &context, Value *arguments, unsigned, Value &result)
{
    const Place place = arguments[0].isString() ? placeOf(context, arguments[0].bytes()) : Place{};
    if (!existing(place))
        return fail("file is not found", result);
    place.files->erase(place.name);
    return Outcome::Done;
}

Outcome renameStorageFile(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isString() || !arguments[1].isString())
        return fail("two file names are needed", result);
    const Place from = placeOf(context, arguments[0].bytes());
    const Place to = placeOf(context, arguments[1].bytes());
    if (!existing(from))
        return fail("file is not found", result);
    if (!to.files || to.name.empty())
        return fail("access rights insufficient", result);
    if (existing(to))
        return fail("file already exists", result);
    Value content = std::move(*existing(from));
    from.files->erase(from.name);
    to.files->insert_or_assign(to.name, std::move(content));
    return Outcome::Done;
}

/// One level: files with their size, folders without.
Outcome listStorageFiles(Context &context, Value *arguments, unsigned count, Value &result)
{
    std::string folder = count > 0 && arguments[0].isString() ? arguments[0].toStdString() : std::string();
    if (!folder.empty() && !folder.ends_with('/'))
        folder += '/';
    const Place place = placeOf(context, folder);
    if (!place.files)
        return Outcome::Done;
    Value list = Value::newDictionary();
    for (const auto &[name, content] : *place.files) {
        if (!name.starts_with(place.name))
            continue;
        const std::string rest = name.substr(place.name.size());
        const auto slash = rest.find('/');
        Value attributes = Value::newDictionary();
        if (slash == rest.npos)
            attributes.dictionary().set("STFileSize", Value::number(static_cast<std::int64_t>(content.bytes().size())));
        attributes.dictionary().set("STModified", Value::timeStamp(engineOf(context).gmt()));
        list.dictionary().set(rest.substr(0, slash), std::move(attributes));
    }
    if (!place.name.empty() && list.dictionary().size() == 0)
        return Outcome::Done;
    result = std::move(list);
    return Outcome::Done;
}

} // namespace

void addStorageBuiltins(BuiltinTable &table)
{
    table.set("ReadStorageFile", readStorageFile);
    table.set("WriteStorageFile", writeStorageFile);
    table.set("AppendStorageFile", appendStorageFile);
    table.set("DeleteStorageFile", deleteStorageFile);
    table.set("RenameStorageFile", renameStorageFile);
    table.set("ListStorageFiles", listStorageFiles);
    // Their older names.
    table.set("ReadSiteFile", readStorageFile);
    table.set("WriteSiteFile", writeStorageFile);
    table.set("AppendSiteFile", appendStorageFile);
    table.set("DeleteSiteFile", deleteStorageFile);
    table.set("RenameSiteFile", renameStorageFile);
    table.set("ListSiteFiles", listStorageFiles);
}

} // namespace pbx::call
