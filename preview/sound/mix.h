// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/sound/sound_library.h"

namespace pbx::sound {

/// What one person hears, sample by sample. It knows no clock: whoever takes samples decides when.
class Mix {
public:
    /// A prompt that ends within `lagMs` after it was taken away is heard to its end, and the next one waits for it: a
    /// device lags a little behind the clock of the call.
    explicit Mix(int sampleRate = 8000, int lagMs = 0);

    /// From `now` (ms) on these parts are heard; a voice with a known id goes on where it is.
    void set(std::int64_t now, const std::vector<Part> &parts);
    /// -1…1, more where voices add up.
    float next();
    bool silent() const { return m_tracks.empty(); }

private:
    struct Track {
        std::uint64_t id = 0;
        Samples samples;
        std::size_t at = 0;
        std::int64_t left = -1; ///< samples to come; -1: no end of its own
        bool loops = false;
        bool prompt = false; ///< one prompt follows another, people and tones are heard at once
        bool leaving = false; ///< only its end is still heard
        std::uint64_t after = 0; ///< waits for that track
    };
    std::size_t remaining(const Track &track) const;
    bool finished(const Track &track) const;

    int m_rate;
    std::size_t m_lag; ///< samples
    std::vector<Track> m_tracks;
};

} // namespace pbx::sound
