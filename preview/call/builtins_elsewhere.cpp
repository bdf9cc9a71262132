// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

#include "environment/audio/sound_file.h"

#include <array>
#include <utility>

/// Built-ins known by name only (pbx-runtime 10.3), and those of services that the desk has not: mailboxes, directory,
/// billing, HTTP. The first do what their name says where that is clear. The others warn and fail the way they fail on
/// a server, so that the program goes on along its own path for failures.
namespace pbx::call {

namespace {

/// Fail with a text.
constexpr std::string_view failing[] = {
    "DatasetCreate", "DatasetDelete", "DatasetList", "DatasetRemove", "DatasetSet", "RouteENUM", "UpdateAccountMailRule", "UpdateAccountSignalRule", "ListMailboxes", "CreateMailbox",
    "RenameMailbox", "DeleteMailbox", "GetMailboxACLs", "SetMailboxACLs", "GetMailboxAliases", "SetMailboxAliases",
    "GetMailboxSubscription", "SetMailboxSubscription", "OpenMailbox", "OpenMailboxView", "MailboxSetFlags",
    "MailboxExpunge", "MailboxRedirectByUID", "MailboxForwardByUID", "MailboxAppend", "MailboxCopy",
    "GetMessageAttr", "UpdateMessageAttr", "MessagePart", "MessageHeader", "OpenCalendar", "ProcessCalendar",
    "CreateStorageDirectory", "RenameStorageDirectory", "DeleteStorageDirectory", "ReadStorageFileAttr",
    "WriteStorageFileAttr", "LockStorageFile", "ReadRoster", "SetRoster", "DirectorySearch", "DoBalance",
    "Statistics", "HTTPCall", "RADIUSCall", "DirectoryModify"};
/// Give null.
constexpr std::string_view silent[] = {
    "MailboxUIDs", "SubscribeEvents", "Sync", "MailboxInternalTimeByUID", "MailboxFlagsByUID", "MailboxOrigUIDByUID",
    "MailboxUIDByOrigUID", "MailboxAudioByUID", "OpenMessage", "MessageBody", "BannerRead", "ApplicationSettings",
    "CallHelper", "CREATESITEDIRECTORY", "CrySign", "DATASETLISTSUBSETS", "DELETESITEDIRECTORY", "findContact",
    "GenerateJWTToken", "GetAccountInfo", "MAILBOXCOPYBYUID", "MAILBOXSETFLAGSBYUID", "messageFields",
    "READENVIROBJECT", "READFILE", "READSKINFILE", "RENAMESITEDIRECTORY", "RunScript", "SCOPEVARS",
    "SendPushNotifications", "syncDelay", "UPDATESTATISTICS", "WAVLASTSILENCE", "WSSPCOMPOSE", "CALLDIALOGDATAEX",
    "ISREGISTERREPORTEVENT", "MEDIACHANNELOPTION", "MIXERDELAY", "MIXERJITTER", "MIXERTHRESHOLD", "MyNamedTaskName",
    "READDTMF", "RECORDSILENCE", "SENDCALLINFORESPONSE", "SENDDIALOGIM", "SETBRIDGEDPROVISION", "SETDTMFREADMODE",
    "SETDTMFSENDMODE", "SetForeignCredentials", "SETINTERCEPTPARAMS", "SETPROVISIONCODE", "SetSecondaryForCall",
    "StartMixedCall", "StartTransferCall", "UPDATEPROVISIONEDCALL", "WAITDTMF", "LOCALIPADDRESS", "SetResult"};

template <std::size_t index>
Outcome fail(Context &context, Value *, unsigned, Value &result)
{
    engineOf(context).warn(context.task, std::string(failing[index]) + " has no server to ask here: it fails");
    result = Value::string("the service is not available");
    return Outcome::Done;
}

template <std::size_t index>
Outcome giveNull(Context &context, Value *, unsigned, Value &)
{
    engineOf(context).warn(context.task, std::string(silent[index]) + " does nothing here: it gives null");
    return Outcome::Done;
}

template <std::size_t... indexes>
void setFailing(BuiltinTable &table, std::index_sequence<indexes...>)
{
    (table.set(failing[indexes], fail<indexes>), ...);
}

template <std::size_t... indexes>
void setSilent(BuiltinTable &table, std::index_sequence<indexes...>)
{
    (table.set(silent[indexes], giveNull<indexes>), ...);
}

/// Of a prompt's name or of sound data, ms.
Outcome getPlayDuration(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    if (arguments[0].isString()) {
        const files::FileEntry *file = engine.findMedia(taskOf(context), arguments[0].bytes());
        if (file && engine.sound(*file).error.empty())
            result = Value::number(engine.sound(*file).lengthMs);
    } else if (arguments[0].isDataBlock()) {
        const auto bytes = arguments[0].bytes();
        if (const auto info = audio::probeData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()))))
            result = Value::number(info->durationMs);
    }
    return Outcome::Done;
}

Outcome setBridgeBreakMode(Context &context, Value *arguments, unsigned, Value &)
{
    taskOf(context).signalOptions.bridgeBreak = arguments[0];
    return Outcome::Done;
}

Outcome setReferMode(Context &context, Value *arguments, unsigned, Value &)
{
    taskOf(context).signalOptions.refer = arguments[0];
    return Outcome::Done;
}

Outcome setTransferReportMode(Context &context, Value *arguments, unsigned, Value &result)
{
    Value &option = taskOf(context).signalOptions.transferReport;
    result = option.isNull() ? Value::string("NO") : option;
    option = arguments[0];
    return Outcome::Done;
}

/// The settings of an account; of the current one without a name.
Outcome getAccountSettings(Context &context, Value *arguments, unsigned count, Value &result)
{
    const accounts::Account *account = accountNamed(context, present(arguments, count, 0) ? arguments[0] : Value());
    if (!account)
        return Outcome::Done;
    if (account->settings.isNull())
        result = Value::newDictionary();
    else if (!copyValue(account->settings, result))
        result = {};
    return Outcome::Done;
}

} // namespace

void addElsewhereBuiltins(BuiltinTable &table)
{
    setFailing(table, std::make_index_sequence<std::size(failing)>());
    setSilent(table, std::make_index_sequence<std::size(silent)>());
    table.set("GetPlayDuration", getPlayDuration);
    table.set("SetBridgeBreakMode", setBridgeBreakMode);
    table.set("SetReferMode", setReferMode);
    table.set("SetTransferReportMode", setTransferReportMode);
    table.set("GetAccountSettings", getAccountSettings);
}

} // namespace pbx::call
