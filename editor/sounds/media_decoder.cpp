// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/sounds/media_decoder.h"

#include <QAudioDecoder>
#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QMediaFormat>
#include <QMimeType>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <optional>

namespace pbx::editor {

namespace {

constexpr int patienceMs = 10'000; // without a single sample
constexpr int askMs = 100;
constexpr int mostChannels = 64;
constexpr int lowestRate = 1000;
constexpr int highestRate = 768'000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MediaDecoder)
};

QString noSound(const QString &reason)
{
    return Text::tr("It is no sound that can be read (%1). Save it as WAV, FLAC, Ogg or MP3.").arg(reason);
}

std::vector<float> samplesOf(const QAudioBuffer &buffer)
{
    const QAudioFormat format = buffer.format();
    std::vector<float> samples(std::size_t(buffer.sampleCount()));
    const char *from = buffer.constData<char>();
    for (float &sample : samples) {
        sample = format.normalizedSampleValue(from);
        from += format.bytesPerSample();
    }
    return samples;
}

/// One file.
class Decoding {
public:
    explicit Decoding(const QString &path) : m_file(path) {}

    std::expected<audio::Sound, QString> run(const audio::GoOn &goOn)
    {
        if (!m_decoder.isSupported())
            return std::unexpected(Text::tr("libsndfile does not know this kind of file, and Qt Multimedia has no decoders on this computer. "
                                            "Install those, or save the sound as WAV, FLAC, Ogg or MP3."));
        // A pipe or a device could keep the reader waiting for ever.
        if (!QFileInfo(m_file.fileName()).isFile())
            return std::unexpected(Text::tr("It is no file."));
        if (!m_file.open(QIODevice::ReadOnly))
            return std::unexpected(Text::tr("It can't be opened (%1).").arg(m_file.errorString()));
        m_goOn = goOn;
        connectAll();
        m_decoder.setSourceDevice(&m_file); // not by name, which could mean something to the decoders
        m_decoder.start();
        if (!m_over)
            m_loop.exec();
        m_decoder.stop();
        if (!m_trouble && m_sound.samples.empty())
            m_trouble = Text::tr("It holds no sound.");
        if (m_trouble)
            return std::unexpected(*m_trouble);
        return std::move(m_sound);
    }

private:
    void connectAll()
    {
        QObject::connect(&m_decoder, &QAudioDecoder::bufferReady, &m_loop, [this] {
            while (!m_over && m_decoder.bufferAvailable())
                take(m_decoder.read());
        });
        QObject::connect(&m_decoder, &QAudioDecoder::finished, &m_loop, [this] { end(); });
        QObject::connect(&m_decoder, qOverload<QAudioDecoder::Error>(&QAudioDecoder::error), &m_loop, [this] { fail(noSound(m_decoder.errorString())); });
        m_patience.setSingleShot(true);
        QObject::connect(&m_patience, &QTimer::timeout, &m_loop, [this] {
            fail(noSound(Text::tr("nothing came out of it for %n second(s)", nullptr, patienceMs / 1000)));
        });
        m_patience.start(patienceMs);
        QObject::connect(&m_ask, &QTimer::timeout, &m_loop, [this] { ask(); });
        m_ask.start(askMs);
    }

    void take(const QAudioBuffer &buffer)
    {
        if (!buffer.isValid())
            return;
        m_patience.start(patienceMs);
        const QAudioFormat format = buffer.format();
        if (format.channelCount() < 1 || format.channelCount() > mostChannels || format.sampleRate() < lowestRate || format.sampleRate() > highestRate)
            return fail(noSound(Text::tr("%1 channels at %2 Hz").arg(format.channelCount()).arg(format.sampleRate())));
        if (m_part && format != m_format)
            endPart(); // streams that change in the middle do exist
        if (!m_part)
            m_part.emplace(format.sampleRate(), format.channelCount());
        m_format = format;
        if (!m_part->push(samplesOf(buffer)) || m_sound.durationMs() > audio::LongestSound.count())
            return fail(audio::ToTelephone::tooLongText());
        ask();
    }

    void endPart()
    {
        if (!m_part)
            return;
        const audio::Sound part = m_part->finish();
        m_sound.samples.insert(m_sound.samples.end(), part.samples.begin(), part.samples.end());
        m_part.reset();
    }

    void ask()
    {
        const auto at = double(std::max<qint64>(m_decoder.position(), 0));
        const auto whole = double(m_decoder.duration());
        // Of unknown length: ever slower, never there.
        if (m_goOn && !m_goOn(whole > 0 ? std::min(at / whole, 1.0) : at / (at + 60'000)))
            fail(QString());
    }

    void fail(const QString &trouble)
    {
        if (!m_trouble)
            m_trouble = trouble;
        end();
    }

    void end()
    {
        if (m_over)
            return;
        m_over = true;
        endPart();
        m_loop.quit();
    }

    // The loop is last, so that its connections end first; the file outlives the decoder that reads from it.
    QFile m_file;
    audio::GoOn m_goOn;
    audio::Sound m_sound;
    std::optional<audio::ToTelephone> m_part; ///< of m_format
    QAudioFormat m_format;
    std::optional<QString> m_trouble;
    bool m_over = false;
    QAudioDecoder m_decoder;
    QTimer m_patience;
    QTimer m_ask;
    QEventLoop m_loop;
};

} // namespace

std::expected<audio::Sound, QString> decodeMedia(const QString &path, const audio::GoOn &goOn)
{
    return Decoding(path).run(goOn);
}

void keepDecodersAtHome()
{
    if (!qEnvironmentVariableIsSet("QT_FFMPEG_PROTOCOL_WHITELIST"))
        qputenv("QT_FFMPEG_PROTOCOL_WHITELIST", "none");
}

QString soundPatterns()
{
    QStringList endings{QStringLiteral("wav"),  QStringLiteral("flac"), QStringLiteral("ogg"), QStringLiteral("oga"), QStringLiteral("opus"),
                        QStringLiteral("mp3"),  QStringLiteral("aiff"), QStringLiteral("aif"), QStringLiteral("au"),  QStringLiteral("gsm"),
                        QStringLiteral("caf"),  QStringLiteral("w64")};
    for (const QMediaFormat::FileFormat format : QMediaFormat().supportedFileFormats(QMediaFormat::Decode))
        endings += QMediaFormat(format).mimeType().suffixes();
    endings.removeDuplicates();
    QStringList patterns;
    for (const QString &ending : std::as_const(endings))
        patterns += QStringLiteral("*.") + ending;
    return patterns.join(u' ');
}

} // namespace pbx::editor
