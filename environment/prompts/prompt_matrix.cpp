// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/prompts/prompt_matrix.h"

#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace pbx::prompts {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Prompts)
};

bool isSound(const std::string &name)
{
    return std::ranges::any_of(files::mediaExtensions, [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string stem(const std::string &name)
{
    return name.substr(0, name.rfind('.'));
}

/// What is known of the prompts of one language.
struct Known {
    Recordings recordings;
    files::PromptTexts texts;
};

void judge(Cell &cell, const std::string &prompt, const Known &known, ProbeCache &cache)
{
    if (const auto recording = known.recordings.find(prompt)) {
        const auto bytes = files::readFile(cell.file->path);
        if (bytes && digestOf(*bytes) == recording->digest) {
            const std::string now = known.texts.text(prompt).value_or(std::string());
            if (now != recording->text) {
                cell.state = State::Stale;
                cell.note = (recording->text.empty() ? Text::tr("it has got a text since it was made")
                                                     : Text::tr("made when its text was: %1").arg(QString::fromStdString(recording->text)))
                                .toStdString();
            } else if (recording->origin == Origin::Speech) {
                cell.state = State::Placeholder;
                cell.note = Text::tr("spoken by the computer until it is recorded").toStdString();
            }
        }
    }
    if (const std::string &fault = cache.fault(cell.file->path); !fault.empty()) {
        cell.state = State::WrongFormat;
        cell.note = fault;
    }
}

} // namespace

const std::string &ProbeCache::fault(const QString &path)
{
    const QFileInfo file(path);
    const qint64 modified = file.lastModified().toMSecsSinceEpoch();
    Probe &probe = m_probes[path.toStdString()];
    if (probe.size == file.size() && probe.modified == modified)
        return probe.fault;
    probe = {file.size(), modified, {}};
    const auto info = audio::probe(path);
    if (!info)
        probe.fault = info.error().toStdString();
    else if (info->sampleRate != audio::TelephoneRate || info->channels != 1)
        probe.fault = Text::tr("%1, %2 Hz, %3 channel(s): the telephone carries 8000 Hz mono")
                          .arg(info->format)
                          .arg(info->sampleRate)
                          .arg(info->channels)
                          .toStdString();
    return probe.fault;
}

bool ProbeCache::knows(const QString &path) const
{
    const auto probe = m_probes.find(path.toStdString());
    const QFileInfo file(path);
    return probe != m_probes.end() && probe->second.size == file.size()
        && probe->second.modified == file.lastModified().toMSecsSinceEpoch();
}

std::string_view stateName(State state) noexcept
{
    constexpr std::string_view names[] = {"missing", "fallback", "inherited", "own", "placeholder", "stale", "wrong-format"};
    return names[std::size_t(state)];
}

std::vector<std::string> languagesInUse(const accounts::Directory &directory, const std::string &domain,
                                        const files::Environment &environment)
{
    std::set<std::string> languages{std::string()};
    for (const files::Layer which : {files::Layer::Domain, files::Layer::Server}) {
        if (const auto *layer = environment.layer(which))
            languages.insert(layer->languages().begin(), layer->languages().end());
    }
    if (const accounts::Domain *known = directory.domain(domain)) {
        for (const accounts::Account &account : known->accounts) {
            for (const std::string &language : check::spokenLanguages(account))
                languages.insert(language);
        }
    }
    return {languages.begin(), languages.end()};
}

Matrix promptMatrix(const files::Workspace &workspace, const accounts::Directory &directory, const std::string &domain, bool probe,
                    ProbeCache *cache)
{
    ProbeCache own;
    Matrix matrix;
    matrix.environment = workspace.environment(domain);
    matrix.languages = languagesInUse(directory, domain, *matrix.environment);
    check::PromptUse use = check::usedPrompts(workspace, directory, domain);
    std::map<std::string, std::string> names; // folded → as written
    const files::Layer ownLayer = workspace.domain(domain) ? files::Layer::Domain : files::Layer::Server;
    if (const files::LayerIndex *layer = matrix.environment->layer(ownLayer)) {
        for (const files::FileEntry &file : layer->files()) {
            if (isSound(file.name))
                names.emplace(files::foldName(stem(file.name)), stem(file.name));
        }
    }
    for (const auto &[name, users] : use)
        names.emplace(name, name);
    std::vector<Known> known;
    for (const std::string &language : matrix.languages)
        known.push_back({Recordings::read(workspace, domain, language), workspace.prompts(domain, language).value_or(files::PromptTexts())});
    for (const auto &[folded, name] : names) {
        Row row{name, use[folded], {}};
        for (std::size_t i = 0; i < matrix.languages.size(); ++i) {
            Cell cell;
            cell.file = matrix.environment->findMedia(name, matrix.languages[i]);
            if (cell.file) {
                cell.state = cell.file->language != matrix.languages[i] ? State::Fallback
                    : cell.file->layer == ownLayer                      ? State::Own
                                                                        : State::Inherited;
                if (probe && cell.state == State::Own)
                    judge(cell, name, known[i], cache ? *cache : own);
            }
            row.cells.push_back(std::move(cell));
        }
        matrix.rows.push_back(std::move(row));
    }
    return matrix;
}

} // namespace pbx::prompts
