// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QsciScintilla;

namespace pbx::editor {

/// What leads from one text to another, line by line, read-only: each line marked by a sign and a colour.
class DifferenceView : public QWidget {
    Q_OBJECT
public:
    explicit DifferenceView(QWidget *parent = nullptr);
    ~DifferenceView() override;

    void setTexts(const QByteArray &from, const QByteArray &to);
    void setTextFont(const QFont &font);
    void setName(const QString &name); ///< for those who listen to the screen
    QString text() const; ///< as it is shown

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColours();

    QsciScintilla *m_view;
};

} // namespace pbx::editor
