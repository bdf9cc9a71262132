// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QHBoxLayout;
class QIcon;
class QLabel;
class QStyle;
class QTreeView;
class QWidget;

/// What both dialogs of archives are made of.
namespace pbx::editor {

/// A line with an icon before its words; hidden when there are none.
class NoticeLine {
public:
    enum class Kind { Note, Warning, Error };
    NoticeLine(const QString &name, QWidget *parent);
    QHBoxLayout *layout() const { return m_layout; }
    void show(Kind kind, const QString &text);
    void clear() { show(Kind::Note, {}); }

private:
    QHBoxLayout *m_layout;
    QLabel *m_icon;
    QLabel *m_text;
};

/// An icon of the theme; one of the style where the theme has none, so that there always is one.
QIcon themeIcon(const QString &name, const QStyle *style);

/// A flat list with columns, as both dialogs show files.
QTreeView *fileList(const QString &name, QWidget *parent);

/// "russian" and "welcome.wav" of "russian/welcome.wav".
QString languagePart(const std::string &name);
QString filePart(const std::string &name);

} // namespace pbx::editor
