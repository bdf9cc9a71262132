// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/speech_job.h"

#include "editor/prompts/prompt_model.h"
#include "environment/audio/speech.h"

#include <QProgressDialog>
#include <QtConcurrentMap>

namespace pbx::editor {

SpeechJob::SpeechJob(Desk *desk, QWidget *window, const std::string &language)
    : QObject(window), m_desk(desk), m_language(language)
{
}

void SpeechJob::start(Desk *desk, QWidget *window, const QString &language, const QStringList &prompts)
{
    const QString voice = audio::voiceFor(language.toStdString());
    if (voice.isEmpty()) {
        Q_EMIT desk->failed(tr("The computer has no voice for %1.").arg(PromptModel::languageText(language.toStdString())));
        return;
    }
    auto *job = new SpeechJob(desk, window, language.toStdString());
    std::vector<std::pair<std::string, QString>> texts;
    for (const QString &prompt : prompts) {
        const QString text = promptText(*desk, language.toStdString(), prompt.toStdString());
        if (text.isEmpty())
            job->m_silent += prompt;
        else
            texts.emplace_back(prompt.toStdString(), text);
    }
    auto *progress = new QProgressDialog(tr("Speaking %n prompt(s)…", nullptr, int(texts.size())), tr("Cancel"), 0, int(texts.size()), window);
    progress->setMinimumDuration(500);
    progress->setWindowModality(Qt::WindowModal);
    progress->setAutoReset(false);
    auto *watcher = &job->m_watcher;
    connect(watcher, &QFutureWatcherBase::progressValueChanged, progress, &QProgressDialog::setValue);
    connect(progress, &QProgressDialog::canceled, watcher, &QFutureWatcherBase::cancel);
    connect(watcher, &QFutureWatcherBase::finished, progress, &QObject::deleteLater); // closing it would cancel
    connect(watcher, &QFutureWatcherBase::finished, job, &SpeechJob::finish);
    watcher->setFuture(QtConcurrent::mapped(std::move(texts), [voice](const std::pair<std::string, QString> &text) {
        return Spoken{text.first, audio::speak(text.second, voice)};
    }));
}

void SpeechJob::finish()
{
    deleteLater();
    if (m_watcher.isCanceled() || !m_desk->isOpen())
        return; // nothing is written: the state is that of before
    PromptEdits edits(*m_desk, m_language);
    QString trouble;
    int count = 0;
    for (const Spoken &spoken : m_watcher.future().results()) {
        if (!spoken.sound) {
            trouble = spoken.sound.error();
            continue;
        }
        edits.put(spoken.prompt, *spoken.sound, prompts::Origin::Speech);
        ++count;
    }
    if (count > 0)
        edits.apply(tr("Speak %n prompt(s) in %1", nullptr, count).arg(PromptModel::languageText(m_language)));
    if (!m_silent.isEmpty())
        trouble = tr("Nobody has written down what these prompts say in %1: %2. Write their texts in the Prompts panel first.")
                      .arg(PromptModel::languageText(m_language), m_silent.join(QStringLiteral(", ")));
    if (!trouble.isEmpty())
        Q_EMIT m_desk->failed(trouble);
}

} // namespace pbx::editor
