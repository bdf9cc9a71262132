// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

/// Group addresses, but for what asks a router or DNS.
namespace pbx::machine {

std::string telephoneNumber(std::string_view text)
{
    std::string number;
    bool digits = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            number += c;
            digits = true;
        } else if (c == '+' && number.empty()) {
            number += c;
        } else if (std::string_view(" \t-.()[]/").find(c) == std::string_view::npos) {
            return {};
        }
    }
    return digits ? number : std::string();
}

namespace {

Outcome isIpAddress(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isAddress());
    return Outcome::Done;
}

Outcome ipAddress(Context &, Value *arguments, unsigned, Value &result)
{
    if (arguments[0].isAddress()) {
        result = arguments[0];
        return Outcome::Done;
    }
    if (!arguments[0].isString())
        return Outcome::Done;
    std::string_view text = arguments[0].bytes();
    result = data::parseAddress(text);
    if (!result.isNull())
        return Outcome::Done;
    // The built-in takes 10.0.44.55:25 besides the notation's [10.0.44.55]:25.
    if (text.starts_with("#I"))
        text.remove_prefix(2);
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || text.size() > 32 || text.find('.') > colon || text.front() == '['
        || text.rfind(':') != colon)
        return Outcome::Done;
    std::string bracketed = "[";
    bracketed.append(text.substr(0, colon)).append("]").append(text.substr(colon));
    result = data::parseAddress(bracketed);
    return Outcome::Done;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The address of `"Name" <address>`; an address without brackets is itself. False: brackets that don't fit.
bool takeOutOfBrackets(std::string_view text, std::string_view &address)
{
    text = trimmed(text);
    std::size_t from = 0;
    if (text.starts_with('"')) {
        for (from = 1; from < text.size() && text[from] != '"'; ++from)
            from += text[from] == '\\';
        if (from >= text.size())
            return false;
    }
    const auto open = text.find('<', from);
    if (open == std::string_view::npos) {
        address = text;
        return from == 0 && text.find('>') == std::string_view::npos;
    }
    const auto close = text.find('>', open);
    if (close == std::string_view::npos)
        return false;
    address = trimmed(text.substr(open + 1, close - open - 1));
    return true;
}

bool isHostName(std::string_view host)
{
    if (host.empty() || host.front() == '.' || host.front() == '-')
        return false;
    for (const char c : host) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!plain && c != '.' && c != '-' && c != '_' && static_cast<unsigned char>(c) < 0x80)
            return false;
    }
    return host.find("..") == std::string_view::npos;
}

/// A host name, an IPv4 address, or any address in brackets.
bool isBracketedAddress(std::string_view host)
{
    return host.size() > 2 && host.starts_with('[') && host.ends_with(']') && !data::parseAddress(host).isNull();
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool decodeEscapes(std::string_view text, std::string &decoded)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (i + 2 >= text.size() || hexDigit(text[i + 1]) < 0 || hexDigit(text[i + 2]) < 0)
            return false;
        decoded += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
        i += 2;
    }
    return true;
}

bool isUserPart(std::string_view user)
{
    for (const char c : user) {
        if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == 0x7f)
            return false;
    }
    return !user.empty();
}

Outcome sipUriToEmail(Context &context, Value *arguments, unsigned, Value &result)
{
    std::string_view uri;
    if (!arguments[0].isString() || !takeOutOfBrackets(arguments[0].bytes(), uri))
        return Outcome::Done;
    if (equalIgnoringCase(uri.substr(0, 4), "sip:"))
        uri.remove_prefix(4);
    else if (equalIgnoringCase(uri.substr(0, 5), "sips:"))
        uri.remove_prefix(5);
    else
        return Outcome::Done;
    const auto at = uri.find('@');
    if (at == std::string_view::npos)
        return Outcome::Done;
    const std::string_view user = uri.substr(0, std::min(at, uri.find(':')));
    std::string_view host = uri.substr(at + 1);
    std::string email;
    if (!isUserPart(user) || !decodeEscapes(user, email))
        return Outcome::Done;
    const auto bracket = host.starts_with('[') ? host.find(']') : std::string_view::npos;
    if (bracket != std::string_view::npos) {
        host = host.substr(0, bracket + 1);
        if (!isBracketedAddress(host))
            return Outcome::Done;
        email.append("@").append(host);
    } else {
        host = host.substr(0, host.find_first_of(":;?"));
        if (!isHostName(host))
            return Outcome::Done;
        const bool numeric = !data::parseAddress(host).isNull();
        email.append(numeric ? "@[" : "@").append(host).append(numeric ? "]" : "");
    }
    return giveString(context, "SIPURIToEmail", email, result);
}

Outcome emailToSipUri(Context &context, Value *arguments, unsigned, Value &result)
{
    std::string_view email;
    if (!arguments[0].isString() || !takeOutOfBrackets(arguments[0].bytes(), email))
        return Outcome::Done;
    const auto at = email.find('@');
    if (at == std::string_view::npos) {
        remark(context, "EmailToSIPURI", "the address has no domain");
        return Outcome::Done;
    }
    const std::string_view user = email.substr(0, at);
    std::string_view host = email.substr(at + 1);
    if (!isUserPart(user) || (!isHostName(host) && !isBracketedAddress(host)))
        return Outcome::Done;
    // In a SIP URI only IPv6 stands in brackets.
    if (host.starts_with('[') && host.find(':') == std::string_view::npos)
        host = host.substr(1, host.size() - 2);
    std::string uri = "sip:";
    uri.append(user).append("@").append(host);
    return giveString(context, "EmailToSIPURI", uri, result);
}

/// Without a call there is no current domain, hence null; a host that has one sets its own function.
Outcome phoneNumberToSipUri(Context &context, Value *arguments, unsigned, Value &)
{
    if (arguments[0].isString() && !telephoneNumber(arguments[0].bytes()).empty())
        remark(context, "PhoneNumberToSIPURI", "there is no current domain");
    return Outcome::Done;
}

} // namespace

void addAddressBuiltins(BuiltinTable &table)
{
    table.set("IsIPAddress", isIpAddress);
    table.set("IPAddress", ipAddress);
    table.set("SIPURIToEmail", sipUriToEmail);
    table.set("EmailToSIPURI", emailToSipUri);
    table.set("PhoneNumberToSIPURI", phoneNumberToSipUri);
}

} // namespace pbx::machine
