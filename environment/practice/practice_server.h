// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/interpreter.h"

#include <QObject>

namespace pbx::practice {

/// Something that goes wrong on purpose.
struct Fault {
    enum class Kind {
        DropBefore,   ///< connection closed before the n-th command of the server's life is done …
        DropAfter,    ///< … and after it was done, its answer unsent
        DropReceived, ///< after n bytes received over all connections
        DropSent,     ///< after n bytes sent
        Refuse,       ///< the n-th command answers 5xx
        Delay,        ///< every answer waits so many ms
        Hang,         ///< the n-th command is never answered
        DiskFull,     ///< stores fail from the n-th on
        Garbage,      ///< the n-th answer is noise
        Trickle,      ///< answers come a byte at a time
        Foreign,      ///< somebody changes the file between the n-th command and the next
    };
    Kind kind;
    std::int64_t at = 0;
    bool once = true; ///< otherwise from there on
    /// "drop-after:12", "delay:20" …; `--help` of `pbx serve` lists them.
    [[nodiscard]] static std::expected<Fault, QString> fromText(const QString &text);
};

/// Listens on sockets; lives in the thread that made it and needs its event loop.
class PracticeServer : public QObject {
    Q_OBJECT
public:
    struct Options {
        QString address = QStringLiteral("127.0.0.1");
        std::uint16_t port = 0;
        std::optional<std::uint16_t> httpPort; ///< nullopt: no HTTP
        QString httpAddress = QStringLiteral("127.0.0.1");
        QString certificate, key; ///< PEM files: TLS from the first byte on both
        std::vector<User> users;
        Manner manner;
        std::vector<Fault> faults;
    };
    PracticeServer(std::shared_ptr<Store> store, Options options, QObject *parent = nullptr);
    ~PracticeServer() override;

    [[nodiscard]] std::expected<void, QString> listen();
    std::uint16_t port() const;
    std::uint16_t httpPort() const; ///< 0: none
    /// For tests: what has gone over the lines so far.
    std::int64_t bytesReceived() const;
    std::int64_t bytesSent() const;
    int commandsRun() const;
    void setFaults(std::vector<Fault> faults); ///< counters begin anew

Q_SIGNALS:
    void connected(const QString &peer, int session);
    void commandRun(int session, const QString &shown, int code); ///< passwords masked, data shortened
    void disconnected(int session);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pbx::practice
