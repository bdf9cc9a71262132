// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/forms.h"
#include "environment/server/probe.h"

#include <map>
#include <set>

namespace pbx::server {

/// Asks point after point and gathers what came. A line that is lost for good ends it; whatever else a server says is an
/// answer.
class Prober {
public:
    Prober(Remote &remote, const std::string &domain);

    void askReadOnly();
    /// Precondition: the domain has an environment.
    void askWithScratchFiles();
    /// Points that can't be asked this way, and those above that were left out.
    void addUnasked(ProbeDepth depth);

    [[nodiscard]] bool hasEnvironment() const { return m_hasEnvironment; }
    [[nodiscard]] const std::optional<Failure> &lost() const { return m_lost; }
    [[nodiscard]] ProbeResult result();

private:
    using Said = std::expected<Reply, Failure>;

    // ---- read-only
    void askLists();
    void askMissingFile();
    void askEcho();
    void askLongLines();
    void askRights();
    void askStorage();
    void askAccounts();
    void readAccount(const std::string &name);
    void tellRules();
    void tellPreferences(const std::string &attendant);

    // ---- with scratch files (probe_scratch.cpp)
    void askCreatingTwice();
    void askFilledLanguage();
    void askLongStores();
    void askArchive();
    void askTask();
    void askTryCompile();
    /// Stores under the name, told to compile first; whether it complained, and what it holds now.
    struct Trial {
        bool complained = false;
        bool stored = false;
        QString said;
    };
    Trial tryCompile(const std::string &name, std::string_view program);
    void removeScratch(const std::string &name);

    /// Runs unless the line is lost already; notes when it is.
    Said say(const Command &command);
    /// The same where a line that breaks is an answer too.
    Said tryToSay(const Command &command);
    void add(int point, QString answer, QString consequence = {});

    Remote &m_remote;
    Connection &m_line;
    Scope m_scope;
    Forms m_forms;
    Dialect m_dialect;
    std::map<int, ProbeAnswer> m_answers; ///< by their numbers
    std::optional<Failure> m_lost;
    bool m_hasEnvironment = false;

    /// What accounts of the domain hold.
    struct Survey {
        int accounts = 0;
        std::vector<std::string> diverts;     ///< rules with reserved names, in the notation
        std::set<std::string> calendarValues; ///< of conditions on calendar and preferences
        std::set<std::string> priorities;
        std::set<std::string> languages, ivrLanguages;
        bool fillers = false;
    };
    Survey m_survey;
};

/// "501 there is no such file", "200 OK"; the result in the notation, shortened.
[[nodiscard]] QString describe(const std::expected<Reply, Failure> &said);

} // namespace pbx::server
