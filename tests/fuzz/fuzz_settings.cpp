// SPDX-License-Identifier: GPL-3.0-or-later
// Settings files: the notation, what is written of it, and everything that makes accounts, menus and routes of it.
#include "environment/accounts/directory.h"
#include "environment/accounts/menu.h"
#include "environment/accounts/routing.h"
#include "environment/data/notation.h"
#include "environment/files/prompt_texts.h"
#include "environment/files/workspace.h"

#include "tests/fuzz/require.h"

using namespace pbx;

namespace {

/// What is printed reads back as what prints the same. (Opaque objects are equal to themselves alone.)
void roundTrip(const data::Value &value, data::PrintStyle style)
{
    const auto text = data::printNotation(value, style);
    if (!text)
        return;
    data::ReadOptions options;
    options.multiLine = style == data::PrintStyle::Settings;
    options.maxDepth = 1000;
    const auto again = data::readNotation(*text, options);
    PBX_REQUIRE(again);
    const auto printed = data::printNotation(again->value, style);
    PBX_REQUIRE(printed && *printed == *text);
}

void useAsAccount(const data::Value &value)
{
    if (!value.isDictionary())
        return;
    accounts::Directory directory;
    directory.setServer({}, {}, "Europe/Moscow");
    directory.setDefaultDomain("fuzz.example");
    directory.addDomain("fuzz.example", value);
    directory.addAccount("fuzz.example", "pbx", value);
    directory.addAccount("fuzz.example", "ivanov", value);
    const accounts::Account *account = directory.account("pbx");
    PBX_REQUIRE(account);
    (void)account->workDays();
    (void)account->workDayStart();
    (void)account->languageMenu();
    (void)accounts::departmentMenu(*account, &directory);
    (void)directory.problems();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    for (const bool multiLine : {true, false}) {
        data::ReadOptions options;
        options.multiLine = multiLine;
        options.places = multiLine;
        const auto document = data::readNotation(text, options);
        if (!document) {
            PBX_REQUIRE(document.error().offset <= size && document.error().line >= 1 && document.error().column >= 1);
            PBX_REQUIRE(!document.error().message.empty());
            continue;
        }
        for (const data::PrintStyle style : {data::PrintStyle::OneLine, data::PrintStyle::Client, data::PrintStyle::Settings})
            roundTrip(document->value, style);
        if (multiLine)
            useAsAccount(document->value);
    }
    const QByteArray raw(text.data(), qsizetype(size));
    PBX_REQUIRE(files::PromptTexts::fromBytes(raw).toBytes() == raw);
    return 0;
}
