// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/sound/recorder.h"

#include <algorithm>
#include <cmath>

namespace pbx::sound {

namespace {

constexpr std::int64_t tailMs = 3'000; ///< a busy tone behind the end of the call

} // namespace

void Recorder::render(std::int64_t until)
{
    constexpr std::int64_t longest = audio::LongestSound.count();
    m_cutOff = m_cutOff || until > longest;
    const auto wanted = static_cast<std::size_t>(std::min(until, longest)) * audio::TelephoneRate / 1000;
    while (m_sound.samples.size() < wanted) {
        if (m_mix.silent()) {
            m_sound.samples.resize(wanted);
            return;
        }
        const float sample = std::clamp(m_mix.next(), -1.0F, 1.0F);
        m_sound.samples.push_back(static_cast<std::int16_t>(std::lround(sample * 32767.0F)));
    }
}

void Recorder::hear(std::uint32_t person, std::int64_t now, const std::vector<call::Voice> &voices)
{
    if (person != m_person)
        return;
    render(now);
    m_mix.set(now, m_library.parts(voices));
}

audio::Sound Recorder::finish(std::int64_t now)
{
    render(now);
    for (std::int64_t more = 100; more <= tailMs && !m_mix.silent(); more += 100)
        render(now + more);
    return std::move(m_sound);
}

} // namespace pbx::sound
