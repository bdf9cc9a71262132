// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/sounds/sound_job.h"

#include "editor/sounds/media_decoder.h"

#include <QProgressDialog>
#include <QPromise>

namespace pbx::editor {

namespace {

constexpr int patienceMs = 60'000; // without any progress
constexpr int farewellMs = 3'000;
constexpr int steps = 1000; // of each file

void readAll(QPromise<Sounds> &promise, const QStringList &paths)
{
    Sounds sounds;
    promise.setProgressRange(0, int(paths.size()) * steps);
    for (qsizetype i = 0; i < paths.size() && !promise.isCanceled(); ++i) {
        const QString &path = paths[i];
        const audio::GoOn goOn = [&promise, i](double part) {
            promise.setProgressValue(int(i) * steps + int(part * (steps - 1)));
            return !promise.isCanceled();
        };
        sounds.emplace(path, audio::knowsFormat(path) ? audio::readAny(path, goOn) : decodeMedia(path, goOn));
        promise.setProgressValue(int(i + 1) * steps);
    }
    promise.addResult(std::move(sounds));
}

} // namespace

SoundJob::SoundJob(QWidget *window, const QStringList &paths, std::function<void(const Sounds &)> done)
    : QObject(window), m_paths(paths), m_done(std::move(done))
{
}

SoundJob::~SoundJob()
{
    m_watcher.disconnect();
    m_watcher.cancel();
    if (m_thread)
        m_thread->wait(farewellMs); // one that hangs is left behind
}

void SoundJob::start(QWidget *window, const QStringList &paths, std::function<void(const Sounds &)> done)
{
    keepDecodersAtHome();
    (new SoundJob(window, paths, std::move(done)))->run();
}

void SoundJob::run()
{
    auto *progress = new QProgressDialog(tr("Reading %n sound(s)…", nullptr, int(m_paths.size())), tr("Cancel"), 0, int(m_paths.size()) * steps,
                                         qobject_cast<QWidget *>(parent()));
    progress->setObjectName(QStringLiteral("soundProgress"));
    progress->setMinimumDuration(500);
    progress->setWindowModality(Qt::WindowModal);
    progress->setAutoReset(false);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, progress, &QProgressDialog::setValue);
    connect(progress, &QProgressDialog::canceled, &m_watcher, &QFutureWatcherBase::cancel);
    connect(&m_watcher, &QFutureWatcherBase::finished, progress, &QObject::deleteLater); // closing it would cancel
    connect(this, &QObject::destroyed, progress, &QObject::deleteLater);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SoundJob::finish);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &SoundJob::giveUp);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, &m_patience, [this] { m_patience.start(patienceMs); });
    m_patience.start(patienceMs);

    auto promise = std::make_shared<QPromise<Sounds>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    m_thread = QThread::create([promise, paths = m_paths] {
        readAll(*promise, paths);
        promise->finish();
    });
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    m_thread->start();
}

void SoundJob::finish()
{
    deleteLater();
    if (!m_watcher.isCanceled())
        m_done(m_watcher.result());
}

/// The thread is left behind: there is no way to end one from outside.
void SoundJob::giveUp()
{
    m_watcher.disconnect();
    m_watcher.cancel();
    Sounds sounds;
    for (const QString &path : std::as_const(m_paths))
        sounds.emplace(path, std::unexpected(tr("It was given up: nothing came out of it for a minute. Save it as WAV, FLAC, Ogg or MP3.")));
    m_thread.clear();
    deleteLater();
    m_done(sounds);
}

} // namespace pbx::editor
