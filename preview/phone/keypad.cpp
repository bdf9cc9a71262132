// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/keypad.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QTimer>

namespace pbx::phone {

namespace {

struct KeyFace {
    char key;
    const char *letters;
};
constexpr std::array<KeyFace, 12> faces{{{'1', ""}, {'2', "ABC"}, {'3', "DEF"},
                                         {'4', "GHI"}, {'5', "JKL"}, {'6', "MNO"},
                                         {'7', "PQRS"}, {'8', "TUV"}, {'9', "WXYZ"},
                                         {'*', ""}, {'0', ""}, {'#', ""}}};
constexpr int columns = 3;
constexpr int flashMs = 120;

QString objectNameOf(char key)
{
    if (key == '*')
        return QStringLiteral("keyStarButton");
    if (key == '#')
        return QStringLiteral("keyPoundButton");
    return QStringLiteral("key%1Button").arg(QLatin1Char(key));
}

} // namespace

KeyButton::KeyButton(char key, const QString &letters, QWidget *parent)
    : QPushButton(parent), m_key(key), m_letters(letters)
{
    setObjectName(objectNameOf(key));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAutoDefault(false);
}

QSize KeyButton::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 4, line * 5 / 2};
}

QSize KeyButton::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 2, line * 3 / 2};
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);

    QFont digit = font();
    digit.setPointSizeF(digit.pointSizeF() * 1.45);
    digit.setWeight(QFont::DemiBold);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.72);
    small.setLetterSpacing(QFont::AbsoluteSpacing, 1.5);

    const int digitHeight = QFontMetrics(digit).ascent();
    const int smallHeight = m_letters.isEmpty() ? 0 : QFontMetrics(small).height();
    const bool low = height() < digitHeight + smallHeight + 6;
    const int top = low ? (height() - digitHeight) / 2 : (height() - digitHeight - smallHeight) / 2;
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    painter.setPen(palette().color(group, QPalette::ButtonText));
    painter.setFont(digit);
    const QChar face = m_key == '*' ? QChar(0x2217) : QLatin1Char(m_key);
    // In a low key the letters stand beside the digit instead of below it.
    const QRect digitPlace(0, top - 1, low && smallHeight > 0 ? width() / 2 : width(), digitHeight + 2);
    painter.drawText(digitPlace, Qt::AlignCenter | Qt::TextDontClip, face);
    if (smallHeight > 0) {
        QColor faint = painter.pen().color();
        faint.setAlphaF(isEnabled() ? 0.75F : 0.6F);
        painter.setPen(faint);
        painter.setFont(small);
        if (low)
            painter.drawText(QRect(width() * 2 / 5, 0, width() * 3 / 5, height()), Qt::AlignCenter, m_letters);
        else
            painter.drawText(QRect(0, top + digitHeight, width(), smallHeight), Qt::AlignCenter, m_letters);
    }
}

void KeyButton::keyPressEvent(QKeyEvent *event)
{
    // Arrows move over the keypad as it looks, which the keypad knows better.
    if (event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down)
        event->ignore();
    else
        QPushButton::keyPressEvent(event);
}

Keypad::Keypad(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("keypad"));
    setFocusPolicy(Qt::StrongFocus);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(5);
    for (int i = 0; i < int(faces.size()); ++i) {
        auto *button = new KeyButton(faces[i].key, QLatin1StringView(faces[i].letters), this);
        m_buttons[i] = button;
        grid->addWidget(button, i / columns, i % columns);
        connect(button, &QPushButton::pressed, this, [this, button] { Q_EMIT keyPressed(button->key()); });
    }
    setFocusProxy(button('5'));
    retranslate();
}

char Keypad::keyOf(const QKeyEvent &event)
{
    if (event.isAutoRepeat() || event.text().size() != 1
        || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return 0;
    const QChar c = event.text().at(0);
    if (c >= u'0' && c <= u'9')
        return char(c.unicode());
    if (c == u'*' || c == u'#')
        return char(c.unicode());
    return c == QChar(0x2116) ? '#' : 0;
}

KeyButton *Keypad::button(char key) const
{
    for (KeyButton *button : m_buttons) {
        if (button->key() == key)
            return button;
    }
    return nullptr;
}

void Keypad::press(char key)
{
    KeyButton *pressed = button(key);
    if (!pressed || !isEnabled())
        return;
    pressed->setDown(true);
    QTimer::singleShot(flashMs, pressed, [pressed] { pressed->setDown(false); });
    Q_EMIT keyPressed(key);
}

void Keypad::keyPressEvent(QKeyEvent *event)
{
    if (const char key = keyOf(*event)) {
        press(key);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left: return moveFocus(-1, 0);
    case Qt::Key_Right: return moveFocus(1, 0);
    case Qt::Key_Up: return moveFocus(0, -1);
    case Qt::Key_Down: return moveFocus(0, 1);
    default: QWidget::keyPressEvent(event);
    }
}

void Keypad::moveFocus(int dx, int dy)
{
    for (int i = 0; i < int(m_buttons.size()); ++i) {
        if (!m_buttons[i]->hasFocus())
            continue;
        const int column = qBound(0, i % columns + dx, columns - 1);
        const int row = qBound(0, i / columns + dy, int(m_buttons.size()) / columns - 1);
        m_buttons[row * columns + column]->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void Keypad::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Keypad::retranslate()
{
    setAccessibleName(tr("Keypad"));
    for (int i = 0; i < int(faces.size()); ++i) {
        KeyButton *button = m_buttons[i];
        const QString letters = QLatin1StringView(faces[i].letters);
        if (faces[i].key == '*')
            button->setAccessibleName(tr("Star"));
        else if (faces[i].key == '#')
            button->setAccessibleName(tr("Pound"));
        else if (letters.isEmpty())
            button->setAccessibleName(QString(QLatin1Char(faces[i].key)));
        else
            button->setAccessibleName(tr("%1, letters %2").arg(QLatin1Char(faces[i].key)).arg(letters));
    }
}

} // namespace pbx::phone
