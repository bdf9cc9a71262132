// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

#include "environment/audio/sound_file.h"

#include <algorithm>

/// Groups media and recording.
namespace pbx::call {

namespace {

constexpr std::int64_t longest = 10'000'000'000'000; ///< ms; beyond every call, and sums of it are numbers still

/// The argument msec: negative is endless, no number is 0.
std::int64_t readLength(const Value &value)
{
    return value.isNumber() ? std::clamp<std::int64_t>(value.toNumber(), -1, longest) : 0;
}

Outcome playNow(Context &context, const Engine::PlayOrder &order)
{
    return engineOf(context).play(taskOf(context), order) ? Outcome::Wait : Outcome::Done;
}

Outcome playFile(Context &context, Value *arguments, unsigned count, Value &)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    if (!arguments[0].isString()) {
        task.nextSkip = 0;
        task.playPosition = 0;
        task.playCompleted = false;
        engine.note(task, "PlayFile: the name is no string");
        return Outcome::Done;
    }
    if (!engine.mayPlay(task))
        return Outcome::Done;
    const files::FileEntry *file = engine.findMedia(task, arguments[0].bytes());
    const ProgramStore::Sound *sound = file ? &engine.sound(*file) : nullptr;
    if (!sound || !sound->error.empty()) {
        task.nextSkip = 0;
        Members members{{"name", arguments[0]}};
        if (sound) {
            members.emplace_back("path", sound->path);
            members.emplace_back("reason", Value::string(sound->error));
        }
        engine.emit(task, "missing", std::move(members));
        return Outcome::Done;
    }
    Engine::PlayOrder order;
    order.name = arguments[0];
    order.path = sound->path;
    order.layer = sound->layer;
    order.language = sound->language;
    order.length = sound->lengthMs;
    if (engine.hasListener())
        order.voice.path = file->path.toStdString();
    if (present(arguments, count, 1))
        order.msec = readLength(arguments[1]);
    return playNow(context, order);
}

Outcome playData(Context &context, Value *arguments, unsigned count, Value &)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    if (!engine.mayPlay(task))
        return Outcome::Done;
    const auto info = arguments[0].isDataBlock()
        ? audio::probeData(QByteArrayView(arguments[0].bytes().data(), static_cast<qsizetype>(arguments[0].bytes().size())))
        : std::unexpected(QStringLiteral("no sound data"));
    if (!info) {
        task.nextSkip = 0;
        engine.emit(task, "missing", {{"name", Value::string("(data)")},
                                      {"reason", Value::string(info.error().toStdString())}});
        return Outcome::Done;
    }
    Engine::PlayOrder order;
    order.name = Value::string("(data)");
    order.length = info->durationMs;
    if (engine.hasListener()) {
        order.voice.kind = Voice::Kind::Data;
        order.voice.data = arguments[0];
    }
    if (present(arguments, count, 1))
        order.msec = readLength(arguments[1]);
    return playNow(context, order);
}

Outcome playTone(Context &context, Value *arguments, unsigned count, Value &)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    const auto number = [&](unsigned i, std::int64_t absent) {
        return !present(arguments, count, i) ? absent : arguments[i].isNumber() ? arguments[i].toNumber() : -1;
    };
    const std::int64_t frequency = number(0, -1);
    const std::int64_t second = number(2, 0);
    const std::int64_t ratio = number(3, 100);
    if (frequency < 0 || second < 0 || ratio < 1 || ratio > 10'000 || !arguments[1].isNumber()) {
        task.nextSkip = 0;
        engine.note(task, "PlayTone: a frequency, length or ratio is of no use");
        return Outcome::Done;
    }
    if (!engine.mayPlay(task))
        return Outcome::Done;
    task.nextSkip = 0;
    Engine::PlayOrder order;
    order.name = Value::string(frequency == 0 ? "(silence)" : "(tone " + std::to_string(frequency) + ")");
    order.msec = readLength(arguments[1]);
    order.voice.kind = Voice::Kind::Tone;
    order.voice.frequency = static_cast<int>(std::min<std::int64_t>(frequency, 100'000));
    order.voice.second = static_cast<int>(std::min<std::int64_t>(second, 100'000));
    return playNow(context, order);
}

Outcome getPlayPosition(Context &context, Value *, unsigned, Value &result)
{
    result = Value::number(taskOf(context).playPosition);
    return Outcome::Done;
}

Outcome setPlayPosition(Context &context, Value *arguments, unsigned, Value &)
{
    taskOf(context).nextSkip = arguments[0].isNumber() ? std::clamp<std::int64_t>(arguments[0].toNumber(), 0, longest) : 0;
    return Outcome::Done;
}

Outcome isPlayCompleted(Context &context, Value *, unsigned, Value &result)
{
    result = Value::boolean(taskOf(context).playCompleted);
    return Outcome::Done;
}

Outcome record(Context &context, Value *arguments, unsigned, Value &)
{
    const std::int64_t seconds = arguments[0].isNumber() ? arguments[0].toNumber() : 0;
    return engineOf(context).record(taskOf(context), seconds) ? Outcome::Wait : Outcome::Done;
}

Outcome releaseMediaChannel(Context &context, Value *, unsigned, Value &)
{
    CallTask &task = taskOf(context);
    if (task.mode == Mode::Disconnected || task.bridge != 0 || task.host != 0)
        task.mediaChannel = false;
    else
        engineOf(context).note(task, "ReleaseMediaChannel: the channel is in use");
    return Outcome::Done;
}

Outcome mediaOption(Context &context, Value *arguments, unsigned count, Value &result)
{
    static constexpr std::string_view known[] = {"preplay", "mixerdelay", "inputsilencelevel", "skipsilence", "mixmoh"};
    CallTask &task = taskOf(context);
    const std::string name = arguments[0].isString() ? data::foldCase(arguments[0].bytes()) : std::string();
    if (!task.mediaChannel || std::ranges::find(known, name) == std::end(known))
        return Outcome::Done;
    auto place = std::ranges::find(task.mediaOptions, name, &std::pair<std::string, std::int64_t>::first);
    result = Value::number(place == task.mediaOptions.end() ? 0 : place->second);
    if (present(arguments, count, 1) && arguments[1].isNumber()) {
        if (place == task.mediaOptions.end())
            task.mediaOptions.emplace_back(name, arguments[1].toNumber());
        else
            place->second = arguments[1].toNumber();
    }
    return Outcome::Done;
}

} // namespace

void addMediaBuiltins(BuiltinTable &table)
{
    table.set("PlayFile", playFile);
    table.set("PlayFileInLoop", playFile);
    table.set("Play", playData);
    table.set("PlayInLoop", playData);
    table.set("PlayTone", playTone);
    table.set("GetPlayPosition", getPlayPosition);
    table.set("SetPlayPosition", setPlayPosition);
    table.set("IsPlayCompleted", isPlayCompleted);
    table.set("Record", record);
    table.set("ReleaseMediaChannel", releaseMediaChannel);
    table.set("MediaOption", mediaOption);
}

} // namespace pbx::call
