// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/http_form.h"
#include "environment/practice/http_response.h"
#include "environment/practice/line_session.h"

namespace pbx::practice {

/// What stands at the addresses of the HTTP port: the commands below `/cli/` (server-interfaces, 2.4) and an
/// administrator's pages of PBX environments with their upload form (2.6 and 3.6). All of it goes through commands, so
/// that rights, faults and names are the same as on the command port.
class HttpSite {
public:
    HttpSite(std::shared_ptr<Store> store, std::vector<User> users, const Manner &manner, std::string token)
        : m_store(std::move(store)), m_users(std::move(users)), m_manner(manner), m_token(std::move(token))
    {
    }

    struct Answer {
        http::Response response;
        bool drop = false, hang = false, noise = false; ///< as CommandRunner::Outcome
    };
    [[nodiscard]] Answer answer(const http::Request &request, CommandRunner &runner) const;

private:
    /// Whose page: `/Admin/DOMAIN/PBX.html?language=russian`, `/MainAdmin/PBX.html`.
    struct Place {
        std::string domain; ///< empty: the server's environment
        std::string language;
    };
    /// What a page is made for.
    struct Visit {
        const http::Request &request;
        Interpreter &interpreter;
        CommandRunner &runner;
    };
    Answer command(const Visit &visit) const;
    Answer home(const Visit &visit) const;
    Answer environment(const Visit &visit, const Place &place, const std::string &message) const;
    Answer change(const Visit &visit, const Place &place) const;
    Interpreter::Answer create(Interpreter &interpreter, const Place &place, const http::Request &request) const;
    Interpreter::Answer upload(Interpreter &interpreter, const Place &place, const http::Request &request) const;
    std::optional<Place> placeOf(const http::Request &request) const;
    std::string forms(const Place &place, bool exists) const;

    std::shared_ptr<Store> m_store;
    std::vector<User> m_users;
    Manner m_manner;
    std::string m_token; ///< a hidden field of every form, which has to come back
};

} // namespace pbx::practice
