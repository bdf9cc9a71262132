// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

#include <algorithm>

/// Groups callinfo and signalling.
namespace pbx::call {

namespace {

Value uriOf(const std::string &address)
{
    return address.empty() ? Value() : Value::string("sip:" + address);
}

Outcome isConnected(Context &context, Value *, unsigned, Value &result)
{
    result = Value::boolean(taskOf(context).mode == Mode::Connected);
    return Outcome::Done;
}

Outcome isHalfConnected(Context &context, Value *, unsigned, Value &result)
{
    const Mode mode = taskOf(context).mode;
    result = Value::boolean(mode == Mode::Connected || mode == Mode::Provisioned);
    return Outcome::Done;
}

Outcome remoteUri(Context &context, Value *, unsigned, Value &result)
{
    const CallTask &task = taskOf(context);
    if (task.mode != Mode::Disconnected || task.outgoing != 0)
        result = uriOf(task.peer.address);
    return Outcome::Done;
}

Outcome remoteRealName(Context &context, Value *, unsigned, Value &result)
{
    const CallTask &task = taskOf(context);
    if (task.mode != Mode::Disconnected && !task.peer.name.empty())
        result = Value::string(task.peer.name);
    return Outcome::Done;
}

Outcome localUri(Context &context, Value *, unsigned, Value &result)
{
    const CallTask &task = taskOf(context);
    result = Value::string("sip:" + (task.account.empty() ? task.environmentDomain : task.account));
    return Outcome::Done;
}

/// By which name the account was reached: the alias that was dialled, without the program and the URI's parameters.
std::string dialledAddress(const Invite &request, const CallTask &task)
{
    accounts::Address address;
    if (!accounts::readAddress(request.to, address) || address.local.empty())
        return task.account;
    return address.local + '@' + (address.domain.empty() ? task.environmentDomain : address.domain);
}

Outcome phoneNumberToSipUri(Context &context, Value *arguments, unsigned, Value &result)
{
    const CallTask &task = taskOf(context);
    const std::string number = arguments[0].isString() ? machine::telephoneNumber(arguments[0].bytes()) : std::string();
    if (!number.empty() && !task.domain.empty())
        result = Value::string("sip:" + number + '@' + task.domain);
    else if (!number.empty())
        engineOf(context).note(taskOf(context), "PhoneNumberToSIPURI: there is no current domain");
    return Outcome::Done;
}

/// Facts about the server a program runs on: here the workspace's.
Outcome systemInfo(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    const std::string what = arguments[0].isString() ? data::foldCase(arguments[0].bytes()) : std::string();
    const auto *directory = engine.directory();
    if (what == "maindomainname" || what == "licensedomainname")
        result = directory ? Value::string(directory->defaultDomain()) : Value();
    else if (what == "serverversion")
        result = Value::string("6.3.0"); // programs compare it
    else if (what == "serveros")
        result = Value::string("Linux");
    else if (what == "servercpu")
        result = Value::string("x86_64");
    else if (what == "starttime")
        result = Value::timeStamp(engine.startOfCalls());
    else if (what == "serverinstance")
        result = Value::string("simulation");
    return Outcome::Done;
}

Outcome incomingRequestUri(Context &context, Value *, unsigned, Value &result)
{
    if (const Invite *request = engineOf(context).pendingInvite(taskOf(context)))
        result = uriOf(dialledAddress(*request, taskOf(context)));
    return Outcome::Done;
}

Outcome routeLocalUri(Context &context, Value *arguments, unsigned, Value &result)
{
    const auto *directory = engineOf(context).directory();
    if (!arguments[0].isString() || !directory)
        return Outcome::Done;
    accounts::Address address;
    if (!accounts::readAddress(arguments[0].bytes(), address) || address.local.empty())
        return Outcome::Done;
    std::string domain = address.domain.empty() ? taskOf(context).domain : address.domain;
    std::string local = address.local;
    for (int hops = 0; hops < 10; ++hops) {
        const accounts::Found found = directory->find(local, domain);
        if (found.account) {
            result = Value::string(found.account->address());
            return Outcome::Done;
        }
        accounts::Address next;
        if (!found.forwarder || !accounts::readAddress(found.forwarder->target, next) || next.hasProgram)
            return Outcome::Done;
        local = next.local;
        if (!next.domain.empty())
            domain = next.domain;
    }
    return Outcome::Done;
}

Outcome remoteAuthentication(Context &context, Value *, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    const CallTask &task = taskOf(context);
    if (task.peer.kind == Peer::Kind::None || task.mode == Mode::Disconnected)
        return Outcome::Done;
    if (engine.callerIsLocal(task.peer.address))
        result = Value::string(engine.directory()->account(task.peer.address)->address());
    return Outcome::Done;
}

Outcome remoteRedirector(Context &context, Value *, unsigned, Value &result)
{
    if (const Invite *request = engineOf(context).pendingInvite(taskOf(context)); request && !request->diverted.empty())
        result = Value::string(request->diverted);
    return Outcome::Done;
}

Value addressField(const std::string &address, const std::string &name)
{
    Value field = Value::newDictionary();
    field.dictionary().set("", Value::string(address));
    if (!name.empty())
        field.dictionary().set("@realName", Value::string(name));
    return field;
}

Value list(std::initializer_list<std::string_view> items)
{
    Value array = Value::newArray();
    for (const auto item : items)
        array.array().append(Value::string(item));
    return array;
}

Outcome pendingRequestData(Context &context, Value *arguments, unsigned, Value &result)
{
    const CallTask &task = taskOf(context);
    const Invite *request = engineOf(context).pendingInvite(task);
    if (!request || !arguments[0].isString())
        return Outcome::Done;
    const std::string name = data::foldCase(arguments[0].bytes());
    if (name == "call-id")
        result = Value::string("sim-" + std::to_string(request->id) + "@workspace");
    else if (name == "from")
        result = addressField(request->from, request->fromName);
    else if (name == "to")
        result = addressField(dialledAddress(*request, task), {});
    else if (name == "cseq")
        result = Value::number(1);
    else if (name == "max-forwards")
        result = Value::number(70 - request->route.hops);
    else if (name == "user-agent")
        result = Value::string("6.3.0"); // programs compare it
    else if (name == "via")
        result = list({"SIP/2.0/TCP workspace"});
    else if (name == "diversion" && !request->diverted.empty())
        result = list({"<sip:" + request->diverted + ">"});
    else if (name == "history-info" && !request->diverted.empty()) {
        result = Value::newArray();
        result.array().append(addressField(request->diverted, {}));
    }
    return Outcome::Done;
}

Outcome pendingRequestExData(Context &, Value *, unsigned, Value &)
{
    return Outcome::Done; // a simulated request has no fields the server does not know
}

/// One key for each call the account's phone is in, or the account itself has placed.
Outcome readCallInfo(Context &context, Value *arguments, unsigned count, Value &result)
{
    Engine &engine = engineOf(context);
    std::string account = taskOf(context).account;
    if (present(arguments, count, 0)) {
        if (!arguments[0].isString())
            return Outcome::Done;
        const std::string name = plainAddress(arguments[0].bytes());
        account = name.find('@') == name.npos ? name + '@' + taskOf(context).domain : name;
        if (const auto *directory = engine.directory()) {
            if (const accounts::Account *known = directory->account(account))
                account = known->address();
        }
    }
    result = Value::newDictionary();
    int number = 0;
    for (const std::int64_t since : engine.conversationsOf(account)) {
        Value call = Value::newDictionary();
        call.dictionary().set("connected", Value::timeStamp(engine.startOfCalls() + since / 1000));
        Value device = Value::newDictionary();
        device.dictionary().set("", std::move(call));
        result.dictionary().set("call" + std::to_string(++number), std::move(device));
    }
    return Outcome::Done;
}

Value *optionOf(SignalOptions &options, const std::string &name)
{
    if (name == "refer")
        return &options.refer;
    if (name == "transferreport")
        return &options.transferReport;
    if (name == "bridgebreak")
        return &options.bridgeBreak;
    if (name == "bridgedprovisionrelay")
        return &options.bridgedProvisionRelay;
    if (name == "bridgedprovisiontotags")
        return &options.bridgedProvisionToTags;
    if (name == "bridgedprovisionqueue")
        return &options.bridgedProvisionQueue;
    return nullptr;
}

Value defaultOf(const std::string &name)
{
    if (name == "refer")
        return Value::string("self");
    if (name == "bridgebreak")
        return Value::string("default");
    if (name == "bridgedprovisionrelay")
        return Value::yes();
    if (name == "bridgedprovisionqueue")
        return Value::number(10);
    return Value::string("NO");
}

Outcome signalOption(Context &context, Value *arguments, unsigned count, Value &result)
{
    CallTask &task = taskOf(context);
    const std::string name = arguments[0].isString() ? data::foldCase(arguments[0].bytes()) : std::string();
    if (name == "callinfo") {
        result = Value::newDictionary();
        if (task.connectedAt >= 0)
            result.dictionary().set("connected", Value::timeStamp(engineOf(context).startOfCalls() + task.connectedAt / 1000));
        return Outcome::Done;
    }
    Value *option = optionOf(task.signalOptions, name);
    if (!option)
        return Outcome::Done;
    result = option->isNull() ? defaultOf(name) : *option;
    if (present(arguments, count, 1))
        *option = arguments[1];
    return Outcome::Done;
}

Outcome setLocalContactParameter(Context &context, Value *arguments, unsigned, Value &)
{
    CallTask &task = taskOf(context);
    if (!arguments[0].isString() || !(arguments[1].isNull() || arguments[1].isString())) {
        engineOf(context).note(task, "SetLocalContactParameter: two texts were expected");
        return Outcome::Done;
    }
    std::erase_if(task.contactParameters, [&](const auto &p) { return p.first == arguments[0].bytes(); });
    if (arguments[1].isString())
        task.contactParameters.emplace_back(arguments[0].toStdString(), arguments[1]);
    return Outcome::Done;
}

Outcome setLocalHold(Context &context, Value *arguments, unsigned, Value &)
{
    CallTask &task = taskOf(context);
    if (task.mode == Mode::Connected && task.bridge == 0 && task.host == 0)
        task.held = arguments[0].isTrue();
    else
        engineOf(context).note(task, "SetLocalHold: there is no call to hold");
    return Outcome::Done;
}

Outcome sendCallInfo(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    if (task.mode != Mode::Connected || !arguments[0].isDictionary()) {
        result = Value::string(task.mode != Mode::Connected ? "481-Task is not connected" : "400-Bad request");
        return Outcome::Done;
    }
    engine.note(task, "INFO to " + task.peer.address + ": " + textOf(arguments[0]));
    CallTask *other = task.peer.kind == Peer::Kind::Task ? engine.find(task.peer.task) : nullptr;
    Value copy;
    if (other && other->live && copyValue(arguments[0], copy))
        engine.queueEvent(*other, EventKind::CallInfo, "_callinfo", 0, std::move(copy));
    return Outcome::Done;
}

/// Requests outside of a call: shown, never sent.
Outcome sendOutside(Context &context, Value *arguments, const char *word, bool alsoConnected, Value &result)
{
    CallTask &task = taskOf(context);
    const bool free = task.mode == Mode::Disconnected && task.outgoing == 0;
    if (!free && !(alsoConnected && task.mode == Mode::Connected)) {
        result = Value::string("491-Call already in progress");
        return Outcome::Done;
    }
    const Value target = arguments[0].isDictionary() ? arguments[0].dictionary().get("") : arguments[0];
    if (free && (!target.isString() || plainAddress(target.bytes()).empty())) {
        result = Value::string("400-Bad request");
        return Outcome::Done;
    }
    engineOf(context).note(task, std::string(word) + ": " + textOf(arguments[0]));
    return Outcome::Done;
}

Outcome sendCallOptions(Context &context, Value *arguments, unsigned, Value &result)
{
    return sendOutside(context, arguments, "OPTIONS", true, result);
}

Outcome sendCallNotify(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isDictionary() || !arguments[0].dictionary().get("Event").isString()) {
        result = Value::string("400-Bad request");
        return Outcome::Done;
    }
    return sendOutside(context, arguments, "NOTIFY", false, result);
}

Outcome sendCallRegister(Context &context, Value *arguments, unsigned, Value &result)
{
    const Outcome outcome = sendOutside(context, arguments, "REGISTER", false, result);
    if (result.isNull())
        result = Value::timeStamp(engineOf(context).gmt() + 3600);
    return outcome;
}

} // namespace

void addInfoBuiltins(BuiltinTable &table)
{
    table.set("IsConnected", isConnected);
    table.set("IsHalfConnected", isHalfConnected);
    table.set("RemoteURI", remoteUri);
    table.set("RemoteRealName", remoteRealName);
    table.set("LocalURI", localUri);
    table.set("PhoneNumberToSIPURI", phoneNumberToSipUri);
    table.set("SystemInfo", systemInfo);
    table.set("IncomingRequestURI", incomingRequestUri);
    table.set("RouteLocalURI", routeLocalUri);
    table.set("RemoteAuthentication", remoteAuthentication);
    table.set("RemoteRedirector", remoteRedirector);
    table.set("PendingRequestData", pendingRequestData);
    table.set("PendingRequestExData", pendingRequestExData);
    table.set("ReadCallInfo", readCallInfo);
    table.set("SignalOption", signalOption);
    table.set("SetLocalContactParameter", setLocalContactParameter);
    table.set("SetLocalHold", setLocalHold);
    table.set("SendCallInfo", sendCallInfo);
    table.set("SendCallOptions", sendCallOptions);
    table.set("SendCallNotify", sendCallNotify);
    table.set("SendCallRegister", sendCallRegister);
}

} // namespace pbx::call
