// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/server_book.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QPushButton;
class QScrollArea;

namespace pbx::editor {

class ConnectionTest;
class Notice;
class PracticeHost;
class ServerForm;

/// The servers the user works with: how to reach each, whether it works, and what it can do. Taken over with OK.
class ServersDialog : public QDialog {
    Q_OBJECT
public:
    /// `domain`: to ask about when a server is probed. `current`: url of the server to begin with.
    ServersDialog(ServerBook *book, const QString &current, const std::string &domain, QWidget *parent = nullptr);

    /// Url of the server that was in front; empty: none.
    QString current() const;
    void accept() override;
    void reject() override;

Q_SIGNALS:
    void practiceRequested();

private:
    /// A server as it is to be.
    struct Entry {
        QString url; ///< as the book has it; empty: new
        server::ServerSettings settings;
        QString password; ///< typed here
        bool keep = false;
    };

    void build();
    QWidget *buildList();
    QWidget *buildDetails();
    void connectAll();
    void takeBook();
    void fill(int current);
    void show(int row);
    void edited();
    void add();
    void removeCurrent();
    void test();
    void probe();
    void forgetKept();
    void trust(const QByteArray &certificate);
    void withPassword(const std::function<void(const ServerAccess &)> &use);
    QString mistake() const; ///< why it can't be taken over; empty: it can
    Entry *entry();

    ServerBook *m_book;
    std::string m_domain;
    std::vector<Entry> m_entries;
    QStringList m_removed;
    int m_row = -1;

    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_practice;
    QScrollArea *m_area;
    ServerForm *m_form;
    QPushButton *m_test;
    QPushButton *m_stop;
    QPushButton *m_probe;
    ConnectionTest *m_steps;
    Notice *m_notice;
};

} // namespace pbx::editor
