// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Signal rules of accounts, domains and the server (server-interfaces, 4.6 and 4.7).
namespace pbx::accounts {

enum class StageKind { Immediate, Seconds, NoAnswer, Busy, Error };

struct Stage {
    StageKind kind = StageKind::Immediate;
    int seconds = 0; ///< for Seconds: how long the call must have been in progress
    bool operator==(const Stage &) const = default;
};

/// When a simplified divert acts (pbx-runtime, 8.3).
enum class DivertWhen { None, Always, AfterHours, Busy, NoAnswer, Error };
/// "always", "afterhours", "busy", "noanswer", "error".
std::string_view divertName(DivertWhen when) noexcept;

struct Condition {
    std::string code;  ///< "Method", "Time Of Day" … as written
    std::string test;  ///< "is", "is not", "in", "not in", "greater than", "less than"
    std::string value; ///< may be empty or the filler "---"
};

struct Action {
    std::string name; ///< "Redirect to" … as written; compare with is()
    std::string value;
    [[nodiscard]] bool is(std::string_view other) const;
};

struct Rule {
    std::size_t index = 0; ///< in its list of rules
    std::string priority;  ///< as written: "100005"
    Stage stage;
    int level = 0; ///< 1–10; 0 is inactive
    bool active = false;
    std::string name;
    std::vector<Condition> conditions;
    std::vector<Action> actions;
    std::string comment;
    DivertWhen divert = DivertWhen::None;
    std::string divertTarget;

    data::Value source; ///< the array as it stands in the settings
};

struct RuleProblem {
    std::size_t index = 0; ///< of the rule in its list
    std::string message;
};

/// Of "Reject with": "603", "486-Busy Here"; nullopt: no code a call can be refused with.
std::optional<int> rejectCode(std::string_view text);

/// Number = (1000 − stage) × 100 + level; stage parts 5, 3 and 1 are no answer, busy and other failure. Reads "100005"
/// and #100005. False: not understood; the rule counts as inactive.
bool readPriority(std::string_view text, Stage &stage, int &level);
std::string printPriority(const Stage &stage, int level);

/// Rules that can't be read are left out and told; null means no rules.
std::vector<Rule> readRules(const data::Value &signalRules, std::vector<RuleProblem> *problems = nullptr);
/// The array form, for writing: (priority, name, conditions, actions[, comment]).
data::Value makeRule(const Rule &rule);

/// The rule a workspace account `pbx` without own rules has: every call starts the program `pbx` (pbx-runtime, 8.4).
Rule preinstalledRule();

/// Text comparison of conditions: `*` stands for any run of bytes, case is ignored.
[[nodiscard]] bool matchesPattern(std::string_view pattern, std::string_view text);

/// Wire and settings texts compare so: ASCII and Cyrillic alike, case ignored.
[[nodiscard]] bool sameText(std::string_view a, std::string_view b);

} // namespace pbx::accounts
