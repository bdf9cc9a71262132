// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"

#include <utility>

/// How loud prompts are, and making them alike. Loudness is that of EBU R 128 (ITU-R BS.1770), in LUFS.
namespace pbx::audio {

inline constexpr double PromptLoudness = -20.0; ///< LUFS: what prompts are brought to
inline constexpr double PromptCeiling = -1.5;   ///< dBFS: no peak of a levelled prompt passes it

struct Measure {
    double loudness;         ///< LUFS; minus infinity for silence
    double peak;             ///< dBFS
    int clipped = 0;         ///< samples in runs of three and more at full scale
    int leadingMs = 0;       ///< quieter than the speech, before it
    int trailingMs = 0;      ///< and behind it
};
[[nodiscard]] Measure measure(const Sound &sound);

/// Without the silence at both ends, but for a breath of 60 ms before and 120 ms behind. Nothing but silence stays as it is.
[[nodiscard]] Sound trimmed(const Sound &sound);

/// As loud as `loudness`; where peaks would pass the ceiling they are held below it and the rest stays true.
[[nodiscard]] Sound levelled(const Sound &sound, double loudness = PromptLoudness);

/// Lowest and highest sample of each of `columns` equal parts, for drawing. Empty for no sound or no columns.
[[nodiscard]] std::vector<std::pair<std::int16_t, std::int16_t>> outline(const Sound &sound, int columns);

} // namespace pbx::audio
