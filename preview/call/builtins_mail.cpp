// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

/// Groups mail and messaging. Nothing leaves the desk: a mail becomes an event (pbx-runtime 12).
namespace pbx::call {

namespace {

constexpr int deepestMail = 20;

std::string typeOf(const Value &dictionary, std::string_view defaultType, std::string_view defaultSubtype)
{
    const Value type = dictionary.dictionary().get("Content-Type");
    const Value subtype = dictionary.dictionary().get("Content-Subtype");
    return (type.isString() ? type.toStdString() : std::string(defaultType)) + '/'
        + (subtype.isString() ? subtype.toStdString() : std::string(defaultSubtype));
}

/// What the recipient sees: text as it is, everything else as a line in brackets.
void appendBody(std::string &out, const Value &content, int depth)
{
    if (content.isString()) {
        out += content.bytes();
    } else if (depth > deepestMail) {
        out += "[…]";
    } else if (content.isDataBlock()) {
        out += "[application/octet-stream, " + std::to_string(content.bytes().size()) + " bytes]";
    } else if (content.isArray()) {
        for (const Value &part : content.array().items) {
            if (!out.empty() && !out.ends_with('\n'))
                out += '\n';
            appendBody(out, part, depth + 1);
        }
    } else if (content.isDictionary()) {
        const Value body = content.dictionary().get("body");
        Value file = content.dictionary().get("filename");
        if (file.isNull())
            file = content.dictionary().get("fileName");
        if (!body.isDataBlock() && !file.isString()) {
            appendBody(out, body, depth + 1);
            return;
        }
        out += "[" + (file.isString() ? file.toStdString() + ", " : std::string());
        out += body.isDataBlock() ? typeOf(content, "application", "octet-stream") : typeOf(content, "text", "plain");
        out += ", " + std::to_string(body.bytes().size()) + " bytes]";
    }
}

std::string bodyText(const Value &content)
{
    std::string text;
    if (isReasonable(content))
        appendBody(text, content, 0);
    return text;
}

/// A string or an array of strings to "a,b"; false for anything else.
bool readRecipients(const Value &value, std::string &list)
{
    const auto add = [&](std::string_view text) {
        if (text.empty())
            return;
        if (!list.empty())
            list += ',';
        list += text;
    };
    if (value.isString()) {
        add(value.bytes());
        return true;
    }
    if (!value.isArray())
        return value.isNull();
    for (const Value &item : value.array().items) {
        if (!item.isString())
            return false;
        add(item.bytes());
    }
    return true;
}

struct Mail {
    Value from;
    Value subject;
    Value to;
    Value headers;
    Value content;
};

Outcome send(Context &context, Mail mail, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    std::string error;
    std::string to;
    std::string others;
    if (mail.headers.isDictionary()) {
        const auto &headers = mail.headers.dictionary();
        if (mail.from.isNull())
            mail.from = headers.get("From");
        if (mail.subject.isNull())
            mail.subject = headers.get("Subject");
        if (mail.to.isNull())
            mail.to = headers.get("To");
        if (!readRecipients(headers.get("Cc"), others) || !readRecipients(headers.get("Bcc"), others))
            error = "500-Bad recipient address";
    } else if (!mail.headers.isNull()) {
        error = "500-Headers are no dictionary";
    }
    if (!readRecipients(mail.to, to) || (!mail.from.isNull() && !mail.from.isString()))
        error = "500-Bad address";
    if (error.empty() && to.empty() && others.empty())
        error = "500-No recipients";
    if (error.empty() && engine.fails("mail"))
        error = "500-Mail service is not available";
    if (!others.empty())
        to += (to.empty() ? "" : ",") + others;
    if (mail.from.isNull() && !task.account.empty())
        mail.from = Value::string(task.account);
    result = error.empty() ? Value() : Value::string(error);
    engine.emit(task, "mail", {{"from", mail.from.isString() ? mail.from : Value()},
                               {"to", Value::string(to)},
                               {"subject", mail.subject.isNull() ? Value() : Value::string(textOf(mail.subject))},
                               {"body", Value::string(bodyText(mail.content))},
                               {"error", result}});
    return Outcome::Done;
}

Outcome sendEMail(Context &context, Value *arguments, unsigned, Value &result)
{
    return send(context, {arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]}, result);
}

Outcome submitEMail(Context &context, Value *arguments, unsigned, Value &result)
{
    return send(context, {{}, {}, {}, arguments[0], arguments[1]}, result);
}

/// The sender of a message: "" when there is none. `instance` gets what stands behind the slash.
std::string senderOf(const CallTask &task, const Value &from, std::string &instance)
{
    const std::string text = from.isString() ? from.toStdString() : std::string();
    if (text.find('@') == std::string::npos) {
        instance = text;
        return task.account;
    }
    const auto slash = text.find('/');
    if (slash != std::string::npos)
        instance = text.substr(slash + 1);
    return text.substr(0, slash);
}

Outcome sendSignal(Context &context, Value *arguments, EventKind kind, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    const bool im = kind == EventKind::InstantMessage;
    const Value &content = arguments[2];
    std::string instance;
    const std::string from = senderOf(task, arguments[0], instance);
    const std::string to = arguments[1].isString() ? arguments[1].toStdString() : std::string();
    std::string error;
    if (!arguments[0].isNull() && !arguments[0].isString())
        error = "400-Bad address";
    else if (from.empty() || to.find('@') == std::string::npos)
        error = "400-Bad address";
    else if (!content.isDictionary() && !(im && content.isString()))
        error = "400-Bad request";
    else if (im && content.isDictionary() && !content.dictionary().get("IMState").isNull()
             && (!content.dictionary().get("").isNull() || !content.dictionary().get("IMSubject").isNull()
                 || !content.dictionary().get("suppl").isNull()))
        error = "400-Bad request";
    else if (!im && !content.dictionary().get("type").isString())
        error = "400-Bad request";
    else if (engine.fails("im") || engine.fails("messages"))
        error = "503-Service Unavailable";
    const Value text = content.isDictionary() ? content.dictionary().get("") : content;
    engine.emit(task, im ? "message" : "iq", {{"from", Value::string(from)},
                                              {"to", Value::string(to)},
                                              {"body", text.isNull() ? Value::string(textOf(content)) : text},
                                              {"error", error.empty() ? Value() : Value::string(error)}});
    if (!error.empty()) {
        result = Value::string(error);
        return Outcome::Done;
    }
    Value parameter;
    if (content.isDictionary()) {
        if (!copyValue(content, parameter))
            return Outcome::Done;
    } else {
        parameter = Value::newDictionary();
        parameter.dictionary().set("", content);
    }
    auto &dictionary = parameter.dictionary();
    const auto slash = to.find('/');
    dictionary.set("From", Value::string(from));
    dictionary.set("To", Value::string(to.substr(0, slash)));
    dictionary.set("authName", Value::string(task.account));
    if (!instance.empty())
        dictionary.set("fromInstance", Value::string(instance));
    if (slash != std::string::npos)
        dictionary.set("toInstance", Value::string(to.substr(slash + 1)));
    engine.instantMessage(task, to, kind, parameter);
    return Outcome::Done;
}

Outcome sendInstantMessage(Context &context, Value *arguments, unsigned, Value &result)
{
    return sendSignal(context, arguments, EventKind::InstantMessage, result);
}

Outcome sendXmppIq(Context &context, Value *arguments, unsigned, Value &result)
{
    return sendSignal(context, arguments, EventKind::XmppIq, result);
}

} // namespace

void addMailBuiltins(BuiltinTable &table)
{
    table.set("SendEMail", sendEMail);
    table.set("SubmitEMail", submitEMail);
    table.set("SendInstantMessage", sendInstantMessage);
    table.set("SendXMPPIQ", sendXmppIq);
}

} // namespace pbx::call
