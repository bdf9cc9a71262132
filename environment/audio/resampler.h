// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pbx::audio {

/// Changes the rate of a mono sound piece by piece with a windowed sinc. What the lower of the two rates cannot carry
/// is filtered away by 80 dB and more; the edges are read as silence. Equal rates pass through unchanged.
class Resampler
{
public:
    Resampler(int fromRate, int toRate); ///< both above 0

    /// Takes the next samples, appends what can be computed from them to `output` (full scale 1).
    void push(std::span<const float> input, std::vector<float> &output);
    /// The rest. The whole output has input × toRate / fromRate samples, rounded to the nearest.
    void finish(std::vector<float> &output);

private:
    void produce(std::int64_t end, std::vector<float> &output);

    std::int64_t m_from;
    std::int64_t m_to;
    double m_scale; ///< width of the filter's zero crossings is 1 / m_scale input samples
    std::int64_t m_reach; ///< input samples needed on either side of an output sample
    std::vector<float> m_kernel; ///< right half of the impulse response, finely sampled
    std::vector<float> m_pending; ///< input samples from m_pendingStart on
    std::int64_t m_pendingStart = 0;
    std::int64_t m_received = 0;
    std::int64_t m_made = 0; ///< output samples
};

} // namespace pbx::audio
