// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/analysis.h"

#include "environment/language/names.h"
#include "environment/language/parser.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

#include <set>

namespace pbx::editor {

namespace {

constexpr int delayMs = 250;

language::ResolveOptions optionsFor(const QString &fileName)
{
    language::ResolveOptions options;
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    options.kind = suffix == u"sppi" ? language::FileKind::Module : language::FileKind::Program;
    return options;
}

Remark toRemark(const language::Diagnostic &diagnostic, const language::Source &source)
{
    Remark remark;
    remark.severity = diagnostic.severity;
    remark.code = QString::fromUtf8(diagnostic.code.data(), qsizetype(diagnostic.code.size()));
    remark.format = diagnostic.format;
    for (const std::string &argument : diagnostic.arguments)
        remark.arguments += QString::fromStdString(argument);
    remark.span = diagnostic.span;
    const language::Position place = source.position(diagnostic.span.begin);
    remark.line = place.line;
    remark.column = place.column;
    if (diagnostic.fix) {
        remark.hasFix = true;
        remark.fixSpan = diagnostic.fix->span;
        remark.replacement = QByteArray::fromStdString(diagnostic.fix->replacement);
    }
    return remark;
}

QStringList namesOf(const language::Tree &tree)
{
    std::set<QString> names;
    const auto add = [&names](std::string_view text) {
        if (!text.empty())
            names.insert(QString::fromUtf8(text.data(), qsizetype(text.size())));
    };
    for (const language::Section *section : tree.sections) {
        if (section->module.text.empty())
            add(section->name.text);
        for (const language::Variable *variable : section->variables)
            add(variable->name.text);
    }
    for (const auto *variables : {&tree.taskVariables, &tree.fileConstants}) {
        for (const language::Variable *variable : *variables)
            add(variable->name.text);
    }
    return QStringList(names.begin(), names.end());
}

} // namespace

QString Remark::message() const
{
    const QString translated = QCoreApplication::translate("language", format);
    // Not QString::arg: an argument may hold a %1 itself.
    QString text;
    for (qsizetype i = 0; i < translated.size(); ++i) {
        const qsizetype number = translated[i] == u'%' && i + 1 < translated.size() ? translated[i + 1].digitValue() : -1;
        if (number >= 1 && number <= arguments.size()) {
            text += arguments[number - 1];
            ++i;
        } else {
            text += translated[i];
        }
    }
    return text;
}

Analysis analyse(const QByteArray &text, const QString &fileName, quint64 revision)
{
    const language::Source source(fileName.toStdString(), text.toStdString());
    language::Tree tree = language::parse(source);
    language::resolve(tree, source, optionsFor(fileName));
    Analysis result;
    result.revision = revision;
    for (const language::Diagnostic &diagnostic : tree.diagnostics)
        result.remarks += toRemark(diagnostic, source);
    result.names = namesOf(tree);
    return result;
}

Analyser::Analyser(QObject *parent) : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &Analyser::analyseNow);
}

void Analyser::touch()
{
    ++m_revision;
    m_delay.start();
}

void Analyser::analyseNow()
{
    m_delay.stop();
    if (m_busy)
        m_again = true;
    else
        Q_EMIT textNeeded();
}

void Analyser::submit(const QByteArray &text)
{
    m_busy = true;
    QThreadPool::globalInstance()->start(
        [self = QPointer<Analyser>(this), text, name = m_fileName, revision = m_revision] {
            Analysis analysis = analyse(text, name, revision);
            // Through the application, which outlives every editor; the pointer is looked at in the window's thread.
            QMetaObject::invokeMethod(qApp, [self, analysis = std::move(analysis)] {
                if (self)
                    self->accept(analysis);
            });
        });
}

void Analyser::accept(const Analysis &analysis)
{
    m_busy = false;
    if (analysis.revision == m_revision)
        Q_EMIT finished(analysis);
    if (std::exchange(m_again, false))
        analyseNow();
}

} // namespace pbx::editor
