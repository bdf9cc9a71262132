// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QWidget>

#include <array>

class QKeyEvent;

namespace pbx::phone {

/// One key: a large character, letters below it. An ordinary button to the keyboard and to screen readers.
class KeyButton : public QPushButton {
    Q_OBJECT
public:
    KeyButton(char key, const QString &letters, QWidget *parent);
    char key() const { return m_key; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    char m_key;
    QString m_letters;
};

/// The twelve keys of a telephone. One press is one key, sent at once; nothing repeats while a key is held.
class Keypad : public QWidget {
    Q_OBJECT
public:
    explicit Keypad(QWidget *parent = nullptr);

    /// The telephone key a keyboard event stands for: digits of the top row and of the number pad, * and # (№ stands
    /// where # is in a Russian layout). 0: none, or a key held down.
    static char keyOf(const QKeyEvent &event);
    /// As if the key had been pressed with the mouse.
    void press(char key);
    KeyButton *button(char key) const;

Q_SIGNALS:
    void keyPressed(char key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void moveFocus(int columns, int rows);

    std::array<KeyButton *, 12> m_buttons{};
};

} // namespace pbx::phone
