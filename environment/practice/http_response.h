// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/http_request.h"

#include <string>

namespace pbx::practice::http {

struct Response {
    int status = 200;
    std::string type = "text/plain; charset=utf-8";
    std::string body;
    std::vector<Field> fields; ///< beside those that every answer has
};

/// As it goes over the line. `body`: false for HEAD.
[[nodiscard]] std::string printResponse(const Response &response, bool body, bool keepAlive);
/// A page of HTML; both texts are escaped already.
[[nodiscard]] Response page(int status, const std::string &title, const std::string &content);

} // namespace pbx::practice::http
