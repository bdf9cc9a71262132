// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/name_rules.h"

#include "environment/accounts/words.h"
#include "environment/data/objects.h"

#include <QUtf8StringView>

#include <algorithm>

namespace pbx::files {

using accounts::said;

namespace {

bool isAscii(std::string_view text) noexcept
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr char lowerAscii(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::uint32_t hashBytes(std::string_view text, bool fold) noexcept
{
    std::uint32_t hash = 2166136261u; // FNV-1a
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(fold ? lowerAscii(c) : c)) * 16777619u;
    return hash;
}

/// `sentence` has a place for the name.
NameVerdict refuse(NameFault fault, const char *sentence, std::string_view name)
{
    std::string shown;
    for (const char c : name.substr(0, maxNameBytes))
        shown += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? '?' : c;
    return {fault, false, said(sentence, {shown})};
}

} // namespace

NameVerdict checkName(std::string_view name)
{
    if (name.empty())
        return refuse(NameFault::Empty, QT_TRANSLATE_NOOP("Words", "The name \"%1\" is refused: it is empty."), name);
    if (name.size() > maxNameBytes)
        return refuse(NameFault::TooLong, QT_TRANSLATE_NOOP("Words", "The name \"%1\" is refused: it is longer than 100 bytes."),
                      name);
    if (std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }))
        return refuse(NameFault::ControlCharacter,
                      QT_TRANSLATE_NOOP("Words", "The name \"%1\" is refused: it holds a control character."), name);
    if (!QUtf8StringView(name.data(), static_cast<qsizetype>(name.size())).isValidUtf8())
        return refuse(NameFault::NotUtf8, QT_TRANSLATE_NOOP("Words", "The name \"%1\" is refused: it is not UTF-8."), {});
    if (name.contains('\\'))
        return refuse(NameFault::Backslash, QT_TRANSLATE_NOOP("Words", "The name \"%1\" is refused: it holds a backslash."),
                      name);
    if (name.front() == '/')
        return refuse(NameFault::LeadingSlash, QT_TRANSLATE_NOOP("Words", "The name \"%1\" is refused: it starts with a slash."),
                      name);
    if (std::ranges::count(name, '/') > 1)
        return refuse(NameFault::TooManySlashes,
                      QT_TRANSLATE_NOOP("Words", "The name \"%1\" is refused: language folders are one level deep."), name);
    const auto slash = name.find('/');
    const auto folder = slash == std::string_view::npos ? std::string_view() : name.substr(0, slash);
    const auto file = slash == std::string_view::npos ? name : name.substr(slash + 1);
    for (const auto part : {folder, file}) {
        if (part == "." || part == "..")
            return refuse(NameFault::DotName,
                          QT_TRANSLATE_NOOP("Words", "The name \"%1\" is refused: \".\" and \"..\" are no names."), name);
    }
    if (file.empty())
        return refuse(NameFault::Empty,
                      QT_TRANSLATE_NOOP("Words", "The name \"%1\" is refused: the part behind the slash is empty."), name);
    NameVerdict verdict;
    if (foldName(name) != name) {
        verdict.upperCase = true;
        verdict.message = said(
            QT_TRANSLATE_NOOP("Words", "The name \"%1\" has capital letters; the server keeps names in lower case."), {name});
    }
    return verdict;
}

bool isLookupName(std::string_view name) noexcept
{
    return !name.empty() && name.size() <= maxNameBytes && name != "." && name != ".." &&
           std::ranges::none_of(name,
                                [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' '; });
}

std::string foldName(std::string_view name)
{
    if (!isAscii(name))
        return data::foldCase(name);
    std::string out(name);
    std::ranges::transform(out, out.begin(), lowerAscii);
    return out;
}

std::uint32_t hashName(std::string_view name)
{
    return isAscii(name) ? hashBytes(name, true) : hashBytes(data::foldCase(name), false);
}

bool matchesFolded(std::string_view name, std::string_view folded)
{
    if (!isAscii(name))
        return data::foldCase(name) == folded;
    return std::ranges::equal(name, folded, {}, lowerAscii);
}

std::string languageFolder(std::string_view language)
{
    return isDefaultLanguage(language) ? std::string() : foldName(language);
}

bool isDefaultLanguage(std::string_view language) noexcept
{
    return language.empty() || matchesFolded(language, "english") || matchesFolded(language, "default");
}

} // namespace pbx::files
