// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/mail_panel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFormLayout>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>

namespace pbx::phone {

namespace {

QLabel *valueLabel(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1StringView(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

MailPanel::MailPanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("mailPanel"));
    m_stack = new QStackedWidget(this);
    m_empty = new QLabel(m_stack);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_empty->setForegroundRole(QPalette::PlaceholderText);

    auto *card = new QWidget(m_stack);
    m_subject = valueLabel(card, "mailSubjectLabel");
    QFont large = m_subject->font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setBold(true);
    m_subject->setFont(large);
    m_place = new QLabel(card);
    m_previous = new QToolButton(card);
    m_previous->setObjectName(QStringLiteral("previousMailButton"));
    m_previous->setArrowType(Qt::LeftArrow);
    m_previous->setAutoRaise(true);
    m_next = new QToolButton(card);
    m_next->setObjectName(QStringLiteral("nextMailButton"));
    m_next->setArrowType(Qt::RightArrow);
    m_next->setAutoRaise(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_subject, 1);
    head->addWidget(m_previous, 0, Qt::AlignTop);
    head->addWidget(m_place, 0, Qt::AlignTop);
    head->addWidget(m_next, 0, Qt::AlignTop);

    m_fromTitle = new QLabel(card);
    m_from = valueLabel(card, "mailFromLabel");
    m_toTitle = new QLabel(card);
    m_to = valueLabel(card, "mailToLabel");
    for (QLabel *title : {m_fromTitle, m_toTitle})
        title->setForegroundRole(QPalette::PlaceholderText);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(2);
    form->setHorizontalSpacing(10);
    form->addRow(m_fromTitle, m_from);
    form->addRow(m_toTitle, m_to);

    m_error = valueLabel(card, "mailErrorLabel");
    m_body = new QPlainTextEdit(card);
    m_body->setObjectName(QStringLiteral("mailBodyView"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);

    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(form);
    layout->addWidget(m_error);
    layout->addWidget(m_body, 1);

    m_stack->addWidget(m_empty);
    m_stack->addWidget(card);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    connect(m_previous, &QToolButton::clicked, this, [this] { showMail(m_current - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showMail(m_current + 1); });
    retranslate();
    update();
}

void MailPanel::clear()
{
    m_mails.clear();
    m_current = -1;
    update();
}

void MailPanel::addMail(const Mail &mail)
{
    m_mails += mail;
    showMail(count() - 1);
}

void MailPanel::showMail(int index)
{
    m_current = qBound(-1, index, count() - 1);
    update();
}

void MailPanel::update()
{
    m_stack->setCurrentIndex(m_current < 0 ? 0 : 1);
    if (m_current < 0)
        return;
    const Mail &mail = m_mails[m_current];
    m_subject->setText(mail.subject.isEmpty() ? tr("(no subject)") : mail.subject);
    m_from->setText(mail.from);
    m_to->setText(mail.to);
    m_error->setVisible(!mail.error.isEmpty());
    m_error->setText(tr("Not sent: %1").arg(mail.error));
    m_body->setPlainText(mail.body);
    const bool several = count() > 1;
    m_place->setVisible(several);
    m_previous->setVisible(several);
    m_next->setVisible(several);
    m_place->setText(tr("%1 of %2").arg(m_current + 1).arg(count()));
    m_previous->setEnabled(m_current > 0);
    m_next->setEnabled(m_current + 1 < count());
}

void MailPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        update();
    }
    QWidget::changeEvent(event);
}

void MailPanel::retranslate()
{
    m_empty->setText(tr("Mail that a program sends during the call is shown here as its recipient would see it."));
    m_fromTitle->setText(tr("From:"));
    m_toTitle->setText(tr("To:"));
    m_subject->setAccessibleName(tr("Subject"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    m_body->setAccessibleName(tr("Body of the mail"));
    m_previous->setAccessibleName(tr("Previous mail"));
    m_previous->setToolTip(tr("Previous mail"));
    m_next->setAccessibleName(tr("Next mail"));
    m_next->setToolTip(tr("Next mail"));
}

} // namespace pbx::phone
