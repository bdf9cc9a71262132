// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/sound/speaker.h"

#include <pulse/error.h>
#include <pulse/simple.h>

#include <array>
#include <atomic>
#include <thread>

namespace pbx::sound {

namespace {

constexpr std::uint32_t bufferMs = 60;

pa_sample_spec telephoneFormat()
{
    pa_sample_spec format{};
    format.format = PA_SAMPLE_S16NE;
    format.rate = 8000;
    format.channels = 1;
    return format;
}

} // namespace

struct Speaker::Stream {
    pa_simple *handle = nullptr;
    ~Stream()
    {
        if (handle)
            pa_simple_free(handle);
    }
};

struct Microphone::Listening {
    pa_simple *handle = nullptr;
    std::vector<std::int16_t> samples; ///< of the thread until it has ended
    std::atomic<bool> stop = false;
    std::thread thread;

    ~Listening()
    {
        stop = true;
        if (thread.joinable())
            thread.join();
        if (handle)
            pa_simple_free(handle);
    }
    void listen()
    {
        std::array<std::int16_t, 160> block; // 20 ms
        int error = 0;
        while (!stop && pa_simple_read(handle, block.data(), sizeof block, &error) >= 0)
            samples.insert(samples.end(), block.begin(), block.end());
    }
};

Speaker::Speaker(std::unique_ptr<Stream> stream) : m_stream(std::move(stream)) {}
Speaker::~Speaker() = default;

std::expected<std::unique_ptr<Speaker>, std::string> Speaker::open()
{
    const pa_sample_spec format = telephoneFormat();
    pa_buffer_attr buffer{};
    buffer.maxlength = buffer.prebuf = buffer.minreq = buffer.fragsize = static_cast<std::uint32_t>(-1);
    buffer.tlength = format.rate * 2 * bufferMs / 1000;
    int error = 0;
    auto stream = std::make_unique<Stream>();
    stream->handle = pa_simple_new(nullptr, "PBX Studio", PA_STREAM_PLAYBACK, nullptr, "Call", &format, nullptr, &buffer,
                                   &error);
    if (!stream->handle)
        return std::unexpected(std::string("the sound server gives no loudspeaker: ") + pa_strerror(error));
    return std::unique_ptr<Speaker>(new Speaker(std::move(stream)));
}

std::expected<void, std::string> Speaker::play(const std::vector<std::int16_t> &samples)
{
    int error = 0;
    if (pa_simple_write(m_stream->handle, samples.data(), samples.size() * sizeof samples[0], &error) < 0)
        return std::unexpected(std::string("the loudspeaker has failed: ") + pa_strerror(error));
    return {};
}

void Speaker::drain()
{
    int error = 0;
    pa_simple_drain(m_stream->handle, &error);
}

Microphone::Microphone() = default;
Microphone::~Microphone() = default;

std::expected<void, std::string> Microphone::begin()
{
    const pa_sample_spec format = telephoneFormat();
    pa_buffer_attr buffer{};
    buffer.maxlength = buffer.tlength = buffer.prebuf = buffer.minreq = static_cast<std::uint32_t>(-1);
    buffer.fragsize = 320;
    int error = 0;
    auto listening = std::make_unique<Listening>();
    listening->handle = pa_simple_new(nullptr, "PBX Studio", PA_STREAM_RECORD, nullptr, "Recording", &format, nullptr,
                                      &buffer, &error);
    if (!listening->handle)
        return std::unexpected(std::string("the sound server gives no microphone: ") + pa_strerror(error));
    listening->thread = std::thread([mic = listening.get()] { mic->listen(); });
    m_listening = std::move(listening);
    return {};
}

std::vector<std::int16_t> Microphone::end()
{
    if (!m_listening)
        return {};
    m_listening->stop = true;
    m_listening->thread.join();
    auto samples = std::move(m_listening->samples);
    m_listening.reset();
    return samples;
}

} // namespace pbx::sound
