// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/archive/pieces.h"

#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QStyle>

namespace pbx::editor {

QIcon themeIcon(const QString &name, const QStyle *style)
{
    QIcon icon = QIcon::fromTheme(name);
    if (!icon.isNull())
        return icon;
    const auto standard = name == u"dialog-error" ? QStyle::SP_MessageBoxCritical
        : name == u"dialog-warning"               ? QStyle::SP_MessageBoxWarning
        : name == u"dialog-information"           ? QStyle::SP_MessageBoxInformation
        : name == u"document-new"                 ? QStyle::SP_FileIcon
        : name == u"edit-copy"                    ? QStyle::SP_DialogApplyButton
                                                  : QStyle::SP_BrowserReload;
    return style->standardIcon(standard);
}

NoticeLine::NoticeLine(const QString &name, QWidget *parent)
    : m_layout(new QHBoxLayout), m_icon(new QLabel(parent)), m_text(new QLabel(parent))
{
    m_text->setObjectName(name);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // names come from an archive
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_layout->addWidget(m_icon, 0, Qt::AlignTop);
    m_layout->addWidget(m_text, 1);
    clear();
}

void NoticeLine::show(Kind kind, const QString &text)
{
    static constexpr const char *icons[] = {"dialog-information", "dialog-warning", "dialog-error"};
    const int size = m_icon->style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(themeIcon(QLatin1StringView(icons[static_cast<int>(kind)]), m_icon->style()).pixmap(size, size));
    m_text->setText(text);
    m_icon->setVisible(!text.isEmpty());
    m_text->setVisible(!text.isEmpty());
}

QTreeView *fileList(const QString &name, QWidget *parent)
{
    auto *view = new QTreeView(parent);
    view->setObjectName(name);
    view->setRootIsDecorated(false);
    view->setItemsExpandable(false);
    view->setUniformRowHeights(true);
    view->setAlternatingRowColors(true);
    view->setAllColumnsShowFocus(true);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setTextElideMode(Qt::ElideRight);
    view->setSortingEnabled(true);
    view->header()->setSortIndicatorClearable(true);
    view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    view->header()->setStretchLastSection(true);
    return view;
}

QString languagePart(const std::string &name)
{
    const QString text = QString::fromStdString(name);
    const qsizetype slash = text.lastIndexOf(u'/');
    return slash > 0 ? text.left(slash) : QString();
}

QString filePart(const std::string &name)
{
    const QString text = QString::fromStdString(name);
    const qsizetype slash = text.lastIndexOf(u'/');
    return slash > 0 ? text.mid(slash + 1) : text;
}

} // namespace pbx::editor
