// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/passwords.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <map>
#include <mutex>

using namespace pbx::server;
using namespace Qt::StringLiterals;

namespace {

/// A keyring of its own on a bus of its own: speaks what KWallet's daemon speaks.
class Wallet : public QDBusVirtualObject {
public:
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.interface() != "org.kde.KWallet"_L1)
            return false;
        const std::lock_guard lock(mutex);
        const auto arguments = message.arguments();
        const auto key = [&] { return arguments.value(1).toString() + u'/' + arguments.value(2).toString(); };
        QVariant answer;
        const auto method = message.member();
        if (method == "networkWallet"_L1) {
            answer = u"wallet"_s;
        } else if (method == "open"_L1) {
            answer = refuses ? -1 : 7;
        } else if (method == "entryType"_L1) {
            answer = entries.contains(key()) ? 1 : 0; // a password
        } else if (method == "readPassword"_L1) {
            answer = entries[key()];
        } else if (method == "writePassword"_L1) {
            entries[key()] = arguments.value(3).toString();
            answer = 0;
        } else if (method == "removeEntry"_L1) {
            answer = entries.erase(key()) ? 0 : -3;
        } else {
            return false;
        }
        connection.send(message.createReply(answer));
        return true;
    }
    QString introspect(const QString &) const override { return {}; }

    std::mutex mutex;
    std::map<QString, QString> entries;
    bool refuses = false;
};

ServerSettings serverCalled(const QString &user)
{
    ServerSettings settings;
    settings.transport = Transport::Tls;
    settings.host = u"mail.example.com"_s;
    settings.user = user;
    return settings;
}

} // namespace

class PasswordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutAnyKeyring();
    void keepsAndForgets();
    void lockedKeyring();
    void otherThreads();
    void cleanupTestCase();

private:
    QProcess m_bus;
    QThread m_thread;
    Wallet m_wallet;
};

void PasswordsTest::initTestCase()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_bus.waitForReadyRead(10'000));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_FULL_SESSION", "true");
    qputenv("KDE_SESSION_VERSION", "5");
    QVERIFY(QDBusConnection::sessionBus().isConnected());
}

void PasswordsTest::withoutAnyKeyring()
{
    const auto server = serverCalled(u"admin"_s);
    const auto kept = keptPassword(server);
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Failure::Kind::Local);
    QVERIFY(kept.error().text().contains(u"KWallet"_s));
    const auto keep = keepPassword(server, u"se cret"_s);
    QVERIFY(!keep);
    QVERIFY(!keep.error().text().contains(u"se cret"_s));
    QVERIFY(!forgetPassword(server));
}

void PasswordsTest::keepsAndForgets()
{
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"wallet"_s);
    m_wallet.moveToThread(&m_thread);
    m_thread.start();
    for (const auto *name : {"kwalletd", "kwalletd5", "kwalletd6"})
        QVERIFY(bus.registerVirtualObject(u"/modules/"_s + QLatin1StringView(name), &m_wallet));
    for (const auto *name : {"org.kde.kwalletd", "org.kde.kwalletd5", "org.kde.kwalletd6"})
        QVERIFY(bus.registerService(QString::fromLatin1(name)));

    const auto one = serverCalled(u"admin"_s), other = serverCalled(u"admin@example.com"_s);
    QCOMPARE(keptPassword(one).value(), std::optional<QString>());
    QVERIFY(keepPassword(one, u"пароль \"1\"\n"_s));
    QCOMPARE(keptPassword(one).value(), std::optional(u"пароль \"1\"\n"_s));
    QCOMPARE(keptPassword(other).value(), std::optional<QString>());
    QVERIFY(keepPassword(other, u"2"_s));
    QVERIFY(keepPassword(one, u"3"_s));
    QCOMPARE(keptPassword(one).value(), std::optional(u"3"_s));
    {
        const std::lock_guard lock(m_wallet.mutex);
        QCOMPARE(m_wallet.entries.size(), std::size_t(2));
        QVERIFY(m_wallet.entries.contains(u"PBX Studio/"_s + one.url()));
    }
    QVERIFY(forgetPassword(one));
    QCOMPARE(keptPassword(one).value(), std::optional<QString>());
    QCOMPARE(keptPassword(other).value(), std::optional(u"2"_s));
    QVERIFY(forgetPassword(one));
}

void PasswordsTest::lockedKeyring()
{
    {
        const std::lock_guard lock(m_wallet.mutex);
        m_wallet.refuses = true;
    }
    const auto kept = keptPassword(serverCalled(u"admin"_s));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Failure::Kind::Local);
    QVERIFY(!kept.error().remedy.isEmpty());
}

void PasswordsTest::otherThreads()
{
    std::optional<Failure> failure;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        if (const auto kept = keptPassword(serverCalled(u"admin"_s)); !kept)
            failure = kept.error();
    }));
    thread->start();
    QVERIFY(thread->wait(10'000));
    QVERIFY(failure);
}

void PasswordsTest::cleanupTestCase()
{
    m_thread.quit();
    m_thread.wait();
    m_bus.terminate();
    m_bus.waitForFinished();
}

QTEST_GUILESS_MAIN(PasswordsTest)
#include "tst_passwords.moc"
