// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/objects.h"

#include <expected>
#include <string>
#include <vector>

/// The server's textual data notation (server-interfaces, section 1): settings files, commands, ToObject.
namespace pbx::data {

struct NotationProblem {
    std::size_t offset = 0; ///< byte
    int line = 1;
    int column = 1; ///< in characters
    std::string message; ///< complete sentence: what, and what was expected
};

/// Where an object and its parts stand in a text, for messages about settings that can be read but make no sense.
struct NotationPlace {
    std::string key;         ///< of a dictionary's pair; the decimal index in an array
    std::size_t keyAt = 0;   ///< byte; where the value begins for elements of an array
    std::size_t valueAt = 0; ///< byte
    std::vector<NotationPlace> parts;

    /// The part with that key, case ignored as dictionaries of settings do; the last of repeated ones. Null: none.
    [[nodiscard]] const NotationPlace *part(std::string_view name) const;
};

struct NotationDocument {
    Value value;
    NotationPlace place; ///< of `value`; empty unless asked for
    std::vector<NotationProblem> warnings; ///< accepted with a remark (missing last ';', repeated key …)
};

struct ReadOptions {
    bool multiLine = true; ///< white space may be tab and line ends, comments are allowed
    int maxDepth = 200;
    std::size_t maxSize = 64u << 20;
    bool places = false; ///< fill NotationDocument::place
};

/// Reads exactly one object; trailing bytes are an error.
std::expected<NotationDocument, NotationProblem> readNotation(std::string_view text, const ReadOptions &options = {});

enum class PrintStyle {
    OneLine, ///< no blanks; what ObjectToString gives
    Client, ///< one line, unquoted only ASCII letters and digits: what a client sends
    Settings, ///< multi-line, indented, keys in their order of insertion: settings files
};

/// Fails (nullopt-like: false) only when nested deeper than 1000 or in a circle.
std::expected<std::string, std::string> printNotation(const Value &value, PrintStyle style = PrintStyle::OneLine);

/// String(): strings bare, numbers decimal, stamps and addresses without #T and #I, XML its text, null an empty text
/// (callers test null first), containers in full notation.
std::expected<std::string, std::string> printText(const Value &value);

/// DD-MM-YYYY_HH:MM:SS, PAST, FUTURE.
std::string printTimeStamp(std::int64_t seconds);
/// DD-MM-YYYY, DD-MM-YYYY_HH:MM:SS with one- or two-digit parts, PAST, FUTURE in any case; with or without #T.
bool readTimeStamp(std::string_view text, std::int64_t &seconds);

/// XML as text (server order: declarations, attributes, body), and back: one element; entities and CDATA decoded,
/// comments, instructions and DOCTYPE skipped.
std::expected<std::string, std::string> printXml(const XmlObject &xml);
std::expected<Value, NotationProblem> readXml(std::string_view text, int maxDepth = 200);

std::string encodeBase64(std::string_view bytes);
/// Blanks, tabs and line ends skipped, missing padding accepted; false at any other sign.
bool decodeBase64(std::string_view text, std::string &bytes);

} // namespace pbx::data
