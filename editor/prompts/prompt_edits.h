// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/desk/desk.h"
#include "environment/audio/convert.h"
#include "environment/prompts/prompt_matrix.h"

#include <map>

/// Prompts written, as changes that can be undone.
namespace pbx::editor {

/// Collects prompts of a language and what is known of them, to be applied as one change.
class PromptEdits {
public:
    PromptEdits(Desk &desk, const std::string &language);

    /// The domain's own file of that name, now with this sound. The text it was made for is the one of now.
    void put(const std::string &prompt, const audio::Sound &sound, prompts::Origin origin,
             audio::Encoding encoding = audio::Encoding::Pcm16);
    /// The same recording in another form: what is known of it stays.
    void reshape(const std::string &prompt, const audio::Sound &sound);
    bool isEmpty() const { return m_states.empty(); }
    /// False: it could not be done and the desk has said why.
    bool apply(const QString &name);

private:
    void write(const std::string &prompt, const QByteArray &bytes);

    Desk &m_desk;
    std::string m_language;
    prompts::Recordings m_recordings;
    files::PromptTexts m_texts;
    std::map<QString, std::optional<QByteArray>> m_states;
};

/// What the prompt says: the domain's own text, else that beside the layer it lies in.
QString promptText(const Desk &desk, const std::string &language, const std::string &prompt);

} // namespace pbx::editor
