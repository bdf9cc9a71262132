// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/sound_device.h"

#include "environment/audio/sound.h"

#include <QByteArray>

#include <algorithm>

namespace pbx::audio {

namespace {

constexpr int GsmFrameBytes = 33; // 20 ms, 160 samples

// libsndfile 1.2 never comes back from a list of notes in which a length has its highest bit set. Nothing in such lists is
// of use here, so while headers are read they go by the name of a chunk that is passed over. In the bytes at `to`, read
// from `at` on: also where a name is only half within them.
void hideNotes(QIODevice &device, qint64 at, char *to, qint64 count)
{
    constexpr QByteArrayView notes("LIST");
    constexpr QByteArrayView passedOver("junk");
    const qint64 first = std::max<qint64>(0, at - 3);
    if (!device.seek(first))
        return;
    const QByteArray around = device.read(at - first + count + 3);
    for (qsizetype found = around.indexOf(notes); found >= 0; found = around.indexOf(notes, found + 1)) {
        for (qsizetype i = 0; i < notes.size(); ++i) {
            const qint64 place = first + found + i - at;
            if (place >= 0 && place < count)
                to[place] = passedOver[i];
        }
    }
    device.seek(at + count);
}

SF_VIRTUAL_IO deviceFunctions()
{
    SF_VIRTUAL_IO io{};
    io.get_filelen = [](void *data) -> sf_count_t { return static_cast<SoundDevice *>(data)->device->size(); };
    io.seek = [](sf_count_t offset, int whence, void *data) -> sf_count_t {
        auto *device = static_cast<SoundDevice *>(data)->device;
        const qint64 start = whence == SEEK_CUR ? device->pos() : whence == SEEK_END ? device->size() : 0;
        qint64 target = 0;
        if (__builtin_add_overflow(start, static_cast<qint64>(offset), &target) || target < 0
            || target > device->size() || !device->seek(target))
            return -1;
        return target;
    };
    io.read = [](void *to, sf_count_t count, void *data) -> sf_count_t {
        const auto *source = static_cast<SoundDevice *>(data);
        const qint64 at = source->device->pos();
        const qint64 got = std::max<qint64>(0, source->device->read(static_cast<char *>(to), count));
        if (source->opening && source->riff && got > 0)
            hideNotes(*source->device, at, static_cast<char *>(to), got);
        return got;
    };
    io.write = [](const void *, sf_count_t, void *) -> sf_count_t { return 0; };
    io.tell = [](void *data) -> sf_count_t { return static_cast<SoundDevice *>(data)->device->pos(); };
    return io;
}

// Bare GSM has no header: every frame of it begins with the same four bits.
bool looksLikeGsm(QIODevice &device)
{
    const qint64 size = device.size();
    if (size < GsmFrameBytes)
        return false;
    const qint64 frames = std::min<qint64>(size / GsmFrameBytes, 50);
    if (!device.seek(0))
        return false;
    const QByteArray start = device.read(frames * GsmFrameBytes);
    for (qint64 at = 0; at < start.size(); at += GsmFrameBytes) {
        if ((static_cast<unsigned char>(start.at(at)) & 0xF0U) != 0xD0U)
            return false;
    }
    return true;
}

// The kinds of file that have such lists. In others the same letters may be part of something with a checksum.
bool isRiff(QIODevice &device)
{
    if (!device.seek(0))
        return false;
    const QByteArray start = device.read(4);
    device.seek(0);
    return start.startsWith("RIF") || start == "RF64" || start.startsWith("ID3"); // such a tag may stand before them
}

} // namespace

DeviceHandle openDevice(QIODevice &device)
{
    DeviceHandle opened;
    opened.source = std::make_unique<SoundDevice>(&device, true, isRiff(device));
    SF_VIRTUAL_IO io = deviceFunctions();
    opened.handle.reset(sf_open_virtual(&io, SFM_READ, &opened.header, opened.source.get()));
    if (!opened.handle) {
        opened.unknown = sf_error(nullptr) == SF_ERR_UNRECOGNISED_FORMAT;
        opened.reason = QString::fromUtf8(sf_strerror(nullptr)).trimmed().remove(QLatin1Char('\n'));
        if (looksLikeGsm(device) && device.seek(0)) {
            opened.unknown = true;
            opened.header = {0, TelephoneRate, 1, SF_FORMAT_RAW | SF_FORMAT_GSM610, 0, 0};
            opened.handle.reset(sf_open_virtual(&io, SFM_READ, &opened.header, opened.source.get()));
        }
    }
    opened.source->opening = false;
    return opened;
}

} // namespace pbx::audio
