// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include <algorithm>

/// Who hears whom: prompts, people, tones, through bridges and mixers (pbx-runtime 6).
namespace pbx::call {

namespace {

constexpr int deepest = 8; ///< programs that have called programs
constexpr std::int64_t keyToneMs = 120;
constexpr std::int64_t busyToneMs = 2'000;

// Voices that are no prompt have numbers of their own kind, so that the same sound keeps its number.
constexpr std::uint64_t speechIds = std::uint64_t(1) << 60;
constexpr std::uint64_t keyIds = std::uint64_t(2) << 60;
constexpr std::uint64_t ringIds = std::uint64_t(3) << 60;
constexpr std::uint64_t busyIds = std::uint64_t(4) << 60;

std::uint64_t numbered(std::uint64_t kind, std::uint64_t who, std::int64_t since)
{
    return kind | (who & 0xfffff) << 40 | (static_cast<std::uint64_t>(since) & 0xff'ffff'ffff);
}

bool mayBeHeard(const MixerMember &speaker, const MixerMember &listener)
{
    if (speaker.muted && !listener.hearsMuted)
        return false;
    return !speaker.special || listener.hearsSpecial || listener.hearsMuted;
}

} // namespace

void Engine::setMediaPort(MediaPort *port)
{
    m_port = port;
    for (const auto &person : m_people)
        person->heard.clear();
    if (port && !m_settling)
        updateEars();
}

// ---- who is reached by what a task plays -----------------------------------------------------------------------------

/// Whoever hears what goes out to the task's peer.
void Engine::addListeners(const CallTask &task, std::vector<std::uint32_t> &people, int depth)
{
    if (depth > deepest)
        return;
    if (task.peer.kind == Peer::Kind::Person) {
        people.push_back(task.peer.person);
        return;
    }
    const CallTask *far = task.peer.kind == Peer::Kind::Task ? find(task.peer.task) : nullptr;
    if (!far || !far->live)
        return;
    if (const CallTask *partner = find(far->bridge))
        addListeners(*partner, people, depth + 1);
    else if (const CallTask *host = find(far->host ? far->host : far->members.empty() ? 0 : far->id)) {
        if (host->id != far->id)
            addListeners(*host, people, depth + 1);
        for (const MixerMember &member : host->members) {
            if (const CallTask *other = find(member.task); other && other->id != far->id)
                addListeners(*other, people, depth + 1);
        }
    }
}

std::vector<std::uint32_t> Engine::listeners(const CallTask &task)
{
    std::vector<std::uint32_t> people;
    if (task.bridge == 0 && task.host == 0 && !task.held)
        addListeners(task, people);
    for (const MixerMember &member : task.members) {
        if (const CallTask *other = find(member.task))
            addListeners(*other, people, 1);
    }
    return people;
}

// ---- what a person hears ---------------------------------------------------------------------------------------------

void Engine::addSpeech(const Person &speaker, std::int64_t since, std::vector<Voice> &voices) const
{
    if (speaker.state != Person::State::Connected)
        return;
    const std::int64_t start = std::max(since, speaker.since);
    Voice voice;
    voice.kind = Voice::Kind::Speech;
    voice.id = numbered(speechIds, speaker.number, start);
    voice.start = start;
    voice.path = speaker.voice;
    voice.person = speaker.number;
    voices.push_back(std::move(voice));
    if (speaker.keyAt >= start && m_now - speaker.keyAt < keyToneMs) {
        Voice key;
        key.kind = Voice::Kind::Key;
        key.id = numbered(keyIds, speaker.number, speaker.keyAt);
        key.start = speaker.keyAt;
        key.length = keyToneMs;
        key.key = speaker.lastKey;
        voices.push_back(std::move(key));
    }
}

/// What comes in from the task's peer.
void Engine::addInput(CallTask &task, std::vector<Voice> &voices, int depth)
{
    if (depth > deepest || task.held)
        return;
    if (const Person *speaker = personAt(task.peer))
        addSpeech(*speaker, task.linkedAt, voices);
    else if (CallTask *far = task.peer.kind == Peer::Kind::Task ? find(task.peer.task) : nullptr; far && far->live)
        addOutput(*far, voices, depth + 1);
}

/// All in a mixer but the listener itself; null: the host's own peer listens.
void Engine::addMixer(CallTask &host, const CallTask *listener, std::vector<Voice> &voices, int depth)
{
    const MixerMember *ear = &host.ownPlace;
    for (const MixerMember &member : host.members) {
        if (listener && member.task == listener->id)
            ear = &member;
    }
    const MixerMember place = *ear;
    if (host.sleep == SleepKind::Play)
        voices.push_back(host.playing.voice);
    if (listener && mayBeHeard(host.ownPlace, place))
        addInput(host, voices, depth + 1);
    for (const MixerMember &member : host.members) {
        CallTask *other = find(member.task);
        if (other && other != listener && mayBeHeard(member, place))
            addInput(*other, voices, depth + 1);
    }
}

/// What goes out to the task's peer.
void Engine::addOutput(CallTask &task, std::vector<Voice> &voices, int depth)
{
    if (depth > deepest || task.held)
        return;
    if (CallTask *partner = find(task.bridge)) {
        addInput(*partner, voices, depth + 1);
    } else if (CallTask *host = find(task.host)) {
        addMixer(*host, &task, voices, depth);
    } else if (!task.members.empty()) {
        addMixer(task, nullptr, voices, depth);
    } else if (task.sleep == SleepKind::Play) {
        voices.push_back(task.playing.voice);
    } else if (task.sleep == SleepKind::Bridge) {
        // The other leg rings: bridgedProvisionRelay hands the ringing on.
        const CallTask *leg = find(task.requestTo);
        const Invite *request = leg ? invite(leg->outgoing) : nullptr;
        if (request && request->bridgeTask == task.id && request->rangAt >= 0)
            voices.push_back(ringing(*request));
    }
    if (task.keyAt >= 0 && m_now - task.keyAt < keyToneMs) {
        Voice key;
        key.kind = Voice::Kind::Key;
        key.id = numbered(keyIds, 0x80000 + task.id, task.keyAt);
        key.start = task.keyAt;
        key.length = keyToneMs;
        key.key = task.lastKey;
        voices.push_back(std::move(key));
    }
}

Voice Engine::ringing(const Invite &request) const
{
    Voice voice;
    voice.kind = Voice::Kind::Ringing;
    voice.id = numbered(ringIds, request.id, request.rangAt);
    voice.start = request.rangAt;
    return voice;
}

std::vector<Voice> Engine::voicesFor(Person &person)
{
    std::vector<Voice> voices;
    CallTask *task = find(person.task);
    switch (person.state) {
    case Person::State::Planned: break;
    case Person::State::Ringing:
        if (task && task->live && task->mode == Mode::Provisioned)
            addOutput(*task, voices, 0);
        else if (const Invite *request = invite(person.invite); request && request->rangAt >= 0)
            voices.push_back(ringing(*request));
        break;
    case Person::State::Connected:
        if (const Person *other = this->person(person.with))
            addSpeech(*other, person.since, voices);
        else if (task && task->live)
            addOutput(*task, voices, 0);
        break;
    case Person::State::Over:
        if (person.endedBy != "caller" && person.endedBy != "limit") {
            Voice voice;
            voice.kind = Voice::Kind::Busy;
            voice.id = numbered(busyIds, person.number, person.since);
            voice.start = person.since;
            voice.length = busyToneMs;
            voices.push_back(std::move(voice));
        }
        break;
    }
    return voices;
}

/// Tells the port what has changed.
void Engine::updateEars()
{
    for (const auto &person : m_people) {
        if (!person->caller)
            continue;
        auto voices = voicesFor(*person);
        if (std::ranges::equal(voices, person->heard, {}, &Voice::id))
            continue;
        person->heard.clear();
        for (const Voice &voice : voices)
            person->heard.push_back(voice.id);
        m_port->hear(person->number, m_now, voices);
    }
}

} // namespace pbx::call
