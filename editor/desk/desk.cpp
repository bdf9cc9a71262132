// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/desk/desk.h"

namespace pbx::editor {

Desk::Desk(QObject *parent) : QObject(parent)
{
    connect(&m_changes, &History::refused, this, &Desk::failed);
    connect(&m_changes, &History::written, this, &Desk::written);
}

void Desk::setWorkspace(files::Workspace *workspace)
{
    m_workspace = workspace;
    m_directory.reset();
    m_changes.clear();
    m_domain.clear();
    if (workspace) {
        m_directory.emplace(files::loadDirectory(*workspace));
        m_domain = workspace->defaultDomain();
    }
    Q_EMIT replaced();
}

void Desk::setDomain(const std::string &domain)
{
    if (domain == m_domain)
        return;
    m_domain = domain;
    Q_EMIT replaced();
}

bool Desk::apply(const QString &name, const std::vector<FileState> &after, const QString &key)
{
    const auto done = m_changes.apply(name, after, key);
    if (!done)
        Q_EMIT failed(done.error());
    return done.has_value();
}

void Desk::reread()
{
    if (!m_workspace)
        return;
    m_directory.emplace(files::loadDirectory(*m_workspace));
    if (!m_workspace->domain(m_domain))
        m_domain = m_workspace->defaultDomain();
    Q_EMIT changed();
}

} // namespace pbx::editor
