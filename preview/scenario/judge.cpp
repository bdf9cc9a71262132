// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/scenario/scenario.h"

#include "environment/data/notation.h"
#include "environment/files/name_rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace pbx::scenario {

namespace {

using call::Event;
using Kind = Expectation::Kind;

constexpr std::size_t mostShown = 40; ///< lines of events in the explanation
constexpr std::size_t shownBehind = 12; ///< of them behind the last expectation that was met
constexpr std::size_t leftWidth = 38;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Scenarios)
};

std::string plain(const QString &text)
{
    return text.toStdString();
}

std::string text(const Event &event, std::string_view member)
{
    const data::Value value = event.member(member);
    if (value.isNull())
        return {};
    return value.isString() ? value.toStdString() : data::printText(value).value_or(std::string());
}

bool same(std::string_view a, std::string_view b)
{
    return data::foldCase(a) == data::foldCase(b);
}

/// "ivanov" is "ivanov@any.domain"; "ivanov@d" is itself alone.
bool sameAddress(std::string_view wanted, std::string_view got)
{
    if (wanted.find('@') == wanted.npos)
        got = got.substr(0, got.find('@'));
    return same(wanted, got);
}

/// The name of a prompt without its extension.
std::string_view bareName(std::string_view name)
{
    for (const std::string_view extension : files::mediaExtensions) {
        if (name.size() > extension.size() && same(name.substr(name.size() - extension.size()), extension))
            return name.substr(0, name.size() - extension.size());
    }
    return name;
}

/// Compared as the server does.
bool samePrompt(std::string_view wanted, std::string_view got)
{
    return same(bareName(wanted), bareName(got));
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != text.npos;
}

/// What happened to one caller, and which expectation each event has met.
class Judge {
public:
    Judge(const Caller &caller, std::uint32_t number, const std::vector<Event> &events) : m_caller(caller), m_number(number)
    {
        for (const Event &event : events) {
            if (event.people.empty() ? event.kind != "play" : std::ranges::contains(event.people, number))
                m_events.push_back(&event);
        }
        m_metBy.resize(m_events.size(), nullptr);
    }

    bool concerns(const Event &event) const { return std::ranges::contains(m_events, &event); }
    bool endsByError() const
    {
        return std::ranges::any_of(m_caller.expectations, [](const Expectation &wanted) {
            return wanted.kind == Kind::Ends && wanted.text == "error";
        });
    }
    /// A `fails` was met by it.
    bool expected(const Event &error) const
    {
        const auto found = std::ranges::find(m_events, &error);
        return found != m_events.end() && m_metBy[static_cast<std::size_t>(found - m_events.begin())] != nullptr;
    }

    /// The first expectation that is not met; null: all are.
    const Expectation *check()
    {
        for (const Expectation &wanted : m_caller.expectations) {
            if (!meet(wanted))
                return &wanted;
        }
        return nullptr;
    }

    /// A line in the user's language; English on the command line.
    std::string message(const Expectation &wanted) const
    {
        const QString expected = QCoreApplication::translate("Scenarios", "expected: %1").arg(QString::fromStdString(wanted.written));
        const QString instead = happened(wanted);
        return (instead.isEmpty() ? expected : expected + QStringLiteral("; ") + instead).toStdString();
    }

    /// Expected and happened, side by side.
    std::string table(const Expectation *failed) const { return table(failed, failed ? m_broken : npos); }
    /// The same for an event nobody expected.
    std::string table(const Event &unexpected) const
    {
        return table(nullptr, static_cast<std::size_t>(std::ranges::find(m_events, &unexpected) - m_events.begin()));
    }

private:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    /// `broken`: the event that must not be, or not so; npos: something is missing.
    std::string table(const Expectation *failed, std::size_t broken) const
    {
        std::string out = row(plain(QCoreApplication::translate("Scenarios", "expected")), plain(QCoreApplication::translate("Scenarios", "what happened to %1").arg(QString::fromStdString(m_caller.name))));
        std::size_t last = 0;
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            if (m_metBy[i])
                last = i + 1;
        }
        if (broken != npos)
            last = broken + 1;
        const std::string wrong = failed ? "✗ " + failed->written : "✗ " + plain(QCoreApplication::translate("Scenarios", "no error of a program"));
        const std::size_t end = std::min(m_events.size(), last + shownBehind);
        const std::size_t begin = end > mostShown ? end - mostShown : 0;
        if (begin > 0)
            out += row("", plain(QCoreApplication::translate("Scenarios", "… %1 earlier events").arg(begin)));
        for (std::size_t i = begin; i < end; ++i) {
            if (i == last && failed && broken == npos)
                out += row(wrong, "");
            out += row(i == broken ? wrong : m_metBy[i] ? "✓ " + m_metBy[i]->written : std::string(), toText(*m_events[i]));
        }
        if (end == last && failed && broken == npos)
            out += row(wrong, "");
        if (end < m_events.size())
            out += row("", plain(QCoreApplication::translate("Scenarios", "… %1 more events").arg(m_events.size() - end)));
        return out;
    }

    /// What happened instead of an expectation; empty: nothing is to be said.
    QString happened(const Expectation &wanted) const
    {
        switch (wanted.kind) {
        case Kind::Hears: {
            const QString heard = heardFrom(m_next);
            return m_next > 0 ? Text::tr("heard %1 from there on").arg(heard) : Text::tr("heard %1").arg(heard);
        }
        case Kind::NeverHears:
            return Text::tr("%1 was heard at %2").arg(QString::fromStdString(text(*m_events[m_broken], "name")), brokenPlace());
        case Kind::NoMail: return Text::tr("a mail was sent at %1").arg(brokenPlace());
        case Kind::Ends:
        case Kind::Left:
        case Kind::Lasts: {
            const Event *end = endEvent();
            return end ? Text::tr("ended by %1, left with %2, after %3 s")
                             .arg(QString::fromStdString(text(*end, "by")), QString::fromStdString(text(*end, "outcome")),
                                  QString::fromStdString(seconds(end->time - start())))
                       : QString();
        }
        default: return m_next > 0 ? Text::tr("it did not happen any more") : Text::tr("it did not happen");
        }
    }

    /// "1.500 s (FILE:LINE)" of the event that must not be.
    QString brokenPlace() const
    {
        const Event &event = *m_events[m_broken];
        const QString when = Text::tr("%1 s").arg(QString::fromStdString(seconds(event.time)));
        return event.line > 0 ? QStringLiteral("%1 (%2:%3)").arg(when, QString::fromStdString(event.file), QString::number(event.line)) : when;
    }

    static std::string seconds(std::int64_t ms)
    {
        char out[32];
        std::snprintf(out, sizeof out, "%.3f", static_cast<double>(ms) / 1000);
        return out;
    }

    static std::string row(const std::string &left, const std::string &right)
    {
        std::size_t width = 0;
        for (const char c : left)
            width += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
        return "    " + left + std::string(width < leftWidth ? leftWidth - width : 1, ' ') + right + '\n';
    }

    QString heardFrom(std::size_t from) const
    {
        QStringList names;
        for (std::size_t i = from; i < m_events.size(); ++i) {
            if (m_events[i]->kind != "play")
                continue;
            names += names.size() == 8 ? QStringLiteral("…") : QString::fromStdString(text(*m_events[i], "name"));
            if (names.size() > 8)
                break;
        }
        return names.isEmpty() ? Text::tr("nothing") : names.join(u' ');
    }

    const Event *endEvent() const
    {
        const auto found = std::ranges::find(m_events, std::string_view("end"), &Event::kind);
        return found == m_events.end() ? nullptr : *found;
    }
    std::int64_t start() const
    {
        const auto found = std::ranges::find(m_events, std::string_view("dial"), &Event::kind);
        return found == m_events.end() ? 0 : (*found)->time;
    }

    bool heard(const Event &event, const Expectation &wanted) const
    {
        if (std::ranges::none_of(wanted.names, [&](const auto &name) { return samePrompt(name, text(event, "name")); }))
            return false;
        if (!wanted.language.empty()) {
            const std::string language = text(event, "language");
            if (!same(language.empty() ? "default" : language, wanted.language))
                return false;
        }
        return !wanted.interrupted || event.member("interrupted").isTrue();
    }

    bool meets(const Event &event, const Expectation &wanted) const
    {
        const auto member = [&](std::string_view name) { return text(event, name); };
        switch (wanted.kind) {
        case Kind::Hears: return event.kind == "play" && heard(event, wanted);
        case Kind::Runs:
            return event.kind == "start" && same(wanted.text, member("program"))
                && (wanted.text2.empty() || sameAddress(wanted.text2, member("account")))
                && (wanted.language.empty()
                    || same(wanted.language, member("language").empty() ? "default" : member("language")));
        case Kind::Rings:
            return event.kind == "ring" && sameAddress(wanted.text, member("account"))
                && (wanted.text2.empty() || wanted.text2 == member("outcome"));
        case Kind::Talks:
            // Through programs, or from telephone to telephone.
            return (event.kind == "bridge" && sameAddress(wanted.text, member("with")))
                || (event.kind == "ring" && member("outcome") == "answer" && sameAddress(wanted.text, member("account"))
                    && std::ranges::contains(event.people, m_number));
        case Kind::Mail:
            return event.kind == "mail" && event.member("error").isNull()
                && (wanted.text.empty() || sameAddress(wanted.text, member("to")))
                && contains(member("subject"), wanted.text2) && contains(member("body"), wanted.text3);
        case Kind::Records:
            return event.kind == "record" && static_cast<double>(event.member("duration").toNumber()) >= wanted.seconds * 1000;
        case Kind::Logs: return event.kind == "log" && contains(member("text"), wanted.text);
        case Kind::Fails:
            return (event.kind == "error" && contains(member("message"), wanted.text))
                || (event.kind == "reject" && (contains(member("text"), wanted.text) || member("code") == wanted.text));
        case Kind::Routes:
            return event.kind == "route" && (wanted.text.empty() || sameAddress(wanted.text, member("result")))
                && (wanted.text2.empty() || same(wanted.text2, member("by")));
        default: return false;
        }
    }

    /// Remembers the event that breaks the expectation. True: there is none.
    bool none(auto breaks)
    {
        const auto found = std::ranges::find_if(m_events, [&](const Event *event) { return breaks(*event); });
        m_broken = found == m_events.end() ? npos : static_cast<std::size_t>(found - m_events.begin());
        return m_broken == npos;
    }

    bool meet(const Expectation &wanted)
    {
        switch (wanted.kind) {
        case Kind::NeverHears:
            return none([&](const Event &event) { return event.kind == "play" && heard(event, wanted); });
        case Kind::NoMail:
            return none([](const Event &event) { return event.kind == "mail" && event.member("error").isNull(); });
        case Kind::Ends:
            return endEvent() && none([&](const Event &event) { return event.kind == "end" && text(event, "by") != wanted.text; });
        case Kind::Left:
            return endEvent() && none([&](const Event &event) {
                return event.kind == "end" && !samePrompt(wanted.text, text(event, "outcome"));
            });
        case Kind::Lasts:
            return endEvent() && none([&](const Event &event) {
                const double lasted = static_cast<double>(event.time - start()) / 1000;
                return event.kind == "end" && (lasted < wanted.seconds || (wanted.seconds2 >= 0 && lasted > wanted.seconds2));
            });
        default: break;
        }
        for (std::size_t i = m_next; i < m_events.size(); ++i) {
            if (meets(*m_events[i], wanted)) {
                m_metBy[i] = &wanted;
                m_next = i + 1;
                return true;
            }
            if (wanted.nothingBetween && m_events[i]->kind == "play")
                return false;
        }
        return false;
    }

    const Caller &m_caller;
    std::uint32_t m_number;
    std::vector<const Event *> m_events;
    std::vector<const Expectation *> m_metBy;
    std::size_t m_next = 0;
    std::size_t m_broken = npos;
};

/// A program error that no caller it concerns expected. One that concerns none, of a called phone's program, may be any
/// caller's.
const Event *unexpectedError(const std::vector<Judge> &judges, const std::vector<Event> &events)
{
    for (const Event &event : events) {
        if (event.kind != "error")
            continue;
        const bool nobodys = std::ranges::none_of(judges, [&](const Judge &judge) { return judge.concerns(event); });
        if (std::ranges::none_of(judges, [&](const Judge &judge) {
                return judge.expected(event) || (judge.endsByError() && (nobodys || judge.concerns(event)));
            }))
            return &event;
    }
    return nullptr;
}

} // namespace

Result judge(const Scenario &scenario, call::Simulation &simulation, const std::vector<std::uint32_t> &numbers)
{
    Result result;
    result.seconds = static_cast<double>(simulation.now()) / 1000;
    const auto &events = simulation.trace().events();
    std::vector<Judge> judges;
    for (std::size_t i = 0; i < scenario.callers.size() && i < numbers.size(); ++i) {
        Judge &judge = judges.emplace_back(scenario.callers[i], numbers[i], events);
        const Expectation *failed = judge.check();
        if (!failed)
            continue;
        result.line = failed->line;
        result.message = judge.message(*failed);
        result.details = judge.table(failed);
        return result;
    }
    if (const Event *error = unexpectedError(judges, events)) {
        result.message = plain(Text::tr("a program failed: %1").arg(QString::fromStdString(text(*error, "message"))));
        if (error->line > 0)
            result.message += " (" + error->file + ':' + std::to_string(error->line) + ')';
        const auto found = std::ranges::find_if(judges, [&](const Judge &judge) { return judge.concerns(*error); });
        const auto number = found == judges.end() ? 0 : static_cast<std::size_t>(found - judges.begin());
        result.line = scenario.callers[number].line;
        if (found != judges.end())
            result.details = found->table(*error);
        return result;
    }
    result.passed = true;
    return result;
}

} // namespace pbx::scenario
