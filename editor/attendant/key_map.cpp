// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/attendant/key_map.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>

#include <string_view>

namespace pbx::editor {

namespace {

constexpr std::string_view keys = "123456789*0#";

/// Part of the way from one colour to the other.
QColor between(const QColor &from, const QColor &to, double part)
{
    const auto mix = [part](int a, int b) { return int(a + (b - a) * part); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

} // namespace

KeyMap::KeyMap(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("keyMap"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    for (int i = 0; i < int(keys.size()); ++i) {
        Card &card = m_cards[size_t(i)];
        auto *frame = new QFrame(this);
        frame->setObjectName(QStringLiteral("keyCard"));
        frame->setAutoFillBackground(true);
        auto *layout = new QVBoxLayout(frame);
        layout->setContentsMargins(8, 4, 8, 6);
        layout->setSpacing(0);
        card.frame = frame;
        card.digit = new QLabel(QString(QLatin1Char(keys[size_t(i)])), frame);
        QFont font = card.digit->font();
        font.setPointSizeF(font.pointSizeF() * 1.4);
        font.setWeight(QFont::DemiBold);
        card.digit->setFont(font);
        card.digit->setAlignment(Qt::AlignHCenter);
        card.meaning = new QLabel(frame);
        card.meaning->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        card.meaning->setWordWrap(true);
        card.meaning->setMinimumSize(fontMetrics().averageCharWidth() * 13, fontMetrics().lineSpacing() * 2);
        layout->addWidget(card.digit);
        layout->addWidget(card.meaning, 1);
        grid->addWidget(frame, i / 3, i % 3);
        paint(card);
    }
}

void KeyMap::setKey(char key, const QString &meaning, Use use)
{
    const auto at = keys.find(key);
    if (at == std::string_view::npos)
        return;
    Card &card = m_cards[at];
    card.meaning->setText(meaning);
    card.frame->setAccessibleName(tr("Key %1: %2").arg(QLatin1Char(key)).arg(meaning));
    card.frame->setToolTip(meaning);
    card.use = use;
    paint(card);
}

QString KeyMap::meaning(char key) const
{
    const auto at = keys.find(key);
    return at == std::string_view::npos ? QString() : m_cards[at].meaning->text();
}

void KeyMap::paint(Card &card)
{
    const QPalette from = palette();
    const QColor ground = from.color(QPalette::Base);
    QColor colour = ground;
    switch (card.use) {
    case Use::Nothing: colour = from.color(QPalette::Window); break;
    case Use::Department: colour = between(ground, from.color(QPalette::Highlight), 0.28); break;
    case Use::Faulty: colour = between(ground, QColor(0xd0, 0x3a, 0x2e), 0.35); break;
    case Use::Extension: colour = between(ground, QColor(0x2e, 0x9a, 0x5a), 0.22); break;
    case Use::Service: colour = between(ground, from.color(QPalette::Window), 0.5); break;
    }
    QPalette palette = from;
    palette.setColor(QPalette::Window, colour);
    if (card.use == Use::Nothing)
        palette.setColor(QPalette::WindowText, from.color(QPalette::PlaceholderText));
    card.frame->setPalette(palette);
    QFont font = card.meaning->font();
    font.setBold(card.use == Use::Department || card.use == Use::Faulty);
    card.meaning->setFont(font);
}

void KeyMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        for (Card &card : m_cards)
            paint(card);
    }
    QWidget::changeEvent(event);
}

} // namespace pbx::editor
