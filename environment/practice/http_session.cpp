// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/http_session.h"

namespace pbx::practice {

HttpSession::HttpSession(Wire *wire, std::shared_ptr<const HttpSite> site, CommandRunner runner, const http::Limits &limits,
                         QObject *parent)
    : QObject(parent), m_wire(wire), m_site(std::move(site)), m_runner(std::move(runner)), m_limits(limits)
{
    wire->setParent(this);
    connect(wire, &Wire::received, this, &HttpSession::receive);
}

void HttpSession::receive(const QByteArray &bytes)
{
    m_buffer += bytes;
    while (!m_wire->isOver() && !m_buffer.isEmpty()) {
        const auto parsed = http::parseRequest({m_buffer.constData(), static_cast<std::size_t>(m_buffer.size())}, m_limits);
        if (parsed.state == http::Parsed::State::Refused)
            return refuse(parsed.status, parsed.reason);
        if (parsed.state == http::Parsed::State::Incomplete) {
            if (parsed.waitsForGo && !std::exchange(m_toldToGoOn, true))
                m_wire->send(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
            return;
        }
        m_toldToGoOn = false;
        m_buffer.remove(0, static_cast<qsizetype>(parsed.size));
        answer(parsed.request);
    }
}

void HttpSession::answer(const http::Request &request)
{
    const auto answer = m_site->answer(request, m_runner);
    if (answer.drop)
        return m_wire->drop();
    if (answer.hang)
        return m_wire->freeze();
    m_wire->send(answer.noise ? noise()
                              : QByteArray::fromStdString(
                                    http::printResponse(answer.response, request.method != "HEAD", request.keepAlive)));
    if (!request.keepAlive || answer.noise)
        m_wire->closeAfterSending();
}

void HttpSession::refuse(int status, const std::string &reason)
{
    http::Response response;
    response.status = status;
    response.body = reason + '\n';
    m_wire->send(QByteArray::fromStdString(http::printResponse(response, true, false)));
    m_wire->closeAfterListening();
}

} // namespace pbx::practice
