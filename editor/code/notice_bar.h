// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace pbx::editor {

/// A line across the top of a page that says something and offers what to do about it. Never in the way of typing.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);
    void setText(const QString &text);
    QString text() const;
    QPushButton *addButton(const char *objectName);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_layout;
};

} // namespace pbx::editor
