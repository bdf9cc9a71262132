// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/start_page.h"

#include <QCommandLinkButton>
#include <QEvent>
#include <QFileInfo>
#include <QListWidget>

namespace pbx::app {

StartPage::StartPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("startPage"));
    m_title = new QLabel(this);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    large.setBold(true);
    m_title->setFont(large);
    m_subtitle = new QLabel(this);
    m_subtitle->setWordWrap(true);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_example = new QCommandLinkButton(this);
    m_example->setObjectName(QStringLiteral("openExampleButton"));
    m_example->setIcon(QIcon::fromTheme(QStringLiteral("call-start")));
    m_open = new QCommandLinkButton(this);
    m_open->setObjectName(QStringLiteral("openWorkspaceButton"));
    m_open->setIcon(QIcon::fromTheme(QStringLiteral("folder-open")));
    m_new = new QCommandLinkButton(this);
    m_new->setObjectName(QStringLiteral("newWorkspaceButton"));
    m_new->setIcon(QIcon::fromTheme(QStringLiteral("document-new")));
    for (QCommandLinkButton *button : {m_example, m_open, m_new})
        button->setIconSize(QSize(24, 24));
    m_recentTitle = new QLabel(this);
    QFont bold = m_recentTitle->font();
    bold.setBold(true);
    m_recentTitle->setFont(bold);
    m_recent = new QListWidget(this);
    m_recent->setObjectName(QStringLiteral("recentList"));
    m_recentTitle->setBuddy(m_recent);

    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(m_example);
    left->addWidget(m_open);
    left->addWidget(m_new);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_recentTitle);
    right->addWidget(m_recent, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(32);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    auto *logo = new QLabel(this);
    logo->setPixmap(QIcon::fromTheme(QStringLiteral("pbx-studio")).pixmap(64));
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(logo);
    head->addLayout(titles, 1);
    auto *content = new QWidget(this);
    content->setMaximumSize(960, 560);
    auto *layout = new QVBoxLayout(content);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addSpacing(16);
    layout->addLayout(columns, 1);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(32, 24, 32, 24);
    outer->addStretch(1);
    outer->addWidget(content, 8);
    outer->addStretch(1);

    connect(m_example, &QAbstractButton::clicked, this, &StartPage::exampleRequested);
    connect(m_open, &QAbstractButton::clicked, this, &StartPage::chooseRequested);
    connect(m_new, &QAbstractButton::clicked, this, &StartPage::newRequested);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT openRequested(item->data(Qt::UserRole).toString()); });
    retranslate();
}

void StartPage::setRecent(const QStringList &folders)
{
    m_recent->clear();
    for (const QString &folder : folders) {
        auto *item = new QListWidgetItem(QIcon::fromTheme(QStringLiteral("folder")),
                                         QFileInfo(folder).fileName() + u'\n' + folder, m_recent);
        item->setData(Qt::UserRole, folder);
    }
    m_recentTitle->setVisible(!folders.isEmpty());
    m_recent->setVisible(!folders.isEmpty());
}

void StartPage::setExampleAvailable(bool available)
{
    m_example->setVisible(available);
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StartPage::retranslate()
{
    m_title->setText(QStringLiteral("PBX Studio"));
    m_subtitle->setText(tr("Write, hear and test telephone programs for CommuniGate Pro at your desk."));
    m_example->setText(tr("Open the &Example"));
    m_example->setDescription(tr("A small office whose callers leave their number. Dial callback#ivanov and listen."));
    m_open->setText(tr("&Open a Workspace"));
    m_open->setDescription(tr("A folder that mirrors what your server holds."));
    m_new->setText(tr("Make a &New Workspace"));
    m_new->setDescription(tr("One domain with its first account and program."));
    m_recentTitle->setText(tr("&Recent workspaces"));
    m_recent->setAccessibleName(tr("Recent workspaces"));
}

} // namespace pbx::app
