// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/sound/mix.h"

#include <algorithm>

namespace pbx::sound {

Mix::Mix(int sampleRate, int lagMs)
    : m_rate(sampleRate), m_lag(static_cast<std::size_t>(sampleRate) * static_cast<std::size_t>(lagMs) / 1000)
{
}

std::size_t Mix::remaining(const Track &track) const
{
    const std::size_t sound = !track.samples || track.samples->empty() ? 0
        : track.loops                                                  ? SIZE_MAX
                                                                       : track.samples->size() - std::min(track.at, track.samples->size());
    return track.left < 0 ? sound : std::min(sound, static_cast<std::size_t>(track.left));
}

bool Mix::finished(const Track &track) const
{
    return remaining(track) == 0;
}

void Mix::set(std::int64_t now, const std::vector<Part> &parts)
{
    std::uint64_t before = 0;
    for (Track &track : m_tracks) {
        const bool stays = std::ranges::any_of(parts, [&](const Part &part) { return part.voice.id == track.id; });
        if (stays)
            continue;
        const std::size_t rest = remaining(track);
        track.leaving = track.prompt && track.after == 0 && rest > 0 && rest <= m_lag;
        if (track.leaving)
            before = track.id;
        else
            track.samples = {};
    }
    std::erase_if(m_tracks, [this](const Track &track) { return finished(track); });
    for (const Part &part : parts) {
        if (std::ranges::contains(m_tracks, part.voice.id, &Track::id))
            continue;
        if (!part.samples || part.samples->empty())
            continue;
        const std::int64_t passed = std::max<std::int64_t>(now - part.voice.start, 0);
        const auto samples = [this](std::int64_t ms) { return ms * m_rate / 1000; };
        Track track;
        track.id = part.voice.id;
        track.samples = part.samples;
        track.loops = part.loops;
        track.prompt = part.voice.kind == call::Voice::Kind::File || part.voice.kind == call::Voice::Kind::Data
            || part.voice.kind == call::Voice::Kind::Tone;
        track.at = static_cast<std::size_t>(samples(passed + part.voice.skip));
        if (track.loops)
            track.at %= track.samples->size();
        if (part.voice.length >= 0)
            track.left = std::max<std::int64_t>(samples(part.voice.length) - samples(passed), 0);
        if (track.prompt)
            track.after = before;
        if (!finished(track))
            m_tracks.push_back(std::move(track));
    }
}

float Mix::next()
{
    if (m_tracks.empty())
        return 0;
    float sum = 0;
    bool ended = false;
    for (Track &track : m_tracks) {
        if (track.after != 0) {
            if (std::ranges::contains(m_tracks, track.after, &Track::id))
                continue;
            track.after = 0;
        }
        if (track.loops && track.at >= track.samples->size())
            track.at = 0;
        sum += static_cast<float>((*track.samples)[track.at++]) / 32768.0F;
        if (track.left > 0)
            --track.left;
        ended = ended || finished(track);
    }
    if (ended)
        std::erase_if(m_tracks, [this](const Track &track) { return finished(track); });
    return sum;
}

} // namespace pbx::sound
