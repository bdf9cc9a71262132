// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/sound/mix.h"

#include <expected>
#include <memory>

namespace pbx::sound {

/// Loudspeaker and microphone of a program without a window, through the sound server (PulseAudio or PipeWire), 8 kHz
/// mono. Writing waits for the device, so it is the clock of a call that is heard.
class Speaker {
public:
    /// The error: a sentence that names the reason.
    static std::expected<std::unique_ptr<Speaker>, std::string> open();
    ~Speaker();

    /// Hands over samples; waits while the device has enough.
    [[nodiscard]] std::expected<void, std::string> play(const std::vector<std::int16_t> &samples);
    /// Waits until all is heard.
    void drain();

private:
    struct Stream;
    explicit Speaker(std::unique_ptr<Stream> stream);
    std::unique_ptr<Stream> m_stream;
};

/// The microphone, from begin() to end(). It is read by a thread of its own, because the device gives its samples when it
/// likes.
class Microphone {
public:
    Microphone();
    ~Microphone();

    [[nodiscard]] std::expected<void, std::string> begin();
    /// What was said; empty when begin() failed.
    std::vector<std::int16_t> end();

private:
    struct Listening;
    std::unique_ptr<Listening> m_listening;
};

} // namespace pbx::sound
