// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/builtin_help.h"

#include <QCoreApplication>
#include <QStringList>

namespace pbx::editor {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BuiltinHelp)
};

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString escaped(std::string_view text)
{
    return toText(text).toHtmlEscaped();
}

QString resultText(const language::Builtin &builtin)
{
    if (builtin.procedure || builtin.result == "none" || builtin.result.empty())
        return {};
    if (builtin.result == "boolean")
        return Text::tr("YES or null");
    return toText(builtin.result);
}

/// Each way to call it has its own; where there are several, the call stands above its parameters.
QString parameterTables(const language::Builtin &builtin)
{
    const QStringList calls = signatures(builtin);
    QString html;
    for (std::size_t i = 0; i < builtin.signatures.size(); ++i) {
        if (builtin.signatures[i].parameters.empty())
            continue;
        if (html.isEmpty())
            html += QStringLiteral("<h3>%1</h3>").arg(Text::tr("Parameters"));
        if (builtin.signatures.size() > 1)
            html += QStringLiteral("<p><code>%1</code></p>").arg(calls[qsizetype(i)].toHtmlEscaped());
        html += QStringLiteral("<table cellspacing='0' cellpadding='3'>");
        for (const language::BuiltinParameter &parameter : builtin.signatures[i].parameters)
            html += QStringLiteral("<tr><td><code>%1</code></td><td><i>%2</i></td><td>%3</td></tr>")
                        .arg(escaped(parameter.name), escaped(parameter.type), escaped(parameter.help));
        html += QStringLiteral("</table>");
    }
    return html;
}

} // namespace

QStringList signatures(const language::Builtin &builtin)
{
    QStringList all;
    for (const language::BuiltinSignature &signature : builtin.signatures) {
        QStringList names;
        for (const language::BuiltinParameter &parameter : signature.parameters)
            names += toText(parameter.name);
        all += QStringLiteral("%1(%2)").arg(toText(builtin.name), names.join(QStringLiteral(", ")));
    }
    if (all.isEmpty())
        all += toText(builtin.name) + QStringLiteral("(…)");
    return all;
}

QString shortHelp(const language::Builtin &builtin)
{
    QStringList heads;
    for (const QString &signature : signatures(builtin))
        heads += signature.toHtmlEscaped();
    QString html = QStringLiteral("<p style='white-space:pre'><b><code>%1</code></b></p><p>%2</p>")
                       .arg(heads.join(QStringLiteral("<br>")), escaped(builtin.help));
    if (const QString result = resultText(builtin); !result.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(Text::tr("Result: %1").arg(result.toHtmlEscaped()));
    if (builtin.waits)
        html += QStringLiteral("<p>%1</p>").arg(Text::tr("The program may wait here."));
    return html;
}

QString fullHelp(const language::Builtin &builtin)
{
    QString html = QStringLiteral("<h2>%1</h2>").arg(escaped(builtin.name));
    html += QStringLiteral("<p>%1 · %2</p>")
                .arg(builtin.procedure ? Text::tr("Procedure") : Text::tr("Function"), escaped(builtin.group));
    html += shortHelp(builtin);
    html += parameterTables(builtin);
    if (!builtin.details.empty())
        html += QStringLiteral("<h3>%1</h3><p>%2</p>").arg(Text::tr("Details"), escaped(builtin.details));
    if (!builtin.examples.empty()) {
        html += QStringLiteral("<h3>%1</h3>").arg(Text::tr("Examples"));
        for (const std::string_view example : builtin.examples)
            html += QStringLiteral("<pre>%1</pre>").arg(escaped(example));
    }
    return html;
}

QString helpFor(const QString &name)
{
    const language::Builtin *builtin = language::findBuiltin(name.toStdString());
    return builtin ? shortHelp(*builtin) : QString();
}

} // namespace pbx::editor
