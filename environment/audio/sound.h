// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

/// Sound as the telephone carries it, and where it comes from: files of an environment, tones, keys.
namespace pbx::audio {

inline constexpr int TelephoneRate = 8000; ///< Hz, what a caller hears

/// Nothing longer is read or made: an hour of prompt is a mistake, and memory stays bounded.
inline constexpr std::chrono::milliseconds LongestSound = std::chrono::hours(1);

struct Sound {
    int sampleRate = TelephoneRate; ///< Hz, above 0
    std::vector<std::int16_t> samples; ///< mono

    /// Rounded down, as pbx-runtime.md 3.3 (4) counts a file.
    [[nodiscard]] std::int64_t durationMs() const;
    bool operator==(const Sound &) const = default;
};

/// Both in dB below full scale (0 is the loudest), minus infinity for silence and for no sound at all.
struct Levels {
    double peak;
    double rms; ///< root mean square; a full-scale square wave has 0, a sine -3.01
};

[[nodiscard]] Levels levels(const Sound &sound);

/// Lengths below 0 count as 0, above LongestSound as that.
[[nodiscard]] Sound silence(int durationMs);

/// A sine or two, ends softened by 2 ms against clicks. `level` is that of the highest possible peak in dBFS; the
/// second wave is `ratio` times as strong as the first. A frequency of 0, or one the telephone cannot carry (half the rate and
/// above), is silent.
[[nodiscard]] Sound tone(double frequencyHz, int durationMs, double level = -10.0, double secondHz = 0.0,
                         double ratio = 1.0);

/// The two sines of a key, each at `level`. Empty for anything but 0-9 * # A-D (a-d too).
[[nodiscard]] std::optional<Sound> dtmf(char key, int durationMs, double level = -10.0);

} // namespace pbx::audio
