// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/connection_test.h"

#include "editor/deploy/pieces.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QIcon>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pbx::editor {

using server::Step;

namespace {

enum Column { NameColumn, StateColumn, DetailColumn };
constexpr int stageCount = int(Step::Stage::Version) + 1;

QString stageText(Step::Stage stage)
{
    switch (stage) {
    case Step::Stage::Resolve: return ConnectionTest::tr("Find the host");
    case Step::Stage::Connect: return ConnectionTest::tr("Connect");
    case Step::Stage::Encrypt: return ConnectionTest::tr("Encrypt");
    case Step::Stage::Greeting: return ConnectionTest::tr("Greeting");
    case Step::Stage::LogIn: return ConnectionTest::tr("Log in");
    case Step::Stage::Inline: return ConnectionTest::tr("Inline answers");
    case Step::Stage::Commands: return ConnectionTest::tr("List of commands");
    case Step::Stage::Version: return ConnectionTest::tr("Version");
    }
    return {};
}

QString stateText(Step::State state)
{
    switch (state) {
    case Step::State::Begun: return ConnectionTest::tr("…");
    case Step::State::Done: return ConnectionTest::tr("✓ done");
    case Step::State::Skipped: return ConnectionTest::tr("– not needed");
    case Step::State::Failed: return ConnectionTest::tr("✗ failed");
    }
    return {};
}

const char *stateIcon(Step::State state)
{
    return state == Step::State::Done ? "dialog-ok" : state == Step::State::Failed ? "dialog-error" : "";
}

} // namespace

ConnectionTest::ConnectionTest(QWidget *parent)
    : QWidget(parent), m_steps(new QTreeWidget(this)), m_notice(new Notice("testNotice", this)),
      m_certificate(new QWidget(this)), m_certificateText(plainLabel("certificateText", m_certificate)),
      m_trust(deployButton("trustButton", "dialog-ok", tr("&Trust This Certificate"), m_certificate))
{
    m_steps->setObjectName(QStringLiteral("testSteps"));
    m_steps->setAccessibleName(tr("Steps of the connection"));
    m_steps->setHeaderLabels({tr("Step"), tr("State"), tr("What was found")});
    m_steps->setRootIsDecorated(false);
    m_steps->setUniformRowHeights(true);
    m_steps->setMinimumHeight(fontMetrics().lineSpacing() * 13);
    m_trust->setToolTip(tr("From now on this program accepts this one certificate from this server, and no other"));
    m_certificateText->setWordWrap(false);
    auto *inside = new QVBoxLayout(m_certificate);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_certificateText);
    inside->addWidget(m_trust, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_notice);
    layout->addWidget(m_certificate);
    connect(m_trust, &QPushButton::clicked, this, [this] { Q_EMIT trustRequested(m_offered); });
    clear();
}

void ConnectionTest::clear()
{
    m_steps->clear();
    for (int stage = 0; stage < stageCount; ++stage)
        new QTreeWidgetItem(m_steps, {stageText(Step::Stage(stage))});
    m_steps->resizeColumnToContents(NameColumn);
    m_steps->header()->resizeSection(StateColumn, fontMetrics().averageCharWidth() * 18);
    m_notice->clear();
    m_certificate->hide();
}

void ConnectionTest::start(const ServerAccess &access)
{
    if (m_job.running())
        return;
    clear();
    m_outcome.reset();
    m_job.start(
        [this, access](const std::stop_token &stop) {
            server::Observer observer;
            observer.step = [this](const Step &step) {
                QMetaObject::invokeMethod(this, [this, step] { take(step); }, Qt::QueuedConnection);
            };
            const auto connection = server::connectTo(access.settings, access.password, stop, observer);
            m_outcome = connection ? Outcome((*connection)->version()) : std::unexpected(connection.error());
        },
        [this] { end(); });
}

void ConnectionTest::take(const Step &step)
{
    QTreeWidgetItem *item = m_steps->topLevelItem(int(step.stage));
    if (!item)
        return;
    item->setText(StateColumn, stateText(step.state));
    item->setIcon(StateColumn, QIcon::fromTheme(QLatin1StringView(stateIcon(step.state))));
    const QString detail = step.detail.simplified();
    item->setText(DetailColumn, detail);
    item->setToolTip(DetailColumn, detail);
    m_steps->scrollToItem(item);
}

void ConnectionTest::end()
{
    if (m_job.stopped()) {
        m_notice->show(Notice::Kind::Note, tr("The test was stopped."));
    } else if (*m_outcome) {
        m_notice->show(Notice::Kind::Good, (*m_outcome)->isEmpty()
                                               ? tr("The connection works.")
                                               : tr("The connection works. The server says it is %1.").arg(**m_outcome));
    } else {
        m_notice->show(m_outcome->error());
        if (m_outcome->error().kind == server::Failure::Kind::Certificate)
            showCertificate(m_outcome->error());
    }
    Q_EMIT finished(m_outcome && *m_outcome);
}

void ConnectionTest::showCertificate(const server::Failure &failure)
{
    m_offered = failure.certificate;
    m_certificateText->setText(failure.certificateOf + u'\n' + tr("SHA-256 fingerprint:") + u'\n' + fingerprintText(m_offered));
    m_certificate->setVisible(!m_offered.isEmpty());
    m_trust->setFocus();
}

} // namespace pbx::editor
