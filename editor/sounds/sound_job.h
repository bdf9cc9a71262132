// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <expected>
#include <functional>
#include <map>

namespace pbx::editor {

/// By path, each as a prompt or with the reason why it is none.
using Sounds = std::map<QString, std::expected<audio::Sound, QString>>;

/// Sound files of any kind that libsndfile or Qt Multimedia reads, read off the window's thread; what takes longer than half a
/// second shows its progress and can be cancelled. Deletes itself.
class SoundJob : public QObject {
    Q_OBJECT
public:
    /// `done` is called later in the window's thread; not when the job was cancelled or the window is gone.
    static void start(QWidget *window, const QStringList &paths, std::function<void(const Sounds &)> done);
    ~SoundJob() override;

private:
    SoundJob(QWidget *window, const QStringList &paths, std::function<void(const Sounds &)> done);
    void run();
    void finish();
    void giveUp();

    QStringList m_paths;
    std::function<void(const Sounds &)> m_done;
    QFutureWatcher<Sounds> m_watcher;
    QPointer<QThread> m_thread;
    QTimer m_patience;
};

} // namespace pbx::editor
