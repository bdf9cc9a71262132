// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/http_site.h"
#include "environment/practice/wire.h"

namespace pbx::practice {

/// A connection to the HTTP port: cuts requests out of what comes and sends the answers, one after another.
class HttpSession : public QObject {
    Q_OBJECT
public:
    HttpSession(Wire *wire, std::shared_ptr<const HttpSite> site, CommandRunner runner, const http::Limits &limits,
                QObject *parent);

private:
    void receive(const QByteArray &bytes);
    void answer(const http::Request &request);
    void refuse(int status, const std::string &reason);

    Wire *m_wire;
    std::shared_ptr<const HttpSite> m_site;
    CommandRunner m_runner;
    http::Limits m_limits;
    QByteArray m_buffer;
    bool m_toldToGoOn = false; ///< the client that waited with its body
};

} // namespace pbx::practice
