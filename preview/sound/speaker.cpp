// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/sound/speaker.h"

#include <pulse/error.h>
#include <pulse/simple.h>

namespace pbx::sound {

namespace {

constexpr std::uint32_t bufferMs = 60;

} // namespace

struct Speaker::Stream {
    pa_simple *handle = nullptr;
    ~Stream()
    {
        if (handle)
            pa_simple_free(handle);
    }
};

Speaker::Speaker(std::unique_ptr<Stream> stream) : m_stream(std::move(stream)) {}
Speaker::~Speaker() = default;

std::expected<std::unique_ptr<Speaker>, std::string> Speaker::open()
{
    pa_sample_spec format{};
    format.format = PA_SAMPLE_S16NE;
    format.rate = 8000;
    format.channels = 1;
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

} // namespace pbx::sound
