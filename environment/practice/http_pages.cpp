// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/practice/commands.h"
#include "environment/practice/http_site.h"
#include "environment/practice/uploaded_files.h"

#include <algorithm>

/// The administrator's pages: what an environment holds, the forms that change it.
namespace pbx::practice {

namespace {

using http::escapedHtml;
using http::escapedPercent;

Interpreter::Answer refusal(int code, std::string text)
{
    Interpreter::Answer answer;
    answer.code = code;
    answer.result = std::move(text);
    return answer;
}

int statusOf(int code)
{
    return code < 300 ? 200 : code == NoRight ? 403 : code == NoDomain ? 404 : 400;
}

std::string quoted(const std::string &text)
{
    return data::printNotation(data::Value::string(text)).value_or("\"\"");
}

/// The words of a command about an environment: of the domain with FILE before a name, of the server without.
std::string commandLine(std::string_view verb, const std::string &domain, std::string_view noun, const std::string &name)
{
    std::string line(verb);
    line.append(domain.empty() ? "SERVERPBX" : "DOMAINPBX").append(noun);
    if (!domain.empty())
        line += ' ' + quoted(domain);
    if (!name.empty())
        line += (domain.empty() ? " " : " FILE ") + quoted(name);
    return line;
}

/// The names a list gives; those of folders end with '/'.
std::vector<std::string> namesIn(const Interpreter::Answer &list)
{
    std::vector<std::string> names;
    const auto read = data::readNotation(list.result);
    if (list.code >= 300 || !read || !read->value.isDictionary())
        return names;
    for (const auto &[key, value] : read->value.dictionary().entries()) {
        const auto name = key.toStdString();
        const bool folder = !name.contains('.') && (!value.isDictionary() || value.dictionary().size() == 0);
        names.push_back(folder ? name + '/' : name);
    }
    std::ranges::sort(names);
    return names;
}

std::string address(const std::string &language)
{
    return language.empty() ? "PBX.html" : "PBX.html?language=" + escapedPercent(language);
}

std::string hidden(std::string_view name, std::string_view value)
{
    return "<input type=\"hidden\" name=\"" + escapedHtml(name) + "\" value=\"" + escapedHtml(value) + "\">\n";
}

std::string button(std::string_view name, std::string_view value)
{
    return "<input type=\"submit\" name=\"" + escapedHtml(name) + "\" value=\"" + escapedHtml(value) + "\">\n";
}

std::string listItems(const std::vector<std::string> &own, const std::vector<std::string> &inherited)
{
    std::string items = "<ul>\n";
    for (const auto &name : own) {
        const auto language = name.ends_with('/') ? name.substr(0, name.size() - 1) : std::string();
        items += "<li>" + (language.empty() ? escapedHtml(name)
                                            : "<a href=\"" + address(language) + "\">" + escapedHtml(name) + "</a>")
                 + "</li>\n";
    }
    for (const auto &name : inherited) {
        if (std::ranges::find(own, name) == own.end())
            items += "<li>" + escapedHtml(name) + " <em>parent</em></li>\n";
    }
    return items + "</ul>\n";
}

const std::string *valueOf(const std::vector<http::Parameter> &parameters, std::string_view name)
{
    const auto found = std::ranges::find(parameters, name, &http::Parameter::name);
    return found == parameters.end() ? nullptr : &found->value;
}

} // namespace

HttpSite::Answer HttpSite::home(const Visit &visit) const
{
    std::string items;
    const auto domains = visit.interpreter.run("LISTDOMAINS");
    if (const auto read = data::readNotation(domains.result); domains.code < 300 && read && read->value.isArray()) {
        for (const auto &domain : read->value.array().items)
            items += "<li><a href=\"/Admin/" + escapedPercent(domain.bytes()) + "/PBX.html\">" + escapedHtml(domain.bytes())
                     + "</a></li>\n";
    }
    if (visit.interpreter.run("LISTSERVERPBXFILES").code < 300)
        items += "<li><a href=\"/MainAdmin/PBX.html\">the server</a></li>\n";
    return {http::page(200, "PBX environments", "<ul>\n" + items + "</ul>\n")};
}

/// A custom environment first, then files and languages for it.
std::string HttpSite::forms(const Place &place, bool exists) const
{
    const auto begin = [&](std::string_view kind) {
        return "<form action=\"" + escapedHtml(address(place.language)) + "\" method=\"post\""
               + (kind.empty() ? std::string() : " enctype=\"" + std::string(kind) + '"') + ">\n" + hidden("token", m_token);
    };
    if (!exists)
        return begin({}) + hidden("create", "environment") + button("submit", "Create Custom Environment") + "</form>\n";
    auto made = begin("multipart/form-data") + hidden("language", place.language)
                + "<input type=\"file\" name=\"fileData\" multiple>\n" + button("upload", "Upload Files") + "</form>\n";
    if (place.language.empty())
        made += begin({}) + hidden("create", "language") + "<input type=\"text\" name=\"name\">\n"
                + button("submit", "Create Language") + "</form>\n";
    return made;
}

HttpSite::Answer HttpSite::environment(const Visit &visit, const Place &place, const std::string &message) const
{
    auto &interpreter = visit.interpreter;
    const auto list = interpreter.run(commandLine("LIST", place.domain, "FILES", place.language));
    const bool missing = list.code == General && place.language.empty();
    const auto title = "PBX environment of " + (place.domain.empty() ? "the server" : escapedHtml(place.domain))
                       + (place.language.empty() ? "" : ", " + escapedHtml(place.language));
    if (list.code >= 300 && !missing)
        return {http::page(list.code == General ? 404 : statusOf(list.code), title, "<p>" + escapedHtml(list.result) + "</p>\n")};
    const auto suffix = place.language.empty() ? std::string() : ' ' + quoted(place.language);
    auto inherited = namesIn(interpreter.run("LISTSTOCKPBXFILES" + suffix));
    if (!place.domain.empty())
        std::ranges::copy(namesIn(interpreter.run("LISTSERVERPBXFILES" + suffix)), std::back_inserter(inherited));
    std::ranges::sort(inherited);
    inherited.erase(std::ranges::unique(inherited).begin(), inherited.end());
    return {http::page(200, title, (message.empty() ? "" : "<p>" + escapedHtml(message) + "</p>\n")
                                       + listItems(namesIn(list), inherited) + forms(place, !missing))};
}

/// Every change is one command of the plan, however many files it brings.
HttpSite::Answer HttpSite::change(const Visit &visit, const Place &place) const
{
    const auto *type = visit.request.field("content-type");
    const bool isUpload = type && folded(type->substr(0, type->find(';'))) == "multipart/form-data";
    const auto shown = QStringLiteral("%1 %2").arg(isUpload ? QStringLiteral("upload to") : QStringLiteral("create in"),
                                                   place.domain.empty() ? QStringLiteral("the server")
                                                                        : QString::fromStdString(place.domain));
    const auto outcome = visit.runner.run(shown, [&] {
        return isUpload ? upload(visit.interpreter, place, visit.request) : create(visit.interpreter, place, visit.request);
    });
    if (outcome.answer.code >= 300) {
        const auto text = "<p>ERROR: " + escapedHtml(outcome.answer.result) + "</p>\n<p><a href=\""
                          + escapedHtml(address(place.language)) + "\">Back</a></p>\n";
        return {http::page(statusOf(outcome.answer.code), "Not done", text), outcome.drop, outcome.hang, outcome.noise};
    }
    auto answer = environment(visit, place, outcome.answer.result);
    answer.drop = outcome.drop;
    answer.hang = outcome.hang;
    answer.noise = outcome.noise;
    return answer;
}

Interpreter::Answer HttpSite::create(Interpreter &interpreter, const Place &place, const http::Request &request) const
{
    const auto fields = http::readUrlEncoded(request.body);
    const auto *token = fields ? valueOf(*fields, "token") : nullptr;
    const auto *what = fields ? valueOf(*fields, "create") : nullptr;
    if (!token || *token != m_token || !what)
        return refusal(General, "the form is not one of this server's");
    const auto *name = valueOf(*fields, "name");
    if (*what == "language" && (!name || name->empty()))
        return refusal(General, "the language's name is missing");
    const bool language = *what == "language";
    auto answer = interpreter.run(commandLine("CREATE", place.domain, {}, language ? *name : std::string()));
    if (answer.code < 300)
        answer.result = language ? "The language was created." : "The environment was created.";
    return answer;
}

Interpreter::Answer HttpSite::upload(Interpreter &interpreter, const Place &place, const http::Request &request) const
{
    const auto parts = http::readMultipart(*request.field("content-type"), request.body);
    if (!parts)
        return refusal(General, "the form is damaged");
    Upload all;
    bool known = false;
    for (const auto &part : *parts) {
        known = known || (part.name == "token" && !part.fileName && part.content == m_token);
        if (part.name != "fileData" || part.fileName.value_or("").empty())
            continue;
        auto upload = readUpload(*part.fileName, part.content, place.language);
        if (!upload)
            return refusal(General, upload.error());
        std::ranges::move(upload->files, std::back_inserter(all.files));
        std::ranges::move(upload->languages, std::back_inserter(all.languages));
    }
    if (!known)
        return refusal(General, "the form is not one of this server's");
    if (all.files.empty())
        return refusal(General, "no file was chosen");
    const auto present = namesIn(interpreter.run(commandLine("LIST", place.domain, "FILES", {})));
    for (const auto &language : all.languages) {
        if (std::ranges::find(present, language + '/') != present.end())
            continue;
        const auto made = interpreter.run(commandLine("CREATE", place.domain, {}, language));
        if (made.code >= 300)
            return refusal(made.code, language + ": " + made.result);
    }
    std::size_t stored = 0;
    for (const auto &file : all.files) {
        const auto line = commandLine("STORE", place.domain, "FILE", file.name) + " DATA [" + data::encodeBase64(file.content) + ']';
        const auto done = interpreter.run(line);
        if (done.code >= 300)
            return refusal(done.code, file.name + ": " + done.result + " (files stored before it: " + std::to_string(stored) + ')');
        ++stored;
    }
    Interpreter::Answer answer;
    answer.result = "Files stored: " + std::to_string(stored) + '.';
    return answer;
}

} // namespace pbx::practice
