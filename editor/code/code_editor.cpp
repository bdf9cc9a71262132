// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/code_editor.h"

#include "editor/code/builtin_help.h"
#include "editor/code/code_indent.h"
#include "editor/code/code_lexer.h"
#include "environment/language/lexer.h"

#include <Qsci/qscicommandset.h>

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

namespace pbx::editor {

using language::Severity;
using language::Span;

namespace {

enum Margin { NumberMargin, SymbolMargin, FoldMargin };
enum Marker { RunningArrow, RunningLine, ErrorMark, WarningMark };
enum Indicator { ErrorSquiggle = 8, WarningSquiggle, NoteSquiggle, FoundPlace };

constexpr int automaticAfter = 3; ///< letters typed before completion offers itself
constexpr int mostSquiggles = 1000;

bool isWordByte(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || static_cast<unsigned char>(c) >= 0x80;
}

Indicator indicatorFor(Severity severity)
{
    switch (severity) {
    case Severity::Error: return ErrorSquiggle;
    case Severity::Warning: return WarningSquiggle;
    case Severity::Note: return NoteSquiggle;
    }
    return NoteSquiggle;
}

QByteArray fromView(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace

CodeEditor::CodeEditor(QWidget *parent) : QsciScintilla(parent), m_lexer(new CodeLexer(this))
{
    setObjectName(QStringLiteral("codeEditor"));
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    m_font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    setUpMargins();
    setUpMarks();
    setUpKeys();
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setAutoIndent(false); // done here, with the language's own words
    SendScintilla(SCI_SETINDENTATIONGUIDES, SC_IV_LOOKBOTH);
    SendScintilla(SCI_SETTABINDENTS, 1);
    SendScintilla(SCI_SETBACKSPACEUNINDENTS, 1);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1);
    SendScintilla(SCI_SETSCROLLWIDTH, 200);
    SendScintilla(SCI_SETMULTIPLESELECTION, 1);
    SendScintilla(SCI_SETADDITIONALSELECTIONTYPING, 1);
    SendScintilla(SCI_SETCARETWIDTH, 2);
    SendScintilla(SCI_SETYCARETPOLICY, CARET_SLOP | CARET_EVEN, 3L);
    SendScintilla(SCI_AUTOCSETIGNORECASE, 1);
    SendScintilla(SCI_AUTOCSETORDER, SC_ORDER_PERFORMSORT);
    SendScintilla(SCI_AUTOCSETSEPARATOR, int('\n'));
    SendScintilla(SCI_AUTOCSETMAXHEIGHT, 12);

    connect(this, &QsciScintillaBase::SCN_CHARADDED, this, &CodeEditor::charAdded);
    connect(this, &QsciScintilla::cursorPositionChanged, this, &CodeEditor::caretMoved);
    connect(this, &QsciScintilla::linesChanged, this, &CodeEditor::updateLineNumberWidth);
    connect(this, &QsciScintillaBase::SCN_ZOOM, this, [this] {
        m_numberDigits = 0;
        updateLineNumberWidth();
        Q_EMIT zoomed();
    });
    applyFonts();
    applyColours();
}

CodeEditor::~CodeEditor()
{
    setLexer(nullptr);
}

void CodeEditor::setUpMargins()
{
    setMarginType(NumberMargin, QsciScintilla::NumberMargin);
    setMarginType(SymbolMargin, QsciScintilla::SymbolMargin);
    setMarginWidth(SymbolMargin, 18);
    setMarginMarkerMask(NumberMargin, 0);
    setMarginMarkerMask(SymbolMargin, 1 << RunningArrow | 1 << ErrorMark | 1 << WarningMark);
    setFolding(QsciScintilla::PlainFoldStyle, FoldMargin);
    setMarginWidth(FoldMargin, 14);
    for (int marker : {SC_MARKNUM_FOLDEREND, SC_MARKNUM_FOLDEROPENMID, SC_MARKNUM_FOLDERMIDTAIL, SC_MARKNUM_FOLDERTAIL,
                       SC_MARKNUM_FOLDERSUB})
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(marker), long(SC_MARK_EMPTY));
    for (int marker : {SC_MARKNUM_FOLDEROPEN, SC_MARKNUM_FOLDEROPENMID})
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(marker), long(SC_MARK_ARROWDOWN));
    for (int marker : {SC_MARKNUM_FOLDER, SC_MARKNUM_FOLDEREND})
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(marker), long(SC_MARK_ARROW));
}

void CodeEditor::setUpMarks()
{
    // QScintilla ignores markers it has not handed out itself.
    for (int marker : {RunningArrow, RunningLine, ErrorMark, WarningMark})
        markerDefine(QsciScintilla::Background, marker);
    SendScintilla(SCI_MARKERDEFINE, RunningArrow, long(SC_MARK_SHORTARROW));
    SendScintilla(SCI_MARKERDEFINE, RunningLine, long(SC_MARK_BACKGROUND));
    SendScintilla(SCI_MARKERDEFINE, ErrorMark, long(SC_MARK_CIRCLE));
    SendScintilla(SCI_MARKERDEFINE, WarningMark, long(SC_MARK_SMALLRECT));
    for (int indicator : {ErrorSquiggle, WarningSquiggle, NoteSquiggle})
        SendScintilla(SCI_INDICSETSTYLE, static_cast<unsigned long>(indicator), long(INDIC_SQUIGGLEPIXMAP));
    SendScintilla(SCI_INDICSETSTYLE, FoundPlace, long(INDIC_STRAIGHTBOX));
    SendScintilla(SCI_INDICSETUNDER, FoundPlace, 1L);
    SendScintilla(SCI_INDICSETALPHA, FoundPlace, 140L);
    SendScintilla(SCI_INDICSETOUTLINEALPHA, FoundPlace, 200L);
}

void CodeEditor::setUpKeys()
{
    // Keys that belong to the window's menus, or that surprise.
    QsciCommandSet *commands = standardCommands();
    for (const QKeyCombination combination : {Qt::CTRL | Qt::Key_D, Qt::CTRL | Qt::Key_L, Qt::CTRL | Qt::Key_T, Qt::CTRL | Qt::Key_U,
                    Qt::CTRL | Qt::SHIFT | Qt::Key_L, Qt::CTRL | Qt::SHIFT | Qt::Key_T, Qt::CTRL | Qt::SHIFT | Qt::Key_U,
                    Qt::CTRL | Qt::Key_Slash, Qt::CTRL | Qt::SHIFT | Qt::Key_Slash, Qt::CTRL | Qt::Key_Backslash,
                    Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Minus, Qt::CTRL | Qt::Key_BracketLeft,
                    Qt::CTRL | Qt::Key_BracketRight}) {
        const int key = combination.toCombined();
        if (QsciCommand *command = commands->boundTo(key)) {
            if (command->key() == key)
                command->setKey(0);
            else
                command->setAlternateKey(0);
        }
    }
}

// ---- text --------------------------------------------------------------------------------------------------------

void CodeEditor::setBytes(const QByteArray &bytes)
{
    SendScintilla(SCI_SETUNDOCOLLECTION, 0);
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_ADDTEXT, static_cast<unsigned long>(bytes.size()), bytes.constData());
    SendScintilla(SCI_SETUNDOCOLLECTION, 1);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    SendScintilla(SCI_SETSAVEPOINT);
    SendScintilla(SCI_GOTOPOS, 0);
    updateLineNumberWidth();
}

void CodeEditor::replaceBytes(const QByteArray &bytes)
{
    const int line = caretLine();
    const int column = caretColumn();
    const int top = firstVisibleLine();
    replace({{{0, std::uint32_t(SendScintilla(SCI_GETLENGTH))}, bytes}});
    goTo(line, column);
    setFirstVisibleLine(top);
}

QByteArray CodeEditor::bytes() const
{
    const auto *text = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return QByteArray(text, qsizetype(SendScintilla(SCI_GETLENGTH)));
}

void CodeEditor::setProgram(bool program)
{
    m_program = program;
    setLexer(program ? m_lexer : nullptr);
    applyFonts();
    applyColours();
}

void CodeEditor::setFormat(const TextFormat &format)
{
    m_format = format;
    switch (format.lineEnds) {
    case LineEnds::CrLf: setEolMode(QsciScintilla::EolWindows); break;
    case LineEnds::Cr: setEolMode(QsciScintilla::EolMac); break;
    default: setEolMode(QsciScintilla::EolUnix); break;
    }
    setIndentationsUseTabs(format.tabs);
    setIndentationWidth(format.indent);
    setTabWidth(format.tabs ? format.indent : 8);
}

void CodeEditor::setTextFont(const QFont &font)
{
    m_font = font;
    applyFonts();
    applyColours();
}

void CodeEditor::applyFonts()
{
    m_lexer->setBaseFont(m_font);
    setFont(m_font);
    SendScintilla(SCI_STYLESETFONT, STYLE_DEFAULT, m_font.family().toUtf8().constData());
    SendScintilla(SCI_STYLESETSIZEFRACTIONAL, STYLE_DEFAULT, long(m_font.pointSizeF() * int(SC_FONT_SIZE_MULTIPLIER)));
    QFont small = m_font;
    small.setPointSizeF(m_font.pointSizeF() * 0.9);
    setMarginsFont(small);
    SendScintilla(SCI_SETEXTRAASCENT, 1);
    SendScintilla(SCI_SETEXTRADESCENT, 1);
    m_numberDigits = 0;
    updateLineNumberWidth();
}

void CodeEditor::applyColours()
{
    m_colours = EditorColours::of(palette());
    m_lexer->setColours(m_colours);
    setColor(m_colours.text);
    setPaper(m_colours.paper);
    setCaretForegroundColor(m_colours.text);
    setCaretLineVisible(true);
    setCaretLineBackgroundColor(m_colours.currentLine);
    setMarginsBackgroundColor(m_colours.margin);
    setMarginsForegroundColor(m_colours.marginText);
    setFoldMarginColors(m_colours.margin, m_colours.margin);
    setSelectionBackgroundColor(m_colours.selection);
    setSelectionForegroundColor(m_colours.selectedText);
    setMatchedBraceBackgroundColor(m_colours.braceMatch);
    setMatchedBraceForegroundColor(m_colours.text);
    setUnmatchedBraceForegroundColor(m_colours.error);
    setIndentationGuidesForegroundColor(m_colours.marginText);
    setIndentationGuidesBackgroundColor(m_colours.paper);
    setMarkerForegroundColor(m_colours.runningArrow, RunningArrow);
    setMarkerBackgroundColor(m_colours.runningArrow, RunningArrow);
    setMarkerBackgroundColor(m_colours.runningLine, RunningLine);
    for (auto [marker, colour] : {std::pair(ErrorMark, m_colours.error), std::pair(WarningMark, m_colours.warning)}) {
        setMarkerForegroundColor(colour, marker);
        setMarkerBackgroundColor(colour, marker);
    }
    for (int marker = int(SC_MARKNUM_FOLDEREND); marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), m_colours.marginText);
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), m_colours.marginText);
    }
    setIndicatorForegroundColor(m_colours.error, ErrorSquiggle);
    setIndicatorForegroundColor(m_colours.warning, WarningSquiggle);
    setIndicatorForegroundColor(m_colours.note, NoteSquiggle);
    SendScintilla(SCI_INDICSETFORE, FoundPlace, m_colours.found);
    recolor();
}

void CodeEditor::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        applyColours();
}

void CodeEditor::updateLineNumberWidth()
{
    const int digits = std::max(3, int(QString::number(lines()).size()));
    if (digits == m_numberDigits)
        return;
    m_numberDigits = digits;
    setMarginWidth(NumberMargin, QString(digits + 1, u'9'));
}

// ---- places ------------------------------------------------------------------------------------------------------

void CodeEditor::goTo(int line, int column)
{
    const int row = std::clamp(line - 1, 0, lines() - 1);
    SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY, static_cast<unsigned long>(row));
    const long start = SendScintilla(SCI_POSITIONFROMLINE, row);
    const long end = SendScintilla(SCI_GETLINEENDPOSITION, row);
    const long wanted = SendScintilla(SCI_POSITIONRELATIVE, static_cast<unsigned long>(start), long(column - 1));
    const long place = column <= 1 ? start : (wanted == 0 && start != 0) || wanted > end ? end : wanted;
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(place));
    SendScintilla(SCI_VERTICALCENTRECARET);
}

int CodeEditor::caretLine() const
{
    return int(SendScintilla(SCI_LINEFROMPOSITION, SendScintilla(SCI_GETCURRENTPOS))) + 1;
}

int CodeEditor::caretColumn() const
{
    const long at = SendScintilla(SCI_GETCURRENTPOS);
    const long start = SendScintilla(SCI_POSITIONFROMLINE, caretLine() - 1);
    return int(SendScintilla(SCI_COUNTCHARACTERS, static_cast<unsigned long>(start), at)) + 1;
}

void CodeEditor::select(Span span)
{
    SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY,
                  static_cast<unsigned long>(SendScintilla(SCI_LINEFROMPOSITION, long(span.begin))));
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(span.begin), long(span.end));
    SendScintilla(SCI_SCROLLRANGE, static_cast<unsigned long>(span.begin), long(span.end));
}

Span CodeEditor::selection() const
{
    return {std::uint32_t(SendScintilla(SCI_GETSELECTIONSTART)), std::uint32_t(SendScintilla(SCI_GETSELECTIONEND))};
}

void CodeEditor::replace(const std::vector<std::pair<Span, QByteArray>> &edits)
{
    SendScintilla(SCI_BEGINUNDOACTION);
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        SendScintilla(SCI_SETTARGETSTART, static_cast<unsigned long>(edit->first.begin));
        SendScintilla(SCI_SETTARGETEND, static_cast<unsigned long>(edit->first.end));
        SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(edit->second.size()), edit->second.constData());
    }
    SendScintilla(SCI_ENDUNDOACTION);
}

void CodeEditor::setRunningLine(int line)
{
    markerDeleteAll(RunningArrow);
    markerDeleteAll(RunningLine);
    m_runningHandle = -1;
    if (line < 1 || line > lines())
        return;
    m_runningHandle = markerAdd(line - 1, RunningArrow);
    markerAdd(line - 1, RunningLine);
    SendScintilla(SCI_ENSUREVISIBLE, static_cast<unsigned long>(line - 1));
    const int first = firstVisibleLine();
    const int shown = int(SendScintilla(SCI_LINESONSCREEN));
    const int row = int(SendScintilla(SCI_VISIBLEFROMDOCLINE, line - 1));
    if (row < first + 1 || row > first + shown - 2)
        setFirstVisibleLine(std::max(0, row - shown / 3));
}

int CodeEditor::runningLine() const
{
    return m_runningHandle < 0 ? 0 : markerLine(m_runningHandle) + 1;
}

Span CodeEditor::wordAt(int position) const
{
    const QByteArray text = bytes();
    int begin = std::clamp(position, 0, int(text.size()));
    int end = begin;
    while (begin > 0 && isWordByte(text[begin - 1]))
        --begin;
    while (end < text.size() && isWordByte(text[end]))
        ++end;
    return {std::uint32_t(begin), std::uint32_t(end)};
}

QString CodeEditor::wordAtCaret() const
{
    const Span span = wordAt(int(SendScintilla(SCI_GETCURRENTPOS)));
    return QString::fromUtf8(bytes().sliced(span.begin, span.end - span.begin));
}

// ---- remarks, found places ---------------------------------------------------------------------------------------

void CodeEditor::setAnalysis(const Analysis &analysis)
{
    m_remarks = analysis.remarks;
    m_names = analysis.names;
    showRemarks();
}

void CodeEditor::showRemarks()
{
    const long length = SendScintilla(SCI_GETLENGTH);
    for (int indicator : {ErrorSquiggle, WarningSquiggle, NoteSquiggle}) {
        SendScintilla(SCI_SETINDICATORCURRENT, indicator);
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, length);
    }
    markerDeleteAll(ErrorMark);
    markerDeleteAll(WarningMark);
    int shown = 0;
    for (const Remark &remark : std::as_const(m_remarks)) {
        if (++shown > mostSquiggles)
            break;
        const long begin = std::min<long>(remark.span.begin, length);
        // What is missing has no width: the character before or after bears the mark.
        long end = std::min<long>(std::max(remark.span.end, remark.span.begin), length);
        long from = begin;
        if (end == from && end < length)
            ++end;
        else if (end == from && from > 0)
            --from;
        SendScintilla(SCI_SETINDICATORCURRENT, int(indicatorFor(remark.severity)));
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from), end - from);
        const int line = int(SendScintilla(SCI_LINEFROMPOSITION, begin));
        if (remark.severity == Severity::Error)
            markerAdd(line, ErrorMark);
        else if (remark.severity == Severity::Warning)
            markerAdd(line, WarningMark);
    }
}

void CodeEditor::setFound(const std::vector<Span> &places)
{
    SendScintilla(SCI_SETINDICATORCURRENT, int(FoundPlace));
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, SendScintilla(SCI_GETLENGTH));
    for (const Span &place : places)
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(place.begin), long(place.end - place.begin));
}

void CodeEditor::applyFix(const Remark &remark)
{
    if (remark.hasFix)
        replace({{remark.fixSpan, remark.replacement}});
}

QString CodeEditor::hoverText(int position) const
{
    QStringList parts;
    for (const Remark &remark : m_remarks) {
        const int end = int(std::max(remark.span.end, remark.span.begin + 1));
        if (position >= int(remark.span.begin) && position < end)
            parts += QStringLiteral("<p>%1</p>").arg(remark.message().toHtmlEscaped());
    }
    if (m_program) {
        const int style = int(SendScintilla(SCI_GETSTYLEAT, position));
        const Span span = wordAt(position);
        if (style == CodeLexer::Builtin && span.end > span.begin)
            parts += helpFor(QString::fromUtf8(bytes().sliced(span.begin, span.end - span.begin)));
    }
    return parts.join(QStringLiteral("<hr>"));
}

bool CodeEditor::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QsciScintilla::viewportEvent(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const long position = SendScintilla(SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(help->pos().x()),
                                        long(help->pos().y()));
    const QString text = position < 0 ? QString() : hoverText(int(position));
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, viewport());
    return true;
}

void CodeEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    if (!menu)
        return;
    const int position = int(SendScintilla(SCI_GETCURRENTPOS));
    QAction *first = menu->actions().value(0);
    for (const Remark &remark : std::as_const(m_remarks)) {
        if (!remark.hasFix || position < int(remark.span.begin) || position > int(remark.span.end))
            continue;
        auto *fix = new QAction(tr("Fix: %1").arg(remark.message()), menu);
        connect(fix, &QAction::triggered, this, [this, remark] { applyFix(remark); });
        menu->insertAction(first, fix);
    }
    menu->exec(event->globalPos());
    delete menu;
}

// ---- typing ------------------------------------------------------------------------------------------------------

void CodeEditor::charAdded(int character)
{
    if (!m_program)
        return;
    if (character == '\n' || (character == '\r' && eolMode() == QsciScintilla::EolMac)) {
        indentNewLine();
        return;
    }
    if (character == 'd' || character == 'f' || character == 'e' || character == 'D' || character == 'F'
        || character == 'E' || character == '}')
        outdentWord();
    if (!m_automaticCompletion || SendScintilla(SCI_AUTOCACTIVE))
        return;
    const int at = int(SendScintilla(SCI_GETCURRENTPOS));
    const int style = int(SendScintilla(SCI_GETSTYLEAT, at > 1 ? at - 2 : 0));
    if (style == CodeLexer::Comment || style == CodeLexer::String)
        return;
    const Span word = wordAt(at);
    if (int(word.end) == at && at - int(word.begin) >= automaticAfter && isWordByte(char(character)))
        showCompletion(at - int(word.begin));
}

QByteArray CodeEditor::lineBytes(int line) const
{
    const long begin = SendScintilla(SCI_POSITIONFROMLINE, line);
    const long end = SendScintilla(SCI_GETLINEENDPOSITION, line);
    return bytes().sliced(begin, end - begin);
}

int CodeEditor::lineIndent(int line) const
{
    return int(SendScintilla(SCI_GETLINEINDENTATION, line));
}

void CodeEditor::setLineIndent(int line, int columns)
{
    SendScintilla(SCI_SETLINEINDENTATION, static_cast<unsigned long>(line), long(std::max(0, columns)));
}

void CodeEditor::indentNewLine()
{
    const int line = caretLine() - 1;
    int above = line - 1;
    while (above > 0 && lineBytes(above).trimmed().isEmpty())
        --above;
    if (above < 0)
        return;
    const QByteArray text = lineBytes(above);
    int columns = lineIndent(above) + indentStep({text.data(), size_t(text.size())}).next * m_format.indent;
    const QByteArray rest = lineBytes(line);
    if (indentStep({rest.data(), size_t(rest.size())}).closes)
        columns -= m_format.indent;
    setLineIndent(line, columns);
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(SendScintilla(SCI_GETLINEINDENTPOSITION, line)));
    SendScintilla(SCI_CHOOSECARETX);
}

void CodeEditor::outdentWord()
{
    const int line = caretLine() - 1;
    const QByteArray text = lineBytes(line).trimmed().toLower();
    if (text != "end" && text != "elif" && text != "else" && text != "}")
        return;
    // The line belongs to the block that the line above stands in or opens.
    int above = line - 1;
    while (above > 0 && lineBytes(above).trimmed().isEmpty())
        --above;
    if (above < 0)
        return;
    const QByteArray before = lineBytes(above);
    const int inside = lineIndent(above) + indentStep({before.data(), size_t(before.size())}).next * m_format.indent;
    const long at = SendScintilla(SCI_GETCURRENTPOS) - SendScintilla(SCI_GETLINEINDENTPOSITION, line);
    setLineIndent(line, inside - m_format.indent);
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(SendScintilla(SCI_GETLINEINDENTPOSITION, line) + at));
}

void CodeEditor::toggleComment()
{
    const Span chosen = selection();
    const int first = int(SendScintilla(SCI_LINEFROMPOSITION, long(chosen.begin)));
    int last = int(SendScintilla(SCI_LINEFROMPOSITION, long(chosen.end)));
    if (last > first && SendScintilla(SCI_POSITIONFROMLINE, last) == long(chosen.end))
        --last;
    bool all = true;
    for (int line = first; line <= last; ++line) {
        const QByteArray text = lineBytes(line).trimmed();
        all = all && (text.isEmpty() || text.startsWith("//"));
    }
    std::vector<std::pair<Span, QByteArray>> edits;
    for (int line = first; line <= last; ++line) {
        const QByteArray text = lineBytes(line);
        if (text.trimmed().isEmpty())
            continue;
        const auto start = std::uint32_t(SendScintilla(SCI_GETLINEINDENTPOSITION, line));
        if (!all) {
            edits.push_back({{start, start}, "// "});
            continue;
        }
        const qsizetype at = text.indexOf("//");
        edits.push_back({{start, start + (text.mid(at + 2, 1) == " " ? 3U : 2U)}, QByteArray()});
    }
    replace(edits);
}

void CodeEditor::complete()
{
    const int at = int(SendScintilla(SCI_GETCURRENTPOS));
    showCompletion(at - int(wordAt(at).begin));
}

QByteArrayList CodeEditor::completionWords(const QByteArray &prefix) const
{
    QByteArrayList words;
    const QByteArray folded = prefix.toLower();
    const auto add = [&](const QByteArray &word) {
        if (word.size() >= folded.size() && word.first(folded.size()).toLower() == folded && !words.contains(word))
            words += word;
    };
    for (const language::Builtin &builtin : language::builtins()) {
        if (builtin.environments & std::uint8_t(language::Environment::Call))
            add(fromView(builtin.name));
    }
    for (const QString &name : m_names)
        add(name.toUtf8());
    for (int word = int(language::Word::And); word <= int(language::Word::Xor); ++word)
        add(fromView(language::spelling(language::Word(word))));
    return words;
}

void CodeEditor::showCompletion(int typed)
{
    const int at = int(SendScintilla(SCI_GETCURRENTPOS));
    const QByteArray prefix = bytes().sliced(at - typed, typed);
    const QByteArrayList words = completionWords(prefix);
    // A single word that is already complete needs no list.
    if (words.isEmpty() || (words.size() == 1 && words.first() == prefix)) {
        SendScintilla(SCI_AUTOCCANCEL);
        return;
    }
    SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(typed), words.join('\n').constData());
}

} // namespace pbx::editor
