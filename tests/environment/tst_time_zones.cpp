// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/hours.h"
#include "environment/accounts/routing.h"
#include "environment/accounts/time_zones.h"
#include "environment/accounts/zone_file.h"
#include "environment/data/notation.h"

#include <QFile>
#include <QTest>
#include <QTimeZone>

#include <iterator>

using namespace pbx;
using namespace pbx::accounts;
using namespace Qt::StringLiterals;

/// Hours and rules on the days the clocks change (pbx-runtime, 8.2 and 8.3: the account's zone).
namespace {

struct Edge {
    const char *zone;
    std::int64_t gmt;
    const char *local;
    bool sundayAtTwo; ///< Sunday, 02:00 ≤ local time < 03:00
};

/// Around each change an hour, half an hour and a second before it, it, and up to an hour behind it. Worked out by
/// Python's zoneinfo: datetime.fromtimestamp(gmt, ZoneInfo(zone)). Berlin and New York skip and repeat an hour, Lord Howe
/// half an hour, Moscow stopped changing in 2011 and moved for good in 2014, Kolkata never changes.
constexpr Edge edges[] = {
        {"Europe/Berlin", 1774742400, "2026-03-29 Sun 01:00:00", false},
        {"Europe/Berlin", 1774744200, "2026-03-29 Sun 01:30:00", false},
        {"Europe/Berlin", 1774745999, "2026-03-29 Sun 01:59:59", false},
        {"Europe/Berlin", 1774746000, "2026-03-29 Sun 03:00:00", false},
        {"Europe/Berlin", 1774747799, "2026-03-29 Sun 03:29:59", false},
        {"Europe/Berlin", 1774747800, "2026-03-29 Sun 03:30:00", false},
        {"Europe/Berlin", 1774749599, "2026-03-29 Sun 03:59:59", false},
        {"Europe/Berlin", 1774749600, "2026-03-29 Sun 04:00:00", false},
        {"Europe/Berlin", 1792886400, "2026-10-25 Sun 02:00:00", true},
        {"Europe/Berlin", 1792888200, "2026-10-25 Sun 02:30:00", true},
        {"Europe/Berlin", 1792889999, "2026-10-25 Sun 02:59:59", true},
        {"Europe/Berlin", 1792890000, "2026-10-25 Sun 02:00:00", true},
        {"Europe/Berlin", 1792891799, "2026-10-25 Sun 02:29:59", true},
        {"Europe/Berlin", 1792891800, "2026-10-25 Sun 02:30:00", true},
        {"Europe/Berlin", 1792893599, "2026-10-25 Sun 02:59:59", true},
        {"Europe/Berlin", 1792893600, "2026-10-25 Sun 03:00:00", false},
        {"America/New_York", 1772949600, "2026-03-08 Sun 01:00:00", false},
        {"America/New_York", 1772951400, "2026-03-08 Sun 01:30:00", false},
        {"America/New_York", 1772953199, "2026-03-08 Sun 01:59:59", false},
        {"America/New_York", 1772953200, "2026-03-08 Sun 03:00:00", false},
        {"America/New_York", 1772954999, "2026-03-08 Sun 03:29:59", false},
        {"America/New_York", 1772955000, "2026-03-08 Sun 03:30:00", false},
        {"America/New_York", 1772956799, "2026-03-08 Sun 03:59:59", false},
        {"America/New_York", 1772956800, "2026-03-08 Sun 04:00:00", false},
        {"America/New_York", 1793509200, "2026-11-01 Sun 01:00:00", false},
        {"America/New_York", 1793511000, "2026-11-01 Sun 01:30:00", false},
        {"America/New_York", 1793512799, "2026-11-01 Sun 01:59:59", false},
        {"America/New_York", 1793512800, "2026-11-01 Sun 01:00:00", false},
        {"America/New_York", 1793514599, "2026-11-01 Sun 01:29:59", false},
        {"America/New_York", 1793514600, "2026-11-01 Sun 01:30:00", false},
        {"America/New_York", 1793516399, "2026-11-01 Sun 01:59:59", false},
        {"America/New_York", 1793516400, "2026-11-01 Sun 02:00:00", true},
        {"Australia/Lord_Howe", 1775311200, "2026-04-05 Sun 01:00:00", false},
        {"Australia/Lord_Howe", 1775313000, "2026-04-05 Sun 01:30:00", false},
        {"Australia/Lord_Howe", 1775314799, "2026-04-05 Sun 01:59:59", false},
        {"Australia/Lord_Howe", 1775314800, "2026-04-05 Sun 01:30:00", false},
        {"Australia/Lord_Howe", 1775316599, "2026-04-05 Sun 01:59:59", false},
        {"Australia/Lord_Howe", 1775316600, "2026-04-05 Sun 02:00:00", true},
        {"Australia/Lord_Howe", 1775318399, "2026-04-05 Sun 02:29:59", true},
        {"Australia/Lord_Howe", 1775318400, "2026-04-05 Sun 02:30:00", true},
        {"Australia/Lord_Howe", 1791037800, "2026-10-04 Sun 01:00:00", false},
        {"Australia/Lord_Howe", 1791039600, "2026-10-04 Sun 01:30:00", false},
        {"Australia/Lord_Howe", 1791041399, "2026-10-04 Sun 01:59:59", false},
        {"Australia/Lord_Howe", 1791041400, "2026-10-04 Sun 02:30:00", true},
        {"Australia/Lord_Howe", 1791043199, "2026-10-04 Sun 02:59:59", true},
        {"Australia/Lord_Howe", 1791043200, "2026-10-04 Sun 03:00:00", false},
        {"Australia/Lord_Howe", 1791044999, "2026-10-04 Sun 03:29:59", false},
        {"Australia/Lord_Howe", 1791045000, "2026-10-04 Sun 03:30:00", false},
        {"Europe/Moscow", 1288476000, "2010-10-31 Sun 02:00:00", true},
        {"Europe/Moscow", 1288477800, "2010-10-31 Sun 02:30:00", true},
        {"Europe/Moscow", 1288479599, "2010-10-31 Sun 02:59:59", true},
        {"Europe/Moscow", 1288479600, "2010-10-31 Sun 02:00:00", true},
        {"Europe/Moscow", 1288481399, "2010-10-31 Sun 02:29:59", true},
        {"Europe/Moscow", 1288481400, "2010-10-31 Sun 02:30:00", true},
        {"Europe/Moscow", 1288483199, "2010-10-31 Sun 02:59:59", true},
        {"Europe/Moscow", 1288483200, "2010-10-31 Sun 03:00:00", false},
        {"Europe/Moscow", 1301176800, "2011-03-27 Sun 01:00:00", false},
        {"Europe/Moscow", 1301178600, "2011-03-27 Sun 01:30:00", false},
        {"Europe/Moscow", 1301180399, "2011-03-27 Sun 01:59:59", false},
        {"Europe/Moscow", 1301180400, "2011-03-27 Sun 03:00:00", false},
        {"Europe/Moscow", 1301182199, "2011-03-27 Sun 03:29:59", false},
        {"Europe/Moscow", 1301182200, "2011-03-27 Sun 03:30:00", false},
        {"Europe/Moscow", 1301183999, "2011-03-27 Sun 03:59:59", false},
        {"Europe/Moscow", 1301184000, "2011-03-27 Sun 04:00:00", false},
        {"Europe/Moscow", 1414270800, "2014-10-26 Sun 01:00:00", false},
        {"Europe/Moscow", 1414272600, "2014-10-26 Sun 01:30:00", false},
        {"Europe/Moscow", 1414274399, "2014-10-26 Sun 01:59:59", false},
        {"Europe/Moscow", 1414274400, "2014-10-26 Sun 01:00:00", false},
        {"Europe/Moscow", 1414276199, "2014-10-26 Sun 01:29:59", false},
        {"Europe/Moscow", 1414276200, "2014-10-26 Sun 01:30:00", false},
        {"Europe/Moscow", 1414277999, "2014-10-26 Sun 01:59:59", false},
        {"Europe/Moscow", 1414278000, "2014-10-26 Sun 02:00:00", true},
        {"Asia/Kolkata", 1774726200, "2026-03-29 Sun 01:00:00", false},
        {"Asia/Kolkata", 1774728000, "2026-03-29 Sun 01:30:00", false},
        {"Asia/Kolkata", 1774729799, "2026-03-29 Sun 01:59:59", false},
        {"Asia/Kolkata", 1774729800, "2026-03-29 Sun 02:00:00", true},
        {"Asia/Kolkata", 1774731599, "2026-03-29 Sun 02:29:59", true},
        {"Asia/Kolkata", 1774731600, "2026-03-29 Sun 02:30:00", true},
        {"Asia/Kolkata", 1774733399, "2026-03-29 Sun 02:59:59", true},
        {"Asia/Kolkata", 1774733400, "2026-03-29 Sun 03:00:00", false},
        {"Asia/Kolkata", 1792870200, "2026-10-25 Sun 01:00:00", false},
        {"Asia/Kolkata", 1792872000, "2026-10-25 Sun 01:30:00", false},
        {"Asia/Kolkata", 1792873799, "2026-10-25 Sun 01:59:59", false},
        {"Asia/Kolkata", 1792873800, "2026-10-25 Sun 02:00:00", true},
        {"Asia/Kolkata", 1792875599, "2026-10-25 Sun 02:29:59", true},
        {"Asia/Kolkata", 1792875600, "2026-10-25 Sun 02:30:00", true},
        {"Asia/Kolkata", 1792877399, "2026-10-25 Sun 02:59:59", true},
        {"Asia/Kolkata", 1792877400, "2026-10-25 Sun 03:00:00", false},
};

data::Value read(const std::string &text)
{
    auto document = data::readNotation(text);
    if (!document)
        qFatal("%s", document.error().message.c_str());
    return document->value;
}

std::string local(std::string_view zone, std::int64_t gmt)
{
    const LocalTime time = localTime(zone, gmt);
    const auto clock = QTime(0, 0).addSecs(time.secondOfDay).toString(QStringLiteral("HH:mm:ss")).toStdString();
    return momentText(time.seconds).substr(0, 10) + ' ' + std::string(weekdayName(time.weekday)) + ' ' + clock;
}

} // namespace

class TestTimeZones : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changes_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(edges)); ++i)
            QTest::addRow("%s %lld = %s", edges[i].zone, static_cast<long long>(edges[i].gmt), edges[i].local) << i;
    }
    /// Working hours, Time Of Day, Current Day, Current Date and the words all say the same moment.
    void changes()
    {
        QFETCH(int, index);
        const Edge &edge = edges[index];
        QCOMPARE(local(edge.zone, edge.gmt), std::string(edge.local));

        // The way back: of a doubled time the earlier moment.
        const auto seconds = localTime(edge.zone, edge.gmt).seconds;
        const auto back = toGmt(edge.zone, seconds);
        QCOMPARE(localTime(edge.zone, back).seconds, seconds);
        QVERIFY(back == edge.gmt || back == edge.gmt - 3600 || back == edge.gmt - 1800);

        const std::string zone = std::string("TimeZone = \"") + edge.zone + "\";";
        const auto account = readAccount("a", "d", read("{ Preferences = { " + zone + " WorkDays = (Sun); WorkDayStart = 7200; WorkDayEnd = 10800; }; }"), {});
        QCOMPARE(inWorkingHours(account, edge.gmt), edge.sundayAtTwo);
        const auto reason = QString::fromStdString(explainWorkingHours(account, edge.gmt).reason);
        QVERIFY2(reason.startsWith(QString::fromLatin1(edge.local).mid(11, 9)), qPrintable(reason));

        const std::string date(edge.local, 10);
        const std::string day(edge.local + 11, 3);
        Directory directory;
        directory.addDomain("d", read("{}"));
        const auto rule = [](const char *condition, const std::string &value, const char *program) {
            return std::string("(100005,r,((\"") + condition + "\",in,\"" + value + "\")),((\"Redirect to\",\"#" + program + "\")))";
        };
        const auto add = [&](const char *name, const std::string &rules) {
            directory.addAccount("d", name, read("{ Preferences = { " + zone + " }; SignalRules = (" + rules + "); }"));
        };
        add("time", rule("Time Of Day", "02:00-03:00", "two"));
        add("day", rule("Current Day", day, "today"));
        add("date", rule("Current Date", date, "today"));
        RouteOptions options;
        options.domain = "d";
        options.time = edge.gmt;
        const int hour = QString::fromLatin1(edge.local).mid(15, 2).toInt();
        QCOMPARE(describe(route(directory, "time", options).target()), std::string(hour == 2 ? "two#time@d" : "phone:time@d"));
        QCOMPARE(describe(route(directory, "day", options).target()), std::string("today#day@d"));
        QCOMPARE(describe(route(directory, "date", options).target()), std::string("today#date@d"));
        // Two days earlier the date is another one.
        options.time = edge.gmt - 2 * 86400;
        QCOMPARE(describe(route(directory, "date", options).target()), std::string("phone:date@d"));
    }

    void agreesWithQt_data()
    {
        QTest::addColumn<QByteArray>("zone"); ///< as the server or IANA writes it
        QTest::addColumn<QByteArray>("iana");
        for (const char *zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Europe/Dublin"})
            QTest::newRow(zone) << QByteArray(zone) << QByteArray(zone);
        for (const ZoneName &name : zoneNames()) {
            if (!name.iana.empty())
                QTest::newRow(name.server.data()) << QByteArray(name.server.data()) << QByteArray(name.iana.data(), qsizetype(name.iana.size()));
        }
    }
    /// Every quarter of an hour of the hours around each change from 1990 to 2045, and every ten days between.
    void agreesWithQt()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, iana);
        const QTimeZone other(iana);
        QVERIFY(other.isValid());
        const auto compare = [&](std::int64_t gmt) {
            const auto moment = QDateTime::fromSecsSinceEpoch(gmt, QTimeZone::UTC);
            if (offsetAt(zone.toStdString(), gmt) != other.offsetFromUtc(moment))
                qFatal("%s at %lld: %lld, Qt %d", zone.constData(), (long long)gmt, (long long)offsetAt(zone.toStdString(), gmt), other.offsetFromUtc(moment));
        };
        const auto from = QDateTime(QDate(1990, 1, 1), QTime(0, 0), QTimeZone::UTC);
        const auto until = QDateTime(QDate(2045, 12, 31), QTime(0, 0), QTimeZone::UTC);
        for (auto at = from; at < until; at = at.addDays(10))
            compare(at.toSecsSinceEpoch());
        for (const auto &change : other.transitions(from, until)) {
            for (int quarter = -8; quarter <= 8; ++quarter) {
                for (const int second : {-1, 0})
                    compare(change.atUtc.toSecsSinceEpoch() + quarter * 900 + second);
            }
        }
    }

    /// Files cut off anywhere or with any byte changed are read or refused, nothing else.
    void brokenFiles()
    {
        QFile file(QStringLiteral("/usr/share/zoneinfo/Europe/Berlin"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string whole = file.readAll().toStdString();
        QVERIFY(ZoneFile::read(whole));
        for (std::size_t size = 0; size < whole.size(); ++size) {
            auto changed = whole;
            changed[size] = static_cast<char>(~changed[size]);
            for (const auto &zone : {ZoneFile::read(std::string_view(whole).substr(0, size)), ZoneFile::read(changed)}) {
                for (const std::int64_t gmt : {-4'000'000'000ll, 0ll, 1'774'746'000ll, 200'000'000'000ll})
                    QVERIFY(!zone || std::abs(zone->offsetAt(gmt)) < 40 * 86'400);
            }
        }
        for (const char *name : {"", "/etc/localtime", "../../../etc/localtime", "Europe", "Europe/", "Europe/Berlin ", "tzdata.zi"})
            QVERIFY2(!ZoneFile::find(name), name);
    }

    void fixedNames_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("offset");
        for (const ZoneName &name : zoneNames()) {
            const QByteArray zone(name.server.data(), qsizetype(name.server.size()));
            const auto sign = zone.indexOf('(') + 1;
            if (name.iana.empty() && sign > 0) // the offset stands in the name
                QTest::newRow(zone.constData())
                    << zone << (zone[sign] == '-' ? -1 : 1) * (zone.mid(sign + 1, 2).toInt() * 3600 + zone.mid(sign + 3, 2).toInt() * 60);
        }
    }
    void fixedNames()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, offset);
        for (const std::int64_t gmt : {0ll, 1'774'746'000ll, 1'792'890'000ll})
            QCOMPARE(offsetAt(zone.toStdString(), gmt), offset);
    }

    void unknownZonesAreTold_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"Mars/Base", "Europe/Berlim", "Europe Berlin", "GMT+25", "(+9900) Nowhere", "../../etc/passwd", "+03:00"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    /// When settings are read and when a call is routed by hours: the setting is named.
    void unknownZonesAreTold()
    {
        QFETCH(QByteArray, zone);
        Directory directory;
        directory.addDomain("d", read("{}"));
        directory.addAccount("d", "a",
                             read("{ Preferences = { TimeZone = \"" + zone.toStdString() + "\"; }; SignalRules = ((100005,night,((\"Time Of "
                                  "Day\",in,\"00:00-06:00\")),((\"Redirect to\",\"#night\")))); }"));
        const auto wanted = "TimeZone names \"" + zone.toStdString() + "\", which neither the server nor this system knows; GMT is used.";
        const auto problems = directory.problems();
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems[0].code, std::string("unknown-time-zone"));
        QCOMPARE(problems[0].path, (std::vector<std::string>{"Preferences", "TimeZone"}));
        QVERIFY2(problems[0].message.contains("a@d: " + wanted), problems[0].message.c_str());
        RouteOptions options;
        options.domain = "d";
        options.time = 1'774'746'000; // 01:00 in Greenwich
        const auto result = route(directory, "a", options);
        QCOMPARE(describe(result.target()), std::string("night#a@d"));
        QCOMPARE(result.warnings.size(), std::size_t(1));
        QVERIFY2(result.warnings[0].contains(wanted), result.warnings[0].c_str());
    }
};

QTEST_GUILESS_MAIN(TestTimeZones)
#include "tst_time_zones.moc"
