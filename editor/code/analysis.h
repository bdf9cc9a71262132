// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/diagnostic.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace pbx::editor {

/// A diagnostic as the window carries it around.
struct Remark {
    language::Severity severity = language::Severity::Error;
    QString code;
    const char *format = ""; ///< text of the language room, lives for ever
    QStringList arguments;
    language::Span span; ///< bytes
    int line = 1;
    int column = 1;
    bool hasFix = false;
    language::Span fixSpan;
    QByteArray replacement;

    /// In the user's language.
    QString message() const;
};

struct Analysis {
    quint64 revision = 0; ///< of the text that was looked at
    QList<Remark> remarks;
    QStringList names; ///< sections and variables of the file, for completion
};

/// Parses and resolves at once, in the calling thread.
Analysis analyse(const QByteArray &text, const QString &fileName, quint64 revision);

/// Looks at a text in another thread whenever it has been left alone for a moment. Answers to a text that has changed
/// meanwhile are dropped.
class Analyser : public QObject {
    Q_OBJECT
public:
    explicit Analyser(QObject *parent = nullptr);

    void setFileName(const QString &name) { m_fileName = name; }
    /// The text has changed. `fetch` is asked for it when it is needed.
    void touch();
    void analyseNow();

Q_SIGNALS:
    /// To be answered by submit().
    void textNeeded();
    void finished(const pbx::editor::Analysis &analysis);

public:
    void submit(const QByteArray &text);

private:
    void accept(const Analysis &analysis);

    QTimer m_delay;
    QString m_fileName;
    quint64 m_revision = 0;
    bool m_busy = false;
    bool m_again = false;
};

} // namespace pbx::editor
