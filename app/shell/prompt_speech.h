// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"
#include "preview/call/event.h"

#include <QString>

#include <map>

namespace pbx::app {

/// What prompts say: the texts beside the domain, behind them those of the stock environment. Read once a call.
class PromptSpeech {
public:
    void setWorkspace(const files::Workspace *workspace);
    void forget() { m_texts.clear(); }
    QString text(const call::Event &play);

private:
    const files::PromptTexts &texts(const std::string &domain, const std::string &language);

    const files::Workspace *m_workspace = nullptr;
    std::map<std::pair<std::string, std::string>, files::PromptTexts> m_texts; ///< domain "": stock
};

} // namespace pbx::app
