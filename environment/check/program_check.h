// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/check/finding.h"
#include "environment/check/programs.h"
#include "environment/files/environment.h"

#include <memory>
#include <set>

namespace pbx::check {

/// For whom calls run a program: that account's language decides which prompts are heard (pbx-runtime 1.2).
struct Listener {
    std::string account;  ///< full address of one who has it so
    std::string language; ///< folder; empty: the default
    std::shared_ptr<const files::Environment> environment;
    auto operator<=>(const Listener &) const = default;
};

/// A file and where it is seen: in its own domain, or, on the server layer, in every domain.
struct Setting {
    std::vector<std::shared_ptr<const files::Environment>> environments; ///< at least one
    std::vector<Listener> listeners; ///< empty: not known who calls it
};

/// Checks single programs against what they are surrounded by.
class ProgramCheck {
public:
    ProgramCheck(Programs &programs, Report &report) : m_programs(programs), m_report(report) {}

    /// Everything about one program or module. `setting` null: by itself alone.
    void check(const QString &path, const Setting *setting);

    /// A program's file and all modules it may load, itself first.
    std::vector<QString> closure(const QString &path, const files::Environment &environment, std::string_view language);

private:
    void checkModules(const Program &program, const Setting &setting);
    void checkModule(const Program &program, const Setting &setting, const language::Section &declaration);
    void checkCallByName(const Program &program, const Setting &setting, const language::CallExpression &call);
    void checkCalls(const Program &program, const language::Section &declaration, const language::Section &definition,
                    const std::string &file);
    void checkPrompts(const Program &program, const Setting &setting);
    void checkPrompt(const Program &program, const Setting &setting, language::Span place, const std::string &name);
    bool changesLanguage(const Setting &setting, const QString &path);
    std::string shownName(const files::FileEntry &file) const;
    void report(const Program &program, language::Span span, language::Severity severity, std::string_view code,
                std::string message, Remedy remedy = {});

    Programs &m_programs;
    Report &m_report;
};

} // namespace pbx::check
