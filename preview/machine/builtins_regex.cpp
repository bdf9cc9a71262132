// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include "preview/machine/expression.h"

#include <list>

/// FindRegEx. The bounds are those of Expression; above them it gives null with a remark.
namespace pbx::machine {

namespace {

/// Programs use few expressions, over and over. The first is the one used last.
Expression &compiled(std::string_view pattern, bool &fresh)
{
    static thread_local std::list<Expression> cache;
    constexpr std::size_t places = 16;
    fresh = false;
    for (auto it = cache.begin(); it != cache.end(); ++it) {
        if (it->pattern() == pattern) {
            if (it != cache.begin())
                cache.splice(cache.begin(), cache, it);
            return cache.front();
        }
    }
    fresh = true;
    cache.emplace_front(pattern);
    if (cache.size() > places)
        cache.pop_back();
    return cache.front();
}

Outcome findRegEx(Context &context, Value *arguments, unsigned, Value &result)
{
    constexpr std::string_view me = "FindRegEx";
    if (!arguments[0].isString() || !arguments[1].isString())
        return Outcome::Done;
    if (arguments[1].bytes().size() > Expression::maxPattern) { // not worth a place in the cache
        remark(context, me, "the expression is longer than 4096 bytes; the result is null");
        return Outcome::Done;
    }
    bool fresh = false;
    Expression &expression = compiled(arguments[1].bytes(), fresh);
    if (fresh && expression.hasDigitEscape())
        remark(context, me, "\\d means the letter d in this dialect; write [0-9]");
    if (!expression.valid()) {
        if (expression.tooLarge())
            remark(context, me, "the expression is too large; the result is null");
        return Outcome::Done;
    }
    std::vector<std::string_view> parts;
    switch (expression.search(arguments[0].bytes(), parts)) {
    case Expression::Result::NotFound:
        return Outcome::Done;
    case Expression::Result::TooMuchWork:
        remark(context, me, "the search would take too long; the result is null");
        return Outcome::Done;
    case Expression::Result::Found:
        break;
    }
    result = Value::newArray();
    for (const std::string_view part : parts)
        result.array().append(Value::string(part));
    return Outcome::Done;
}

} // namespace

void addRegexBuiltins(BuiltinTable &table)
{
    table.set("FindRegEx", findRegEx);
}

} // namespace pbx::machine
