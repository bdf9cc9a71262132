// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/event_text.h"

#include "environment/data/notation.h"

#include <QCoreApplication>
#include <QLocale>

namespace pbx::phone {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EventText)
};

double memberNumber(const call::Event &event, std::string_view name)
{
    const data::Value value = event.member(name);
    if (value.isNumber())
        return double(value.toNumber());
    return QString::fromStdString(value.toStdString()).toDouble();
}

bool memberTrue(const call::Event &event, std::string_view name)
{
    return event.member(name).isTrue();
}

/// Durations stand in the events as the engine measures them: milliseconds.
QString durationText(const call::Event &event)
{
    return secondsText(memberNumber(event, "duration") / 1000.0);
}

QString routeText(const call::Event &event)
{
    const QString by = memberText(event, "by");
    const QString line = Text::tr("%1 leads to %2").arg(memberText(event, "address"), memberText(event, "result"));
    if (by.isEmpty())
        return line;
    QString reason = by;
    if (by == u"alias")
        reason = Text::tr("an alias");
    else if (by == u"account")
        reason = Text::tr("the account itself");
    else if (by == u"program")
        reason = Text::tr("the program in the address");
    else if (by == u"number")
        reason = Text::tr("a telephone number");
    else if (by == u"forwarder")
        reason = Text::tr("a forwarder");
    else if (by == u"group")
        reason = Text::tr("a group");
    else if (by == u"redirect")
        reason = Text::tr("the program sends the call on");
    else if (by == u"fork")
        reason = Text::tr("the program lets others ring");
    else if (by == u"outside")
        reason = Text::tr("an address outside");
    else if (by.startsWith(u"divert:"))
        reason = Text::tr("divert “%1”").arg(by.sliced(7));
    else if (by.startsWith(u"rule:"))
        reason = Text::tr("rule “%1”").arg(by.sliced(5));
    return Text::tr("%1 (by %2)").arg(line, reason);
}

QString startText(const call::Event &event)
{
    const QString language = memberText(event, "language");
    const QString line = Text::tr("%1 starts for %2").arg(memberText(event, "program"), memberText(event, "account"));
    return language.isEmpty() ? line : Text::tr("%1, language %2").arg(line, language);
}

QString playText(const call::Event &event, const QString &spoken)
{
    const QString name = memberText(event, "name");
    QString line = spoken.isEmpty() ? name : Text::tr("%1: “%2”").arg(name, spoken);
    if (!event.complete)
        return line;
    return memberTrue(event, "interrupted") ? Text::tr("%1 – interrupted after %2").arg(line, durationText(event))
                                            : Text::tr("%1 – %2").arg(line, durationText(event));
}

QString readText(const call::Event &event)
{
    if (!event.complete)
        return Text::tr("Waits for a key");
    const data::Value value = event.member("value");
    if (value.isNull())
        return Text::tr("No key: the time is up");
    if (value.isString() && value.bytes().size() == 1)
        return Text::tr("Reads key %1").arg(memberText(event, "value"));
    const data::Value what = value.isDictionary() ? value.dictionary().get("what") : value;
    const std::string name = what.toStdString();
    if (name == "_disconnect")
        return Text::tr("Learns that the other side has hung up");
    if (name == "_provision")
        return Text::tr("Learns that the called phone rings");
    if (name == "_completed")
        return value.dictionary().get("parameter").isNull() ? Text::tr("Learns that its call is answered")
                                                            : Text::tr("Learns that its call has failed");
    if (name == "_startbridge")
        return Text::tr("Is asked for a connection");
    if (name == "_breakbridge")
        return Text::tr("Learns that the connection has ended");
    if (name == "_starttransfer")
        return Text::tr("Is asked for a transfer");
    if (name == "_transferred")
        return Text::tr("Learns that the other side has been exchanged");
    return Text::tr("Reads the event “%1”").arg(QString::fromStdString(name));
}

QString ringText(const call::Event &event)
{
    const QString account = memberText(event, "account");
    const QString outcome = event.complete ? memberText(event, "outcome") : QString();
    if (outcome == u"answer")
        return Text::tr("The phone of %1 rings and is answered").arg(account);
    if (outcome == u"busy")
        return Text::tr("The phone of %1 is busy").arg(account);
    if (outcome == u"noanswer")
        return Text::tr("The phone of %1 rings and nobody answers").arg(account);
    if (outcome == u"offline")
        return Text::tr("The phone of %1 is switched off").arg(account);
    if (outcome == u"cancelled")
        return Text::tr("The phone of %1 stops ringing").arg(account);
    return Text::tr("The phone of %1 rings").arg(account);
}

QString mailText(const call::Event &event)
{
    const QString line = Text::tr("Mail to %1: %2").arg(memberText(event, "to"), memberText(event, "subject"));
    const QString error = memberText(event, "error");
    return error.isEmpty() ? line : Text::tr("%1 – not sent: %2").arg(line, error);
}

QString endText(const call::Event &event)
{
    const QString by = memberText(event, "by");
    QString who;
    if (by == u"program")
        who = Text::tr("The program ended the call");
    else if (by == u"caller")
        who = Text::tr("The caller hung up");
    else if (by == u"callee")
        who = Text::tr("The called side ended the call");
    else if (by == u"error")
        who = Text::tr("An error ended the call");
    else if (by == u"limit")
        who = Text::tr("The call was cut off at its time limit");
    else
        who = Text::tr("The call ended");
    const QString outcome = memberText(event, "outcome");
    return outcome.isEmpty() ? who : Text::tr("%1: %2").arg(who, outcome);
}

struct Kind {
    std::string_view name;
    const char *icon;
    const char *text;
};
constexpr Kind kinds[] = {
    {"dial", "call-start", QT_TRANSLATE_NOOP("EventText", "Dialled")},
    {"route", "go-jump", QT_TRANSLATE_NOOP("EventText", "Routing")},
    {"start", "system-run", QT_TRANSLATE_NOOP("EventText", "Program")},
    {"answer", "call-start", QT_TRANSLATE_NOOP("EventText", "Answered")},
    {"reject", "call-stop", QT_TRANSLATE_NOOP("EventText", "Rejected")},
    {"redirect", "go-jump", QT_TRANSLATE_NOOP("EventText", "Redirected")},
    {"play", "audio-volume-high", QT_TRANSLATE_NOOP("EventText", "Prompt")},
    {"missing", "dialog-warning", QT_TRANSLATE_NOOP("EventText", "Missing prompt")},
    {"key", "input-dialpad", QT_TRANSLATE_NOOP("EventText", "Key")},
    {"read", "input-keyboard", QT_TRANSLATE_NOOP("EventText", "Input")},
    {"mail", "mail-message", QT_TRANSLATE_NOOP("EventText", "Mail")},
    {"record", "media-record", QT_TRANSLATE_NOOP("EventText", "Recording")},
    {"bridge", "call-start", QT_TRANSLATE_NOOP("EventText", "Connection")},
    {"unbridge", "call-stop", QT_TRANSLATE_NOOP("EventText", "Connection")},
    {"ring", "call-start", QT_TRANSLATE_NOOP("EventText", "Ringing")},
    {"log", "text-x-generic", QT_TRANSLATE_NOOP("EventText", "Log")},
    {"warning", "dialog-warning", QT_TRANSLATE_NOOP("EventText", "Warning")},
    {"error", "dialog-error", QT_TRANSLATE_NOOP("EventText", "Error")},
    {"end", "call-stop", QT_TRANSLATE_NOOP("EventText", "End")},
};

const Kind *findKind(std::string_view name)
{
    for (const Kind &kind : kinds) {
        if (kind.name == name)
            return &kind;
    }
    return nullptr;
}

} // namespace

QString memberText(const call::Event &event, std::string_view name)
{
    const data::Value value = event.member(name);
    if (value.isNull())
        return {};
    if (value.isString()) {
        const auto bytes = value.bytes();
        return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    }
    const auto text = data::printText(value);
    return text ? QString::fromStdString(*text) : QString();
}

QString eventText(const call::Event &event, const QString &spoken)
{
    const auto text = [&event](std::string_view name) { return memberText(event, name); };
    if (event.kind == "dial")
        return Text::tr("%1 calls %2").arg(text("from"), text("to"));
    if (event.kind == "route")
        return routeText(event);
    if (event.kind == "start")
        return startText(event);
    if (event.kind == "answer")
        return Text::tr("The call is answered");
    if (event.kind == "reject")
        return text("text").isEmpty() ? Text::tr("The call is refused with code %1").arg(text("code"))
                                      : Text::tr("The call is refused: %1").arg(text("text"));
    if (event.kind == "redirect")
        return Text::tr("The call is sent on to %1").arg(text("to"));
    if (event.kind == "play")
        return playText(event, spoken);
    if (event.kind == "missing") {
        const QString reason = text("reason");
        return reason.isEmpty() ? Text::tr("No layer has the prompt “%1”").arg(text("name"))
                                : Text::tr("The prompt “%1” can't be played: %2").arg(text("name"), reason);
    }
    if (event.kind == "key") {
        const QString account = text("account");
        return account.isEmpty() ? Text::tr("The caller presses %1").arg(text("key"))
                                 : Text::tr("%1 presses %2").arg(account, text("key"));
    }
    if (event.kind == "read")
        return readText(event);
    if (event.kind == "mail")
        return mailText(event);
    if (event.kind == "record")
        return event.complete ? Text::tr("Recorded %1").arg(durationText(event)) : Text::tr("Recording");
    if (event.kind == "bridge")
        return Text::tr("Connected with %1").arg(text("with"));
    if (event.kind == "unbridge")
        return Text::tr("No longer connected with %1").arg(text("with"));
    if (event.kind == "ring") {
        return ringText(event);
    }
    if (event.kind == "error" || event.kind == "warning")
        return text("message");
    if (event.kind == "end")
        return endText(event);
    return text("text");
}

QString eventIcon(const call::Event &event)
{
    if (event.kind == "mail" && !event.member("error").isNull())
        return QStringLiteral("dialog-warning");
    const Kind *kind = findKind(event.kind);
    return kind ? QLatin1StringView(kind->icon) : QStringLiteral("dialog-information");
}

QString eventKind(const call::Event &event)
{
    const Kind *kind = findKind(event.kind);
    return kind ? Text::tr(kind->text) : QString::fromStdString(std::string(event.kind));
}

QString eventToolTip(const call::Event &event, const QString &text)
{
    QString tip = QStringLiteral("%1 – %2").arg(eventKind(event), text);
    if (event.kind != "route")
        return tip;
    if (const QString why = memberText(event, "why"); !why.isEmpty())
        tip += u'\n' + Text::tr("Why: %1").arg(why);
    if (const data::Value others = event.member("others"); others.isArray()) {
        tip += u'\n' + Text::tr("Other rules:");
        for (const data::Value &other : others.array().items)
            tip += QStringLiteral("\n  ") + QString::fromStdString(other.toStdString());
    }
    return tip;
}

QString timeText(std::int64_t ms)
{
    return QStringLiteral("%1%2%3").arg(clockText(ms), QLocale().decimalPoint()).arg(ms % 1000, 3, 10, QLatin1Char('0'));
}

QString clockText(std::int64_t ms)
{
    const std::int64_t seconds = ms / 1000;
    const QString tail = QStringLiteral("%1:%2");
    const QLatin1Char zero('0');
    if (seconds < 3600)
        return tail.arg(seconds / 60).arg(seconds % 60, 2, 10, zero);
    return QStringLiteral("%1:").arg(seconds / 3600) + tail.arg(seconds / 60 % 60, 2, 10, zero).arg(seconds % 60, 2, 10, zero);
}

QString secondsText(double seconds)
{
    return Text::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
}

} // namespace pbx::phone
