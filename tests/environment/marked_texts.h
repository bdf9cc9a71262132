// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/words.h"

#include <QtClassHelperMacros>

#include <string>
#include <string_view>

/// While one lives, what goes through accounts::said() stands between « and »: so a text that does not go there is seen.
class MarkedTexts {
public:
    MarkedTexts()
    {
        pbx::accounts::setTranslator([](const char *source) { return "«" + std::string(source) + "»"; });
    }
    ~MarkedTexts() { pbx::accounts::setTranslator(nullptr); }
    Q_DISABLE_COPY_MOVE(MarkedTexts)

    /// One whole text, not words around one.
    static bool isMarked(std::string_view text) { return text.starts_with("«") && text.ends_with("»"); }
    /// The same behind a name: "anna@d.example: «…»".
    static bool isMarked(std::string_view text, const std::string &name)
    {
        const std::string start = name + ": ";
        return isMarked(text.starts_with(start) ? text.substr(start.size()) : text);
    }
};
