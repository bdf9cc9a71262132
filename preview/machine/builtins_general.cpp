// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include <array>

/// Groups general, numbers, task and logging.
namespace pbx::machine {

namespace {

Outcome same(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].sameObject(arguments[1]));
    return Outcome::Done;
}

Outcome copy(Context &context, Value *arguments, unsigned, Value &result)
{
    if (const Outcome outcome = checkExtent(context, "Copy", arguments[0]); outcome != Outcome::Done)
        return outcome;
    if (!data::deepCopy(arguments[0], result))
        return fail(context, "Copy", "the value is nested deeper than 1000 levels or contains itself");
    return Outcome::Done;
}

Outcome length(Context &, Value *arguments, unsigned, Value &result)
{
    result.setNumber(data::length(arguments[0]));
    return Outcome::Done;
}

Outcome minimum(Context &, Value *arguments, unsigned, Value &result)
{
    const bool first = data::compare(arguments[0], arguments[1]) == data::Order::Less;
    result = std::move(arguments[first ? 0 : 1]);
    return Outcome::Done;
}

Outcome maximum(Context &, Value *arguments, unsigned, Value &result)
{
    const bool first = data::compare(arguments[0], arguments[1]) == data::Order::Greater;
    result = std::move(arguments[first ? 0 : 1]);
    return Outcome::Done;
}

Outcome dropValue(Context &, Value *, unsigned, Value &)
{
    return Outcome::Done;
}

Outcome objectClass(Context &, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isNull())
        result = Value::string(data::className(arguments[0]));
    return Outcome::Done;
}

/// The server of the preview "started" at the last midnight: steady within a run, and the same in equal runs.
std::int64_t serverStart(Context &context)
{
    const std::int64_t now = context.host.currentTime(context.task);
    return now - (now % 86400 + 86400) % 86400;
}

Outcome systemInfo(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isString())
        return Outcome::Done;
    static constexpr std::array<std::array<std::string_view, 2>, 5> fixed{{
        {"serverversion", "6.3.0"},
        {"serveros", "Linux"},
        {"servercpu", "x86_64"},
        {"maindomainname", "localhost"},
        {"licensedomainname", "localhost"},
    }};
    const std::string name = asciiLower(arguments[0].bytes());
    for (const auto &[known, text] : fixed) {
        if (name == known) {
            result = Value::string(text);
            return Outcome::Done;
        }
    }
    if (name == "starttime")
        result = Value::timeStamp(serverStart(context));
    else if (name == "serverinstance")
        result = Value::string(std::to_string(serverStart(context)));
    return Outcome::Done;
}

Outcome isNumber(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isNumber());
    return Outcome::Done;
}

/// Blanks, a sign, digits; the rest does not matter. Beyond 64 bits: the largest or smallest number.
std::int64_t leadingNumber(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size() && (text[i] == ' ' || text[i] == '\t'))
        ++i;
    bool negative = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+'))
        negative = text[i++] == '-';
    // Counted downwards: the smallest number has no positive twin.
    std::int64_t n = 0;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_sub_overflow(n, text[i] - '0', &n))
            return negative ? INT64_MIN : INT64_MAX;
    }
    if (negative)
        return n;
    return n == INT64_MIN ? INT64_MAX : -n;
}

Outcome number(Context &, Value *arguments, unsigned, Value &result)
{
    if (arguments[0].isNumber())
        result = arguments[0];
    else
        result.setNumber(arguments[0].isString() ? leadingNumber(arguments[0].bytes()) : 0);
    return Outcome::Done;
}

Outcome randomNumber(Context &context, Value *, unsigned, Value &result)
{
    result.setNumber(static_cast<std::int64_t>(context.host.random(context.task) >> 1));
    return Outcome::Done;
}

Outcome vars(Context &context, Value *, unsigned, Value &result)
{
    result = context.task.vars();
    return Outcome::Done;
}

Outcome sysLog(Context &context, Value *arguments, unsigned, Value &)
{
    if (arguments[0].isString()) {
        context.host.log(context.task, arguments[0].bytes());
        return Outcome::Done;
    }
    // "Never fails": what can't be printed is named instead.
    std::string text;
    if (notationOf(context, "SysLog", arguments[0], text) != Outcome::Done) {
        text = "#(" + context.error + ')';
        context.error.clear();
    }
    context.host.log(context.task, text);
    return Outcome::Done;
}

Outcome sysProfile(Context &context, Value *, unsigned, Value &)
{
    remark(context, "SysProfile", "profiling records are not written in the preview");
    return Outcome::Done;
}

} // namespace

void addGeneralBuiltins(BuiltinTable &table)
{
    table.set("Same", same);
    table.set("Copy", copy);
    table.set("Length", length);
    table.set("Min", minimum);
    table.set("Max", maximum);
    table.set("Void", dropValue);
    table.set("ObjectClass", objectClass);
    table.set("SystemInfo", systemInfo);
    table.set("IsNumber", isNumber);
    table.set("Number", number);
    table.set("RandomNumber", randomNumber);
    table.set("Vars", vars);
    table.set("SysLog", sysLog);
    table.set("SysProfile", sysProfile);
}

} // namespace pbx::machine
