// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/prober.h"

#include "environment/data/objects.h"
#include "environment/server/answers.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

/// What can be asked with scratch files alone. Each is removed before the next question.
namespace pbx::server {

namespace {

using Effect = Command::Effect;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Probe)
};

/// Names nobody else has.
std::string scratchName(const char *end)
{
    return "pbx-probe-" + QString::number(QRandomGenerator::global()->generate(), 16).toStdString() + end;
}

constexpr std::string_view soundProgram = "entry Main is\n  stop;\nend entry;\n";
constexpr std::string_view faultyProgram = "entry Main is\n  entry entry (\nend entry;\n";

/// A plain archive of one small file.
std::string smallArchive(const std::string &name, std::string_view content)
{
    std::string header(512, '\0');
    const auto put = [&](std::size_t at, std::string_view text) { std::memcpy(header.data() + at, text.data(), text.size()); };
    std::array<char, 16> number{};
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    std::snprintf(number.data(), number.size(), "%011o", static_cast<unsigned>(content.size()));
    put(124, number.data());
    put(136, "00000000000");
    put(148, "        ");
    put(156, "0");
    put(257, std::string_view("ustar\00000", 8));
    unsigned sum = 0;
    for (const char c : header)
        sum += static_cast<unsigned char>(c);
    std::snprintf(number.data(), number.size(), "%06o", sum);
    put(148, std::string_view(number.data(), 7));
    std::string archive = header + std::string(content);
    archive.resize((archive.size() + 511) / 512 * 512 + 1024, '\0');
    return archive;
}

} // namespace

void Prober::askWithScratchFiles()
{
    askCreatingTwice();
    askFilledLanguage();
    askTryCompile();
    askTask();
    askArchive();
    askLongStores();
}

void Prober::removeScratch(const std::string &name)
{
    const auto removed = say(m_forms.remove(name));
    if (removed)
        return;
    const auto content = say(m_forms.read(name));
    if (content || !isRefusal(content.error()))
        add(4, Text::tr("The scratch file “%1” could not be removed: %2.").arg(shownName(name), describe(removed)));
}

void Prober::askCreatingTwice()
{
    add(4, Text::tr("Creating the environment that is there: %1.").arg(describe(say(m_forms.create({})))));
    const auto name = scratchName(".txt");
    add(4, Text::tr("Deleting a file that is not there: %1.").arg(describe(say(m_forms.remove(name)))));
}

void Prober::askFilledLanguage()
{
    const auto language = scratchName("");
    const auto file = language + "/pbx-probe.txt";
    const auto created = say(m_forms.create(language));
    if (!created) {
        add(4, Text::tr("A scratch language can't be made: %1.").arg(describe(created)));
        return;
    }
    const auto again = say(m_forms.create(language));
    const auto stored = say(m_forms.store(file, "scratch"));
    const auto removed = say(m_forms.removeLanguage(language));
    const auto left = say(m_forms.read(file));
    if (stored) {
        m_dialect.deletesFilledLanguages = removed && !left;
        add(4, Text::tr("Creating a language that is there: %1. Deleting one with files in it: %2.")
                   .arg(describe(again), describe(removed)));
    }
    if (left)
        removeScratch(file);
    // A server may say it is done and leave the folder.
    const auto gone = say(m_forms.list(language));
    if (!gone)
        return;
    if (const auto last = say(m_forms.removeLanguage(language)); !last)
        add(4, Text::tr("The scratch language “%1” could not be removed: %2.").arg(shownName(language), describe(last)));
}

Prober::Trial Prober::tryCompile(const std::string &name, std::string_view program)
{
    auto command = m_forms.store(name, program);
    command.word("TRYCOMPILE");
    const auto said = say(command);
    Trial trial;
    trial.said = describe(said);
    trial.complained = !said || offsetIn(said->text.toStdString()) || said->value.isString();
    const auto content = say(m_forms.read(name));
    trial.stored = content && content->value.isDataBlock();
    removeScratch(name);
    return trial;
}

void Prober::askTryCompile()
{
    const auto faulty = tryCompile(scratchName(".sppr"), faultyProgram);
    const auto sound = tryCompile(scratchName(".sppr"), soundProgram);
    if (m_lost)
        return;
    const bool works = faulty.complained && !sound.complained;
    m_dialect.tryCompile = !works ? TryCompile::No : faulty.stored || sound.stored ? TryCompile::Stores : TryCompile::StoresNothing;
    const auto kept = [](bool stored) { return stored ? Text::tr("stored") : Text::tr("not stored"); };
    add(21, Text::tr("A faulty program: %1 (%2). A sound one: %3 (%4).").arg(faulty.said, kept(faulty.stored), sound.said, kept(sound.stored)),
        !works ? Text::tr("Programs are looked at by this program's own checker alone.")
        : m_dialect.tryCompile == TryCompile::Stores ? Text::tr("Programs are compiled by the server under a scratch name before they are stored.")
                                                     : Text::tr("Programs are compiled by the server before they are stored."));
}

void Prober::askTask()
{
    const auto accounts = m_lost ? Remote::Result<std::vector<std::string>>(std::unexpected(*m_lost)) : m_remote.accounts(m_scope.domain);
    if (!accounts || accounts->empty())
        return;
    const auto account = (std::ranges::contains(*accounts, "pbx") ? "pbx" : accounts->front()) + '@' + m_scope.domain;
    const auto start = [&](const std::string &program) {
        return say(Command("STARTPBXTASK", Effect::Changes).name(account).word("PROGRAM").text(program));
    };
    const auto missing = start(scratchName(""));
    add(17, Text::tr("A program that is not there: %1.").arg(describe(missing)));
    const auto program = scratchName("");
    if (!say(m_forms.store(program + ".sppr", soundProgram)))
        return;
    const auto task = start(program);
    add(17, Text::tr("A program that ends at once: %1.").arg(describe(task)));
    if (task && task->value.isString()) {
        const auto id = task->value.toStdString();
        const auto event = say(Command("SENDTASKEVENT", Effect::Changes).text(id).word("EVENT").text("probe"));
        const auto ended = say(Command("KILLNODE", Effect::Changes).text(id));
        add(17, Text::tr("An event for it: %1. Ending it: %2.").arg(describe(event), describe(ended)));
    }
    removeScratch(program + ".sppr");
}

void Prober::askArchive()
{
    const auto inside = scratchName(".txt");
    const auto archive = scratchName(".tar");
    const auto stored = say(m_forms.store(archive, smallArchive(inside, "scratch")));
    if (!stored) {
        add(6, describe(stored) + QLatin1Char('.'));
        return;
    }
    const bool unpacked = say(m_forms.read(inside)).has_value();
    add(6, unpacked ? Text::tr("Yes.") : Text::tr("No, it lies in the environment as a file."),
        Text::tr("Files are stored one by one."));
    if (unpacked)
        removeScratch(inside);
    removeScratch(archive);
}

/// What ECHO took may still be too much to store.
void Prober::askLongStores()
{
    std::size_t longest = 0;
    constexpr std::size_t sizes[] = {16u << 10, 64u << 10, 256u << 10, 1u << 20, 4u << 20};
    for (const auto size : sizes) {
        const auto command = m_forms.store(scratchName(".bin"), std::string(size / 4 * 3, 'x'));
        if (m_dialect.longestLine != 0 && command.line() && command.line()->size() > m_dialect.longestLine)
            break;
        const auto name = scratchName(".bin");
        const auto store = m_forms.store(name, std::string(size / 4 * 3, 'x'));
        const auto stored = tryToSay(store);
        if (stored)
            longest = store.line()->size();
        const auto there = say(m_forms.read(name));
        if (there)
            removeScratch(name);
        if (stored)
            continue;
        if (longest != 0)
            m_dialect.longestLine = longest;
        add(5, Text::tr("Storing takes %1 bytes, not %2: %3.").arg(longest).arg(store.line()->size()).arg(describe(stored)),
            Text::tr("Larger files are refused here, before anything is sent."));
        return;
    }
}

} // namespace pbx::server
