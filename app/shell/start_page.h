// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCommandLinkButton;
class QLabel;
class QListWidget;

namespace pbx::app {

/// Shown while no workspace is open: recent ones, the example, make or open one.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    void setRecent(const QStringList &folders);
    void setExampleAvailable(bool available);

Q_SIGNALS:
    void openRequested(const QString &folder);
    void exampleRequested();
    void chooseRequested();
    void newRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_subtitle;
    QCommandLinkButton *m_example;
    QCommandLinkButton *m_open;
    QCommandLinkButton *m_new;
    QLabel *m_recentTitle;
    QListWidget *m_recent;
};

} // namespace pbx::app
