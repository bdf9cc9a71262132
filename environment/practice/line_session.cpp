// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/line_session.h"

#include "environment/files/name_rules.h"
#include "environment/practice/store.h"

#include <algorithm>
#include <cctype>

namespace pbx::practice {

namespace {

constexpr std::size_t longestShown = 300;
constexpr std::size_t longestBeforeLogIn = std::size_t(64) << 10;
constexpr std::size_t longestEver = std::size_t(64) << 20;

/// The length of the text that stands behind a word "password": to be masked.
std::size_t secretLength(std::string_view text)
{
    if (!text.starts_with('"')) // bare: to the blank or ';'
        return std::min(text.find_first_of(" ;"), text.size());
    std::size_t end = 1;
    while (end < text.size() && text[end] != '"')
        end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
}

} // namespace

QString shownCommand(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    const auto head = files::foldName(line.substr(0, std::min(line.find(' '), std::size_t(20))));
    if (head == "pass" || head == "apop" || head == "auth" || head == "newpass")
        return QString::fromLatin1(line.data(), static_cast<qsizetype>(head.size())) + QStringLiteral(" …");
    std::string shown;
    for (std::size_t at = 0; at < line.size() && shown.size() < longestShown;) {
        const auto rest = line.substr(at);
        if (rest.front() == '[') {
            const auto end = std::min(rest.find(']'), rest.size() - 1);
            shown += end > 60 ? "[" + std::to_string((end - 1) / 4 * 3) + " bytes]" : std::string(rest.substr(0, end + 1));
            at += end + 1;
            continue;
        }
        constexpr std::string_view word = "password";
        const bool inWord = at > 0 && std::isalpha(static_cast<unsigned char>(line[at - 1]));
        if (!inWord && files::foldName(rest.substr(0, word.size())) == word) {
            const auto begin = std::min(rest.find_first_not_of("\" =", word.size()), rest.size());
            const auto quote = rest.substr(0, begin).ends_with('"') && begin > word.size() + 1 ? begin - 1 : begin;
            shown += std::string(rest.substr(0, quote)) + "…";
            at += quote + secretLength(rest.substr(quote));
            continue;
        }
        const char c = rest.front();
        shown += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
        ++at;
    }
    auto text = QString::fromStdString(shown);
    return shown.size() < longestShown ? text : text + QStringLiteral("…");
}

QByteArray noise()
{
    return QByteArray("\x00\xff\x1b]0;\x07#(%{[\"\xc3(\x80\x7f 2OO <<>> \\\r\n", 24);
}

CommandRunner::Outcome CommandRunner::run(const QString &shown, const std::function<Interpreter::Answer()> &execute)
{
    const auto fault = m_plan.nextCommand();
    Outcome outcome;
    if (fault.dropBefore) {
        outcome.drop = true;
        m_told(shown, 0);
        return outcome;
    }
    if (fault.refuse) {
        outcome.answer.code = General;
        outcome.answer.result = "refused on purpose";
        outcome.answer.text = "501 refused on purpose\r\n";
    } else {
        outcome.answer = execute();
    }
    if (fault.foreign)
        m_store.changeByOthers();
    outcome.drop = fault.dropAfter;
    outcome.hang = fault.hang;
    outcome.noise = fault.garbage;
    m_told(shown, outcome.answer.code);
    return outcome;
}

LineSession::LineSession(Wire *wire, std::unique_ptr<Interpreter> interpreter, CommandRunner runner, std::size_t longestLine,
                         QObject *parent)
    : QObject(parent), m_wire(wire), m_interpreter(std::move(interpreter)), m_runner(std::move(runner)),
      m_longestLine(longestLine > 0 ? longestLine : longestEver)
{
    wire->setParent(this);
    connect(wire, &Wire::received, this, &LineSession::receive);
}

void LineSession::greet()
{
    m_wire->send(QByteArray::fromStdString(m_interpreter->greeting()));
}

bool LineSession::tooLong(std::size_t size)
{
    return size > (m_loggedIn ? m_longestLine : std::min(m_longestLine, longestBeforeLogIn));
}

void LineSession::receive(const QByteArray &bytes)
{
    m_buffer += bytes;
    qsizetype begin = 0;
    while (!m_wire->isOver()) {
        const auto end = m_buffer.indexOf('\n', std::max(begin, m_searched));
        if (end < 0)
            break;
        if (std::exchange(m_skipping, false) || tooLong(static_cast<std::size_t>(end - begin)))
            m_wire->send(QByteArrayLiteral("500 the command line is too long\r\n"));
        else
            runLine(std::string_view(m_buffer.constData() + begin, static_cast<std::size_t>(end - begin)));
        begin = end + 1;
    }
    m_buffer.remove(0, begin);
    m_searched = m_buffer.size();
    if (m_skipping || tooLong(static_cast<std::size_t>(m_buffer.size()))) {
        m_skipping = true;
        m_buffer.clear();
        m_searched = 0;
        if (!m_loggedIn) {
            m_wire->send(QByteArrayLiteral("500 the command line is too long\r\n"));
            m_wire->closeAfterSending();
        }
    }
    if (m_buffer.isEmpty())
        m_buffer = QByteArray(); // gives back what a long line took
}

void LineSession::runLine(std::string_view line)
{
    const auto shown = std::exchange(m_secretNext, false) ? QStringLiteral("…") : shownCommand(line);
    const auto outcome = m_runner.run(shown, [&] { return m_interpreter->run(line); });
    if (outcome.drop)
        return m_wire->drop();
    if (outcome.hang)
        return m_wire->freeze();
    const auto head = files::foldName(line.substr(0, 4));
    m_secretNext = outcome.answer.code == 300 && head == "auth";
    m_loggedIn = m_loggedIn || (outcome.answer.code == 200 && outcome.answer.result.starts_with("login OK"));
    m_wire->send(outcome.noise ? noise() : QByteArray::fromStdString(outcome.answer.text));
    if (outcome.answer.close)
        m_wire->closeAfterSending();
}

} // namespace pbx::practice
