// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/http_request.h"

#include <algorithm>
#include <charconv>

namespace pbx::practice::http {

namespace {

constexpr std::string_view lineEnd = "\r\n";

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isTokenCharacter);
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
}

std::string lowered(std::string_view text)
{
    std::string made(text);
    std::ranges::transform(made, made.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return made;
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// Reads the head of one request; the first fault stays.
class HeadReader {
public:
    HeadReader(std::string_view head, const Limits &limits) : m_head(head), m_limits(limits) {}

    bool read()
    {
        return requestLine(nextLine()) && allFields() && host() && bodyLength();
    }

    int status = 0;
    std::string reason;
    Request request;
    std::size_t length = 0; ///< of the body

private:
    bool refuse(int code, std::string why)
    {
        status = code;
        reason = std::move(why);
        return false;
    }

    std::string_view nextLine()
    {
        const auto end = std::min(m_head.find(lineEnd, m_at), m_head.size());
        const auto line = m_head.substr(m_at, end - m_at);
        m_at = std::min(end + lineEnd.size(), m_head.size());
        return line;
    }

    bool requestLine(std::string_view line)
    {
        const auto first = line.find(' ');
        const auto last = line.rfind(' ');
        if (first == line.npos || first == last || std::ranges::any_of(line, isControl))
            return refuse(400, "the request line is damaged");
        const auto version = line.substr(last + 1);
        request.method = std::string(line.substr(0, first));
        if (!isToken(request.method))
            return refuse(400, "the method is damaged");
        if (version != "HTTP/1.1" && version != "HTTP/1.0")
            return refuse(version.starts_with("HTTP/") ? 505 : 400, "only HTTP/1.1 is spoken here");
        request.keepAlive = version == "HTTP/1.1";
        return target(line.substr(first + 1, last - first - 1));
    }

    /// "/path?query", or the same with "http://host" before it.
    bool target(std::string_view text)
    {
        for (const std::string_view scheme : {"http://", "https://"}) {
            if (text.starts_with(scheme)) {
                const auto path = text.find('/', scheme.size());
                text = path == text.npos ? std::string_view("/") : text.substr(path);
            }
        }
        const auto end = std::min(text.find('?'), text.size());
        const auto path = decodePercent(text.substr(0, end), false);
        if (!text.starts_with('/') || text.contains(' ') || text.contains('#') || !path || path->contains('\0'))
            return refuse(400, "the address is damaged");
        request.path = *path;
        request.query = std::string(text.substr(std::min(end + 1, text.size())));
        return true;
    }

    bool allFields()
    {
        while (m_at < m_head.size()) {
            if (request.fields.size() == m_limits.fields)
                return refuse(431, "there are too many fields");
            const auto line = nextLine();
            const auto colon = line.find(':');
            const auto name = line.substr(0, std::min(colon, line.size()));
            const auto value = trimmed(line.substr(std::min(colon, line.size() - 1) + 1));
            if (colon == line.npos || !isToken(name)
                || std::ranges::any_of(value, [](char c) { return isControl(c) && c != '\t'; }))
                return refuse(400, "a field of the head is damaged");
            request.fields.push_back({lowered(name), std::string(value)});
        }
        if (const auto *connection = request.field("connection")) {
            const auto wish = lowered(*connection);
            request.keepAlive = (request.keepAlive && wish != "close") || wish == "keep-alive";
        }
        return true;
    }

    std::ptrdiff_t count(std::string_view name) const
    {
        return std::ranges::count(request.fields, name, &Field::name);
    }

    bool host()
    {
        const auto hosts = count("host");
        const bool old = m_head.substr(0, m_head.find(lineEnd)).ends_with("/1.0");
        return hosts == 1 || (hosts == 0 && old) || refuse(400, "one field \"Host\" is needed");
    }

    bool bodyLength()
    {
        if (count("transfer-encoding") > 0)
            return refuse(501, "bodies in pieces are not taken");
        const auto lengths = count("content-length");
        if (lengths > 1)
            return refuse(400, "the body's length is given twice");
        if (lengths == 0)
            return request.method != "POST" || refuse(411, "the body's length is missing");
        const auto &text = *request.field("content-length");
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
        if (error == std::errc::result_out_of_range)
            return refuse(413, "the body is too large");
        if (error != std::errc() || end != text.data() + text.size())
            return refuse(400, "the body's length is no number");
        return length <= m_limits.body || refuse(413, "the body is too large");
    }

    std::string_view m_head;
    const Limits &m_limits;
    std::size_t m_at = 0;
};

Parsed refused(int status, std::string reason)
{
    Parsed parsed;
    parsed.state = Parsed::State::Refused;
    parsed.status = status;
    parsed.reason = std::move(reason);
    return parsed;
}

} // namespace

const std::string *Request::field(std::string_view name) const
{
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &found->value;
}

Parsed parseRequest(std::string_view bytes, const Limits &limits)
{
    constexpr std::string_view headEnd = "\r\n\r\n";
    const std::size_t skipped = bytes.starts_with(lineEnd) ? lineEnd.size() : 0; // some send one behind a body
    const auto head = bytes.substr(skipped, limits.head);
    const auto end = head.find(headEnd);
    const auto bare = head.substr(0, end).find('\n');
    if (bare != head.npos && (bare == 0 || head[bare - 1] != '\r'))
        return refused(400, "a line ends without a carriage return");
    if (end == head.npos)
        return head.size() < limits.head ? Parsed() : refused(431, "the head is too long");
    HeadReader reader(head.substr(0, end), limits);
    if (!reader.read())
        return refused(reader.status, std::move(reader.reason));
    const auto bodyAt = skipped + end + headEnd.size();
    Parsed parsed;
    if (bytes.size() - bodyAt < reader.length) {
        const auto *expected = reader.request.field("expect");
        parsed.waitsForGo = expected && lowered(*expected) == "100-continue" && bytes.size() == bodyAt;
        return parsed;
    }
    parsed.state = Parsed::State::Complete;
    parsed.size = bodyAt + reader.length;
    parsed.request = std::move(reader.request);
    parsed.request.body = std::string(bytes.substr(bodyAt, reader.length));
    return parsed;
}

std::optional<std::string> decodePercent(std::string_view text, bool plus)
{
    std::string made;
    made.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            made += plus && text[at] == '+' ? ' ' : text[at];
            continue;
        }
        unsigned value = 0;
        const auto digits = text.substr(at + 1, 2);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        if (digits.size() < 2 || error != std::errc() || end != digits.data() + 2)
            return std::nullopt;
        made += static_cast<char>(value);
        at += 2;
    }
    return made;
}

} // namespace pbx::practice::http
