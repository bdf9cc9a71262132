// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace pbx::phone {

/// A mail a program has sent, as values.
struct Mail {
    QString from;
    QString to;
    QString subject;
    QString body;
    QString error; ///< why it was not sent; empty: it was
    QString time; ///< of the call
};

/// The mail of a call, as the recipient would see it. Keeps all mails of the call; the newest is shown.
class MailPanel : public QWidget {
    Q_OBJECT
public:
    explicit MailPanel(QWidget *parent = nullptr);
    void clear();
    void addMail(const Mail &mail);
    void showMail(int index);
    int count() const { return int(m_mails.size()); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void update();

    QList<Mail> m_mails;
    int m_current = -1;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    QLabel *m_subject;
    QLabel *m_fromTitle;
    QLabel *m_from;
    QLabel *m_toTitle;
    QLabel *m_to;
    QLabel *m_error;
    QPlainTextEdit *m_body;
    QLabel *m_place;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace pbx::phone
