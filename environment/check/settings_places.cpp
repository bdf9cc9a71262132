// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/settings_places.h"

#include "environment/files/atomic_file.h"
#include "environment/language/source.h"

namespace pbx::check {

language::Position SettingsPlaces::at(const QString &file, const SettingsPath &path)
{
    const auto [place, isNew] = m_files.try_emplace(file);
    File &known = place->second;
    if (isNew) {
        if (const auto bytes = files::readFile(file)) {
            known.text = bytes->toStdString();
            data::ReadOptions options;
            options.places = true;
            if (auto document = data::readNotation(known.text, options))
                known.top = std::move(document->place);
        }
    }
    const data::NotationPlace *found = &known.top;
    std::size_t depth = 0;
    for (; depth < path.size(); ++depth) {
        const data::NotationPlace *next = found->part(path[depth]);
        if (!next)
            break;
        found = next;
    }
    const std::size_t offset = depth == path.size() ? found->valueAt : found->keyAt;
    return language::Source({}, known.text).position(static_cast<std::uint32_t>(offset));
}

} // namespace pbx::check
