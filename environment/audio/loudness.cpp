// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/loudness.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace pbx::audio {

namespace {

constexpr double silent = -std::numeric_limits<double>::infinity();
constexpr int frameMs = 10;
constexpr int beforeMs = 60;
constexpr int behindMs = 120;

struct Close {
    void operator()(ebur128_state *state) const { ebur128_destroy(&state); }
};

/// The gate wants 400 ms; a shorter prompt is heard over and over.
double loudnessOf(const Sound &sound)
{
    if (sound.samples.empty())
        return silent;
    const std::unique_ptr<ebur128_state, Close> state(ebur128_init(1, static_cast<unsigned long>(sound.sampleRate), EBUR128_MODE_I));
    if (!state)
        return silent;
    const std::size_t wanted = std::size_t(sound.sampleRate);
    for (std::size_t given = 0; given < std::max<std::size_t>(wanted, 1); given += sound.samples.size())
        ebur128_add_frames_short(state.get(), sound.samples.data(), sound.samples.size());
    double loudness = silent;
    if (ebur128_loudness_global(state.get(), &loudness) != EBUR128_SUCCESS || !std::isfinite(loudness))
        return silent;
    return loudness;
}

/// Energy of every 10 ms, in dBFS.
std::vector<double> frameLevels(const Sound &sound)
{
    const std::size_t length = std::max<std::size_t>(std::size_t(sound.sampleRate) * frameMs / 1000, 1);
    std::vector<double> levels;
    for (std::size_t at = 0; at < sound.samples.size(); at += length) {
        const std::size_t end = std::min(at + length, sound.samples.size());
        double sum = 0;
        for (std::size_t i = at; i < end; ++i)
            sum += double(sound.samples[i]) * sound.samples[i];
        levels.push_back(10 * std::log10(sum / double(end - at) / (32768.0 * 32768.0) + 1e-12));
    }
    return levels;
}

/// First and one past the last frame of speech: louder than 40 dB below the loudest frame, and than the noise of the room.
std::pair<std::size_t, std::size_t> speech(const std::vector<double> &levels)
{
    if (levels.empty())
        return {0, 0};
    std::vector<double> sorted = levels;
    std::ranges::sort(sorted);
    const double loudest = sorted.back();
    const double room = sorted[sorted.size() / 10];
    const double threshold = std::max(loudest - 40, std::min(room + 8, loudest - 15));
    if (loudest < -70)
        return {0, levels.size()};
    const auto loud = [threshold](double level) { return level > threshold; };
    const auto first = std::ranges::find_if(levels, loud);
    const auto last = std::find_if(levels.rbegin(), levels.rend(), loud);
    return {std::size_t(first - levels.begin()), std::size_t(levels.rend() - last)};
}

} // namespace

Measure measure(const Sound &sound)
{
    Measure result{loudnessOf(sound), levels(sound).peak};
    int run = 0;
    const auto closeRun = [&] {
        if (run >= 3)
            result.clipped += run;
        run = 0;
    };
    for (const std::int16_t sample : sound.samples) {
        if (sample >= 32766 || sample <= -32767)
            ++run;
        else
            closeRun();
    }
    closeRun();
    const auto frames = frameLevels(sound);
    const auto [first, last] = speech(frames);
    result.leadingMs = int(first) * frameMs;
    result.trailingMs = int(frames.size() - last) * frameMs;
    return result;
}

Sound trimmed(const Sound &sound)
{
    const auto frames = frameLevels(sound);
    const auto [first, last] = speech(frames);
    const std::size_t length = std::max<std::size_t>(std::size_t(sound.sampleRate) * frameMs / 1000, 1);
    const std::size_t before = std::size_t(sound.sampleRate) * beforeMs / 1000;
    const std::size_t behind = std::size_t(sound.sampleRate) * behindMs / 1000;
    const std::size_t from = first * length > before ? first * length - before : 0;
    const std::size_t to = std::min(last * length + behind, sound.samples.size());
    if (from >= to)
        return sound;
    return {sound.sampleRate, {sound.samples.begin() + std::ptrdiff_t(from), sound.samples.begin() + std::ptrdiff_t(to)}};
}

Sound levelled(const Sound &sound, double loudness)
{
    const double now = loudnessOf(sound);
    if (!std::isfinite(now))
        return sound;
    const double gain = std::pow(10, (loudness - now) / 20);
    const double ceiling = std::pow(10, PromptCeiling / 20) * 32767;
    // A limiter that sees 5 ms ahead and lets go over 80 ms.
    const std::size_t ahead = std::max<std::size_t>(std::size_t(sound.sampleRate) / 200, 1);
    const double release = std::exp(-1.0 / (0.08 * sound.sampleRate));
    std::vector<double> allowed(sound.samples.size(), 1.0);
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        const double peak = std::abs(sound.samples[i] * gain);
        if (peak <= ceiling)
            continue;
        const double needed = ceiling / peak;
        for (std::size_t back = 0; back <= ahead && back <= i; ++back) {
            const double part = needed + (1 - needed) * double(back) / double(ahead);
            allowed[i - back] = std::min(allowed[i - back], part);
        }
    }
    Sound result = sound;
    double held = 1;
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        held = std::min(allowed[i], 1 - (1 - held) * release);
        result.samples[i] = std::int16_t(std::lround(std::clamp(sound.samples[i] * gain * held, -ceiling, ceiling)));
    }
    return result;
}

std::vector<std::pair<std::int16_t, std::int16_t>> outline(const Sound &sound, int columns)
{
    std::vector<std::pair<std::int16_t, std::int16_t>> parts;
    const std::size_t count = sound.samples.size();
    for (int column = 0; column < columns && count > 0; ++column) {
        const std::size_t from = count * std::size_t(column) / std::size_t(columns);
        const std::size_t to = std::max(from + 1, count * std::size_t(column + 1) / std::size_t(columns));
        const auto [low, high] = std::minmax_element(sound.samples.begin() + std::ptrdiff_t(from), sound.samples.begin() + std::ptrdiff_t(std::min(to, count)));
        parts.emplace_back(*low, *high);
    }
    return parts;
}

} // namespace pbx::audio
