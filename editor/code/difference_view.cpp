// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/difference_view.h"

#include "editor/code/editor_colours.h"
#include "editor/code/line_difference.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontDatabase>

#include <algorithm>

namespace pbx::editor {

namespace {

constexpr int addedMarker = 0;
constexpr int removedMarker = 1;

} // namespace

DifferenceView::DifferenceView(QWidget *parent) : QWidget(parent), m_view(new QsciScintilla(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    m_view->setUtf8(true);
    m_view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_view->setMarginWidth(1, 0);
    m_view->setReadOnly(true);
    for (const int marker : {addedMarker, removedMarker})
        m_view->markerDefine(QsciScintilla::Background, marker);
    applyColours();
}

DifferenceView::~DifferenceView() = default;

void DifferenceView::setTexts(const QByteArray &from, const QByteArray &to)
{
    using Kind = DifferenceLine::Kind;
    const QList<DifferenceLine> lines = lineDifference(from, to);
    m_view->setReadOnly(false);
    m_view->clear();
    QByteArray text;
    for (const DifferenceLine &line : lines)
        text += (line.kind == Kind::Added ? "+ " : line.kind == Kind::Removed ? "- " : "  ") + line.text + '\n';
    m_view->SendScintilla(QsciScintillaBase::SCI_ADDTEXT, static_cast<unsigned long>(text.size()), text.constData());
    int first = -1;
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == Kind::Same)
            continue;
        m_view->markerAdd(i, lines[i].kind == Kind::Added ? addedMarker : removedMarker);
        first = first < 0 ? i : first;
    }
    m_view->setReadOnly(true);
    m_view->setCursorPosition(std::max(0, first), 0);
    m_view->ensureLineVisible(std::max(0, first));
}

void DifferenceView::setTextFont(const QFont &font)
{
    m_view->setFont(font);
}

void DifferenceView::setName(const QString &name)
{
    m_view->setAccessibleName(name);
}

QString DifferenceView::text() const
{
    return m_view->text();
}

void DifferenceView::applyColours()
{
    const EditorColours colours = EditorColours::of(palette());
    m_view->setColor(colours.text);
    m_view->setPaper(colours.paper);
    m_view->setCaretForegroundColor(colours.text);
    m_view->setMarkerBackgroundColor(colours.added, addedMarker);
    m_view->setMarkerBackgroundColor(colours.removed, removedMarker);
}

void DifferenceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    QWidget::changeEvent(event);
}

} // namespace pbx::editor
