// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock_test.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMap>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace pbx::stocktest {

QStringList Result::lines() const
{
    QStringList list = QString::fromUtf8(output).split(QLatin1Char('\n'));
    if (!list.isEmpty() && list.last().isEmpty())
        list.removeLast();
    return list;
}

QList<QJsonObject> Result::events() const
{
    QList<QJsonObject> list;
    for (const QString &line : lines())
        list << QJsonDocument::fromJson(line.toUtf8()).object();
    return list;
}

Result run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(PBX_PROGRAM), arguments);
    Result result;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return result;
    result.status = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

QString stockFolder()
{
    return QStringLiteral(PBX_SOURCE_DIR "/resources/stock");
}

void writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write %s", qPrintable(path));
}

QString transcript(const QList<QJsonObject> &events)
{
    QStringList words;
    for (const QJsonObject &event : events) {
        const QString kind = event.value(u"event"_s).toString();
        const auto member = [&](QStringView name) { return event.value(name).toString(); };
        if (kind == u"play"_s)
            words << member(u"name"_s);
        else if (kind == u"missing"_s)
            words << u"missing:"_s + member(u"name"_s);
        else if (kind == u"record"_s)
            words << kind;
        else if (kind == u"ring"_s)
            words << u"ring:"_s + member(u"account"_s).section(QLatin1Char('@'), 0, 0) + u':' + member(u"outcome"_s);
        else if (kind == u"mail"_s)
            words << (event.value(u"error"_s).isNull() ? QStringLiteral("mail") : QStringLiteral("mail-failed"));
        else if (kind == u"reject"_s)
            words << u"reject:"_s + QString::number(event.value(u"code"_s).toInt());
        else if (kind == u"error"_s)
            words << u"error:"_s + member(u"message"_s);
        else if (kind == u"end"_s)
            words << u"end:"_s + member(u"by"_s);
    }
    return words.join(QLatin1Char(' '));
}

QStringList heardByTask(const QList<QJsonObject> &events)
{
    QMap<int, QStringList> tasks;
    for (const QJsonObject &event : events) {
        if (event.value(u"event"_s).toString() == u"play"_s)
            tasks[event.value(u"task"_s).toInt()] << event.value(u"name"_s).toString();
    }
    QStringList heard;
    for (const QStringList &names : tasks)
        heard << names.join(QLatin1Char(' '));
    return heard;
}

} // namespace pbx::stocktest
