// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/catalogue.h"

#include <QString>

/// The catalogue of built-ins in words, for tool tips, completion and the reference page.
namespace pbx::editor {

/// "SendEMail(fromAddr, subject, to, headers, content)", one for each way to call it.
QStringList signatures(const language::Builtin &builtin);
/// Signature, help and result, a few lines of rich text.
QString shortHelp(const language::Builtin &builtin);
/// All that is known: parameters, details, examples. Rich text.
QString fullHelp(const language::Builtin &builtin);
/// Rich text for any name: help of the built-in, or empty.
QString helpFor(const QString &name);

} // namespace pbx::editor
