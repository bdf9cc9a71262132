// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/locator/locator.h"

#include "editor/locator/locator_model.h"

#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace pbx::editor {

Locator::Locator(QWidget *parent) : QDialog(parent), m_model(new LocatorModel(this))
{
    setObjectName(QStringLiteral("locator"));
    setWindowTitle(tr("Go to Anything"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("locatorEdit"));
    m_field->setClearButtonEnabled(true);
    m_field->setPlaceholderText(tr("A part of a name: program, prompt, section, account, scenario, command, panel"));
    m_field->setAccessibleName(tr("Name to go to"));
    m_list = new QTreeView(this);
    m_list->setObjectName(QStringLiteral("locatorList"));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setHeaderHidden(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field moves it
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("locatorCounts"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_counts);
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 120, fontMetrics().height() * 26);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(LocatorModel::Where, QHeaderView::Stretch);
    header->resizeSection(LocatorModel::Name, letter * 40);
    header->resizeSection(LocatorModel::Kind, letter * 14);
    header->resizeSection(LocatorModel::Keys, letter * 18);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &Locator::filter);
    connect(m_list, &QTreeView::clicked, this, &Locator::choose);
    // The keyboard stays in the field, so the field is what tells a screen reader where the list stands.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        m_field->setAccessibleDescription(current.siblingAtColumn(0).data(Qt::AccessibleTextRole).toString());
        QAccessibleEvent changed(m_field, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    });
}

void Locator::setPlaces(const QList<Place> &places)
{
    const int row = m_list->currentIndex().row();
    m_all = places;
    m_model->setPlaces(places);
    showCounts();
    m_list->setCurrentIndex(m_model->index(qBound(0, row, qMax(0, m_model->rowCount() - 1)), 0));
}

void Locator::filter()
{
    m_model->setFilter(m_field->text());
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_list->scrollToTop();
    showCounts();
}

void Locator::showCounts()
{
    const int shown = m_model->rowCount();
    m_counts->setText(shown == 0                    ? tr("Nothing has such a name.")
                          : shown < m_model->fitting() ? tr("The first %1 of %2. Type more of the name.").arg(shown).arg(m_model->fitting())
                                                       : tr("%n place(s). Enter goes there.", nullptr, shown));
}

void Locator::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const Place place = m_model->place(current.row());
    accept();
    Q_EMIT chosen(place);
}

bool Locator::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, key);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace pbx::editor
