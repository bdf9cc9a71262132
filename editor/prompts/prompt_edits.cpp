// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/prompt_edits.h"

#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pbx::editor {

PromptEdits::PromptEdits(Desk &desk, const std::string &language)
    : m_desk(desk), m_language(language), m_recordings(prompts::Recordings::read(desk.workspace(), desk.domain(), language)),
      m_texts(desk.workspace().prompts(desk.domain(), language).value_or(files::PromptTexts()))
{
}

void PromptEdits::write(const std::string &prompt, const QByteArray &bytes)
{
    const QString folder = m_desk.workspace().environmentFolder(m_desk.domain())
        + (m_language.empty() ? QString() : u'/' + QString::fromStdString(m_language));
    // Another ending of the same name would lie about beside it and never be heard.
    for (const std::string_view ending : files::mediaExtensions) {
        const QString path = folder + u'/' + QString::fromStdString(prompt + std::string(ending));
        if (ending == ".wav")
            m_states[path] = bytes;
        else if (QFileInfo::exists(path))
            m_states[path] = std::nullopt;
    }
}

void PromptEdits::put(const std::string &prompt, const audio::Sound &sound, prompts::Origin origin, audio::Encoding encoding)
{
    const QByteArray bytes = audio::toFile(sound, encoding);
    write(prompt, bytes);
    const QString text = promptText(m_desk, m_language, prompt);
    m_recordings.set(prompt, {origin, text.toStdString(), prompts::digestOf(bytes)});
    // A text of the stock becomes the domain's own with the file, so that both are changed together from now on.
    if (!m_texts.text(prompt) && !text.isEmpty())
        m_texts.setText(prompt, text.toStdString());
}

void PromptEdits::reshape(const std::string &prompt, const audio::Sound &sound)
{
    const QByteArray bytes = audio::toWav(sound);
    const prompts::Recording before = m_recordings.find(prompt).value_or(
        prompts::Recording{prompts::Origin::Imported, promptText(m_desk, m_language, prompt).toStdString(), {}});
    write(prompt, bytes);
    m_recordings.set(prompt, {before.origin, before.text, prompts::digestOf(bytes)});
}

bool PromptEdits::apply(const QString &name)
{
    if (m_recordings.broken()) {
        Q_EMIT m_desk.failed(QCoreApplication::translate("PromptEdits", "%1 can't be read; mend or remove it first.")
                                 .arg(prompts::Recordings::file(m_desk.workspace(), m_desk.domain(), m_language)));
        return false;
    }
    std::vector<FileState> states;
    for (const auto &[path, bytes] : m_states)
        states.push_back({path, bytes});
    states.push_back({prompts::Recordings::file(m_desk.workspace(), m_desk.domain(), m_language), m_recordings.toBytes()});
    if (const QByteArray texts = m_texts.toBytes(); !texts.isEmpty())
        states.push_back({m_desk.workspace().promptFile(m_desk.domain(), m_language), texts});
    m_desk.changes().closeChange();
    return m_desk.apply(name, states);
}

QString promptText(const Desk &desk, const std::string &language, const std::string &prompt)
{
    if (const auto own = desk.workspace().prompts(desk.domain(), language)) {
        if (const auto text = own->text(prompt))
            return QString::fromStdString(*text);
    }
    const auto environment = desk.workspace().environment(desk.domain());
    const files::FileEntry *file = environment->findMedia(prompt, language);
    if (!file || file->language != language)
        return {};
    return QString::fromStdString(files::spokenText(desk.workspace(), *file, desk.domain()));
}

} // namespace pbx::editor
