// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

/// Group call: answering, refusing, passing on, placing calls.
namespace pbx::call {

namespace {

Outcome acceptCall(Context &context, Value *, unsigned, Value &result)
{
    return giveError(engineOf(context).acceptCall(taskOf(context)), result);
}

std::optional<std::int64_t> numberKey(const Value &dictionary, std::string_view key)
{
    const Value value = dictionary.dictionary().get(key);
    return value.isNumber() ? std::optional(value.toNumber()) : std::nullopt;
}

Outcome provisionCall(Context &context, Value *arguments, unsigned count, Value &result)
{
    bool media = present(arguments, count, 0);
    if (media && arguments[0].isDictionary()) {
        const Value &options = arguments[0];
        media = !options.dictionary().get("media").isNull();
        if (const auto code = numberKey(options, "responseCode"); code && (*code < 101 || *code > 199)) {
            result = Value::string("400-Bad request");
            return Outcome::Done;
        }
    }
    // A confirmation comes at once here, so a reliable answer needs no sleep.
    return giveError(engineOf(context).provision(taskOf(context), media), result);
}

Outcome rejectCall(Context &context, Value *arguments, unsigned, Value &)
{
    CallTask &task = taskOf(context);
    if (task.mode != Mode::Incoming && task.mode != Mode::Provisioned) {
        engineOf(context).note(task, "RejectCall: there is no call to refuse");
        return Outcome::Done;
    }
    int code = 500;
    std::string text;
    const Value &reason = arguments[0];
    if (reason.isNumber()) {
        const std::int64_t n = reason.toNumber();
        code = n >= 400 && n <= 699 ? static_cast<int>(n) : 500;
        text = codeText(code);
    } else if (reason.isString()) {
        code = readCode(reason.bytes());
        if (code < 400 || code > 699)
            code = 500;
        text = codeText(code, codeWords(reason.bytes()));
    } else if (reason.isDictionary()) {
        const auto n = numberKey(reason, "responseCode");
        code = n && *n >= 400 && *n <= 699 ? static_cast<int>(*n) : 500;
        const Value words = reason.dictionary().get("responseText");
        text = codeText(code, words.isString() ? words.bytes() : std::string_view());
    } else {
        text = codeText(code);
    }
    engineOf(context).rejectCall(task, code, std::move(text));
    return Outcome::Done;
}

/// One address or an array of them; empty when useless.
std::vector<std::string> readAddresses(const Value &value)
{
    std::vector<std::string> list;
    if (value.isString() && !value.bytes().empty()) {
        list.push_back(value.toStdString());
    } else if (value.isArray()) {
        for (const Value &item : value.array().items) {
            if (!item.isString() || item.bytes().empty())
                return {};
            list.push_back(item.toStdString());
        }
    }
    return list;
}

Outcome redirectCall(Context &context, Value *arguments, unsigned, Value &)
{
    CallTask &task = taskOf(context);
    if (!engineOf(context).redirectCall(task, readAddresses(arguments[0])))
        engineOf(context).note(task, "RedirectCall: no call waits, or the address is of no use");
    return Outcome::Done;
}

Outcome forkCall(Context &context, Value *arguments, unsigned, Value &)
{
    CallTask &task = taskOf(context);
    if (!engineOf(context).forkCall(task, readAddresses(arguments[0])))
        engineOf(context).note(task, "ForkCall: no call waits, or the address is of no use");
    return Outcome::Done;
}

Outcome setCallParameters(Context &context, Value *arguments, unsigned, Value &)
{
    CallTask &task = taskOf(context);
    if (arguments[0].isNull() || arguments[0].isDictionary()) {
        if (!copyValue(arguments[0], task.callParameters))
            task.callParameters = {};
    } else {
        engineOf(context).note(task, "SetCallParameters: a dictionary was expected");
    }
    return Outcome::Done;
}

/// Each call placed is remembered to the end; whoever places them without end is stopped.
bool mayPlaceCall(Context &context)
{
    const Engine &engine = engineOf(context);
    if (!engine.tooManyCalls())
        return true;
    context.error = "Too many calls: the programs may place " + std::to_string(engine.callLimit())
        + " in one run; does a program call again and again?";
    return false;
}

Outcome startCall(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!mayPlaceCall(context))
        return Outcome::Exception;
    return giveError(engineOf(context).startCall(taskOf(context), arguments[0], nullptr), result);
}

Outcome startBridgedCall(Context &context, Value *arguments, unsigned, Value &result)
{
    CallTask &task = taskOf(context);
    const TaskEvent *request = engineOf(context).platformEvent(task, arguments[1]);
    if (task.mode != Mode::Disconnected || task.outgoing != 0)
        result = Value::string("491-Call already in progress");
    else if (!request || request->kind != EventKind::StartBridge)
        result = Value::string("481-Request is gone");
    else if (!mayPlaceCall(context))
        return Outcome::Exception;
    else
        return giveError(engineOf(context).startCall(task, arguments[0], request), result);
    return Outcome::Done;
}

Outcome cancelCall(Context &context, Value *, unsigned, Value &)
{
    engineOf(context).cancelCall(taskOf(context));
    return Outcome::Done;
}

Outcome disconnect(Context &context, Value *, unsigned, Value &)
{
    engineOf(context).disconnect(taskOf(context));
    return Outcome::Done;
}

Outcome transferCall(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isString()) {
        result = Value::string("400-Bad address");
        return Outcome::Done;
    }
    if (!mayPlaceCall(context))
        return Outcome::Exception;
    return giveError(engineOf(context).transferCall(taskOf(context), arguments[0].toStdString()), result);
}

} // namespace

void addCallBuiltins(BuiltinTable &table)
{
    table.set("AcceptCall", acceptCall);
    table.set("ProvisionCall", provisionCall);
    table.set("ProvisionCallEx", provisionCall);
    table.set("RejectCall", rejectCall);
    table.set("RedirectCall", redirectCall);
    table.set("ForkCall", forkCall);
    table.set("SetCallParameters", setCallParameters);
    table.set("StartCall", startCall);
    table.set("StartBridgedCall", startBridgedCall);
    table.set("CancelCall", cancelCall);
    table.set("Disconnect", disconnect);
    table.set("DisconnectEx", disconnect);
    table.set("TransferCall", transferCall);
}

} // namespace pbx::call
