// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/speech.h"

#include "environment/audio/loudness.h"
#include "environment/audio/sound_file.h"

#include <QCoreApplication>
#include <QMutex>

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <utility>

namespace pbx::audio {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Speech)
};

/// The prompt languages of server-interfaces 3.7 that espeak-ng speaks.
constexpr std::pair<std::string_view, const char *> voices[] = {
    {"", "en"},          {"english", "en"},    {"albanian", "sq"},  {"arabic", "ar"},   {"bulgarian", "bg"}, {"chinese", "cmn"},
    {"croatian", "hr"},  {"czech", "cs"},      {"danish", "da"},    {"dutch", "nl"},    {"farsi", "fa"},     {"finnish", "fi"},
    {"french", "fr-fr"}, {"german", "de"},     {"greek", "el"},     {"hebrew", "he"},   {"hindi", "hi"},     {"hungarian", "hu"},
    {"indonesian", "id"}, {"italian", "it"},   {"japanese", "ja"},  {"kazakh", "kk"},   {"korean", "ko"},    {"norwegian", "nb"},
    {"polish", "pl"},    {"portuguese", "pt"}, {"russian", "ru"},   {"serbian", "sr"},  {"slovenian", "sl"}, {"spanish", "es"},
    {"swedish", "sv"},   {"thai", "th"},       {"turkish", "tr"},   {"ukrainian", "uk"}, {"vietnamese", "vi"},
};

constexpr int wordsPerMinute = 150;
constexpr std::size_t longestText = 10'000;

std::vector<std::int16_t> *spoken = nullptr; ///< where the library's voice goes; guarded by the mutex below
QMutex mutex;

int collect(short *samples, int count, espeak_EVENT *)
{
    if (samples && count > 0 && spoken)
        spoken->insert(spoken->end(), samples, samples + count);
    return 0;
}

} // namespace

QString voiceFor(std::string_view language)
{
    const auto found = std::ranges::find(voices, language, &std::pair<std::string_view, const char *>::first);
    return found == std::end(voices) ? QString() : QString::fromLatin1(found->second);
}

std::expected<Sound, QString> speak(const QString &text, const QString &voice)
{
    if (text.trimmed().isEmpty())
        return silence(500);
    if (voice.isEmpty())
        return std::unexpected(Text::tr("There is no computer voice for this language."));
    const QByteArray bytes = text.toUtf8();
    if (std::size_t(bytes.size()) > longestText)
        return std::unexpected(Text::tr("The text is too long to be spoken."));
    const QMutexLocker lock(&mutex);
    static const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0)
        return std::unexpected(Text::tr("The computer can't speak: the data of espeak-ng are missing. Install espeak-ng."));
    if (espeak_SetVoiceByName(voice.toUtf8().constData()) != EE_OK)
        return std::unexpected(Text::tr("espeak-ng has no voice “%1”. Install its language data.").arg(voice));
    espeak_SetParameter(espeakRATE, wordsPerMinute, 0);
    espeak_SetSynthCallback(collect);
    Sound sound{rate, {}};
    spoken = &sound.samples;
    const espeak_ERROR result = espeak_Synth(bytes.constData(), size_t(bytes.size()) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, nullptr);
    espeak_Synchronize();
    spoken = nullptr;
    if (result != EE_OK || sound.samples.empty())
        return std::unexpected(Text::tr("The computer could not speak this text."));
    if (auto converted = readData(toWav(sound)))
        sound = std::move(*converted);
    return levelled(trimmed(sound));
}

} // namespace pbx::audio
