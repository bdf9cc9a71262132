// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/failure.h"

#include <QLabel>
#include <QPushButton>

#include <string>

/// What the dialogs of servers and pushes are made of.
namespace pbx::editor {

/// A button that Enter does not press by accident. No icon: an empty name.
QPushButton *deployButton(const char *name, const char *icon, const QString &text, QWidget *parent);

/// A label of one or more lines for texts that come from elsewhere: plain, selectable by mouse and keyboard.
QLabel *plainLabel(const char *name, QWidget *parent);

/// A line with an icon before its words; hidden when there are none.
class Notice : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Note, Good, Warning, Error };
    explicit Notice(const char *name, QWidget *parent = nullptr);
    void show(Kind kind, const QString &text);
    void show(const server::Failure &failure) { show(Kind::Error, failure.text()); }
    void clear() { show(Kind::Note, {}); }
    QString text() const { return m_text->text(); }
    Kind kind() const { return m_kind; }

private:
    QLabel *m_icon;
    QLabel *m_text;
    Kind m_kind = Kind::Note;
};

/// A moment of the journal (ISO 8601) as people here write it.
QString momentText(const std::string &when);

/// "AB:CD:…", in lines of sixteen bytes.
QString fingerprintText(const QByteArray &bytes);

} // namespace pbx::editor
