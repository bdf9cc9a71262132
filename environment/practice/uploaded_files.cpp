// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/uploaded_files.h"

#include "environment/archive/tar_entries.h"
#include "environment/files/name_rules.h"

#include <QBuffer>

#include <set>

namespace pbx::practice {

namespace {

constexpr std::size_t mostEntries = 20'000;

std::expected<void, std::string> add(Upload &upload, std::set<std::string> &names, const std::string &name,
                                     std::string_view content)
{
    const auto verdict = files::checkName(name);
    const auto folded = files::foldName(name);
    if (!verdict.accepted())
        return std::unexpected(name + ": " + verdict.message);
    if (!names.insert(folded).second)
        return std::unexpected(name + ": the name stands there twice");
    upload.files.push_back({folded, content});
    return {};
}

std::expected<Upload, std::string> readArchive(std::string_view content, const std::string &prefix)
{
    QByteArray bytes = QByteArray::fromRawData(content.data(), static_cast<qsizetype>(content.size()));
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    const auto entries = archive::readEntries(device, mostEntries);
    if (!entries)
        return std::unexpected(entries.error().toStdString());
    Upload upload;
    std::set<std::string> names;
    std::set<std::string> languages;
    for (const auto &entry : *entries) {
        auto name = entry.name;
        const bool folder = entry.type == '5';
        while (folder && name.ends_with('/'))
            name.pop_back();
        if (!folder && entry.type != '0')
            return std::unexpected(name + ": only files and folders are taken");
        if ((folder || name.contains('/')) && !prefix.empty())
            return std::unexpected(name + ": the archive of a language has no folders");
        if (folder && (name.contains('/') || !files::checkName(name).accepted()))
            return std::unexpected(name + ": no language can be called so");
        if (folder || name.contains('/'))
            languages.insert(files::foldName(name.substr(0, name.find('/'))));
        if (folder)
            continue;
        const auto at = static_cast<std::size_t>(entry.at);
        const auto size = static_cast<std::size_t>(entry.size);
        if (at > content.size() || size > content.size() - at)
            return std::unexpected(name + ": the archive ends in the middle of it");
        if (const auto added = add(upload, names, prefix + name, content.substr(at, size)); !added)
            return std::unexpected(added.error());
    }
    if (upload.files.empty())
        return std::unexpected("the archive holds no file");
    upload.languages.assign(languages.begin(), languages.end());
    return upload;
}

} // namespace

std::expected<Upload, std::string> readUpload(const std::string &fileName, std::string_view content, const std::string &language)
{
    const auto prefix = language.empty() ? std::string() : language + '/';
    if (files::foldName(fileName).ends_with(".tar"))
        return readArchive(content, prefix);
    Upload upload;
    std::set<std::string> names;
    if (const auto added = add(upload, names, prefix + fileName, content); !added)
        return std::unexpected(added.error());
    return upload;
}

} // namespace pbx::practice
