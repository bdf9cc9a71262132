// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/scenario/scenario.h"

#include "environment/accounts/time_zones.h"
#include "environment/language/similar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace pbx::scenario {

namespace {

constexpr std::size_t mostCallers = 2'000;
constexpr std::size_t mostLines = 20'000;
constexpr double longestSeconds = 10'000'000;

struct Word {
    std::string text;
    bool quoted = false;
    int column = 1;
};

/// One line as words, read from left to right.
class Line {
public:
    Line(std::string_view text, int number) : m_text(text), m_number(number) {}

    /// False: a quote is not closed.
    bool split(Fault &fault)
    {
        std::size_t at = 0;
        int column = 1;
        const auto step = [&] {
            if ((static_cast<unsigned char>(m_text[at]) & 0xc0) != 0x80)
                ++column;
            return m_text[at++];
        };
        while (at < m_text.size()) {
            if (m_text[at] == ' ' || m_text[at] == '\t') {
                step();
                continue;
            }
            Word word;
            word.column = column;
            if (m_text[at] == '"') {
                word.quoted = true;
                step();
                while (at < m_text.size() && m_text[at] != '"') {
                    if (m_text[at] == '\\' && at + 1 < m_text.size())
                        step();
                    word.text += step();
                }
                if (at == m_text.size()) {
                    fault = {m_number, word.column, "the text that begins here has no closing quote"};
                    return false;
                }
                step();
                // "Name" <address> is one word.
                while (at < m_text.size() && m_text[at] != ' ' && m_text[at] != '\t')
                    word.text += step();
            } else {
                while (at < m_text.size() && m_text[at] != ' ' && m_text[at] != '\t')
                    word.text += step();
            }
            m_words.push_back(std::move(word));
        }
        m_end = column;
        return true;
    }

    bool empty() const { return m_words.empty(); }
    bool atEnd() const { return m_next >= m_words.size(); }
    int number() const { return m_number; }
    int column() const { return atEnd() ? m_end : m_words[m_next].column; }
    const Word *peek(std::size_t ahead = 0) const
    {
        return m_next + ahead < m_words.size() ? &m_words[m_next + ahead] : nullptr;
    }
    const Word *take() { return atEnd() ? nullptr : &m_words[m_next++]; }
    /// Takes the word if it stands here as a keyword.
    bool take(std::string_view keyword)
    {
        const Word *word = peek();
        if (!word || word->quoted || word->text != keyword)
            return false;
        ++m_next;
        return true;
    }
    /// All that is left, as written.
    std::string rest()
    {
        std::string text;
        while (const Word *word = take())
            text += (text.empty() ? "" : " ") + word->text;
        return text;
    }
    std::string_view written() const
    {
        std::string_view text = m_text;
        while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
            text.remove_prefix(1);
        return text;
    }

private:
    std::string_view m_text;
    int m_number;
    int m_end = 1;
    std::vector<Word> m_words;
    std::size_t m_next = 0;
};

constexpr std::string_view statements[] = {
    "scenario", "at", "domain", "language", "limit", "fail", "phone", "call", "press", "hang", "say", "hears", "never", "runs",
    "rings", "talks", "mail", "no", "records", "logs", "fails", "routed", "ends", "left", "lasts"};

/// Empty: none is near.
std::string_view mostSimilar(std::string_view name)
{
    std::string_view best;
    int least = language::allowedDistance(name) + 1;
    for (const std::string_view known : statements) {
        const int distance = language::editDistance(name, known, least);
        if (distance < least) {
            least = distance;
            best = known;
        }
    }
    return best;
}

class Parser {
public:
    explicit Parser(std::string_view name) { m_scenario.title = name; }

    bool readLine(std::string_view text, int number)
    {
        Line line(text, number);
        if (!line.split(m_fault))
            return false;
        if (line.empty())
            return true;
        if (!line.peek()->text.empty() && line.peek()->text.front() == '#')
            return true;
        m_line = &line;
        return statement(*line.take()) && (line.atEnd() || expected("nothing more on this line"));
    }
    bool finish()
    {
        if (!m_scenario.callers.empty())
            return true;
        m_fault = {1, 1, "the scenario calls nobody: a line \"call ADDRESS\" is missing"};
        return false;
    }
    const Fault &fault() const { return m_fault; }
    Scenario take() { return std::move(m_scenario); }

private:
    bool fail(int column, std::string message)
    {
        m_fault = {m_line->number(), column, std::move(message)};
        return false;
    }
    bool expected(std::string_view what) { return fail(m_line->column(), "expected " + std::string(what)); }

    bool word(std::string_view what, std::string &into)
    {
        const Word *next = m_line->take();
        if (!next)
            return expected(what);
        into = next->text;
        return true;
    }
    /// "20 s", "20" or "1.5 s".
    bool seconds(double &into)
    {
        const int column = m_line->column();
        const Word *next = m_line->take();
        if (!next)
            return expected("a number of seconds");
        const std::string &text = next->text;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
        const std::string_view left(end, static_cast<std::size_t>(text.data() + text.size() - end));
        if (error != std::errc() || !(left.empty() || left == "s") || !(into >= 0) || into > longestSeconds)
            return fail(column, "\"" + text + "\" is no number of seconds");
        if (left.empty())
            m_line->take("s");
        return true;
    }
    bool milliseconds(std::int64_t &into)
    {
        double value = 0;
        if (!seconds(value))
            return false;
        into = static_cast<std::int64_t>(value * 1000 + 0.5);
        return true;
    }

    bool statement(const Word &first)
    {
        const std::string &name = first.text;
        if (name == "scenario" || name == "at" || name == "domain" || name == "language" || name == "limit"
            || name == "fail" || name == "phone")
            return setting(first);
        if (name == "call")
            return call();
        if (std::ranges::find(statements, name) == std::end(statements)) {
            std::string text = "there is no statement \"" + name + "\"";
            if (const std::string_view meant = mostSimilar(name); !meant.empty())
                text += "; did you mean \"" + std::string(meant) + "\"?";
            return fail(first.column, text);
        }
        if (m_scenario.callers.empty())
            return fail(first.column, "\"" + name + "\" belongs to a caller: a line \"call ADDRESS\" has to come before it");
        Caller &caller = m_scenario.callers.back();
        if (name == "press")
            return press(caller.request.keys, caller.request.timedKeys);
        if (name == "hang")
            return hangUp(caller);
        if (name == "say")
            return voice(caller.request.voice);
        return expectation(name, caller);
    }

    bool setting(const Word &first)
    {
        const std::string &name = first.text;
        if (!m_scenario.callers.empty())
            return fail(first.column, "\"" + name + "\" holds for the whole scenario and stands before the first call");
        if (name != "phone" && name != "fail" && !m_seen.insert(name).second)
            return fail(first.column, "\"" + name + "\" stands here a second time");
        if (name == "scenario") {
            m_scenario.title = m_line->rest();
            return !m_scenario.title.empty() || expected("a title");
        }
        if (name == "at") {
            const int column = m_line->column();
            if (!word("a moment such as 2026-11-23T20:15", m_scenario.at))
                return false;
            return accounts::readMoment(m_scenario.at)
                || fail(column, "\"" + m_scenario.at + "\" is no moment of the form 2026-11-23T20:15");
        }
        if (name == "domain")
            return word("a domain", m_scenario.domain);
        if (name == "language")
            return word("a language", m_scenario.language);
        if (name == "limit") {
            const int column = m_line->column();
            return milliseconds(m_scenario.limitMs)
                && (m_scenario.limitMs > 0 || fail(column, "the limit has to be above 0 s"));
        }
        if (name == "fail") {
            const int column = m_line->column();
            std::string service;
            if (!word("mail or messages", service))
                return false;
            if (service != "mail" && service != "messages")
                return fail(column, "there is no service \"" + service + "\"; mail and messages can fail");
            m_scenario.failures.insert(service);
            return true;
        }
        return phone();
    }

    bool phone()
    {
        std::string account;
        const int nameColumn = m_line->column();
        if (!word("an account", account))
            return false;
        if (m_scenario.phones.contains(account))
            return fail(nameColumn, "the phone of " + account + " is described a second time");
        m_scenario.mentions.push_back({Mention::Kind::Phone, account, m_line->number(), nameColumn});
        call::PhonePlan &plan = m_scenario.phones[account];
        const int column = m_line->column();
        std::string state;
        if (!word("answer, busy, noanswer or offline", state))
            return false;
        const auto known = call::phoneState(state == "answers" ? "answer" : state);
        if (!known)
            return fail(column, "a phone can answer, be busy, noanswer or offline; \"" + state + "\" is none of them");
        plan.state = *known;
        while (!m_line->atEnd()) {
            if (m_line->take("after")) {
                if (!milliseconds(plan.answersAfter))
                    return false;
            } else if (m_line->take("talks")) {
                if (m_line->take("forever"))
                    plan.talksFor = -1;
                else if (!milliseconds(plan.talksFor))
                    return false;
            } else if (m_line->take("presses")) {
                if (!press(plan.keys, plan.timedKeys))
                    return false;
            } else if (m_line->take("says")) {
                if (!voice(plan.voice))
                    return false;
            } else {
                return expected("after SECONDS, talks SECONDS, presses KEYS or says FILE");
            }
        }
        return true;
    }

    bool call()
    {
        if (m_scenario.callers.size() >= mostCallers)
            return fail(1, "more than " + std::to_string(mostCallers) + " callers");
        Caller caller;
        caller.line = m_line->number();
        if (!word("what is dialled", caller.request.address))
            return false;
        while (!m_line->atEnd()) {
            if (m_line->take("from")) {
                if (!word("the caller's address", caller.request.from))
                    return false;
            } else if (m_line->take("as")) {
                if (!word("a name", caller.name))
                    return false;
            } else if (m_line->take("after")) {
                if (!milliseconds(caller.request.dialsAt))
                    return false;
            } else {
                return expected("from ADDRESS, as NAME or after SECONDS");
            }
        }
        if (caller.name.empty())
            caller.name = caller.request.from;
        m_scenario.callers.push_back(std::move(caller));
        return true;
    }

    bool voice(std::string &file)
    {
        const int column = m_line->column();
        if (!word("a sound file", file))
            return false;
        m_scenario.mentions.push_back({Mention::Kind::Voice, file, m_line->number(), column});
        return true;
    }

    bool press(std::string &script, std::vector<call::TimedKey> &timed)
    {
        const int column = m_line->column();
        std::string keys;
        if (!word("keys", keys))
            return false;
        if (const std::string problem = call::checkKeys(keys); !problem.empty())
            return fail(column, problem);
        if (!m_line->take("at")) {
            script += keys;
            return true;
        }
        std::int64_t at = 0;
        if (!milliseconds(at))
            return false;
        for (const char key : keys) {
            if (key == ',' || key == '~')
                return fail(column, ", and ~ have no meaning where the moment is given");
            timed.push_back({at, key});
            at += 200; // as fast as a thumb
        }
        return true;
    }

    bool hangUp(Caller &caller)
    {
        if (!m_line->take("up"))
            return expected("\"up\"");
        if (!m_line->take("at")) {
            caller.request.keys += '!';
            return true;
        }
        std::int64_t at = 0;
        if (!milliseconds(at))
            return false;
        caller.request.timedKeys.push_back({at, '!'});
        return true;
    }

    using Kind = Expectation::Kind;

    bool expectation(const std::string &name, Caller &caller)
    {
        if (name == "hears")
            return hears(caller);
        Expectation wanted;
        wanted.line = m_line->number();
        wanted.written = m_line->written();
        const bool good = name == "never" ? neverHears(wanted)
            : name == "runs"              ? runs(wanted)
            : name == "rings"             ? rings(wanted)
            : name == "talks"             ? talks(wanted)
            : name == "mail"              ? mail(wanted)
            : name == "no"                ? noMail(wanted)
            : name == "records"           ? records(wanted)
            : name == "logs"              ? textOf(wanted, Kind::Logs)
            : name == "fails"             ? textOf(wanted, Kind::Fails)
            : name == "routed"            ? routed(wanted)
            : name == "ends"              ? ends(wanted)
            : name == "left"              ? left(wanted)
                                          : lasts(wanted);
        if (!good)
            return false;
        caller.expectations.push_back(std::move(wanted));
        return true;
    }

    static std::vector<std::string> alternatives(const std::string &text)
    {
        std::vector<std::string> list;
        std::size_t begin = 0;
        for (;;) {
            const auto bar = text.find('|', begin);
            list.push_back(text.substr(begin, bar - begin));
            if (bar == text.npos)
                return list;
            begin = bar + 1;
        }
    }

    bool hears(Caller &caller)
    {
        const bool next = m_line->take("next");
        std::vector<Expectation> list;
        std::string language;
        bool interrupted = false;
        while (!m_line->atEnd()) {
            if (!list.empty() && m_line->take("in")) {
                if (!word("a language", language))
                    return false;
            } else if (!list.empty() && m_line->take("interrupted")) {
                interrupted = true;
            } else {
                Expectation wanted;
                wanted.line = m_line->number();
                const int column = m_line->column();
                const std::string &name = m_line->take()->text;
                wanted.names = alternatives(name);
                if (wanted.names.size() > 1 && std::ranges::contains(wanted.names, std::string()))
                    return fail(column, "a name is missing beside |");
                wanted.written = "hears " + name;
                wanted.nothingBetween = next;
                list.push_back(std::move(wanted));
            }
        }
        if (list.empty())
            return expected("names of prompts");
        list.back().interrupted = interrupted;
        for (Expectation &wanted : list) {
            wanted.language = language;
            if (!language.empty())
                wanted.written += " in " + language;
            caller.expectations.push_back(std::move(wanted));
        }
        if (interrupted)
            caller.expectations.back().written += " interrupted";
        return true;
    }

    bool neverHears(Expectation &wanted)
    {
        wanted.kind = Kind::NeverHears;
        if (!m_line->take("hears"))
            return expected("\"hears\"");
        while (const Word *name = m_line->take())
            wanted.names.push_back(name->text);
        return !wanted.names.empty() || expected("names of prompts");
    }

    bool runs(Expectation &wanted)
    {
        wanted.kind = Kind::Runs;
        if (!word("a program", wanted.text))
            return false;
        while (!m_line->atEnd()) {
            if (m_line->take("for")) {
                if (!word("an account", wanted.text2))
                    return false;
            } else if (m_line->take("in")) {
                if (!word("a language", wanted.language))
                    return false;
            } else {
                return expected("for ACCOUNT or in LANGUAGE");
            }
        }
        return true;
    }

    bool rings(Expectation &wanted)
    {
        wanted.kind = Kind::Rings;
        if (!word("an account", wanted.text))
            return false;
        const Word *outcome = m_line->take();
        if (!outcome)
            return true;
        wanted.text2 = outcome->text;
        constexpr std::array outcomes{std::string_view("answer"), std::string_view("busy"), std::string_view("noanswer"),
                                      std::string_view("offline"), std::string_view("cancelled")};
        return std::ranges::find(outcomes, wanted.text2) != outcomes.end()
            || fail(outcome->column, "a phone answers (answer), is busy, noanswer, offline or cancelled");
    }

    bool talks(Expectation &wanted)
    {
        wanted.kind = Kind::Talks;
        return (m_line->take("to") || expected("\"to\"")) && word("an address", wanted.text);
    }

    bool mail(Expectation &wanted)
    {
        wanted.kind = Kind::Mail;
        while (!m_line->atEnd()) {
            std::string *field = m_line->take("to") ? &wanted.text
                : m_line->take("subject")           ? &wanted.text2
                : m_line->take("body")              ? &wanted.text3
                                                    : nullptr;
            if (!field)
                return expected("to ADDRESS, subject TEXT or body TEXT");
            if (!word("a text", *field))
                return false;
        }
        return true;
    }

    bool noMail(Expectation &wanted)
    {
        wanted.kind = Kind::NoMail;
        return m_line->take("mail") || expected("\"mail\"");
    }

    bool records(Expectation &wanted)
    {
        wanted.kind = Kind::Records;
        return m_line->atEnd() || seconds(wanted.seconds);
    }

    bool textOf(Expectation &wanted, Kind kind)
    {
        wanted.kind = kind;
        return word("a text", wanted.text);
    }

    bool routed(Expectation &wanted)
    {
        wanted.kind = Kind::Routes;
        while (!m_line->atEnd()) {
            std::string *field = m_line->take("to") ? &wanted.text : m_line->take("by") ? &wanted.text2 : nullptr;
            if (!field)
                return expected("to TARGET or by RULE");
            if (!word("a text", *field))
                return false;
        }
        return !wanted.text.empty() || !wanted.text2.empty() || expected("to TARGET or by RULE");
    }

    bool ends(Expectation &wanted)
    {
        wanted.kind = Kind::Ends;
        if (!m_line->take("by"))
            return expected("\"by\"");
        const int column = m_line->column();
        if (!word("program, caller, callee, error or limit", wanted.text))
            return false;
        constexpr std::array enders{std::string_view("program"), std::string_view("caller"), std::string_view("callee"),
                                    std::string_view("error"), std::string_view("limit")};
        return std::ranges::find(enders, wanted.text) != enders.end()
            || fail(column, "a call ends by program, caller, callee, error or limit");
    }

    bool left(Expectation &wanted)
    {
        wanted.kind = Kind::Left;
        if (!m_line->take("with"))
            return expected("\"with\"");
        wanted.text = m_line->rest();
        return !wanted.text.empty() || expected("a prompt, a code or silence");
    }

    bool lasts(Expectation &wanted)
    {
        wanted.kind = Kind::Lasts;
        bool bounded = false;
        while (!m_line->atEnd()) {
            if (!m_line->take("at"))
                return expected("at least SECONDS or at most SECONDS");
            const bool least = m_line->take("least");
            if (!least && !m_line->take("most"))
                return expected("\"least\" or \"most\"");
            if (!seconds(least ? wanted.seconds : wanted.seconds2))
                return false;
            bounded = true;
        }
        return bounded || expected("at least SECONDS or at most SECONDS");
    }

    Scenario m_scenario;
    std::set<std::string> m_seen; ///< settings
    Fault m_fault;
    Line *m_line = nullptr;
};

} // namespace

std::expected<Scenario, Fault> read(std::string_view text, std::string_view name)
{
    Parser parser(name);
    int number = 0;
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (++number > static_cast<int>(mostLines))
            return std::unexpected(Fault{number, 1, "the scenario has more than " + std::to_string(mostLines) + " lines"});
        if (!parser.readLine(line, number))
            return std::unexpected(parser.fault());
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
    if (!parser.finish())
        return std::unexpected(parser.fault());
    return parser.take();
}

} // namespace pbx::scenario
