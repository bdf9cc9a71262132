// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/sound/mix.h"

#include <QAudioFormat>
#include <QIODevice>
#include <QMutex>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace pbx::phone {

using sound::Samples;

/// What the loudspeaker reads: an endless stream, silent while nothing sounds. The sound system reads it in a thread of
/// its own; every member may be called from any thread.
class SampleSource : public QIODevice {
    Q_OBJECT
public:
    /// What may sound besides the call.
    enum Extra { Key, Replay };

    /// `format`: Int16 or Float, any number of channels; the samples handed over have its rate.
    explicit SampleSource(const QAudioFormat &format, QObject *parent = nullptr);

    /// What is heard of the call from `now` (ms of the call) on.
    void setCall(std::int64_t now, const std::vector<sound::Part> &parts);
    void start(Extra extra, Samples samples);
    void stop(Extra extra);
    bool sounding(Extra extra) const;
    void setVolume(float volume); ///< 0…1

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; } ///< the sound system tries, the base class would warn
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Track {
        Samples samples;
        std::size_t at = 0;
    };
    float nextSample();

    QAudioFormat m_format;
    mutable QMutex m_mutex;
    sound::Mix m_mix;
    std::array<Track, 2> m_tracks;
    float m_volume = 1;
};

} // namespace pbx::phone
