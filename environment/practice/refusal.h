// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"

#include <expected>
#include <optional>
#include <string>

namespace pbx::practice {

/// Codes of server-interfaces 6.1. Those of missing files, languages and environments are not known: General.
enum Code : int {
    Unknown = 500,
    General = 501,
    NoRight = 510,
    NoDomain = 512,
    NoAccount = 513,
    WrongPassword = 515,
    AccountExists = 520,
    GroupExists = 523,
    ForwarderExists = 524,
    NoForwarder = 553,
};

/// An answer of 5xx.
struct Refusal {
    int code = General;
    std::string text;
};

template<typename T = void> using Result = std::expected<T, Refusal>;
/// What a command gives; nullopt: it has no result.
using Reply = Result<std::optional<data::Value>>;

inline std::unexpected<Refusal> refused(int code, std::string text)
{
    return std::unexpected(Refusal{code, std::move(text)});
}

} // namespace pbx::practice
