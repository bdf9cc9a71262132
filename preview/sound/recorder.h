// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"
#include "preview/sound/mix.h"

namespace pbx::sound {

/// Writes down what one person hears, at the rate of the telephone. Time may be virtual.
class Recorder : public call::MediaPort {
public:
    explicit Recorder(std::uint32_t person = 1) : m_person(person) {}

    void hear(std::uint32_t person, std::int64_t now, const std::vector<call::Voice> &voices) override;
    /// All that was heard up to `now` (ms), and tones of limited length that began before. At most
    /// audio::LongestSound.
    audio::Sound finish(std::int64_t now);
    bool cutOff() const { return m_cutOff; } ///< there was more than that
    SoundLibrary &library() { return m_library; }

private:
    void render(std::int64_t until);

    std::uint32_t m_person;
    SoundLibrary m_library;
    Mix m_mix;
    audio::Sound m_sound;
    bool m_cutOff = false;
};

} // namespace pbx::sound
