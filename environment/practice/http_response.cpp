// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/http_response.h"

namespace pbx::practice::http {

namespace {

std::string_view phrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 303: return "See Other";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 431: return "Request Header Fields Too Large";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Error";
    }
}

} // namespace

std::string printResponse(const Response &response, bool body, bool keepAlive)
{
    std::string text = "HTTP/1.1 " + std::to_string(response.status) + ' ' + std::string(phrase(response.status)) + "\r\n";
    const auto add = [&text](std::string_view name, std::string_view value) {
        text.append(name).append(": ").append(value).append("\r\n");
    };
    add("Content-Type", response.type);
    add("Content-Length", std::to_string(response.body.size()));
    add("Cache-Control", "no-store");
    add("X-Content-Type-Options", "nosniff");
    add("Connection", keepAlive ? "keep-alive" : "close");
    for (const auto &field : response.fields)
        add(field.name, field.value);
    text += "\r\n";
    return body ? text + response.body : text;
}

Response page(int status, const std::string &title, const std::string &content)
{
    Response response;
    response.status = status;
    response.type = "text/html; charset=utf-8";
    response.body = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                    + "</title></head>\n<body>\n<h1>" + title + "</h1>\n" + content + "</body></html>\n";
    return response;
}

} // namespace pbx::practice::http
