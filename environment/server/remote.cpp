// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/remote.h"

#include "environment/data/objects.h"
#include "environment/files/name_rules.h"
#include "environment/server/answers.h"
#include "environment/server/forms.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <charconv>
#include <set>

/// Environments and their files (server-interfaces, 3).
namespace pbx::server {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr std::size_t mostLanguages = 500;

/// One folder as the server lists it.
struct Listing {
    std::vector<RemoteFile> files;
    std::vector<std::string> folders;  ///< surely
    std::set<std::string> perhaps;     ///< names of `files` that may be folders: no attributes, no dot
};

/// Servers name the attributes as they like: any key with "size" that has a number.
std::optional<std::int64_t> sizeIn(const data::Value &attributes)
{
    for (const auto &entry : attributes.dictionary().entries()) {
        if (!files::foldName(entry.key.bytes()).contains("size"))
            continue;
        std::int64_t size = -1;
        const auto text = entry.value.bytes();
        if (entry.value.isNumber())
            size = entry.value.toNumber();
        else if (std::from_chars(text.data(), text.data() + text.size(), size).ptr != text.data() + text.size())
            size = -1;
        if (size >= 0)
            return size;
    }
    return std::nullopt;
}

std::expected<Listing, Failure> readListing(const data::Value &answer, const std::string &language)
{
    const bool top = language.empty();
    Listing listing;
    ListedNames names;
    for (const auto &entry : answer.dictionary().entries()) {
        const auto listed = entry.key.bytes();
        // Hidden files, left by archives of other systems, are no part of an environment, here neither.
        if (listed.starts_with('.') && files::checkName(listed).accepted() && !listed.contains('/'))
            continue;
        if (const auto added = names.add(listed); !added)
            return std::unexpected(added.error());
        const auto name = files::foldName(listed);
        // With its folder in front it can be too long.
        if (const auto whole = checkListed(language, name); !whole)
            return std::unexpected(whole.error());
        if (entry.value.isArray()) {
            if (!top || entry.value.array().size() != 0)
                return std::unexpected(senseless(Text::tr("The server lists a folder “%1” inside the folder of a language; "
                                                          "environments are one level deep.").arg(shownName(name))));
            listing.folders.push_back(name);
            continue;
        }
        RemoteFile file{name, {}};
        if (entry.value.isDictionary()) {
            file.size = sizeIn(entry.value);
            if (top && entry.value.dictionary().size() == 0 && !name.contains('.'))
                listing.perhaps.insert(name);
        }
        listing.files.push_back(std::move(file));
    }
    std::ranges::sort(listing.files, {}, &RemoteFile::name);
    std::ranges::sort(listing.folders);
    return listing;
}

std::expected<Listing, Failure> list(Connection &connection, const Forms &forms, const std::string &language)
{
    auto answer = ask(connection, forms.list(language), Expected::Dictionary);
    if (!answer)
        return std::unexpected(std::move(answer.error()));
    return readListing(*answer, language);
}

bool contains(const std::vector<RemoteFile> &files, const std::string &name)
{
    return std::ranges::binary_search(files, name, {}, &RemoteFile::name);
}

/// Where lists of a domain hold the outer layers' files too, only their contents tell which the domain has of its own. An
/// own file that is the same as the one it hides counts as inherited: programs can't tell either.
class Inherited {
public:
    Inherited(Connection &connection, const Scope &scope) : m_connection(connection), m_scope(scope) {}

    [[nodiscard]] std::expected<void, Failure> removeFrom(std::vector<RemoteFile> &files, const std::string &language)
    {
        for (const auto &outer : {Forms(Scope()), Forms::stock()}) {
            const auto outerList = list(m_connection, outer, language);
            // A domain's administrator may not look into the server's; a layer may lack the language.
            if (!outerList && (isRefusal(outerList.error()) || outerList.error().kind == Failure::Kind::NoRight))
                continue;
            if (!outerList)
                return std::unexpected(outerList.error());
            std::vector<RemoteFile> own;
            for (const auto &file : files) {
                const auto name = language.empty() ? file.name : language + '/' + file.name;
                const auto same = contains(outerList->files, file.name) ? isSame(outer, name) : false;
                if (!same)
                    return std::unexpected(same.error());
                if (!*same)
                    own.push_back(file);
            }
            files = std::move(own);
        }
        return {};
    }

private:
    std::expected<bool, Failure> isSame(const Forms &outer, const std::string &name)
    {
        const auto own = ask(m_connection, Forms(m_scope).read(name), Expected::DataBlock);
        if (!own)
            return isRefusal(own.error()) ? std::expected<bool, Failure>(true) : std::unexpected(own.error());
        const auto theirs = ask(m_connection, outer.read(name), Expected::DataBlock);
        if (!theirs)
            return isRefusal(theirs.error()) ? std::expected<bool, Failure>(false) : std::unexpected(theirs.error());
        return own->bytes() == theirs->bytes();
    }

    Connection &m_connection;
    const Scope &m_scope;
};

std::expected<void, Failure> run(Connection &connection, const Command &command)
{
    auto reply = connection.run(command);
    if (!reply)
        return std::unexpected(std::move(reply.error()));
    return {};
}

/// No document says by which code a server complains of a program: a success that names an offset is no success.
Remote::Compiled readComplaint(const std::expected<Reply, Failure> &reply)
{
    const bool result = reply && reply->value.isString() && !reply->value.bytes().empty();
    const auto text = !reply ? reply.error().answer : result ? QString::fromStdString(reply->value.toStdString()) : reply->text;
    Remote::Compiled compiled;
    compiled.offset = offsetIn(text.toStdString());
    compiled.sound = reply && !result && !compiled.offset;
    if (!compiled.sound)
        compiled.complaint = text;
    return compiled;
}

std::expected<void, Failure> checkLength(const Connection &connection, const Command &command, const std::string &name)
{
    const auto longest = connection.settings().dialect.longestLine;
    if (longest == 0 || !command.line() || command.line()->size() <= longest)
        return {};
    return std::unexpected(badRequest(
        Text::tr("“%1” is too large for this server: it takes commands of up to %2 bytes.")
            .arg(shownName(name)).arg(longest),
        Text::tr("Upload it by WebAdmin's page, or connect by HTTP, which has a limit of its own.")));
}

} // namespace

Remote::Result<std::vector<RemoteFile>> Remote::files(const Scope &scope, const std::string &language)
{
    std::string folder;
    if (!language.empty()) {
        auto name = languageToSend(language);
        if (!name)
            return std::unexpected(std::move(name.error()));
        folder = std::move(*name);
    }
    auto listing = list(m_connection, Forms(scope), folder);
    if (!listing)
        return std::unexpected(std::move(listing.error()));
    if (!scope.isServer() && m_connection.settings().dialect.listsInherited) {
        if (auto done = Inherited(m_connection, scope).removeFrom(listing->files, folder); !done)
            return std::unexpected(std::move(done.error()));
    }
    return std::move(listing->files);
}

Remote::Result<RemoteFiles> Remote::files(const Scope &scope)
{
    const Forms forms(scope);
    RemoteFiles all;
    auto top = list(m_connection, forms, {});
    if (!top && top.error().kind == Failure::Kind::NoEnvironment && !scope.isServer()) {
        all.exists = false;
        return all;
    }
    if (!top)
        return std::unexpected(std::move(top.error()));
    const bool mixed = !scope.isServer() && m_connection.settings().dialect.listsInherited;
    std::vector<std::string> candidates = top->folders;
    candidates.insert(candidates.end(), top->perhaps.begin(), top->perhaps.end());
    // Each costs a command, and its answer can be as long again.
    if (candidates.size() > mostLanguages)
        return std::unexpected(senseless(Text::tr("The server lists more folders of languages than there are languages.")));
    for (const auto &language : candidates) {
        auto listing = list(m_connection, forms, language);
        if (!listing && isRefusal(listing.error()) && top->perhaps.contains(language))
            continue; // a file without attributes and without a dot
        if (!listing)
            return std::unexpected(std::move(listing.error()));
        std::erase_if(top->files, [&](const RemoteFile &file) { return file.name == language; });
        if (mixed) {
            if (auto done = Inherited(m_connection, scope).removeFrom(listing->files, language); !done)
                return std::unexpected(std::move(done.error()));
            if (listing->files.empty())
                continue;
        }
        all.languages.push_back(language);
        for (auto &file : listing->files)
            all.files.push_back({language + '/' + file.name, file.size});
    }
    if (mixed) {
        if (auto done = Inherited(m_connection, scope).removeFrom(top->files, {}); !done)
            return std::unexpected(std::move(done.error()));
    }
    all.exists = scope.isServer() || !top->files.empty() || !all.languages.empty();
    std::ranges::move(top->files, std::back_inserter(all.files));
    std::ranges::sort(all.files, {}, &RemoteFile::name);
    std::ranges::sort(all.languages);
    return all;
}

/// By a fresh list (server-interfaces, 6.1).
static std::expected<bool, Failure> isListed(Remote &remote, const Scope &scope, const std::string &name)
{
    const auto slash = name.find('/');
    const auto language = slash == name.npos ? std::string() : name.substr(0, slash);
    auto listed = remote.files(scope, language);
    if (listed)
        return contains(*listed, slash == name.npos ? name : name.substr(slash + 1));
    if (listed.error().kind == Failure::Kind::NoEnvironment)
        return false;
    if (language.empty() || !isRefusal(listed.error()))
        return std::unexpected(std::move(listed.error()));
    const auto top = list(remote.connection(), Forms(scope), {});
    if (!top)
        return top.error().kind == Failure::Kind::NoEnvironment ? std::expected<bool, Failure>(false)
                                                                : std::unexpected(top.error());
    if (std::ranges::contains(top->folders, language) || top->perhaps.contains(language))
        return std::unexpected(std::move(listed.error()));
    return false;
}

Remote::Result<std::optional<std::string>> Remote::read(const Scope &scope, const std::string &name)
{
    const auto sent = nameToSend(name);
    if (!sent)
        return std::unexpected(sent.error());
    auto content = ask(m_connection, Forms(scope).read(*sent), Expected::DataBlock);
    if (content)
        return content->toStdString();
    if (!isRefusal(content.error()))
        return std::unexpected(std::move(content.error()));
    const auto listed = isListed(*this, scope, *sent);
    if (!listed)
        return std::unexpected(listed.error());
    if (*listed)
        return std::unexpected(std::move(content.error()));
    return std::nullopt;
}

Remote::Result<> Remote::store(const Scope &scope, const std::string &name, std::string_view content)
{
    const auto sent = nameToSend(name);
    if (!sent)
        return std::unexpected(sent.error());
    const auto command = Forms(scope).store(*sent, content);
    if (auto length = checkLength(m_connection, command, *sent); !length)
        return length;
    return run(m_connection, command);
}

Remote::Result<> Remote::remove(const Scope &scope, const std::string &name)
{
    const auto sent = nameToSend(name);
    if (!sent)
        return std::unexpected(sent.error());
    return run(m_connection, Forms(scope).remove(*sent));
}

Remote::Result<> Remote::createEnvironment(const Scope &scope)
{
    const Forms forms(scope);
    Result<> created;
    if (!scope.isServer()) { // the server's is always there
        created = run(m_connection, forms.create({}));
        if (created || !isRefusal(created.error()))
            return created;
    }
    auto listing = list(m_connection, forms, {});
    if (listing)
        return {};
    return created ? Result<>(std::unexpected(std::move(listing.error()))) : created;
}

Remote::Result<> Remote::createLanguage(const Scope &scope, const std::string &language)
{
    const auto folder = languageToSend(language);
    if (!folder)
        return std::unexpected(folder.error());
    const Forms forms(scope);
    auto created = run(m_connection, forms.create(*folder));
    if (created || !isRefusal(created.error()))
        return created;
    if (list(m_connection, forms, *folder))
        return {};
    return created;
}

Remote::Result<> Remote::removeLanguage(const Scope &scope, const std::string &language)
{
    const auto folder = languageToSend(language);
    if (!folder)
        return std::unexpected(folder.error());
    const Forms forms(scope);
    const auto listing = list(m_connection, forms, *folder);
    if (!listing)
        return std::unexpected(listing.error());
    if (!listing->files.empty()) {
        auto failure = badRequest(Text::tr("The folder “%1” on the server still has files, the first is “%2”.")
                                      .arg(shownName(*folder), shownName(listing->files.front().name)),
                                  Text::tr("Compare again: somebody may have added them just now."));
        failure.kind = Failure::Kind::Changed;
        return std::unexpected(std::move(failure));
    }
    return run(m_connection, forms.removeLanguage(*folder));
}

/// Away with what was stored to be tried.
static std::expected<void, Failure> removeScratch(Remote &remote, const Scope &scope, const std::string &name)
{
    auto removed = remote.remove(scope, name);
    if (!removed && isRefusal(removed.error())) {
        // Servers that store only what compiles have nothing to remove.
        if (const auto listed = isListed(remote, scope, name); listed && !*listed)
            return {};
    }
    if (!removed)
        removed.error().message += QLatin1Char(' ')
                                   + Text::tr("The file “%1”, made to try a program, is left on the server.").arg(shownName(name));
    return removed;
}

Remote::Result<std::optional<Remote::Compiled>> Remote::compile(const Scope &scope, const std::string &name,
                                                                std::string_view program)
{
    const auto way = m_connection.settings().dialect.tryCompile;
    if (way != TryCompile::StoresNothing && way != TryCompile::Stores)
        return std::nullopt;
    auto sent = nameToSend(name);
    if (!sent)
        return std::unexpected(std::move(sent.error()));
    const bool scratch = way == TryCompile::Stores;
    if (scratch)
        *sent = "pbx-compile-" + QString::number(QRandomGenerator::global()->generate64(), 16).toStdString()
                + (sent->ends_with(".sppi") ? ".sppi" : ".sppr");
    auto command = Forms(scope).store(*sent, program);
    command.word("TRYCOMPILE");
    if (auto length = checkLength(m_connection, command, name); !length)
        return std::unexpected(std::move(length.error()));
    const auto reply = m_connection.run(command);
    const bool refused = !reply && reply.error().kind == Failure::Kind::Refused;
    if (scratch && (reply || refused || reply.error().answerLost)) {
        if (auto removed = removeScratch(*this, scope, *sent); !removed)
            return std::unexpected(std::move(removed.error()));
    }
    if (!reply && !refused)
        return std::unexpected(reply.error());
    return readComplaint(reply);
}

} // namespace pbx::server
