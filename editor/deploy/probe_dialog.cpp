// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/probe_dialog.h"

#include "editor/deploy/pieces.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QTreeWidget>

namespace pbx::editor {

ProbeDialog::ProbeDialog(const ServerAccess &access, const std::string &domain, QWidget *parent)
    : QDialog(parent), m_access(access)
{
    build(QString::fromStdString(domain));
}

void ProbeDialog::build(const QString &domain)
{
    setObjectName(QStringLiteral("probeDialog"));
    setWindowTitle(tr("Probe %1").arg(serverTitle(m_access.settings)));
    auto *words = plainLabel("probeWords", this);
    words->setText(tr("Some things no document tells: how this server lists files, whether it compiles a program before it stores "
                      "it. The server is asked, nothing of it is changed, and pushes are made as it answers."));
    m_domain = new QLineEdit(domain, this);
    m_domain->setObjectName(QStringLiteral("probeDomainEdit"));
    m_scratch = new QCheckBox(tr("&Store and delete scratch files named pbx-probe-… in the environment of that domain"), this);
    m_scratch->setObjectName(QStringLiteral("probeScratchBox"));
    m_scratch->setToolTip(tr("No caller meets them; they are gone when the probe has ended. More questions can be asked this way."));
    m_start = deployButton("probeStartButton", "media-playback-start", tr("&Ask the Server"), this);
    m_start->setDefault(true);
    m_answers = new QTreeWidget(this);
    m_answers->setObjectName(QStringLiteral("probeAnswers"));
    m_answers->setAccessibleName(tr("Answers"));
    m_answers->setHeaderLabels({tr("Question"), tr("Answer"), tr("What this program does")});
    m_answers->setRootIsDecorated(false);
    m_answers->setUniformRowHeights(true);
    m_answers->setAlternatingRowColors(true);
    m_whole = plainLabel("probeWhole", this);
    m_whole->setMinimumHeight(fontMetrics().lineSpacing() * 5);
    m_whole->setAlignment(Qt::AlignTop);
    connect(m_answers, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        QStringList lines;
        for (int column = 0; item && column < 3; ++column)
            lines += item->text(column);
        m_whole->setText(lines.join(u'\n'));
    });
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("The server is asked"));
    m_notice = new Notice("probeNotice", this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_keep = buttons->addButton(tr("&Keep the Answers"), QDialogButtonBox::AcceptRole);
    m_keep->setObjectName(QStringLiteral("probeKeepButton"));

    auto *form = new QFormLayout;
    form->addRow(tr("&Domain:"), m_domain);
    form->addRow(QString(), m_scratch);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(m_start, 0, Qt::AlignLeft);
    layout->addWidget(m_answers, 1);
    layout->addWidget(m_whole);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(buttons);
    resize(820, 560);
    connect(m_start, &QPushButton::clicked, this, &ProbeDialog::start);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ProbeDialog::reject);
    showBusy(false);
}

void ProbeDialog::start()
{
    if (m_job.running())
        return;
    m_outcome.reset();
    const std::string domain = m_domain->text().trimmed().toStdString();
    const auto depth = m_scratch->isChecked() ? server::ProbeDepth::WithScratchFiles : server::ProbeDepth::ReadOnly;
    m_job.start(
        [this, domain, depth](const std::stop_token &stop) {
            auto connection = m_access.connector(stop)();
            if (!connection) {
                m_outcome = std::unexpected(connection.error());
                return;
            }
            server::Remote remote(**connection);
            m_outcome = server::probe(remote, domain, depth);
        },
        [this] { end(); });
    showBusy(true);
}

void ProbeDialog::end()
{
    if (m_job.stopped())
        m_notice->show(Notice::Kind::Note, tr("The probe was stopped."));
    else if (!*m_outcome)
        m_notice->show(m_outcome->error());
    else
        m_result = std::move(**m_outcome);
    showBusy(false);
    showAnswers();
}

void ProbeDialog::showAnswers()
{
    if (!m_result || m_job.stopped())
        return;
    m_answers->clear();
    int unanswered = 0;
    for (const server::ProbeAnswer &answer : m_result->answers) {
        const bool asked = !answer.answer.isEmpty();
        unanswered += !asked;
        auto *item = new QTreeWidgetItem(m_answers, {answer.question, asked ? answer.answer : tr("could not be asked"), answer.consequence});
        for (int column = 0; column < 3; ++column)
            item->setToolTip(column, item->text(column));
    }
    for (int column = 0; column < 2; ++column)
        m_answers->header()->resizeSection(column, m_answers->width() / 3);
    if (m_outcome && *m_outcome)
        m_notice->show(Notice::Kind::Good, unanswered == 0 ? tr("The server has answered everything.")
                                                           : tr("%n question(s) could not be asked.", nullptr, unanswered));
    m_answers->setCurrentItem(m_answers->topLevelItem(0));
    m_keep->setFocus();
}

void ProbeDialog::showBusy(bool busy)
{
    m_progress->setVisible(busy);
    for (QWidget *widget : {static_cast<QWidget *>(m_domain), static_cast<QWidget *>(m_scratch), static_cast<QWidget *>(m_start)})
        widget->setEnabled(!busy);
    m_keep->setEnabled(!busy && m_result);
    if (busy)
        m_notice->clear();
}

void ProbeDialog::reject()
{
    if (m_job.running())
        m_job.stop();
    else
        QDialog::reject();
}

} // namespace pbx::editor
