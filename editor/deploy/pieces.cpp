// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/pieces.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QIcon>
#include <QLocale>
#include <QStyle>

namespace pbx::editor {

QPushButton *deployButton(const char *name, const char *icon, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(*icon ? QIcon::fromTheme(QLatin1StringView(icon)) : QIcon(), text, parent);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    return button;
}

QLabel *plainLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1StringView(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

Notice::Notice(const char *name, QWidget *parent) : QWidget(parent), m_icon(new QLabel(this)), m_text(plainLabel(name, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    clear();
}

void Notice::show(Kind kind, const QString &text)
{
    static constexpr const char *icons[] = {"dialog-information", "dialog-ok", "dialog-warning", "dialog-error"};
    m_kind = kind;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(QIcon::fromTheme(QLatin1StringView(icons[static_cast<int>(kind)])).pixmap(size));
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

QString momentText(const std::string &when)
{
    const QString text = QString::fromStdString(when);
    const auto moment = QDateTime::fromString(text, Qt::ISODate);
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat) : text;
}

QString fingerprintText(const QByteArray &bytes)
{
    const QString all = QString::fromLatin1(bytes.toHex(':').toUpper());
    QStringList lines;
    for (qsizetype at = 0; at < all.size(); at += 48)
        lines += all.mid(at, at + 48 < all.size() ? 47 : 48);
    return lines.join(u'\n');
}

} // namespace pbx::editor
