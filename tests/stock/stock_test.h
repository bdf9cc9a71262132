// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

/// Runs the programs of resources/stock by the real `pbx`.
namespace pbx::stocktest {

struct Result {
    int status = -1;
    QByteArray output;
    QByteArray errors;

    QStringList lines() const; ///< of the output, without an empty last one
    QList<QJsonObject> events() const; ///< one object a line
};

Result run(const QStringList &arguments);

QString stockFolder();
/// Creates the folders, too.
void writeFile(const QString &path, const QByteArray &content);

/// What happens in a call, a word each: the prompts by name ("missing:NAME"), "ring:NAME:OUTCOME", "mail",
/// "mail-failed", "record", "reject:CODE", "error:TEXT", and at last "end:WHO".
QString transcript(const QList<QJsonObject> &events);
/// The prompts each task has played, in the order of the tasks.
QStringList heardByTask(const QList<QJsonObject> &events);

} // namespace pbx::stocktest
