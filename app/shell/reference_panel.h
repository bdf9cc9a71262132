// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace pbx::app {

/// The reference of all built-ins, offline. The list is filled when the panel is first shown.
class ReferencePanel : public QWidget {
    Q_OBJECT
public:
    explicit ReferencePanel(QWidget *parent = nullptr);
    /// Shows the built-in of that name; false: there is none.
    bool showName(const QString &name);
    void focusSearch();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();
    void showCurrent();

    QLineEdit *m_search;
    QListWidget *m_list;
    QTextBrowser *m_page;
};

} // namespace pbx::app
