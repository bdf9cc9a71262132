// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/sound/sound_library.h"

#include "environment/audio/sound_file.h"

#include <QDateTime>
#include <QFileInfo>

namespace pbx::sound {

namespace {

constexpr std::size_t mostKept = 64 * 1024 * 1024; ///< samples; more is decoded again when it is needed again
constexpr double toneLevel = -10.0;
constexpr double keyLevel = -20.0;
constexpr double signalLevel = -20.0;

// Ringing and busy as European exchanges send them (ETSI TR 101 041).
constexpr int signalHz = 425;
constexpr int ringOnMs = 1000;
constexpr int ringOffMs = 4000;
constexpr int busyMs = 500;

audio::Sound followedBySilence(audio::Sound sound, int ms)
{
    sound.samples.resize(sound.samples.size() + static_cast<std::size_t>(ms) * static_cast<std::size_t>(sound.sampleRate) / 1000);
    return sound;
}

/// A person without a voice of their own.
audio::Sound hum()
{
    return audio::tone(220, 3000, signalLevel, 330, 0.5);
}

} // namespace

Samples SoundLibrary::converted(std::vector<std::int16_t> samples) const
{
    if (m_rate != audio::TelephoneRate) {
        // The reader of files knows how to change the rate.
        audio::Sound sound{audio::TelephoneRate, std::move(samples)};
        if (auto other = audio::readData(audio::toWav(sound), m_rate))
            return std::make_shared<const std::vector<std::int16_t>>(std::move(other->samples));
        return {};
    }
    return std::make_shared<const std::vector<std::int16_t>>(std::move(samples));
}

Samples SoundLibrary::file(const std::string &path)
{
    const QFileInfo info(QString::fromStdString(path));
    const std::int64_t modified = info.lastModified().toMSecsSinceEpoch();
    const auto found = m_files.find(path);
    if (found != m_files.end() && found->second.modified == modified && found->second.size == info.size())
        return found->second.samples;
    auto sound = audio::read(info.filePath(), m_rate);
    Entry entry;
    entry.modified = modified;
    entry.size = info.size();
    if (sound)
        entry.samples = std::make_shared<const std::vector<std::int16_t>>(std::move(sound->samples));
    else
        m_problems.push_back({path, sound.error().toStdString()});
    if (m_kept > mostKept) {
        m_files.clear();
        m_kept = 0;
    }
    m_kept += entry.samples ? entry.samples->size() : 0;
    return m_files.insert_or_assign(path, std::move(entry)).first->second.samples;
}

Part SoundLibrary::part(const call::Voice &voice)
{
    using Kind = call::Voice::Kind;
    Part part;
    part.voice = voice;
    part.loops = voice.loop;
    const auto made = [this](const std::string &name, auto &&make) {
        auto &place = m_made[name];
        if (!place)
            place = converted(make().samples);
        return place;
    };
    switch (voice.kind) {
    case Kind::File: part.samples = file(voice.path); break;
    case Kind::Data:
        if (voice.data.isDataBlock()) {
            const auto bytes = voice.data.bytes();
            auto sound = audio::readData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), m_rate);
            if (sound)
                part.samples = std::make_shared<const std::vector<std::int16_t>>(std::move(sound->samples));
            else
                m_problems.push_back({{}, sound.error().toStdString()});
        }
        break;
    case Kind::Tone: {
        // A second of whole waves can be repeated without a click; its softened ends are heard once a second.
        const bool whole = voice.length >= 0 && voice.length <= 60'000;
        const int ms = whole ? static_cast<int>(voice.length) : 1000;
        part.loops = !whole;
        part.samples = made("tone " + std::to_string(voice.frequency) + ' ' + std::to_string(voice.second) + ' '
                                + std::to_string(ms),
                            [&] { return audio::tone(voice.frequency, ms, toneLevel, voice.second); });
        break;
    }
    case Kind::Key:
        part.samples = made(std::string("key ") + voice.key, [&] {
            return audio::dtmf(voice.key, static_cast<int>(voice.length), keyLevel).value_or(audio::Sound{});
        });
        break;
    case Kind::Ringing:
        part.loops = true;
        part.samples = made("ringing", [] {
            return followedBySilence(audio::tone(signalHz, ringOnMs, signalLevel), ringOffMs);
        });
        break;
    case Kind::Busy:
        part.loops = true;
        part.samples = made("busy", [] { return followedBySilence(audio::tone(signalHz, busyMs, signalLevel), busyMs); });
        break;
    case Kind::Speech: part.samples = voice.path.empty() ? made("hum", hum) : file(voice.path); break;
    }
    return part;
}

std::vector<Part> SoundLibrary::parts(const std::vector<call::Voice> &voices)
{
    std::vector<Part> list;
    list.reserve(voices.size());
    for (const call::Voice &voice : voices)
        list.push_back(part(voice));
    return list;
}

std::vector<SoundLibrary::Problem> SoundLibrary::takeProblems()
{
    return std::exchange(m_problems, {});
}

} // namespace pbx::sound
