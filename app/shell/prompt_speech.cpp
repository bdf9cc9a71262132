// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/prompt_speech.h"

#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"

#include <QDir>
#include <QFileInfo>

namespace pbx::app {

namespace {

constexpr qint64 largestTexts = qint64(1) << 20;

} // namespace

void PromptSpeech::setWorkspace(const files::Workspace *workspace)
{
    m_workspace = workspace;
    m_texts.clear();
}

const files::PromptTexts &PromptSpeech::texts(const std::string &domain, const std::string &language)
{
    const auto key = std::pair(domain, language);
    if (const auto known = m_texts.find(key); known != m_texts.end())
        return known->second;
    files::PromptTexts texts;
    if (!domain.empty()) {
        if (auto read = m_workspace->prompts(domain, language))
            texts = std::move(*read);
    } else {
        const QString name = language.empty() ? QStringLiteral("english") : QString::fromStdString(language);
        const QDir stock(m_workspace->stock());
        if (auto bytes = files::readFile(stock.absoluteFilePath(QStringLiteral("../prompts/%1.txt").arg(name)), largestTexts))
            texts = files::PromptTexts::fromBytes(*bytes);
    }
    return m_texts.emplace(key, std::move(texts)).first->second;
}

QString PromptSpeech::text(const call::Event &play)
{
    if (!m_workspace)
        return {};
    const QString path = QString::fromStdString(play.member("path").toStdString());
    const std::string name = QFileInfo(path).completeBaseName().toStdString();
    const std::string language = files::languageFolder(play.member("language").toStdString());
    if (name.empty())
        return {};
    std::string domain;
    if (path.startsWith(u"domains/"))
        domain = path.section(u'/', 1, 1).toStdString();
    else if (!path.startsWith(u"stock/"))
        domain = m_workspace->defaultDomain();
    auto found = texts(domain, language).text(name);
    return found ? QString::fromStdString(*found) : QString();
}

} // namespace pbx::app
