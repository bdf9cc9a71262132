// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What forms and queries carry, and who sends them. Strict, pure, over bytes.
namespace pbx::practice::http {

struct Parameter {
    std::string name;
    std::string value;
};

/// "a=1&b=2" of a query or a body of application/x-www-form-urlencoded. nullopt: a damaged escape.
[[nodiscard]] std::optional<std::vector<Parameter>> readUrlEncoded(std::string_view text);

/// One field of a multipart/form-data body.
struct Part {
    std::string name;
    std::optional<std::string> fileName; ///< without folders; nullopt: no file
    std::string_view content;            ///< into the body
};

/// `contentType` is the field of that name, with the boundary. nullopt: not of that kind, or damaged.
[[nodiscard]] std::optional<std::vector<Part>> readMultipart(std::string_view contentType, std::string_view body);

/// The parameter of a field such as `form-data; name="a b"`; nullopt: it has none, or is damaged.
[[nodiscard]] std::optional<std::string> fieldParameter(std::string_view field, std::string_view name);

struct Credentials {
    std::string user, password;
};
/// Of the field Authorization, `Basic …` alone.
[[nodiscard]] std::optional<Credentials> readBasic(std::string_view field);

/// For the text of a page and the values of its attributes.
[[nodiscard]] std::string escapedHtml(std::string_view text);
/// For a part of an address.
[[nodiscard]] std::string escapedPercent(std::string_view text);

} // namespace pbx::practice::http
