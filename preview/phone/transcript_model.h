// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/call/event.h"

#include <QAbstractTableModel>

#include <functional>

namespace pbx::phone {

/// What happened in a call, line by line: time, event, place. Shows the events of somebody else's trace, told of each
/// change by the two slots.
class TranscriptModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, What, Place, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< "play"
        FileRole, ///< in the workspace
        LineRole,
        PromptRole, ///< path in the workspace of the prompt that was played; empty for other events
    };
    /// The text of the prompt a play event played; empty: not known.
    using Speech = std::function<QString(const call::Event &)>;

    explicit TranscriptModel(QObject *parent = nullptr);

    /// Must stay valid until the next call. Null: nothing.
    void setEvents(const std::vector<call::Event> *events);
    void setSpeech(Speech speech) { m_speech = std::move(speech); }
    /// Names of the callers an event concerns, before what happens; empty: nobody is named. Then retranslate().
    void setWho(Speech who) { m_who = std::move(who); }
    const call::Event *event(int row) const;
    /// All lines as text, with tabs between the columns.
    QString toPlainText() const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    void eventAppended(int row);
    void eventFinished(int row);

private:
    QString text(const call::Event &event) const;

    const std::vector<call::Event> *m_events = nullptr;
    int m_rows = 0; ///< told to the views; may lag behind the trace within one step
    Speech m_speech;
    Speech m_who;
};

} // namespace pbx::phone
