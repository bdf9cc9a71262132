// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/server_form.h"

#include "editor/deploy/pieces.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSpinBox>

namespace pbx::editor {

using server::Transport;

namespace {

QLineEdit *line(const char *name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QLatin1StringView(name));
    return edit;
}

} // namespace

ServerForm::ServerForm(QWidget *parent)
    : QWidget(parent), m_name(line("serverNameEdit", this)), m_transport(new QComboBox(this)),
      m_host(line("serverHostEdit", this)), m_port(new QSpinBox(this)), m_user(line("serverUserEdit", this)),
      m_password(line("serverPasswordEdit", this)),
      m_keep(new QCheckBox(tr("&Keep the password in the desktop's keyring"), this)),
      m_forget(deployButton("forgetPasswordButton", "", tr("F&orget the Kept One"), this)),
      m_clear(new QCheckBox(tr("Send the password &readable where there is no other way"), this)),
      m_clearWarning(plainLabel("clearPasswordWarning", this)), m_trust(plainLabel("certificateState", this)),
      m_untrust(deployButton("untrustButton", "", tr("Trust It No &Longer"), this)), m_authorities(line("authoritiesEdit", this)),
      m_browse(deployButton("authoritiesButton", "folder-open", tr("Choose…"), this)), m_connections(new QSpinBox(this)),
      m_webAdmin(line("webAdminEdit", this))
{
    build();
    connectAll();
    setSettings({});
}

void ServerForm::build()
{
    m_transport->setObjectName(QStringLiteral("transportBox"));
    m_transport->addItem(tr("Command port"), int(Transport::Clear));
    m_transport->addItem(tr("Command port, encrypted"), int(Transport::Tls));
    m_transport->addItem(tr("HTTP (/cli/)"), int(Transport::Http));
    m_transport->addItem(tr("HTTPS (/cli/)"), int(Transport::Https));
    m_port->setObjectName(QStringLiteral("serverPortBox"));
    m_port->setRange(0, 65535);
    m_port->setGroupSeparatorShown(false);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("asked for when it is needed"));
    m_keep->setObjectName(QStringLiteral("keepPasswordBox"));
    m_connections->setObjectName(QStringLiteral("connectionsBox"));
    m_connections->setRange(1, 32);
    m_connections->setToolTip(tr("How many connections read and write files side by side"));
    m_name->setPlaceholderText(tr("as the host"));
    m_host->setPlaceholderText(QStringLiteral("mail.example.com"));
    m_user->setPlaceholderText(QStringLiteral("postmaster"));

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Connect by:"), m_transport);
    auto *place = new QHBoxLayout;
    auto *portLabel = new QLabel(tr("Por&t:"), this);
    portLabel->setBuddy(m_port);
    place->addWidget(m_host, 1);
    place->addWidget(portLabel);
    place->addWidget(m_port);
    form->addRow(tr("&Host:"), place);
    static_cast<QLabel *>(form->labelForField(place))->setBuddy(m_host);
    form->addRow(tr("&User:"), m_user);
    form->addRow(tr("&Password:"), m_password);
    auto *keeping = new QHBoxLayout;
    keeping->addWidget(m_keep, 1);
    keeping->addWidget(m_forget);
    form->addRow(QString(), keeping);
    addSafety(form);
    form->addRow(tr("Connec&tions:"), m_connections);
    m_webAdmin->setPlaceholderText(tr("made from the host"));
    form->addRow(tr("&WebAdmin page:"), m_webAdmin);
}

void ServerForm::addSafety(QFormLayout *form)
{
    m_clear->setObjectName(QStringLiteral("clearPasswordBox"));
    m_clearWarning->setText(tr("Whoever can listen to the network reads the password then. Better let the server encrypt the line."));
    form->addRow(QString(), m_clear);
    form->addRow(QString(), m_clearWarning);
    auto *trusted = new QHBoxLayout;
    trusted->addWidget(m_trust, 1);
    trusted->addWidget(m_untrust, 0, Qt::AlignTop);
    form->addRow(tr("Certificate:"), trusted);
    auto *more = new QHBoxLayout;
    more->addWidget(m_authorities, 1);
    more->addWidget(m_browse);
    m_authorities->setPlaceholderText(tr("the system's alone"));
    m_authorities->setToolTip(tr("A file (PEM) of further authorities to believe, as of a company's own"));
    form->addRow(tr("&Authorities:"), more);
    static_cast<QLabel *>(form->labelForField(more))->setBuddy(m_authorities);
    m_browse->setAccessibleName(tr("Choose a file of authorities"));
}

void ServerForm::connectAll()
{
    const auto changed = [this] {
        if (m_filling)
            return;
        m_settings = settings();
        showState();
        Q_EMIT edited();
    };
    for (QLineEdit *edit : {m_name, m_host, m_user, m_password, m_authorities, m_webAdmin})
        connect(edit, &QLineEdit::textChanged, this, changed);
    for (QSpinBox *box : {m_port, m_connections})
        connect(box, &QSpinBox::valueChanged, this, changed);
    for (QCheckBox *box : {m_keep, m_clear})
        connect(box, &QCheckBox::toggled, this, changed);
    connect(m_transport, &QComboBox::currentIndexChanged, this, changed);
    connect(m_forget, &QPushButton::clicked, this, &ServerForm::forgetRequested);
    connect(m_untrust, &QPushButton::clicked, this, [this] {
        m_settings.pinned.clear();
        showState();
        Q_EMIT edited();
    });
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Authorities"), m_authorities->text(), tr("Certificates (*.pem *.crt);;All files (*)"));
        if (!file.isEmpty())
            m_authorities->setText(file);
    });
}

void ServerForm::setSettings(const server::ServerSettings &settings)
{
    const QScopedValueRollback filling(m_filling, true);
    m_settings = settings;
    m_name->setText(settings.name);
    m_transport->setCurrentIndex(m_transport->findData(int(settings.transport)));
    m_host->setText(settings.host);
    m_port->setValue(settings.port);
    m_user->setText(settings.user);
    m_password->clear();
    m_keep->setChecked(false);
    m_clear->setChecked(settings.clearPasswordAllowed);
    m_authorities->setText(settings.authorities);
    m_connections->setValue(settings.connections);
    m_webAdmin->setText(settings.webAdmin);
    showState();
}

server::ServerSettings ServerForm::settings() const
{
    server::ServerSettings settings = m_settings;
    settings.name = m_name->text().trimmed();
    settings.transport = Transport(m_transport->currentData().toInt());
    settings.host = m_host->text().trimmed();
    settings.port = std::uint16_t(m_port->value());
    settings.user = m_user->text().trimmed();
    settings.clearPasswordAllowed = m_clear->isChecked();
    settings.authorities = m_authorities->text().trimmed();
    settings.connections = m_connections->value();
    settings.webAdmin = m_webAdmin->text().trimmed();
    return settings;
}

QString ServerForm::password() const
{
    return m_password->text();
}

bool ServerForm::keepPassword() const
{
    return m_keep->isChecked() && !m_password->text().isEmpty();
}

void ServerForm::setPassword(const QString &password)
{
    const QScopedValueRollback filling(m_filling, true);
    m_password->setText(password);
    showState();
}

void ServerForm::focusFirst()
{
    m_host->setFocus();
}

void ServerForm::showState()
{
    server::ServerSettings usual = m_settings;
    usual.port = 0;
    m_port->setSpecialValueText(tr("usual (%1)").arg(usual.effectivePort()));
    m_keep->setEnabled(!m_password->text().isEmpty());
    // Asked only where it matters: the line is open, and somebody could listen to it.
    const bool open = !m_settings.isEncrypted() && !m_settings.isLoopback();
    m_clear->setEnabled(open);
    m_clearWarning->setVisible(open && m_clear->isChecked());
    const bool pinned = !m_settings.pinned.isEmpty();
    m_untrust->setVisible(pinned);
    m_authorities->setEnabled(m_settings.isEncrypted());
    m_browse->setEnabled(m_settings.isEncrypted());
    m_trust->setText(!m_settings.isEncrypted() ? tr("none: the line is not encrypted")
                     : pinned ? tr("trusted by you: %1").arg(fingerprintText(m_settings.pinned))
                              : tr("must be one an authority vouches for; else “Test” shows it and lets you trust it"));
}

} // namespace pbx::editor
