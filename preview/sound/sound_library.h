// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/call/simulation.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace pbx::sound {

using Samples = std::shared_ptr<const std::vector<std::int16_t>>; ///< mono; may be shared between threads

/// A voice of a call with its samples.
struct Part {
    call::Voice voice;
    Samples samples; ///< null: silence
    bool loops = false; ///< the samples are repeated
};

/// The samples of all that can be heard in a call, at one rate. Files are decoded once; a file that was saved again is
/// read anew.
class SoundLibrary {
public:
    explicit SoundLibrary(int sampleRate = 8000) : m_rate(sampleRate) {}

    int sampleRate() const { return m_rate; }
    std::vector<Part> parts(const std::vector<call::Voice> &voices);
    /// One file by itself.
    Samples file(const std::string &path);

    struct Problem {
        std::string path; ///< empty: sound a program has made
        std::string reason;
    };
    /// Files that could not be read since the last question.
    std::vector<Problem> takeProblems();

private:
    struct Entry {
        Samples samples;
        std::int64_t modified = 0; ///< ms since 1970
        std::int64_t size = 0;
    };
    Part part(const call::Voice &voice);
    Samples converted(std::vector<std::int16_t> samples) const;

    int m_rate;
    std::map<std::string, Entry> m_files;
    std::map<std::string, Samples> m_made; ///< tones and the like
    std::size_t m_kept = 0; ///< samples in m_files
    std::vector<Problem> m_problems;
};

} // namespace pbx::sound
