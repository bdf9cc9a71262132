// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/environment.h"

#include "environment/accounts/words.h"
#include "environment/files/name_rules.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace pbx::files {

using accounts::said;

namespace {

/// A folder with more is not an environment; reading on would only fill memory.
constexpr std::size_t mostFiles = 100'000;

std::string utf8(const QString &text)
{
    return text.toStdString();
}

struct DiskEntry {
    std::string name;
    std::string folded;
    QFileInfo info;
};

/// In an order that does not depend on the file system.
std::vector<DiskEntry> listFolder(const QString &folder, bool &complete)
{
    std::vector<DiskEntry> entries;
    // Names with a leading dot are left-overs of editors and desktops.
    QDirIterator iterator(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    complete = true;
    while (iterator.hasNext()) {
        if (entries.size() >= mostFiles) {
            complete = false;
            break;
        }
        QFileInfo info = iterator.nextFileInfo();
        std::string name = utf8(info.fileName());
        std::string folded = foldName(name);
        entries.push_back({std::move(name), std::move(folded), std::move(info)});
    }
    // Of names that differ only by case, the one the server would keep comes first.
    std::ranges::sort(entries, [](const DiskEntry &a, const DiskEntry &b) {
        const bool capitalsA = a.folded != a.name;
        const bool capitalsB = b.folded != b.name;
        return capitalsA != capitalsB ? capitalsB : a.name < b.name;
    });
    return entries;
}

} // namespace

std::shared_ptr<const LayerIndex> LayerIndex::scan(const QString &folder, Layer layer, const std::string &shown)
{
    auto index = std::make_shared<LayerIndex>();
    index->m_layer = layer;
    index->m_folder = folder;
    index->m_exists = !folder.isEmpty() && QFileInfo(folder).isDir();
    if (!index->m_exists)
        return index;
    index->scanFolder(folder, {}, shown);
    std::ranges::sort(index->m_files, [](const FileEntry &a, const FileEntry &b) {
        return std::tie(a.language, a.name) < std::tie(b.language, b.name);
    });
    std::ranges::sort(index->m_languages);
    return index;
}

void LayerIndex::scanFolder(const QString &folder, const std::string &language, const std::string &shown)
{
    const auto report = [this](const QString &path, const char *code, std::string message) {
        m_problems.push_back({path, 0, 0, false, code, std::move(message)});
    };
    bool complete = true;
    const auto entries = listFolder(folder, complete);
    if (!complete)
        report(folder, "file-name",
               said(QT_TRANSLATE_NOOP("Words", "The folder holds more than %1 files; the rest is not looked at."),
                    {std::to_string(mostFiles)}));
    std::unordered_map<std::string, QString> seen;
    for (const auto &[name, folded, info] : entries) {
        const auto path = info.absoluteFilePath();
        const bool isFolder = info.isDir();
        if (isFolder && !language.empty()) {
            report(path, "file-name",
                   said(QT_TRANSLATE_NOOP("Words",
                                          "Language folders are one level deep; the folder \"%1\" inside \"%2\" is not used."),
                        {name, language}));
            continue;
        }
        if (!isFolder && !info.isFile())
            continue; // sockets and the like
        const auto verdict = checkName(language.empty() ? name : language + '/' + name);
        if (!verdict.message.empty())
            report(path, "file-name", verdict.message);
        if (!verdict.accepted())
            continue;
        if (const auto [place, isNew] = seen.try_emplace(folded, info.fileName()); !isNew) {
            report(path, "duplicate-file",
                   said(QT_TRANSLATE_NOOP("Words",
                                          "\"%1\" and \"%2\" differ only by case; they are one name on the server, and \"%2\" is "
                                          "used."),
                        {name, utf8(place->second)}));
            continue;
        }
        if (isFolder) {
            m_languages.push_back(folded);
            scanFolder(path, folded, shown + '/' + name);
            continue;
        }
        m_files.push_back({folded, path, m_layer, language, info.size(), info.lastModified().toMSecsSinceEpoch(),
                           shown + '/' + name});
    }
}

bool LayerIndex::sameFiles(const LayerIndex &other) const
{
    return m_exists == other.m_exists && m_folder == other.m_folder && m_languages == other.m_languages &&
           m_files == other.m_files && m_problems.size() == other.m_problems.size();
}

} // namespace pbx::files
