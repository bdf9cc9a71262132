// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/prompts/voice_script.h"

#include <algorithm>

namespace pbx::prompts {

namespace {

QByteArray field(std::string_view text)
{
    QByteArray quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace

QByteArray voiceScript(const Matrix &matrix, const std::string &language, const std::vector<std::string> &prompts,
                       const files::PromptTexts &texts)
{
    QByteArray script = "\xef\xbb\xbf" "Number,File,Text,Used by\r\n";
    int number = 0;
    for (const std::string &prompt : prompts) {
        const auto row = std::ranges::find(matrix.rows, prompt, &Row::name);
        std::string users;
        if (row != matrix.rows.end()) {
            for (const std::string &user : row->users)
                users += (users.empty() ? "" : ", ") + user;
        }
        script += QByteArray::number(++number) + ',' + field((language.empty() ? std::string() : language + '/') + prompt + ".wav") + ','
            + field(texts.text(prompt).value_or(std::string())) + ',' + field(users) + "\r\n";
    }
    return script;
}

} // namespace pbx::prompts
