// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/http_site.h"

#include "environment/data/notation.h"
#include "environment/practice/commands.h"

#include <algorithm>

namespace pbx::practice {

namespace {

using http::Request;
using http::Response;

Response plain(int status, std::string text)
{
    Response response;
    response.status = status;
    response.body = std::move(text);
    return response;
}

/// What HTTP calls a refusal of the command port.
int statusOf(int code)
{
    switch (code) {
    case NoRight:
        return 403;
    case NoDomain:
    case NoAccount:
    case NoForwarder:
        return 404;
    default:
        return code < 300 ? 200 : 400;
    }
}

Response unauthorized()
{
    auto response = plain(401, "ERROR: a name and a password are needed");
    response.fields.push_back({"WWW-Authenticate", R"(Basic realm="CommuniGate Pro practice server", charset="UTF-8")"});
    return response;
}

/// Commands of the session on the command port make no sense here.
bool belongsToSession(std::string_view line)
{
    const auto name = folded(line.substr(0, line.find(' ')));
    return name == "quit" || name == "inline";
}

std::expected<std::string, Response> commandIn(const Request &request)
{
    std::string_view text = request.query;
    if (request.method == "POST") {
        const auto *type = request.field("content-type");
        if (!type || folded(type->substr(0, type->find(';'))) != "application/x-www-form-urlencoded")
            return std::unexpected(plain(415, "ERROR: the body has to be application/x-www-form-urlencoded"));
        text = request.body;
    }
    const auto parameters = http::readUrlEncoded(text);
    if (!parameters)
        return std::unexpected(plain(400, "ERROR: the parameters are damaged"));
    const auto isCommand = [](const http::Parameter &parameter) { return parameter.name == "command"; };
    if (std::ranges::count_if(*parameters, isCommand) != 1)
        return std::unexpected(plain(400, "ERROR: one parameter \"command\" is needed"));
    return std::ranges::find_if(*parameters, isCommand)->value;
}

} // namespace

HttpSite::Answer HttpSite::answer(const Request &request, CommandRunner &runner) const
{
    if (request.method != "GET" && request.method != "HEAD" && request.method != "POST") {
        auto refused = plain(405, "ERROR: this method is not known here");
        refused.fields.push_back({"Allow", "GET, HEAD, POST"});
        return {refused};
    }
    const auto *authorization = request.field("authorization");
    const auto credentials = authorization ? http::readBasic(*authorization) : std::nullopt;
    if (!credentials)
        return {unauthorized()};
    Interpreter interpreter(m_store, m_users, m_manner, {});
    if (const auto loggedIn = interpreter.logIn(credentials->user, credentials->password); loggedIn.code != 200)
        return {loggedIn.code == WrongPassword ? unauthorized() : plain(403, "ERROR: " + loggedIn.result)};
    const Visit visit{request, interpreter, runner};
    const auto path = folded(request.path);
    if (path == "/cli/" || path == "/cli")
        return command(visit);
    if (path == "/")
        return home(visit);
    if (const auto place = placeOf(request))
        return request.method == "POST" ? change(visit, *place) : environment(visit, *place, {});
    return {plain(404, "ERROR: there is no such page")};
}

HttpSite::Answer HttpSite::command(const Visit &visit) const
{
    const auto line = commandIn(visit.request);
    if (!line)
        return {line.error()};
    if (belongsToSession(*line))
        return {plain(400, "ERROR: unknown command")};
    const auto outcome = visit.runner.run(shownCommand(*line), [&] { return visit.interpreter.run(*line); });
    const auto &answer = outcome.answer;
    auto text = answer.result;
    if (answer.code >= 300)
        text = "ERROR: " + text;
    else if (text.empty() && m_manner.httpSaysOk)
        text = "OK";
    return {plain(statusOf(answer.code), text), outcome.drop, outcome.hang, outcome.noise};
}

/// The page of the domain or of the server; a folder of pages leads to it.
std::optional<HttpSite::Place> HttpSite::placeOf(const Request &request) const
{
    constexpr std::string_view admin = "/admin/";
    auto path = folded(request.path);
    if (!path.ends_with("/pbx.html"))
        return std::nullopt;
    path.resize(path.size() - std::string_view("/pbx.html").size());
    Place place;
    if (path.starts_with(admin) && path.size() > admin.size() && path.find('/', admin.size()) == path.npos)
        place.domain = path.substr(admin.size());
    else if (path != "/mainadmin")
        return std::nullopt;
    const auto parameters = http::readUrlEncoded(request.query);
    if (!parameters)
        return std::nullopt;
    for (const auto &parameter : *parameters) {
        if (parameter.name == "language")
            place.language = folded(parameter.value);
    }
    return place;
}

} // namespace pbx::practice
