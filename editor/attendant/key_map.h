// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QLabel;

namespace pbx::editor {

/// A telephone's keypad with what each key does. Plain labels, so that a screen reader reads them.
class KeyMap : public QWidget {
    Q_OBJECT
public:
    enum class Use { Nothing, Department, Faulty, Extension, Service };

    explicit KeyMap(QWidget *parent = nullptr);
    /// `key`: 0-9 * #.
    void setKey(char key, const QString &meaning, Use use);
    QString meaning(char key) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Card {
        QWidget *frame;
        QLabel *digit;
        QLabel *meaning;
        Use use = Use::Nothing;
    };
    void paint(Card &card);

    std::array<Card, 12> m_cards;
};

} // namespace pbx::editor
