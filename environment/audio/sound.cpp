// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/sound.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>
#include <string_view>

namespace pbx::audio {

namespace {

constexpr double FullScale = 32768.0;

std::size_t sampleCount(int durationMs)
{
    const std::int64_t bounded = std::clamp<std::int64_t>(durationMs, 0, LongestSound.count());
    return static_cast<std::size_t>(bounded * TelephoneRate / 1000);
}

double decibels(double ratio)
{
    return ratio > 0.0 ? 20.0 * std::log10(ratio) : -std::numeric_limits<double>::infinity();
}

// 1 in the middle, half a cosine up and down at the ends.
double envelope(std::size_t index, std::size_t count)
{
    const std::size_t ramp = std::min<std::size_t>(TelephoneRate * 2 / 1000, count / 2);
    const std::size_t fromEnd = std::min(index, count - 1 - index);
    if (fromEnd >= ramp)
        return 1.0;
    return 0.5 - 0.5 * std::cos(std::numbers::pi * (static_cast<double>(fromEnd) + 0.5) / static_cast<double>(ramp));
}

struct Sine {
    double frequency; // Hz
    double amplitude; // 1 is full scale
};

Sound sines(std::span<const Sine> waves, int durationMs)
{
    Sound sound = silence(durationMs);
    const std::size_t count = sound.samples.size();
    for (std::size_t i = 0; i < count; ++i) {
        double value = 0.0;
        for (const auto &[frequency, amplitude] : waves) {
            if (amplitude == 0.0)
                continue;
            // Whole turns are dropped first: the phase of a long tone stays exact.
            const double turns = std::fmod(frequency * static_cast<double>(i) / TelephoneRate, 1.0);
            value += amplitude * std::sin(2.0 * std::numbers::pi * turns);
        }
        value *= (FullScale - 1.0) * envelope(i, count);
        sound.samples[i] = static_cast<std::int16_t>(std::lround(std::clamp(value, -FullScale, FullScale - 1.0)));
    }
    return sound;
}

bool isAudible(double frequency)
{
    return frequency > 0.0 && frequency < TelephoneRate / 2.0;
}

// Full scale is the most there is; not a number is nothing.
double amplitudeOf(double level)
{
    return std::isnan(level) ? 0.0 : std::pow(10.0, std::min(level, 0.0) / 20.0);
}

} // namespace

std::int64_t Sound::durationMs() const
{
    return sampleRate > 0 ? static_cast<std::int64_t>(samples.size()) * 1000 / sampleRate : 0;
}

Levels levels(const Sound &sound)
{
    double peak = 0.0;
    double squares = 0.0;
    for (const std::int16_t sample : sound.samples) {
        const double value = sample / FullScale;
        peak = std::max(peak, std::abs(value));
        squares += value * value;
    }
    const double mean = sound.samples.empty() ? 0.0 : squares / static_cast<double>(sound.samples.size());
    return {decibels(peak), decibels(std::sqrt(mean))};
}

Sound silence(int durationMs)
{
    Sound sound;
    sound.samples.assign(sampleCount(durationMs), 0);
    return sound;
}

Sound tone(double frequencyHz, int durationMs, double level, double secondHz, double ratio)
{
    const double amplitude = amplitudeOf(level);
    const bool both = isAudible(secondHz) && ratio > 0.0 && std::isfinite(ratio);
    const double first = both ? amplitude / (1.0 + ratio) : amplitude;
    return sines(std::array{Sine{frequencyHz, isAudible(frequencyHz) ? first : 0.0},
                            Sine{secondHz, both ? amplitude - first : 0.0}},
                 durationMs);
}

std::optional<Sound> dtmf(char key, int durationMs, double level)
{
    // ITU-T Q.23: the row gives the low tone, the column the high one.
    static constexpr std::string_view Keys = "123A456B789C*0#D";
    static constexpr std::array Rows = {697.0, 770.0, 852.0, 941.0};
    static constexpr std::array Columns = {1209.0, 1336.0, 1477.0, 1633.0};

    const char upper = key >= 'a' && key <= 'd' ? static_cast<char>(key - 'a' + 'A') : key;
    const std::size_t place = Keys.find(upper);
    if (place == std::string_view::npos)
        return std::nullopt;
    const double amplitude = amplitudeOf(level);
    return sines(std::array{Sine{Rows[place / 4], amplitude}, Sine{Columns[place % 4], amplitude}}, durationMs);
}

} // namespace pbx::audio
