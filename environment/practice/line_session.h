// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/interpreter.h"
#include "environment/practice/wire.h"

#include <functional>
#include <memory>

namespace pbx::practice {

/// For people: passwords masked, data shortened.
[[nodiscard]] QString shownCommand(std::string_view line);

/// What happens to the n-th command, for either way it came.
class CommandRunner {
public:
    CommandRunner(Store &store, FaultPlan &plan, std::function<void(const QString &shown, int code)> told)
        : m_store(store), m_plan(plan), m_told(std::move(told))
    {
    }
    struct Outcome {
        Interpreter::Answer answer;
        bool drop = false;  ///< without the answer
        bool hang = false;  ///< likewise, and the connection stays
        bool noise = false; ///< the answer is none
    };
    /// `shown`: for people; `execute`: does it, unless a fault comes first.
    [[nodiscard]] Outcome run(const QString &shown, const std::function<Interpreter::Answer()> &execute);

private:
    Store &m_store;
    FaultPlan &m_plan;
    std::function<void(const QString &shown, int code)> m_told;
};

[[nodiscard]] QByteArray noise();

/// A session on the command port: cuts lines out of what comes and sends the answers.
class LineSession : public QObject {
    Q_OBJECT
public:
    LineSession(Wire *wire, std::unique_ptr<Interpreter> interpreter, CommandRunner runner, std::size_t longestLine,
                QObject *parent);
    void greet();

private:
    void receive(const QByteArray &bytes);
    void runLine(std::string_view line);
    bool tooLong(std::size_t size);

    Wire *m_wire;
    std::unique_ptr<Interpreter> m_interpreter;
    CommandRunner m_runner;
    std::size_t m_longestLine;
    QByteArray m_buffer;
    qsizetype m_searched = 0; ///< so far there is no line end in m_buffer
    bool m_skipping = false;  ///< a line that is too long, until its end
    bool m_secretNext = false;
    bool m_loggedIn = false;
};

} // namespace pbx::practice
