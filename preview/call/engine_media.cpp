// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include "environment/audio/sound_file.h"

#include <algorithm>

/// Prompts, tones and recordings on the clock (pbx-runtime 3.2, 3.3 and 5).
namespace pbx::call {

namespace {

constexpr std::int64_t callerSpeaksFor = 3'000;

std::int64_t positionOf(const Playing &playing, std::int64_t heard, bool completed)
{
    const std::int64_t position = playing.skip + heard;
    if (!playing.repeats || playing.length <= 0)
        return position;
    const std::int64_t round = position % playing.length;
    return completed && round == 0 && position > 0 ? playing.length : round;
}

} // namespace

bool Engine::audible(const CallTask &task) const
{
    if (!task.members.empty())
        return true;
    if (task.bridge != 0 || task.host != 0)
        return false; // the peer hears somebody else
    return task.mode == Mode::Connected || task.mode == Mode::Provisioned;
}

bool Engine::mayPlay(CallTask &task)
{
    task.playPosition = 0;
    task.playCompleted = false;
    if (audible(task) && task.events.empty() && !(task.interruptOnKeys && !task.keys.empty()))
        return true;
    task.nextSkip = 0;
    return false;
}

bool Engine::play(CallTask &task, const PlayOrder &order)
{
    Playing &playing = task.playing;
    playing = {};
    playing.start = m_now;
    playing.length = order.length;
    playing.skip = std::exchange(task.nextSkip, 0);
    playing.name = order.name;
    if (!order.msec) {
        playing.skip = std::min(playing.skip, order.length);
        playing.total = order.length - playing.skip;
    } else {
        playing.repeats = true;
        playing.total = *order.msec < 0 ? -1 : *order.msec;
        if (order.length > 0)
            playing.skip = std::min(playing.skip, order.length);
    }
    if (order.msec && *order.msec == 0) {
        task.playCompleted = true;
        task.playPosition = playing.skip;
        return false;
    }
    auto people = listeners(task);
    if (order.name.isString()) {
        for (const std::uint32_t number : people)
            person(number)->lastPrompt.assign(order.name.bytes());
    }
    playing.event = emitTo(std::move(people), task, "play",
                           {{"name", order.name}, {"path", order.path}, {"layer", order.layer},
                            {"language", order.language}, {"duration", Value::number(0)}, {"interrupted", Value()}},
                           playing.total == 0);
    if (playing.total == 0) {
        task.playCompleted = true;
        task.playPosition = playing.skip;
        return false;
    }
    sleepIn(task, SleepKind::Play, playing.total < 0 ? -1 : m_now + playing.total);
    if (playing.total > 0)
        m_schedule.plan(m_now + playing.total, HappeningKind::SoundEnd, task.id, task.sleepToken);
    if (m_port) {
        playing.voice = order.voice;
        playing.voice.id = ++m_voices;
        playing.voice.start = m_now;
        playing.voice.skip = playing.skip;
        playing.voice.length = playing.total;
        playing.voice.loop = playing.repeats;
    }
    scriptSound(task, playing.total);
    return true;
}

/// Not yet awake: what the Play function leaves behind.
void Engine::finishPlay(CallTask &task, bool completed)
{
    const Playing &playing = task.playing;
    const std::int64_t heard = m_now - playing.start;
    task.playCompleted = completed;
    task.playPosition = positionOf(playing, heard, completed);
    complete(playing.event, {{"duration", Value::number(heard)}, {"interrupted", Value::boolean(!completed)}});
}

bool Engine::record(CallTask &task, std::int64_t seconds)
{
    if (seconds <= 0 || task.mode != Mode::Connected || !mayPlay(task))
        return false;
    task.recordStart = m_now;
    task.recordLimit = std::min<std::int64_t>(seconds, 86'400) * 1000;
    task.recordEvent = emit(task, "record", {{"duration", Value::number(0)}}, false);
    if (m_port && task.peer.kind == Peer::Kind::Person)
        m_port->recordingBegins(task.peer.person);
    sleepIn(task, SleepKind::Record, m_now + task.recordLimit);
    m_schedule.plan(m_now + task.recordLimit, HappeningKind::SoundEnd, task.id, task.sleepToken);
    scriptRecord(task);
    return true;
}

void Engine::finishRecord(CallTask &task)
{
    complete(task.recordEvent, {{"duration", Value::number(m_now - task.recordStart)}});
}

/// What the peer has said since the recording began. A person without a voice of their own hums for three seconds; a
/// program at the other end is not recorded but silent.
Value Engine::recordedSound(CallTask &task)
{
    const std::int64_t ms = std::min<std::int64_t>(m_now - task.recordStart, audio::LongestSound.count());
    const Person *speaker = personAt(task.peer);
    if (m_port && speaker) {
        if (const auto said = m_port->recordingEnds(speaker->number, ms))
            return Value::dataBlock(*said);
    }
    audio::Sound sound = speaker ? voiceOf(*speaker) : audio::Sound{};
    std::int64_t length = ms;
    for (const auto &[name, value] : task.mediaOptions) {
        if (name == "skipsilence" && value > 0) // leaves long pauses out
            length = std::min<std::int64_t>(ms, sound.durationMs() + std::min(value, ms));
    }
    sound.sampleRate = audio::TelephoneRate;
    sound.samples.resize(static_cast<std::size_t>(length) * audio::TelephoneRate / 1000);
    const QByteArray file = audio::toWav(sound);
    return Value::dataBlock({file.constData(), static_cast<std::size_t>(file.size())});
}

const audio::Sound &Engine::voiceOf(const Person &speaker)
{
    const auto found = m_voiceFiles.find(speaker.voice);
    if (found != m_voiceFiles.end())
        return found->second;
    audio::Sound sound = audio::tone(220, callerSpeaksFor, -20.0, 330, 0.5);
    if (!speaker.voice.empty()) {
        if (auto read = audio::read(QString::fromStdString(speaker.voice), audio::TelephoneRate))
            sound = std::move(*read);
    }
    return m_voiceFiles.emplace(speaker.voice, std::move(sound)).first->second;
}

void Engine::soundEnds(CallTask &task)
{
    if (task.sleep == SleepKind::Play) {
        finishPlay(task, true);
        wake(task, {});
    } else if (task.sleep == SleepKind::Record) {
        finishRecord(task);
        wake(task, recordedSound(task));
    }
}

void Engine::stopSound(CallTask &task)
{
    if (task.sleep == SleepKind::Play) {
        finishPlay(task, false);
        wake(task, {});
    } else if (task.sleep == SleepKind::Record) {
        finishRecord(task);
        wake(task, recordedSound(task));
    }
}

} // namespace pbx::call
