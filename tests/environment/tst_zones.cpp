// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/hours.h"
#include "environment/accounts/routing.h"
#include "environment/accounts/time_zones.h"
#include "environment/data/notation.h"

#include <QTest>
#include <QTimeZone>

using namespace pbx;
using namespace pbx::accounts;

namespace {

data::Value read(const std::string &text)
{
    auto document = data::readNotation(text);
    return document ? std::move(document->value) : data::Value();
}

} // namespace

/// Local time at both edges of daylight saving, against Qt's own time zones: offsets, working hours, and what a rule with
/// hours and days makes of a call.
class TestZones : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edges_data();
    void edges();
    void unknownZone();
};

void TestZones::edges_data()
{
    QTest::addColumn<QString>("name"); // as the server or IANA names it
    QTest::addColumn<QString>("iana");
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("changes");
    const auto row = [](const char *name, const char *iana, int year, int changes) {
        QTest::addRow("%s %d", name, year) << QString::fromUtf8(name) << QString::fromUtf8(iana) << year << changes;
    };
    row("Europe/Berlin", "Europe/Berlin", 2026, 2);
    row("Europe/Central", "Europe/Berlin", 2026, 2); // the server's own name
    row("America/New_York", "America/New_York", 2026, 2);
    row("Australia/Lord_Howe", "Australia/Lord_Howe", 2026, 2); // half an hour
    row("Europe/Moscow", "Europe/Moscow", 2010, 2);
    row("Asia/Kolkata", "Asia/Kolkata", 2026, 0);
}

void TestZones::edges()
{
    QFETCH(QString, name);
    QFETCH(QString, iana);
    QFETCH(int, year);
    QFETCH(int, changes);
    const QTimeZone zone(iana.toUtf8());
    QVERIFY(zone.isValid());
    const std::string own = name.toStdString();
    Directory directory;
    directory.addDomain("d.example", {});
    directory.addAccount("d.example", "boss",
                         read("{ Preferences = { TimeZone = \"" + own + "\"; WorkDayStart = 5400; WorkDayEnd = 10800; "
                              "WorkDays = (Sun,Sat); };"
                              " SignalRules = ((100006,night,((\"Time Of Day\",in,\"01:30-03:00\"),(\"Current Day\",in,\"Sun,Sat\")),"
                              "((\"Reject with\",486)))); }"));
    const Account *account = directory.account("boss@d.example");
    QVERIFY(account);

    const QDateTime begin(QDate(year, 1, 1), QTime(0, 0), QTimeZone::utc());
    const auto transitions = zone.transitions(begin, begin.addYears(1));
    QCOMPARE(transitions.size(), changes);
    QList<QDateTime> moments{begin.addMonths(6)};
    for (const auto &transition : transitions)
        moments << transition.atUtc;
    for (const QDateTime &moment : std::as_const(moments)) {
        // Three hours on either side, every five minutes and the seconds next to them.
        for (qint64 step = -3 * 3600; step <= 3 * 3600; step += 300) {
            for (const qint64 second : {-1, 0, 1}) {
                const qint64 gmt = moment.toSecsSinceEpoch() + step + second;
                const QDateTime local = QDateTime::fromSecsSinceEpoch(gmt, zone);
                QCOMPARE(offsetAt(own, gmt), std::int64_t(local.offsetFromUtc()));
                const int day = local.date().dayOfWeek();
                const int seconds = local.time().msecsSinceStartOfDay() / 1000;
                const bool inside = (day == 6 || day == 7) && seconds >= 5400 && seconds < 10'800;
                QCOMPARE(inWorkingHours(*account, gmt), inside);
                RouteOptions options;
                options.domain = "d.example";
                options.time = gmt;
                QCOMPARE(route(directory, "boss", options).as<RejectTarget>() != nullptr, inside);
            }
        }
    }
}

void TestZones::unknownZone()
{
    QVERIFY(!isKnownZone("Nowhere/Atall"));
    QVERIFY2(QString::fromStdString(zoneProblem("Nowhere/Atall")).contains(QStringLiteral("Nowhere/Atall")),
             zoneProblem("Nowhere/Atall").c_str());
    QCOMPARE(offsetAt("Nowhere/Atall", 1'795'000'000), std::int64_t(0));
}

QTEST_GUILESS_MAIN(TestZones)
#include "tst_zones.moc"
