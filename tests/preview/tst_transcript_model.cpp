// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/transcript_model.h"

#include "preview/phone/event_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pbx;
using phone::TranscriptModel;

/// The list of what happens in a call: lines appear, get their end, and say what they are.
class TestTranscriptModel : public QObject {
    Q_OBJECT

    /// A trace that tells the model of its changes, as a call does.
    struct Feed : call::Trace::Listener {
        call::Trace trace;
        TranscriptModel model;
        Feed()
        {
            trace.setListener(this);
            model.setEvents(&trace.events());
        }
        void eventAdded(std::size_t index) override { model.eventAppended(int(index)); }
        void eventCompleted(std::size_t index) override { model.eventFinished(int(index)); }
        QString cell(int row, int column) const
        {
            return model.index(row, column).data().toString();
        }
    };

    static call::Event event(std::string_view kind, std::vector<std::pair<std::string_view, data::Value>> members = {},
                             std::int64_t time = 0)
    {
        call::Event made;
        made.kind = kind;
        made.time = time;
        made.members = std::move(members);
        return made;
    }

private Q_SLOTS:
    void growsAsTheCallGoesOn()
    {
        Feed feed;
        const QAbstractItemModelTester tester(&feed.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy inserted(&feed.model, &QAbstractItemModel::rowsInserted);
        feed.trace.add(event("key", {{"key", data::Value::string("4")}}, 1250));
        feed.trace.add(event("log", {{"text", data::Value::string("first\nsecond")}}));
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(feed.model.rowCount(), 2);
        QCOMPARE(feed.cell(0, TranscriptModel::Time), QStringLiteral("0:01") + QLocale().decimalPoint() + QStringLiteral("250"));
        QVERIFY(feed.cell(0, TranscriptModel::What).contains(u'4'));
        // One event is one line, whatever a program logs.
        QCOMPARE(feed.cell(1, TranscriptModel::What), QStringLiteral("first second"));
    }

    void promptsGetTheirLength()
    {
        Feed feed;
        const QAbstractItemModelTester tester(&feed.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        feed.model.setSpeech([](const call::Event &) { return QStringLiteral("Hello"); });
        call::Event play = event("play", {{"name", data::Value::string("welcome")},
                                          {"path", data::Value::string("domains/d/environment/welcome.wav")}});
        play.complete = false;
        play.file = "domains/d/environment/callback.sppr";
        play.line = 12;
        const std::size_t index = feed.trace.add(std::move(play));
        const QString playing = feed.cell(0, TranscriptModel::What);
        QVERIFY2(playing.contains(QStringLiteral("Hello")), qPrintable(playing));
        const QSignalSpy changed(&feed.model, &QAbstractItemModel::dataChanged);
        feed.trace.complete(index, {{"duration", data::Value::number(3400)}, {"interrupted", data::Value::yes()}});
        QCOMPARE(changed.count(), 1);
        const QString played = feed.cell(0, TranscriptModel::What);
        QVERIFY2(played.contains(phone::secondsText(3.4)), qPrintable(played));
        QVERIFY(played != playing);
        QCOMPARE(feed.cell(0, TranscriptModel::Place), QStringLiteral("callback.sppr:12"));
        const QModelIndex row = feed.model.index(0, 0);
        QCOMPARE(row.data(TranscriptModel::LineRole).toInt(), 12);
        QCOMPARE(row.data(TranscriptModel::PromptRole).toString(), QStringLiteral("domains/d/environment/welcome.wav"));
    }

    void timeOutAndKeyAreDifferent()
    {
        Feed feed;
        feed.trace.add(event("read", {{"value", data::Value()}}));
        feed.trace.add(event("read", {{"value", data::Value::string("7")}}));
        QVERIFY(feed.cell(0, TranscriptModel::What) != feed.cell(1, TranscriptModel::What));
        QVERIFY(feed.cell(1, TranscriptModel::What).contains(u'7'));
    }

    void everyKindHasTextAndIcon_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"dial", "route", "start", "answer", "reject", "redirect", "play", "missing", "key", "read",
                                 "mail", "record", "bridge", "unbridge", "ring", "error", "end"})
            QTest::newRow(kind) << QByteArray(kind);
    }
    void everyKindHasTextAndIcon()
    {
        QFETCH(QByteArray, kind);
        const call::Event made = event(std::string_view(kind.constData(), size_t(kind.size())));
        QVERIFY(kind == "error" || !phone::eventText(made).isEmpty());
        QVERIFY(!phone::eventIcon(made).isEmpty());
        QVERIFY(phone::eventKind(made) != QString::fromLatin1(kind));
    }

    void aNewCallEmptiesTheList()
    {
        Feed feed;
        const QAbstractItemModelTester tester(&feed.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        feed.trace.add(event("answer"));
        const std::vector<call::Event> none;
        feed.model.setEvents(&none);
        QCOMPARE(feed.model.rowCount(), 0);
    }
};

QTEST_MAIN(TestTranscriptModel)
#include "tst_transcript_model.moc"
