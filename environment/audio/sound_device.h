// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

#include <sndfile.h>

#include <memory>

/// How this room opens what libsndfile reads. Of no use outside of it.
namespace pbx::audio {

struct CloseSound {
    void operator()(SNDFILE *file) const { sf_close(file); }
};
using SoundHandle = std::unique_ptr<SNDFILE, CloseSound>;

/// What libsndfile reads from.
struct SoundDevice {
    QIODevice *device = nullptr;
    bool opening = true; ///< until the headers are read
    bool riff = false;
};

struct DeviceHandle {
    std::unique_ptr<SoundDevice> source; ///< outlives the handle, which reads from it
    SoundHandle handle;                  ///< null: not opened
    SF_INFO header{};
    bool unknown = false; ///< not opened for being of no kind that is known
    QString reason;       ///< libsndfile's, in English; empty when opened
};

/// An open device of any kind: names with any letters, and data that is no file. Bare GSM 6.10 counts as a kind.
[[nodiscard]] DeviceHandle openDevice(QIODevice &device);

} // namespace pbx::audio
