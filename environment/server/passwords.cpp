// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/passwords.h"

#include "environment/server/answers.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>

#include <qt6keychain/keychain.h>

namespace pbx::server {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Passwords)
};

Failure failure(QString message, QString remedy)
{
    Failure made;
    made.kind = Failure::Kind::Local;
    made.message = std::move(message);
    made.remedy = std::move(remedy);
    return made;
}

Failure describe(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
        return failure(Text::tr("The keyring was not unlocked."), Text::tr("Unlock it, or type the password each time."));
    case QKeychain::AccessDenied:
        return failure(Text::tr("The keyring does not let this program in."), Text::tr("Check its settings, or type the password each time."));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return failure(Text::tr("There is no keyring on this desktop."),
                       Text::tr("Start GNOME Keyring or KWallet, or type the password each time; it is never kept in a file."));
    default:
        return failure(Text::tr("There is no keyring on this desktop that can be used (%1).").arg(job.errorString().left(300)),
                       Text::tr("Start GNOME Keyring or KWallet, or type the password each time; it is never kept in a file."));
    }
}

/// Runs one to its end. The keyring's library keeps its jobs in a queue that belongs to the main thread.
std::expected<void, Failure> finish(QKeychain::Job &job, const ServerSettings &settings)
{
    if (!QCoreApplication::instance() || QThread::currentThread() != QCoreApplication::instance()->thread())
        return std::unexpected(failure(Text::tr("The keyring is reached from the program's main thread alone."), {}));
    job.setAutoDelete(false);
    job.setInsecureFallback(false); // never a file
    job.setKey(settings.url());
    QEventLoop loop;
    bool finished = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        finished = true;
        loop.quit();
    });
    job.start();
    if (!finished)
        loop.exec();
    if (!finished)
        return std::unexpected(failure(Text::tr("The program ends; the keyring was not waited for."), {}));
    if (job.error() == QKeychain::NoError)
        return {};
    return std::unexpected(describe(job));
}

QString service()
{
    return QStringLiteral("PBX Studio");
}

} // namespace

std::expected<std::optional<QString>, Failure> keptPassword(const ServerSettings &settings)
{
    QKeychain::ReadPasswordJob job(service());
    const auto done = finish(job, settings);
    if (job.error() == QKeychain::EntryNotFound)
        return std::nullopt;
    if (!done)
        return std::unexpected(done.error());
    return job.textData();
}

std::expected<void, Failure> keepPassword(const ServerSettings &settings, const QString &password)
{
    QKeychain::WritePasswordJob job(service());
    job.setTextData(password);
    return finish(job, settings);
}

std::expected<void, Failure> forgetPassword(const ServerSettings &settings)
{
    QKeychain::DeletePasswordJob job(service());
    const auto done = finish(job, settings);
    if (job.error() == QKeychain::EntryNotFound)
        return {};
    return done;
}

} // namespace pbx::server
