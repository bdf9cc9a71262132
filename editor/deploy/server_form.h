// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace pbx::editor {

/// The settings of one server as fields.
class ServerForm : public QWidget {
    Q_OBJECT
public:
    explicit ServerForm(QWidget *parent = nullptr);

    void setSettings(const server::ServerSettings &settings);
    /// What was set, with the fields as they are now.
    server::ServerSettings settings() const;
    /// Typed since setSettings(); empty: nothing.
    QString password() const;
    bool keepPassword() const;
    void setPassword(const QString &password);
    void focusFirst();

Q_SIGNALS:
    void edited();
    void forgetRequested(); ///< the password in the keyring

private:
    void build();
    void addSafety(QFormLayout *form);
    void connectAll();
    void showState();

    server::ServerSettings m_settings;
    bool m_filling = false;
    QLineEdit *m_name;
    QComboBox *m_transport;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QPushButton *m_forget;
    QCheckBox *m_clear;
    QLabel *m_clearWarning;
    QLabel *m_trust;
    QPushButton *m_untrust;
    QLineEdit *m_authorities;
    QPushButton *m_browse;
    QSpinBox *m_connections;
    QLineEdit *m_webAdmin;
};

} // namespace pbx::editor
