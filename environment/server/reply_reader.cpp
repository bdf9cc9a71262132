// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/reply_reader.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace pbx::server {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Servers say "200 data follow" (server-interfaces, 6.1); the case differs between versions.
bool dataFollows(std::string_view text)
{
    constexpr std::string_view sign = "data follow";
    return std::ranges::equal(text.substr(0, sign.size()), sign, [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == b;
    });
}

} // namespace

void ReplyReader::add(std::string_view bytes)
{
    if (m_fault != Fault::None)
        return;
    m_bytes += bytes;
}

std::optional<std::string> ReplyReader::takeLine()
{
    const auto end = m_bytes.find('\n', m_searched);
    if (end == m_bytes.npos) {
        m_searched = m_bytes.size();
        return std::nullopt;
    }
    if (end > m_limit) {
        m_fault = Fault::TooLong;
        return std::nullopt;
    }
    auto line = m_bytes.substr(0, end);
    m_bytes.erase(0, end + 1);
    m_searched = 0;
    if (line.ends_with('\r'))
        line.pop_back();
    return line;
}

bool ReplyReader::scanObject()
{
    for (; m_searched < m_bytes.size(); ++m_searched) {
        if (m_end.feed(m_bytes[m_searched]))
            return true;
    }
    return false;
}

std::optional<ReplyReader::Answer> ReplyReader::next()
{
    if (m_fault != Fault::None)
        return std::nullopt;
    std::optional<Answer> whole;
    if (m_begun) {
        if (scanObject() && m_searched <= m_limit) {
            whole = std::exchange(m_begun, std::nullopt);
            whole->object = m_bytes.substr(0, m_searched);
            m_bytes.erase(0, m_searched + 1);
            m_searched = 0;
            m_end = {};
        }
    } else if (auto line = takeLine()) {
        const bool status = line->size() >= 3 && std::all_of(line->begin(), line->begin() + 3, isDigit)
                            && (line->size() == 3 || (*line)[3] == ' ' || (*line)[3] == '-');
        if (!status || line->front() < '2' || line->front() > '5') {
            m_fault = Fault::NoStatus;
            m_bytes = std::move(*line);
            return std::nullopt;
        }
        Answer answer{std::stoi(line->substr(0, 3)), line->size() > 4 ? line->substr(4) : std::string(), {}};
        if (answer.code != 200 || !dataFollows(answer.text))
            return answer;
        m_begun = std::move(answer);
        return next();
    }
    if (!whole && m_bytes.size() > m_limit)
        m_fault = Fault::TooLong;
    return whole;
}

} // namespace pbx::server
