// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/attendant/fault_list.h"

#include <QBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>

namespace pbx::editor {

FaultList::FaultList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void FaultList::setFaults(const std::vector<Fault> &faults)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    for (const Fault &fault : faults) {
        auto *row = new QWidget(this);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 2, 0, 2);
        auto *sign = new QLabel(row);
        sign->setPixmap(QIcon::fromTheme(QStringLiteral("dialog-warning")).pixmap(16));
        auto *words = new QLabel(fault.text, row);
        words->setWordWrap(true);
        layout->addWidget(sign, 0, Qt::AlignTop);
        layout->addWidget(words, 1);
        if (!fault.button.isEmpty()) {
            auto *mend = new QPushButton(fault.button, row);
            mend->setAutoDefault(false);
            mend->setAccessibleDescription(fault.text);
            connect(mend, &QPushButton::clicked, this, fault.mend, Qt::QueuedConnection); // the row may go by it
            layout->addWidget(mend, 0, Qt::AlignTop);
        }
        m_layout->addWidget(row);
    }
}

} // namespace pbx::editor
