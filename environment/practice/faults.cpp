// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/faults.h"

#include <QCoreApplication>

#include <algorithm>

namespace pbx::practice {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(practice)
};

constexpr FaultWord words[] = {
    {"drop-before", Fault::Kind::DropBefore, "the connection ends before the N-th command is done"},
    {"drop-after", Fault::Kind::DropAfter, "the connection ends when the N-th command is done, its answer unsent"},
    {"drop-received", Fault::Kind::DropReceived, "the connection ends behind the N-th byte that came"},
    {"drop-sent", Fault::Kind::DropSent, "the connection ends behind the N-th byte that went out"},
    {"refuse", Fault::Kind::Refuse, "the N-th command is refused"},
    {"delay", Fault::Kind::Delay, "every answer waits N ms"},
    {"hang", Fault::Kind::Hang, "the N-th command is done, but never answered"},
    {"disk-full", Fault::Kind::DiskFull, "from the N-th write on the disk is full"},
    {"garbage", Fault::Kind::Garbage, "the N-th answer is noise"},
    {"trickle", Fault::Kind::Trickle, "answers come a byte at a time, N ms apart"},
    {"foreign", Fault::Kind::Foreign, "behind the N-th command somebody else changes the file that was touched last"},
};

} // namespace

std::span<const FaultWord> faultWords()
{
    return words;
}

std::expected<Fault, QString> Fault::fromText(const QString &text)
{
    const auto colon = text.indexOf(QLatin1Char(':'));
    const auto name = (colon < 0 ? text : text.left(colon)).toStdString();
    const auto found = std::ranges::find(words, name, &FaultWord::word);
    if (found == std::end(words))
        return std::unexpected(Text::tr("There is no fault \"%1\"; `pbx serve --help` lists them.").arg(text));
    Fault fault{found->kind, 0, true};
    if (found->kind == Kind::Trickle && colon < 0)
        return fault;
    auto number = text.mid(colon + 1);
    if (number.endsWith(QLatin1Char('+'))) {
        fault.once = false;
        number.chop(1);
    }
    bool fine = false;
    fault.at = number.toLongLong(&fine);
    const bool fromZero = fault.kind == Kind::DropReceived || fault.kind == Kind::DropSent || fault.kind == Kind::Delay
                          || fault.kind == Kind::Trickle;
    if (!fine || colon < 0 || fault.at < (fromZero ? 0 : 1) || !number.at(0).isDigit())
        return std::unexpected(Text::tr("The fault \"%1\" needs a number behind a colon, as in \"%2:12\".")
                                   .arg(text, QString::fromStdString(name)));
    return fault;
}

bool FaultPlan::strikes(Fault::Kind kind, std::int64_t number) const
{
    return std::ranges::any_of(m_faults, [=](const Fault &fault) {
        return fault.kind == kind && (number == fault.at || (!fault.once && number > fault.at));
    });
}

FaultPlan::Command FaultPlan::nextCommand()
{
    using Kind = Fault::Kind;
    const auto number = ++commands;
    return {number,
            strikes(Kind::DropBefore, number),
            strikes(Kind::DropAfter, number),
            strikes(Kind::Refuse, number),
            strikes(Kind::Hang, number),
            strikes(Kind::Garbage, number),
            strikes(Kind::Foreign, number)};
}

FaultPlan::Bytes FaultPlan::pass(Fault::Kind kind, std::int64_t &counter, std::int64_t count)
{
    Bytes bytes{count, false};
    std::size_t ending = m_faults.size();
    for (std::size_t i = 0; i < m_faults.size(); ++i) {
        const auto &fault = m_faults[i];
        const bool spent = std::ranges::find(m_spent, i) != m_spent.end();
        const auto left = std::max<std::int64_t>(fault.at - counter, 0);
        if (fault.kind == kind && !spent && left <= bytes.pass && count > 0) {
            bytes = {left, true};
            ending = i;
        }
    }
    counter += bytes.pass;
    if (bytes.drop && m_faults[ending].once)
        m_spent.push_back(ending);
    return bytes;
}

FaultPlan::Bytes FaultPlan::received(std::int64_t count)
{
    return pass(Fault::Kind::DropReceived, bytesReceived, count);
}

FaultPlan::Bytes FaultPlan::sent(std::int64_t count)
{
    return pass(Fault::Kind::DropSent, bytesSent, count);
}

const Fault *FaultPlan::find(Fault::Kind kind) const
{
    const auto found = std::ranges::find(m_faults, kind, &Fault::kind);
    return found == m_faults.end() ? nullptr : &*found;
}

std::int64_t FaultPlan::delay() const
{
    const auto *fault = find(Fault::Kind::Delay);
    return fault ? fault->at : 0;
}

bool FaultPlan::trickles() const
{
    return find(Fault::Kind::Trickle) != nullptr;
}

std::int64_t FaultPlan::trickleTime() const
{
    const auto *fault = find(Fault::Kind::Trickle);
    return fault ? fault->at : 0;
}

std::int64_t FaultPlan::fullFrom() const
{
    const auto *fault = find(Fault::Kind::DiskFull);
    return fault ? std::max<std::int64_t>(fault->at, 1) : 0;
}

} // namespace pbx::practice
