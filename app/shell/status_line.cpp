// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/status_line.h"

#include <QIcon>
#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

namespace pbx::app {

StatusLine::StatusLine(QStatusBar *bar) : QObject(bar)
{
    const auto label = [bar](const char *name) {
        auto *made = new QLabel(bar);
        made->setObjectName(QLatin1StringView(name));
        made->setContentsMargins(6, 0, 6, 0);
        bar->addPermanentWidget(made);
        return made;
    };
    m_problems = new QToolButton(bar);
    m_problems->setObjectName(QStringLiteral("problemCountButton"));
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addPermanentWidget(m_problems);
    m_saved = label("savedLabel");
    m_caret = label("caretLabel");
    m_encoding = label("encodingLabel");
    m_lineEnds = label("lineEndsLabel");
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsClicked);
}

void StatusLine::setFile(bool open, bool modified, const editor::TextFormat &format)
{
    for (QLabel *label : {m_saved, m_caret, m_encoding, m_lineEnds})
        label->setVisible(open);
    m_saved->setText(modified ? tr("not saved") : tr("saved"));
    m_encoding->setText(editor::encodingText(format.encoding));
    m_encoding->setToolTip(tr("Encoding of the file"));
    m_lineEnds->setText(editor::lineEndsText(format.lineEnds));
    m_lineEnds->setToolTip(tr("Line ends of the file"));
}

void StatusLine::setCaret(int line, int column)
{
    m_caret->setText(tr("Line %1, column %2").arg(line).arg(column));
}

void StatusLine::setProblems(int errors, int warnings)
{
    m_problems->setVisible(errors > 0 || warnings > 0);
    m_problems->setIcon(QIcon::fromTheme(errors > 0 ? QStringLiteral("dialog-error") : QStringLiteral("dialog-warning")));
    QStringList parts;
    if (errors > 0)
        parts += tr("%n error(s)", nullptr, errors);
    if (warnings > 0)
        parts += tr("%n warning(s)", nullptr, warnings);
    m_problems->setText(parts.isEmpty() ? tr("No problems") : parts.join(QStringLiteral(", ")));
    m_problems->setToolTip(tr("Show the problems"));
}

} // namespace pbx::app
