// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/remote.h"

namespace pbx::server {

/// The one place that knows how the commands for a domain's environment, for the server's and for the built-in one differ.
class Forms {
public:
    explicit Forms(const Scope &scope) : m_scope(scope), m_layer(scope.isServer() ? "SERVER" : "DOMAIN") {}
    [[nodiscard]] static Forms stock()
    {
        Forms forms{Scope()};
        forms.m_layer = "STOCK";
        return forms;
    }

    [[nodiscard]] Command create(const std::string &language) const
    {
        return folder(begin("CREATE", "PBX", Command::Effect::Changes), language);
    }
    /// Without a language this would mean the whole environment: an empty one is sent as the text it is, and is refused.
    [[nodiscard]] Command removeLanguage(const std::string &language) const
    {
        auto command = begin("DELETE", "PBX", Command::Effect::Changes);
        if (isDomain())
            command.word("FILE");
        command.name(language);
        return command;
    }
    [[nodiscard]] Command list(const std::string &language) const
    {
        return folder(begin("LIST", "PBXFILES", Command::Effect::Reads), language);
    }
    [[nodiscard]] Command read(const std::string &name) const
    {
        return file(begin("READ", "PBXFILE", Command::Effect::Reads), name);
    }
    [[nodiscard]] Command store(const std::string &name, std::string_view content) const
    {
        auto command = file(begin("STORE", "PBXFILE", Command::Effect::Changes), name);
        command.word("DATA").data(content);
        return command;
    }
    [[nodiscard]] Command remove(const std::string &name) const
    {
        auto command = file(begin("STORE", "PBXFILE", Command::Effect::Changes), name);
        command.word("DELETE");
        return command;
    }

private:
    [[nodiscard]] bool isDomain() const { return !m_scope.isServer(); }
    [[nodiscard]] Command begin(const std::string &verb, const char *object, Command::Effect effect) const
    {
        Command command(verb + m_layer + object, effect);
        if (isDomain())
            command.name(m_scope.domain);
        return command;
    }
    [[nodiscard]] Command folder(Command command, const std::string &language) const
    {
        if (!language.empty() && isDomain())
            command.word("FILE");
        if (!language.empty())
            command.name(language);
        return command;
    }
    [[nodiscard]] Command file(Command command, const std::string &name) const
    {
        if (isDomain())
            command.word("FILE");
        command.text(name);
        return command;
    }

    Scope m_scope;
    std::string m_layer;
};

} // namespace pbx::server
