// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/phone_display.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>

namespace pbx::phone {

namespace {

/// Up to two lines, and none at all where the phone has too little room.
class SpareLabel : public QLabel {
public:
    using QLabel::QLabel;
    QSize sizeHint() const override { return {0, fontMetrics().lineSpacing() * 2 + 2}; }
    QSize minimumSizeHint() const override { return {0, 0}; }
    bool hasHeightForWidth() const override { return false; }
    int heightForWidth(int) const override { return -1; }
};

QLabel *setUp(QLabel *label, const char *name, double scale = 1.0, bool bold = false)
{
    label->setObjectName(QLatin1StringView(name));
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(bold);
    label->setFont(font);
    label->setMinimumWidth(0);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

QLabel *addLabel(QWidget *parent, const char *name, double scale = 1.0, bool bold = false)
{
    return setUp(new QLabel(parent), name, scale, bold);
}

/// Shortens at the left: of a row of digits the last ones matter.
void setElided(QLabel *label, const QString &text, Qt::TextElideMode mode)
{
    label->setToolTip(text);
    label->setText(label->fontMetrics().elidedText(text, mode, qMax(40, label->width())));
}

} // namespace

PhoneDisplay::PhoneDisplay(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("phoneDisplay"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);

    m_lamp = new QLabel(this);
    m_lamp->setObjectName(QStringLiteral("lampLabel"));
    m_stateLabel = addLabel(this, "stateLabel", 1.15, true);
    m_elapsed = new QLabel(this);
    m_elapsed->setObjectName(QStringLiteral("elapsedLabel"));
    m_who = addLabel(this, "whoLabel");
    m_activity = addLabel(this, "activityLabel");
    m_activity->setWordWrap(true);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("activityProgress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedHeight(6);
    // It keeps its place when it is not there, so that nothing below it jumps.
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_spoken = setUp(new SpareLabel(this), "spokenLabel");
    m_spoken->setWordWrap(true);
    m_spoken->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QFont italic = m_spoken->font();
    italic.setItalic(true);
    m_spoken->setFont(italic);
    m_spoken->setMaximumHeight(m_spoken->sizeHint().height());
    m_keys = addLabel(this, "keysLabel");
    QFont digits = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    digits.setPointSizeF(font().pointSizeF() * 1.15);
    m_keys->setFont(digits);
    m_note = addLabel(this, "noteLabel", 0.9);
    m_note->setWordWrap(true);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_lamp);
    head->addWidget(m_stateLabel, 1);
    head->addWidget(m_elapsed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(3);
    layout->addLayout(head);
    layout->addWidget(m_who);
    layout->addWidget(m_activity);
    layout->addWidget(m_progress);
    layout->addWidget(m_spoken);
    layout->addWidget(m_keys);
    layout->addWidget(m_note);
    setBackgroundRole(QPalette::Base); // changes the palette, so the labels must be there
    applyColours();
}

void PhoneDisplay::show(const DisplayState &state)
{
    const bool spokenAnew = state.state != m_state.state;
    if (state.lamp != m_state.lamp || m_lamp->pixmap().isNull())
        m_lamp->setPixmap(lampPixmap(state.lamp));
    m_state = state;
    m_stateLabel->setText(state.state);
    m_elapsed->setText(state.elapsed);
    setElided(m_who, state.who, Qt::ElideRight);
    m_activity->setText(state.activity);
    m_progress->setVisible(state.progress >= 0);
    m_progress->setValue(state.progress >= 0 ? int(state.progress * 1000) : 0);
    m_spoken->setText(state.spoken);
    m_spoken->setToolTip(state.spoken);
    setElided(m_keys, state.keys, Qt::ElideLeft);
    m_note->setText(state.note);
    m_note->setVisible(!state.note.isEmpty());
    setAccessibleName(state.state);
    setAccessibleDescription(text());
    if (spokenAnew) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

QString PhoneDisplay::text() const
{
    QStringList lines;
    for (const QString &line : {m_state.state, m_state.elapsed, m_state.who, m_state.activity, m_state.spoken,
                                m_state.keys, m_state.note}) {
        if (!line.isEmpty())
            lines += line;
    }
    return lines.join(u'\n');
}

void PhoneDisplay::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    QFrame::changeEvent(event);
}

void PhoneDisplay::applyColours()
{
    QPalette faint = palette();
    QColor colour = faint.color(QPalette::Text);
    colour.setAlphaF(0.75F);
    faint.setColor(QPalette::WindowText, colour);
    QPalette plain = palette();
    plain.setColor(QPalette::WindowText, plain.color(QPalette::Text));
    for (QLabel *label : {m_stateLabel, m_elapsed, m_activity, m_keys})
        label->setPalette(plain);
    for (QLabel *label : {m_who, m_spoken, m_note})
        label->setPalette(faint);
    m_lamp->setPixmap(lampPixmap(m_state.lamp));
}

QPixmap PhoneDisplay::lampPixmap(DisplayState::Lamp lamp) const
{
    using Lamp = DisplayState::Lamp;
    const int size = fontMetrics().height() * 3 / 4;
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = palette().color(QPalette::PlaceholderText);
    switch (lamp) {
    case Lamp::Off: break;
    case Lamp::Ringing: colour = QColor(0xe0, 0xa0, 0x10); break;
    case Lamp::On: colour = QColor(0x2e, 0xa0, 0x43); break;
    case Lamp::Waiting: colour = QColor(0x2f, 0x81, 0xf7); break;
    case Lamp::Ended: break;
    case Lamp::Failed: colour = QColor(0xd0, 0x35, 0x35); break;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QRectF disc(0.5, 0.5, size - 1, size - 1);
    // Shape as well as colour: ended is a ring, failed a square.
    if (lamp == Lamp::Failed) {
        painter.drawRoundedRect(disc, 2, 2);
    } else if (lamp == Lamp::Ended || lamp == Lamp::Off) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 2));
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1));
    } else {
        painter.drawEllipse(disc);
    }
    return pixmap;
}

} // namespace pbx::phone
