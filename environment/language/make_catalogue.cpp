// SPDX-License-Identifier: GPL-3.0-or-later
// Turns builtins.json into C++: constant arrays, sorted by name in lower case.

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

QString quoted(const QString &text)
{
    QString result = QStringLiteral("\"");
    const QByteArray bytes = text.toUtf8();
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += QLatin1Char('\\');
            result += QLatin1Char(c);
        } else if (byte < 0x20 || byte >= 0x7F) {
            result += QLatin1Char('\\') + QString::number(byte, 8).rightJustified(3, QLatin1Char('0'));
        } else {
            result += QLatin1Char(c);
        }
    }
    return result + QLatin1Char('"');
}

int environmentBits(const QJsonArray &names)
{
    int bits = 0;
    for (const auto &name : names) {
        const QString text = name.toString();
        bits |= text == QLatin1String("call")     ? 1
                : text == QLatin1String("web")    ? 2
                : text == QLatin1String("script") ? 4
                                                  : 0;
    }
    return bits;
}

/// The arrays a built-in refers to, and its own line for the table.
QString writeBuiltin(QTextStream &out, const QJsonObject &builtin, int id)
{
    const QString prefix = QStringLiteral("b%1").arg(id);
    const QJsonArray signatures = builtin.value(QLatin1String("signatures")).toArray();
    QString signatureList;
    for (qsizetype i = 0; i < signatures.size(); ++i) {
        const QJsonArray parameters = signatures.at(i).toObject().value(QLatin1String("parameters")).toArray();
        if (parameters.isEmpty()) {
            signatureList += QStringLiteral("{}, ");
            continue;
        }
        const QString name = prefix + QStringLiteral("s%1").arg(i);
        out << "constexpr BuiltinParameter " << name << "[] = {\n";
        for (const auto &value : parameters) {
            const QJsonObject parameter = value.toObject();
            out << "    {" << quoted(parameter.value(QLatin1String("name")).toString()) << ", "
                << quoted(parameter.value(QLatin1String("type")).toString()) << ", "
                << quoted(parameter.value(QLatin1String("help")).toString()) << "},\n";
        }
        out << "};\n";
        signatureList += QLatin1Char('{') + name + QStringLiteral("}, ");
    }
    QString signatureSpan = QStringLiteral("{}");
    if (!signatureList.isEmpty()) {
        out << "constexpr BuiltinSignature " << prefix << "[] = {" << signatureList << "};\n";
        signatureSpan = prefix;
    }
    QString exampleSpan = QStringLiteral("{}");
    const QJsonArray examples = builtin.value(QLatin1String("examples")).toArray();
    if (!examples.isEmpty()) {
        exampleSpan = prefix + QStringLiteral("e");
        out << "constexpr std::string_view " << exampleSpan << "[] = {\n";
        for (const auto &example : examples)
            out << "    " << quoted(example.toString()) << ",\n";
        out << "};\n";
    }
    const auto text = [&builtin](const char *key) { return quoted(builtin.value(QLatin1String(key)).toString()); };
    const QString name = builtin.value(QLatin1String("name")).toString();
    // Without a count: a name, and any number of arguments that are passed on.
    const QJsonArray arguments = builtin.value(QLatin1String("arguments")).toArray();
    const int least = arguments.size() == 2 ? arguments.at(0).toInt() : 1;
    const int most = arguments.size() == 2 ? arguments.at(1).toInt() : -1;
    const bool procedure = builtin.value(QLatin1String("kind")).toString() == QLatin1String("procedure");
    return QStringLiteral("    {%1, %2, %3, %4, %5, %6, %7, ")
               .arg(quoted(name), quoted(name.toLower()), text("group"),
                    procedure ? QStringLiteral("true") : QStringLiteral("false"))
               .arg(environmentBits(builtin.value(QLatin1String("environments")).toArray()))
               .arg(least)
               .arg(most) +
           text("result") + QStringLiteral(",\n     ") + text("help") + QStringLiteral(",\n     ") + text("details") +
           QStringLiteral(",\n     ") + signatureSpan + QStringLiteral(", ") + exampleSpan + QStringLiteral(", ") +
           (builtin.value(QLatin1String("waits")).toBool() ? QStringLiteral("true") : QStringLiteral("false")) +
           QStringLiteral(", %1},\n").arg(id);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: pbx_make_catalogue TABLE.json RESULT.cpp\n");
        return 2;
    }
    QFile table(QFile::decodeName(argv[1]));
    if (!table.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: %s\n", argv[1], qPrintable(table.errorString()));
        return 2;
    }
    QJsonParseError problem;
    const QJsonArray array =
        QJsonDocument::fromJson(table.readAll(), &problem).object().value(QLatin1String("builtins")).toArray();
    if (array.isEmpty()) {
        std::fprintf(stderr, "%s: no built-ins: %s\n", argv[1], qPrintable(problem.errorString()));
        return 1;
    }
    std::vector<QJsonObject> builtins;
    for (const auto &value : array)
        builtins.push_back(value.toObject());
    const auto folded = [](const QJsonObject &builtin) {
        return builtin.value(QLatin1String("name")).toString().toLower().toUtf8();
    };
    std::ranges::sort(builtins, {}, folded);
    const auto twice = std::ranges::adjacent_find(builtins, {}, folded);
    if (twice != builtins.end()) {
        std::fprintf(stderr, "%s: %s stands there twice\n", argv[1], folded(*twice).constData());
        return 1;
    }

    QFile result(QFile::decodeName(argv[2]));
    if (!result.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        std::fprintf(stderr, "%s: %s\n", argv[2], qPrintable(result.errorString()));
        return 2;
    }
    QTextStream out(&result);
    out << "// Made from builtins.json while building.\n#include \"environment/language/catalogue_data.h\"\n\n"
           "namespace pbx::language {\n\nnamespace {\n\n";
    QString lines;
    int id = 0;
    for (const QJsonObject &builtin : builtins)
        lines += writeBuiltin(out, builtin, id++);
    out << "\nconstexpr Builtin table[] = {\n"
        << lines << "};\n\n} // namespace\n\n"
        << "constinit const std::span<const Builtin> catalogueData{table};\n\n} // namespace pbx::language\n";
    out.flush();
    return result.flush() && result.error() == QFileDevice::NoError ? 0 : 2;
}
