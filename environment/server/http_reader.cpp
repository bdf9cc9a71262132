// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/http_reader.h"

#include <algorithm>
#include <charconv>

namespace pbx::server {

namespace {

constexpr std::size_t longestHead = 64u << 10;

bool sameWord(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

/// The whole text is one number.
bool readNumber(std::string_view text, std::size_t &number, int base)
{
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return !text.empty() && read.ec == std::errc() && read.ptr == text.data() + text.size();
}

} // namespace

void HttpReader::add(std::string_view bytes)
{
    if (m_state != State::Incomplete)
        return;
    if (m_bytes.size() + bytes.size() > m_limit) {
        m_state = State::Faulty;
        return;
    }
    m_bytes += bytes;
    if (!m_headRead)
        readHead();
    if (m_headRead && m_state == State::Incomplete)
        readBody();
    if (m_ended && m_state == State::Incomplete)
        m_state = State::Cut;
}

void HttpReader::end()
{
    m_ended = true;
    add({});
}

bool HttpReader::readField(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == line.npos || colon == 0)
        return false;
    const auto name = line.substr(0, colon);
    const auto value = trimmed(line.substr(colon + 1));
    if (sameWord(name, "content-length")) {
        std::size_t size = 0;
        if (!readNumber(value, size, 10) || size > m_limit || (m_length == Length::Known && size != m_size))
            return false;
        if (m_length != Length::Chunked)
            m_length = Length::Known;
        m_size = size;
    } else if (sameWord(name, "transfer-encoding")) {
        if (!sameWord(value, "chunked"))
            return false;
        m_length = Length::Chunked;
    } else if (sameWord(name, "www-authenticate")) {
        m_answer.challenges.emplace_back(value);
    } else if (sameWord(name, "connection") && sameWord(value, "close")) {
        m_answer.keepAlive = false;
    }
    return true;
}

void HttpReader::readHead()
{
    std::string_view head, first;
    std::size_t status = 0;
    while (status < 200) { // behind "100 Continue" the real one follows
        const auto end = m_bytes.find("\r\n\r\n", m_at);
        if (end == m_bytes.npos) {
            if (m_bytes.size() - m_at > longestHead)
                m_state = State::Faulty;
            return;
        }
        head = std::string_view(m_bytes).substr(m_at, end - m_at);
        first = head.substr(0, head.find("\r\n"));
        if (!first.starts_with("HTTP/1.") || first.size() < 12 || !readNumber(first.substr(9, 3), status, 10) || status < 100) {
            m_state = State::Faulty;
            return;
        }
        m_at = end + 4;
    }
    m_answer.status = static_cast<int>(status);
    m_answer.keepAlive = !first.starts_with("HTTP/1.0");
    for (auto rest = head.substr(std::min(first.size() + 2, head.size())); !rest.empty();) {
        const auto lineEnd = std::min(rest.find("\r\n"), rest.size());
        if (!readField(rest.substr(0, lineEnd))) {
            m_state = State::Faulty;
            return;
        }
        rest.remove_prefix(std::min(lineEnd + 2, rest.size()));
    }
    if (status == 204 || status == 304) {
        m_length = Length::Known;
        m_size = 0;
    }
    if (m_length == Length::UntilClosed)
        m_answer.keepAlive = false;
    m_headRead = true;
}

void HttpReader::readChunks()
{
    while (true) {
        const auto end = m_bytes.find("\r\n", m_at);
        if (end == m_bytes.npos) {
            if (m_bytes.size() - m_at > longestHead)
                m_state = State::Faulty;
            return;
        }
        auto line = std::string_view(m_bytes).substr(m_at, end - m_at);
        line = trimmed(line.substr(0, line.find(';')));
        std::size_t size = 0;
        if (!readNumber(line, size, 16) || size > m_limit) {
            m_state = State::Faulty;
            return;
        }
        if (size == 0) {
            // Fields may follow; an empty line ends them.
            const bool plain = std::string_view(m_bytes).substr(end).starts_with("\r\n\r\n");
            if (plain || m_bytes.find("\r\n\r\n", end) != m_bytes.npos)
                m_state = State::Complete;
            return;
        }
        if (m_bytes.size() < end + 2 + size + 2)
            return;
        if (std::string_view(m_bytes).substr(end + 2 + size, 2) != "\r\n") {
            m_state = State::Faulty;
            return;
        }
        m_answer.body.append(m_bytes, end + 2, size);
        m_at = end + 2 + size + 2;
    }
}

void HttpReader::readBody()
{
    if (m_length == Length::Chunked) {
        readChunks();
        return;
    }
    if (m_length == Length::UntilClosed) {
        if (!m_ended)
            return;
        m_size = m_bytes.size() - m_at;
    }
    if (m_bytes.size() - m_at < m_size)
        return;
    m_answer.body = m_bytes.substr(m_at, m_size);
    if (m_bytes.size() - m_at > m_size)
        m_answer.keepAlive = false; // bytes nobody asked for
    m_state = State::Complete;
}

} // namespace pbx::server
