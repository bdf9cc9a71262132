// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/routing.h"

#include "environment/accounts/texts.h"

#include <algorithm>

namespace pbx::accounts {

namespace {

constexpr std::size_t longestAddress = 4096;

bool hasControl(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
}

/// `"Name" <sip:x@y;p>;q` → `sip:x@y;p`. False: an opened bracket is not closed.
bool insideOfBrackets(std::string_view &text)
{
    std::size_t at = 0;
    bool quoted = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '"')
            quoted = !quoted;
        else if (text[at] == '\\' && quoted)
            ++at;
        else if (text[at] == '<' && !quoted)
            break;
    }
    if (at >= text.size())
        return true;
    const auto end = text.find('>', at);
    if (end == std::string_view::npos)
        return false;
    text = trimmed(text.substr(at + 1, end - at - 1));
    return true;
}

void dropScheme(std::string_view &text)
{
    for (const std::string_view scheme : {"sips:", "sip:", "tel:"}) {
        if (text.size() >= scheme.size() && sameText(text.substr(0, scheme.size()), scheme)) {
            text.remove_prefix(scheme.size());
            return;
        }
    }
}

/// Splits at commas, blanks dropped; `{}` counts as no parameter (pbx-runtime, 1.1).
std::vector<std::string> readParameters(std::string_view text)
{
    std::vector<std::string> parameters;
    if (trimmed(text).empty())
        return parameters;
    for (;;) {
        const auto comma = text.find(',');
        parameters.emplace_back(trimmed(text.substr(0, comma)));
        if (comma == std::string_view::npos)
            return parameters;
        text.remove_prefix(comma + 1);
    }
}

/// `program{a,b}` before the '#'.
bool readProgram(std::string_view text, Address &address)
{
    const auto brace = text.find('{');
    address.hasProgram = true;
    address.program = trimmed(text.substr(0, brace));
    if (brace != std::string_view::npos) {
        if (text.back() != '}')
            return false;
        address.parameters = readParameters(text.substr(brace + 1, text.size() - brace - 2));
        address.hasParameters = !address.parameters.empty();
    }
    return !address.program.empty() &&
           std::ranges::none_of(address.program, [](char c) { return c == '/' || c == '\\' || c == '@'; });
}

/// First sign of a set outside of braces.
std::size_t findOutside(std::string_view text, std::string_view signs)
{
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{')
            ++depth;
        else if (text[i] == '}')
            --depth;
        else if (depth <= 0 && signs.contains(text[i]))
            return i;
    }
    return std::string_view::npos;
}

} // namespace

bool Address::hasUriParameter(std::string_view text) const
{
    return std::ranges::any_of(uriParameters, [text](const std::string &own) { return sameText(own, text); });
}

bool readAddress(std::string_view text, Address &address)
{
    address = {};
    if (text.size() > longestAddress || hasControl(text))
        return false;
    text = trimmed(text);
    if (!insideOfBrackets(text))
        return false;
    dropScheme(text);

    if (auto semicolon = findOutside(text, ";"); semicolon != std::string_view::npos) {
        auto rest = text.substr(semicolon + 1);
        text = trimmed(text.substr(0, semicolon));
        while (!rest.empty()) {
            semicolon = rest.find(';');
            if (const auto parameter = trimmed(rest.substr(0, semicolon)); !parameter.empty())
                address.uriParameters.emplace_back(parameter);
            rest.remove_prefix(semicolon == std::string_view::npos ? rest.size() : semicolon + 1);
        }
    }
    // "{main}" may stand before a '#' only; "#program" has the account's part before or behind it.
    const auto hash = findOutside(text, "#");
    if (hash == 0) {
        // "#program", "#program{a}", "#program@domain"
        auto rest = text.substr(1);
        const auto at = findOutside(rest, "@");
        if (at != std::string_view::npos) {
            address.domain = trimmed(rest.substr(at + 1));
            rest = trimmed(rest.substr(0, at));
            if (address.domain.empty())
                return false;
        }
        return !rest.empty() && readProgram(rest, address);
    }
    if (hash != std::string_view::npos) {
        if (!readProgram(trimmed(text.substr(0, hash)), address))
            return false;
        text = trimmed(text.substr(hash + 1));
    }
    const auto at = text.rfind('@');
    address.local = trimmed(text.substr(0, at));
    if (at != std::string_view::npos) {
        address.domain = trimmed(text.substr(at + 1));
        if (address.domain.empty())
            return false;
    }
    if (address.local.empty())
        return address.hasProgram && at == std::string_view::npos;
    // "*#" and the like are names; blanks, brackets and braces are not.
    return std::ranges::none_of(address.local + address.domain,
                                [](char c) { return c == ' ' || c == '<' || c == '>' || c == '{' || c == '}'; });
}

std::vector<std::string> splitAddresses(std::string_view list)
{
    std::vector<std::string> parts;
    int depth = 0;
    bool quoted = false;
    std::size_t start = 0;
    const auto take = [&](std::size_t end) {
        if (const auto part = trimmed(list.substr(start, end - start)); !part.empty())
            parts.emplace_back(part);
        start = end + 1;
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        const char c = list[i];
        if (c == '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (c == '{' || c == '<')
            ++depth;
        else if (c == '}' || c == '>')
            --depth;
        else if (c == ',' && depth <= 0)
            take(i);
    }
    take(list.size());
    return parts;
}

std::string describe(const Target &target)
{
    if (const auto *phone = std::get_if<PhoneTarget>(&target))
        return "phone:" + phone->account;
    if (const auto *program = std::get_if<ProgramTarget>(&target)) {
        auto text = program->program;
        if (program->hasParameters) {
            text += '{';
            for (std::size_t i = 0; i < program->parameters.size(); ++i)
                text += (i ? "," : "") + program->parameters[i];
            text += '}';
        }
        return text + '#' + program->account;
    }
    if (const auto *outside = std::get_if<OutsideTarget>(&target))
        return outside->address;
    return std::get<RejectTarget>(target).text;
}

FailureKind failureKind(int code) noexcept
{
    if (code == 486 || code == 600 || code == 603)
        return FailureKind::Busy;
    if (code == 408 || code == 480)
        return FailureKind::NoAnswer;
    return FailureKind::Error;
}

} // namespace pbx::accounts
