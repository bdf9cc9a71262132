// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAudioFormat>
#include <QIODevice>
#include <QMutex>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace pbx::phone {

using Samples = std::shared_ptr<const std::vector<std::int16_t>>; ///< shared with the thread of the sound system

/// What the loudspeaker reads: an endless stream, silent while nothing sounds. The sound system reads it in a thread of
/// its own; every member may be called from any thread.
class SampleSource : public QIODevice {
    Q_OBJECT
public:
    /// What may sound at the same time.
    enum Voice { Prompt, Key, Replay };

    /// `format`: Int16 or Float, any number of channels; the samples handed over have its rate.
    explicit SampleSource(const QAudioFormat &format, QObject *parent = nullptr);

    /// A sound of the same voice that is all but over is heard to its end first: the device lags a little behind the
    /// clock of the call.
    void start(Voice voice, Samples samples, std::size_t from = 0, bool loop = false);
    void stop(Voice voice);
    bool sounding(Voice voice) const;
    void setVolume(float volume); ///< 0…1

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Track {
        Samples samples;
        std::size_t at = 0;
        bool loop = false;
    };
    float nextSample();

    QAudioFormat m_format;
    mutable QMutex m_mutex;
    std::array<Track, 3> m_tracks;
    std::array<Track, 3> m_following;
    float m_volume = 1;
};

} // namespace pbx::phone
