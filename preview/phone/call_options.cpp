// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/call_options.h"

#include "environment/accounts/time_zones.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QTimeZone>
#include <QToolButton>

namespace pbx::phone {

CallOptions::CallOptions(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("callOptions"));
    m_speedLabel = new QLabel(this);
    m_speed = new QComboBox(this);
    m_speed->setObjectName(QStringLiteral("speedBox"));
    m_speed->addItems({QString(), QString(), QString()});
    m_speedLabel->setBuddy(m_speed);

    m_at = new QCheckBox(this);
    m_at->setObjectName(QStringLiteral("momentCheck"));
    m_moment = new QDateTimeEdit(QDateTime::currentDateTime(), this);
    m_moment->setObjectName(QStringLiteral("momentEdit"));
    m_moment->setCalendarPopup(true);
    m_moment->setEnabled(false);

    m_volumeLabel = new QLabel(this);
    m_volume = new QSlider(Qt::Horizontal, this);
    m_volume->setObjectName(QStringLiteral("volumeSlider"));
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_volume->setValue(80);
    m_volumeLabel->setBuddy(m_volume);
    m_mute = new QToolButton(this);
    m_mute->setObjectName(QStringLiteral("muteButton"));
    m_mute->setCheckable(true);
    m_mute->setAutoRaise(true);

    m_mailFails = new QCheckBox(this);
    m_mailFails->setObjectName(QStringLiteral("mailFailsCheck"));

    m_messagesFail = new QCheckBox(this);
    m_messagesFail->setObjectName(QStringLiteral("messagesFailCheck"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_speedLabel, 0, 0);
    grid->addWidget(m_speed, 0, 1, 1, 2);
    grid->addWidget(m_volumeLabel, 1, 0);
    grid->addWidget(m_volume, 1, 1);
    grid->addWidget(m_mute, 1, 2);
    grid->addWidget(m_at, 2, 0);
    grid->addWidget(m_moment, 2, 1, 1, 2);
    grid->addWidget(m_mailFails, 3, 0, 1, 3);
    grid->addWidget(m_messagesFail, 4, 0, 1, 3);

    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT speedChanged(speed()); });
    connect(m_volume, &QSlider::valueChanged, this, &CallOptions::volumeChanged);
    connect(m_mute, &QToolButton::toggled, this, [this](bool muted) {
        updateMute();
        Q_EMIT mutedChanged(muted);
    });
    connect(m_at, &QCheckBox::toggled, this, [this](bool on) { m_moment->setEnabled(on && !m_running); });
    retranslate();
}

CallController::Speed CallOptions::speed() const
{
    return CallController::Speed(qMax(0, m_speed->currentIndex()));
}

void CallOptions::setSpeed(CallController::Speed speed)
{
    m_speed->setCurrentIndex(int(speed));
}

int CallOptions::volume() const
{
    return m_volume->value();
}

void CallOptions::setVolume(int percent)
{
    m_volume->setValue(percent);
}

bool CallOptions::muted() const
{
    return m_mute->isChecked();
}

void CallOptions::setMuted(bool muted)
{
    m_mute->setChecked(muted);
}

std::set<std::string> CallOptions::failures() const
{
    std::set<std::string> services;
    if (m_mailFails->isChecked())
        services.insert("mail");
    if (m_messagesFail->isChecked())
        services.insert("messages");
    return services;
}

CallOptions::Settled CallOptions::settled() const
{
    return {m_at->isChecked(), m_moment->dateTime(), failures()};
}

void CallOptions::setSettled(const Settled &settled)
{
    m_at->setChecked(settled.at);
    m_moment->setDateTime(settled.moment);
    m_mailFails->setChecked(settled.failures.contains("mail"));
    m_messagesFail->setChecked(settled.failures.contains("messages"));
}

std::int64_t CallOptions::moment(const std::string &zone) const
{
    if (!m_at->isChecked())
        return 0;
    // The figures on the screen are the domain's own clock, whatever zone this desk stands in.
    const QDateTime shown(m_moment->date(), m_moment->time(), QTimeZone::UTC);
    return accounts::toGmt(zone, shown.toSecsSinceEpoch());
}

void CallOptions::setMoment(std::int64_t gmtSeconds, const std::string &zone)
{
    const std::int64_t shown = gmtSeconds + accounts::offsetAt(zone, gmtSeconds);
    const QDateTime clock = QDateTime::fromSecsSinceEpoch(shown, QTimeZone::UTC);
    m_moment->setDateTime(QDateTime(clock.date(), clock.time()));
    m_at->setChecked(true);
}

void CallOptions::setRunning(bool running)
{
    m_running = running;
    m_at->setEnabled(!running);
    m_moment->setEnabled(!running && m_at->isChecked());
    m_mailFails->setEnabled(!running);
    m_messagesFail->setEnabled(!running);
}

void CallOptions::updateMute()
{
    const bool muted = m_mute->isChecked();
    m_mute->setIcon(QIcon::fromTheme(muted ? QStringLiteral("audio-volume-muted") : QStringLiteral("audio-volume-high")));
    m_mute->setToolTip(muted ? tr("Sound is off; press to hear the call") : tr("Mute"));
}

void CallOptions::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CallOptions::retranslate()
{
    m_speedLabel->setText(tr("Speed:"));
    m_speed->setItemText(0, tr("1×, as in life"));
    m_speed->setItemText(1, tr("4×, silent"));
    m_speed->setItemText(2, tr("Instant, stops for keys"));
    m_speed->setToolTip(tr("Instant: prompts pass at once. Where the program waits for a key the call stops and the "
                           "seconds count as in life, so that you can press it."));
    m_volumeLabel->setText(tr("Vo&lume:"));
    m_mute->setAccessibleName(tr("Mute"));
    m_at->setText(tr("A&t:"));
    m_at->setToolTip(tr("Place the call as if it were another moment, in the domain's time zone. Off: now."));
    m_moment->setAccessibleName(tr("Moment of the call"));
    m_moment->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + QLatin1Char(' ')
                               + QLocale().timeFormat(QLocale::ShortFormat));
    m_mailFails->setText(tr("Sending &mail fails"));
    m_mailFails->setToolTip(tr("The mail server refuses every mail of the call, to hear what the program does then."));
    m_messagesFail->setText(tr("Sending messages fails"));
    m_messagesFail->setToolTip(tr("Nobody receives an instant message of the call, to hear what the program does then."));
    updateMute();
}

} // namespace pbx::phone
