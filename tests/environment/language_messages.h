// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/names.h"
#include "environment/language/parser.h"

#include <QByteArray>
#include <QList>

namespace pbx::language {

/// "3 error syntax", one a message, in order of place.
inline QList<QByteArray> summary(const Tree &tree, const Source &source)
{
    QList<QByteArray> result;
    for (const Diagnostic &message : tree.diagnostics) {
        const auto severity = severityName(message.severity);
        result += QByteArray::number(source.position(message.span.begin).line) + ' ' +
                  QByteArray(severity.data(), static_cast<qsizetype>(severity.size())) + ' ' +
                  QByteArray(message.code.data(), static_cast<qsizetype>(message.code.size()));
    }
    return result;
}

inline QByteArray messages(const Tree &tree, const Source &source)
{
    QByteArray result;
    for (const Diagnostic &message : tree.diagnostics)
        result += QByteArray::number(source.position(message.span.begin).line) + ": " +
                  QByteArray::fromStdString(message.message()) + '\n';
    return result;
}

} // namespace pbx::language
