// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/resampler.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pbx::audio {

namespace {

constexpr int Crossings = 32; // zero crossings on either side
constexpr int StepsPerCrossing = 512; // linear interpolation between them errs below -100 dB
constexpr double KaiserBeta = 9.0; // stop band below -90 dB
constexpr double PassBand = 0.91; // middle of the transition, which ends at the fold-over; flat up to 3280 Hz of 4000

double bessel0(double x)
{
    double sum = 1.0;
    double term = 1.0;
    for (int k = 1; term > sum * 1e-12; ++k) {
        term *= (x / (2.0 * k)) * (x / (2.0 * k));
        sum += term;
    }
    return sum;
}

std::vector<float> makeKernel()
{
    const int length = Crossings * StepsPerCrossing;
    std::vector<float> kernel(static_cast<std::size_t>(length) + 2, 0.0F);
    for (int i = 0; i <= length; ++i) {
        const double x = static_cast<double>(i) / StepsPerCrossing;
        const double sinc = i == 0 ? 1.0 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
        const double part = static_cast<double>(i) / length;
        kernel[static_cast<std::size_t>(i)] =
            static_cast<float>(sinc * bessel0(KaiserBeta * std::sqrt(1.0 - part * part)) / bessel0(KaiserBeta));
    }
    return kernel;
}

} // namespace

Resampler::Resampler(int fromRate, int toRate)
    : m_from(fromRate)
    , m_to(toRate)
    , m_scale(PassBand * std::min(1.0, static_cast<double>(toRate) / fromRate))
    , m_reach(static_cast<std::int64_t>(std::ceil(Crossings / m_scale)) + 1)
{
    if (m_from != m_to)
        m_kernel = makeKernel();
}

void Resampler::push(std::span<const float> input, std::vector<float> &output)
{
    if (m_from == m_to) {
        output.insert(output.end(), input.begin(), input.end());
        return;
    }
    m_pending.insert(m_pending.end(), input.begin(), input.end());
    m_received += static_cast<std::int64_t>(input.size());

    // Output sample n stands at n × from / to and needs m_reach input samples behind that place.
    const std::int64_t complete = m_received - m_reach;
    if (complete > 0)
        produce(complete * m_to / m_from, output);

    const std::int64_t needed = std::clamp<std::int64_t>(m_made * m_from / m_to - m_reach, m_pendingStart, m_received);
    m_pending.erase(m_pending.begin(), m_pending.begin() + (needed - m_pendingStart));
    m_pendingStart = needed;
}

void Resampler::finish(std::vector<float> &output)
{
    if (m_from != m_to)
        produce((m_received * m_to + m_from / 2) / m_from, output);
}

void Resampler::produce(std::int64_t end, std::vector<float> &output)
{
    const double stepsPerSample = m_scale * StepsPerCrossing;
    const double reach = static_cast<double>(m_kernel.size() - 2) / stepsPerSample; // input samples, at most m_reach
    const std::int64_t pendingEnd = m_pendingStart + std::ssize(m_pending);
    for (; m_made < end; ++m_made) {
        const std::int64_t base = m_made * m_from / m_to;
        const double fraction = static_cast<double>(m_made * m_from % m_to) / static_cast<double>(m_to);
        // Outside the sound there is silence, so only the samples that exist are summed.
        const auto first = std::max(m_pendingStart, base + static_cast<std::int64_t>(std::ceil(fraction - reach)));
        const auto last = std::min(pendingEnd - 1, base + static_cast<std::int64_t>(std::floor(fraction + reach)));
        double sum = 0.0;
        for (std::int64_t index = first; index <= last; ++index) {
            const double distance = std::abs(static_cast<double>(index - base) - fraction) * stepsPerSample;
            const auto step = std::min(static_cast<std::size_t>(distance), m_kernel.size() - 2);
            const double part = distance - static_cast<double>(step);
            const double weight = m_kernel[step] * (1.0 - part) + m_kernel[step + 1] * part;
            sum += weight * static_cast<double>(m_pending[static_cast<std::size_t>(index - m_pendingStart)]);
        }
        output.push_back(static_cast<float>(sum * m_scale));
    }
}

} // namespace pbx::audio
