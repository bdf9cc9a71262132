// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include "preview/machine/internet_date.h"

/// Group time. Fields are those of the stamp's own calendar: only GMTToLocal and LocalToGMT know of zones.
namespace pbx::machine {

namespace {

constexpr std::int64_t daySeconds = 86400;
constexpr std::int64_t lastYear = 9998;

bool isSpecial(std::int64_t seconds)
{
    return seconds == Value::remotePast || seconds == Value::remoteFuture;
}

/// A stamp with calendar fields.
bool isOrdinary(const Value &value)
{
    return value.isTimeStamp() && !isSpecial(value.toSeconds());
}

std::int64_t lastDay()
{
    return daysFromDate(lastYear, 12, 31);
}

Outcome isDate(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isTimeStamp());
    return Outcome::Done;
}

bool onlyDigits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

Outcome date(Context &, Value *arguments, unsigned, Value &result)
{
    const Value &value = arguments[0];
    if (value.isTimeStamp()) {
        result = value;
    } else if (value.isNumber()) {
        const std::int64_t day = value.toNumber();
        if (day == 0)
            result = Value::timeStamp(Value::remotePast);
        else if (day < 0 || day > lastDay())
            result = Value::timeStamp(Value::remoteFuture);
        else
            result = Value::timeStamp(day * daySeconds);
    } else if (value.isString()) {
        const std::string_view text = value.bytes();
        std::int64_t seconds = 0;
        if (!onlyDigits(text) && (data::readTimeStamp(text, seconds) || readInternetDate(text, seconds)))
            result = Value::timeStamp(seconds);
    }
    return Outcome::Done;
}

/// Special stamps, and stamps at the edge of what 64 bits hold, stay.
std::int64_t shifted(std::int64_t seconds, std::int64_t offset)
{
    std::int64_t sum = 0;
    return isSpecial(seconds) || __builtin_add_overflow(seconds, offset, &sum) ? seconds : sum;
}

std::int64_t zoneOffset(Context &context, std::int64_t gmt)
{
    return context.host.zoneOffset(context.task, gmt);
}

Outcome gmtTime(Context &context, Value *, unsigned, Value &result)
{
    result = Value::timeStamp(context.host.currentTime(context.task));
    return Outcome::Done;
}

Outcome localTime(Context &context, Value *, unsigned, Value &result)
{
    const std::int64_t now = context.host.currentTime(context.task);
    result = Value::timeStamp(shifted(now, zoneOffset(context, now)));
    return Outcome::Done;
}

Outcome gmtToLocal(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isTimeStamp())
        return Outcome::Done;
    const std::int64_t gmt = arguments[0].toSeconds();
    result = isSpecial(gmt) ? arguments[0] : Value::timeStamp(shifted(gmt, zoneOffset(context, gmt)));
    return Outcome::Done;
}

/// A local time that exists twice: the earlier moment; one that does not exist: the offset before the change.
std::int64_t localToGmt(Context &context, std::int64_t local)
{
    const std::int64_t before = zoneOffset(context, shifted(local, -daySeconds));
    const std::int64_t after = zoneOffset(context, shifted(local, daySeconds));
    const std::int64_t withBefore = shifted(local, -before);
    if (before == after)
        return withBefore;
    const std::int64_t withAfter = shifted(local, -after);
    const bool beforeFits = zoneOffset(context, withBefore) == before;
    const bool afterFits = zoneOffset(context, withAfter) == after;
    if (beforeFits && afterFits)
        return std::min(withBefore, withAfter);
    return afterFits ? withAfter : withBefore;
}

Outcome localToGMT(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isTimeStamp())
        return Outcome::Done;
    const std::int64_t local = arguments[0].toSeconds();
    result = isSpecial(local) ? arguments[0] : Value::timeStamp(localToGmt(context, local));
    return Outcome::Done;
}

Outcome year(Context &, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isTimeStamp())
        return Outcome::Done;
    const std::int64_t seconds = arguments[0].toSeconds();
    if (seconds == Value::remotePast)
        result.setNumber(0);
    else if (seconds == Value::remoteFuture)
        result.setNumber(9999);
    else
        result.setNumber(calendarDate(seconds).year);
    return Outcome::Done;
}

Outcome month(Context &, Value *arguments, unsigned, Value &result)
{
    std::int64_t number = 0;
    if (arguments[0].isNumber())
        number = arguments[0].toNumber();
    else if (isOrdinary(arguments[0]))
        number = calendarDate(arguments[0].toSeconds()).month;
    if (number >= 1 && number <= 12)
        result = Value::string(monthNames[static_cast<std::size_t>(number - 1)]);
    return Outcome::Done;
}

Outcome monthNum(Context &, Value *arguments, unsigned, Value &result)
{
    if (isOrdinary(arguments[0]))
        result.setNumber(calendarDate(arguments[0].toSeconds()).month);
    return Outcome::Done;
}

Outcome monthDay(Context &, Value *arguments, unsigned, Value &result)
{
    if (isOrdinary(arguments[0]))
        result.setNumber(calendarDate(arguments[0].toSeconds()).day);
    return Outcome::Done;
}

Outcome weekDay(Context &, Value *arguments, unsigned, Value &result)
{
    if (isOrdinary(arguments[0]))
        result = Value::string(dayNames[static_cast<std::size_t>(calendarDate(arguments[0].toSeconds()).weekDay)]);
    return Outcome::Done;
}

Outcome yearDay(Context &, Value *arguments, unsigned, Value &result)
{
    if (!isOrdinary(arguments[0]))
        return Outcome::Done;
    const CalendarDate fields = calendarDate(arguments[0].toSeconds());
    result.setNumber(fields.dayNumber - daysFromDate(fields.year, 1, 1) + 1);
    return Outcome::Done;
}

Outcome timeOfDay(Context &, Value *arguments, unsigned, Value &result)
{
    if (isOrdinary(arguments[0]))
        result.setNumber(calendarDate(arguments[0].toSeconds()).secondOfDay);
    return Outcome::Done;
}

Outcome dateNumber(Context &, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isTimeStamp())
        return Outcome::Done;
    const std::int64_t seconds = arguments[0].toSeconds();
    if (seconds == Value::remotePast)
        result.setNumber(0);
    else if (seconds == Value::remoteFuture)
        result.setNumber(daysFromDate(9999, 12, 31));
    else
        result.setNumber(calendarDate(seconds).dayNumber);
    return Outcome::Done;
}

bool validYear(const Value &value)
{
    return value.isNumber() && value.toNumber() >= 1 && value.toNumber() <= lastYear;
}

Outcome dateByMonthDay(Context &, Value *arguments, unsigned, Value &result)
{
    if (!validYear(arguments[0]) || !arguments[1].isNumber() || !arguments[2].isNumber())
        return Outcome::Done;
    const std::int64_t inYear = arguments[0].toNumber();
    const std::int64_t inMonth = arguments[1].toNumber();
    const std::int64_t day = arguments[2].toNumber();
    if (inMonth < 1 || inMonth > 12 || day < 1 || day > daysInMonth(inYear, static_cast<int>(inMonth)))
        return Outcome::Done;
    const std::int64_t days = daysFromDate(inYear, static_cast<int>(inMonth), static_cast<int>(day));
    result = Value::timeStamp(days * daySeconds);
    return Outcome::Done;
}

Outcome dateByYearDay(Context &, Value *arguments, unsigned, Value &result)
{
    if (!validYear(arguments[0]) || !arguments[1].isNumber())
        return Outcome::Done;
    const std::int64_t inYear = arguments[0].toNumber();
    const std::int64_t day = arguments[1].toNumber();
    if (day >= 1 && day <= (isLeapYear(inYear) ? 366 : 365))
        result = Value::timeStamp((daysFromDate(inYear, 1, 1) + day - 1) * daySeconds);
    return Outcome::Done;
}

/// Hour, Minute, Second: of the special stamps 0 and 9999.
template<std::int64_t Unit, std::int64_t Modulus>
Outcome clockField(Context &, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isTimeStamp())
        return Outcome::Done;
    const std::int64_t seconds = arguments[0].toSeconds();
    if (isSpecial(seconds))
        result.setNumber(seconds == Value::remotePast ? 0 : 9999);
    else
        result.setNumber(calendarDate(seconds).secondOfDay / Unit % Modulus);
    return Outcome::Done;
}

} // namespace

void addTimeBuiltins(BuiltinTable &table)
{
    table.set("IsDate", isDate);
    table.set("Date", date);
    table.set("GMTTime", gmtTime);
    table.set("LocalTime", localTime);
    table.set("GMTToLocal", gmtToLocal);
    table.set("LocalToGMT", localToGMT);
    table.set("Year", year);
    table.set("Month", month);
    table.set("MonthNum", monthNum);
    table.set("MonthDay", monthDay);
    table.set("WeekDay", weekDay);
    table.set("YearDay", yearDay);
    table.set("TimeOfDay", timeOfDay);
    table.set("DateNumber", dateNumber);
    table.set("DateByMonthDay", dateByMonthDay);
    table.set("DateByYearDay", dateByYearDay);
    table.set("Hour", clockField<3600, 24>);
    table.set("Minute", clockField<60, 60>);
    table.set("Second", clockField<1, 60>);
}

} // namespace pbx::machine
