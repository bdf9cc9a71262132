// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "tests/server/practice_thread.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace pbx;
using namespace pbx::server;
using namespace Qt::StringLiterals;

namespace {

struct Result {
    int status = -1;
    QByteArray output, errors;
};

/// Runs the real program, without a terminal or a keyring.
Result runProbe(const QStringList &arguments, const QString &password)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    environment.remove(u"PBX_PASSWORD"_s);
    if (!password.isEmpty())
        environment.insert(u"PBX_PASSWORD"_s, password);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setUnixProcessParameters(QProcess::UnixProcessFlag::CreateNewSession);
    process.start(QStringLiteral(PBX_PROGRAM), QStringList{u"probe"_s} + arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

data::Value settingsOf(const QString &workspace)
{
    return data::readNotation(contentOf(workspace + u"/workspace.settings"_s).toStdString()).value().value;
}

} // namespace

class ProbeCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersAsJson();
    void answersAsText();
    void keepsWhatItLearned();
    void anotherServer();
    void failures();

private:
    QString to() const { return m_server->settings().url(); }
    QString mine() const { return m_folder->filePath(u"mine"_s); }
    void write(const QByteArray &settings) const
    {
        QFile file(mine() + u"/workspace.settings"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(settings);
    }

    std::unique_ptr<PracticeThread> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    const QString m_password = QString::fromLatin1(PracticeThread::password);
};

void ProbeCommandTest::init()
{
    m_server = std::make_unique<PracticeThread>();
    m_folder = std::make_unique<QTemporaryDir>();
    files::Workspace::NewWorkspace made;
    made.name = u"Mine"_s;
    made.domain = u"example.com"_s;
    QVERIFY(files::Workspace::create(mine(), made, files::Workspace::Options()));
}

void ProbeCommandTest::answersAsJson()
{
    const auto result = runProbe({mine(), u"--to"_s, to(), u"--format"_s, u"json"_s}, m_password);
    QVERIFY2(result.status == 0, result.errors.constData());
    QCOMPARE(result.errors, QByteArray());
    auto lines = result.output.split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QCOMPARE(lines.size(), 22);
    const auto dialect = QJsonDocument::fromJson(lines.takeLast()).object().value(u"dialect"_s).toObject();
    QCOMPARE(dialect.value(u"Version"_s).toString(), u"6.3.12"_s);
    QCOMPARE(dialect.value(u"TryCompile"_s).toString(), u"unknown"_s);
    int point = 0;
    for (const auto &line : std::as_const(lines)) {
        const auto object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.keys(), (QStringList{u"answer"_s, u"consequence"_s, u"point"_s, u"question"_s}));
        QCOMPARE(object.value(u"point"_s).toInt(), ++point);
        QVERIFY(!object.value(u"question"_s).toString().isEmpty());
    }
}

void ProbeCommandTest::answersAsText()
{
    const auto result = runProbe({mine(), u"--to"_s, to(), u"--with-scratch-files"_s}, m_password);
    QVERIFY2(result.status == 0, result.errors.constData());
    QVERIFY(result.output.contains("21. Does the server compile a program"));
    QVERIFY(result.output.contains("TryCompile=stores"));
    QVERIFY(!result.output.contains(PracticeThread::password));
}

void ProbeCommandTest::keepsWhatItLearned()
{
    auto settings = data::readNotation(contentOf(mine() + u"/workspace.settings"_s).toStdString()).value().value;
    const auto server = data::readNotation("{Host=\"127.0.0.1\";Port=" + std::to_string(m_server->settings().port)
                                           + ";User=admin;Own=(1,{x=y;});Dialect={Pipelining=YES;Version=\"6.3.12\";Later=kept;};}").value().value;
    settings.dictionary().set("Server", server);
    settings.dictionary().set("Unknown", data::readNotation("{a=(b);}").value().value);
    write(QByteArray::fromStdString(data::printNotation(settings, data::PrintStyle::Settings).value()));
    QVERIFY(QFile::setPermissions(mine() + u"/workspace.settings"_s, QFile::ReadOwner | QFile::WriteOwner));
    const auto result = runProbe({mine(), u"--with-scratch-files"_s}, m_password);
    QVERIFY2(result.status == 0, result.errors.constData());
    const auto after = settingsOf(mine());
    QVERIFY(data::equal(after.dictionary().get("Unknown"), settings.dictionary().get("Unknown")));
    QVERIFY(data::equal(after.dictionary().get("Name"), settings.dictionary().get("Name")));
    const auto kept = after.dictionary().get("Server");
    QVERIFY(data::equal(kept.dictionary().get("Own"), server.dictionary().get("Own")));
    const auto dialect = kept.dictionary().get("Dialect");
    QCOMPARE(dialect.dictionary().get("Later").bytes(), std::string_view("kept"));
    QCOMPARE(dialect.dictionary().get("TryCompile").bytes(), std::string_view("stores"));
    QCOMPARE(dialect.dictionary().get("Pipelining").bytes(), std::string_view("YES"));
    QVERIFY(!contentOf(mine() + u"/workspace.settings"_s).contains(PracticeThread::password));
    // Reading alone forgets nothing that took scratch files to learn.
    QCOMPARE(runProbe({mine()}, m_password).status, 0);
    QCOMPARE(settingsOf(mine()).dictionary().get("Server").dictionary().get("Dialect").dictionary().get("TryCompile").bytes(),
             std::string_view("stores"));
    QCOMPARE(QFile::permissions(mine() + u"/workspace.settings"_s) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void ProbeCommandTest::anotherServer()
{
    PracticeThread other;
    QCOMPARE(runProbe({mine(), u"--to"_s, to()}, m_password).status, 0);
    const auto before = contentOf(mine() + u"/workspace.settings"_s);
    const auto result = runProbe({mine(), u"--to"_s, other.settings().url()}, m_password);
    QCOMPARE(result.status, 1);
    QVERIFY(result.errors.contains("another one"));
    QCOMPARE(contentOf(mine() + u"/workspace.settings"_s), before);
}

void ProbeCommandTest::failures()
{
    const auto before = contentOf(mine() + u"/workspace.settings"_s);
    const auto fails = [&](const QStringList &arguments, const QString &password, const char *says) {
        const auto result = runProbe(arguments, password);
        return result.status == 2 && result.errors.contains(says) && result.errors.startsWith("pbx: ") && result.output.isEmpty();
    };
    QVERIFY(fails({mine()}, m_password, "no server"));
    QVERIFY(fails({}, m_password, "a workspace is needed"));
    QVERIFY(fails({u"/no/such"_s}, m_password, "/no/such"));
    QVERIFY(fails({mine(), u"--to"_s, u"cgp://admin:geheim@h"_s}, m_password, "Leave the password out"));
    QVERIFY(fails({mine(), u"--to"_s, to(), u"--pin"_s, u"abc"_s}, m_password, "64 hexadecimal digits"));
    QVERIFY(fails({mine(), u"--to"_s, to()}, u"wrong"_s, "does not accept"));
    QVERIFY(fails({mine(), u"--to"_s, to()}, {}, "no password"));
    QVERIFY(fails({mine(), u"--to"_s, u"cgp://admin@127.0.0.1:1"_s}, m_password, "Nobody listens"));
    QVERIFY(fails({mine(), u"--to"_s, to(), u"--domain"_s, u"no.example"_s}, m_password, "no such domain"));
    QCOMPARE(contentOf(mine() + u"/workspace.settings"_s), before);
    write("{ Name = ");
    QVERIFY(fails({mine(), u"--to"_s, to()}, m_password, "workspace.settings"));
    QCOMPARE(contentOf(mine() + u"/workspace.settings"_s), QByteArray("{ Name = "));
}

QTEST_GUILESS_MAIN(ProbeCommandTest)
#include "tst_probe_command.moc"
