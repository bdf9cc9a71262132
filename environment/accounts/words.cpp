// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/words.h"

#include <atomic>

namespace pbx::accounts {

namespace {

std::atomic<Translator> translator = nullptr;

/// In one go, so that a value that holds %1 itself is left as it is.
std::string filled(std::string_view text, std::span<const std::string_view> values)
{
    std::string out;
    out.reserve(text.size() + 32);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto place = text[i] == '%' && i + 1 < text.size() ? static_cast<std::size_t>(text[i + 1] - '1') : values.size();
        if (place < values.size()) {
            out += values[place];
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace

void setTranslator(Translator wanted) noexcept
{
    translator = wanted;
}

std::string said(const char *source, std::span<const std::string_view> values)
{
    if (const Translator translate = translator)
        return filled(translate(source), values);
    return filled(source, values);
}

} // namespace pbx::accounts
