// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/diagnostic.h"

namespace pbx::language {

std::string Diagnostic::message() const
{
    std::string result;
    for (const char *at = format; *at; ++at) {
        if (at[0] == '%' && at[1] >= '1' && at[1] <= '9') {
            const auto index = static_cast<std::size_t>(at[1] - '1');
            if (index < arguments.size())
                result += arguments[index];
            ++at;
        } else {
            result += *at;
        }
    }
    return result;
}

std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Note:
        return "note";
    }
    return "error";
}

} // namespace pbx::language
