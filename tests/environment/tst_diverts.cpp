// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/diverts.h"

#include "environment/accounts/routing.h"
#include "environment/accounts/time_zones.h"
#include "environment/data/notation.h"

#include <QTest>

using namespace pbx;
using accounts::DivertWhen;

namespace {

accounts::Account account(const QByteArray &settings)
{
    const auto read = data::readNotation({settings.constData(), size_t(settings.size())});
    accounts::Defaults defaults;
    defaults.workspaceZone = "Europe/Moscow";
    return accounts::readAccount("ivanov", "d.example", read ? read->value : data::Value(), defaults);
}

QByteArray printed(const data::Value &rules)
{
    return QByteArray::fromStdString(data::printNotation(rules).value_or("?"));
}

accounts::Account with(const accounts::Account &, const data::Value &rules, const QByteArray &preferences = {})
{
    return account("{Preferences={" + preferences + "};SignalRules=" + printed(rules) + ";}");
}

} // namespace

/// "Divert calls" written into rules and read back, by the shapes of server-interfaces 4.7.
class TestDiverts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<int>("when");
        QTest::addColumn<QByteArray>("rules");
        QTest::addRow("always") << int(DivertWhen::Always)
            << QByteArray("((100006,\"pbx divert always\",((Method,is,INVITE)),((\"Redirect to\",\"#callback\"),(\"Stop Processing\"))))");
        QTest::addRow("busy") << int(DivertWhen::Busy)
            << QByteArray("((306,\"pbx divert busy\",((Method,is,INVITE)),((\"Redirect to\",\"#callback\"))))");
        QTest::addRow("noanswer") << int(DivertWhen::NoAnswer)
            << QByteArray("((506,\"pbx divert noanswer\",((Method,is,INVITE)),((\"Redirect to\",\"#callback\"))))");
        QTest::addRow("afterhours") << int(DivertWhen::AfterHours)
            << QByteArray("((100006,\"pbx divert afterhours days\",((Method,is,INVITE),(\"Current Day\",\"not in\",\"Mon,Tue,Wed,Thu,Fri\")),"
                          "((\"Redirect to\",\"#callback\"),(\"Stop Processing\"))),"
                          "(100006,\"pbx divert afterhours times\",((Method,is,INVITE),(\"Time Of Day\",\"not in\",\"09:00-18:00\")),"
                          "((\"Redirect to\",\"#callback\"),(\"Stop Processing\"))))");
    }
    void shapes()
    {
        QFETCH(int, when);
        QFETCH(QByteArray, rules);
        const auto before = account("{Preferences={WorkDayStart=32400;WorkDayEnd=64800;};}");
        const data::Value written = accounts::withDivert(before, DivertWhen(when), "#callback");
        const auto expected = data::readNotation({rules.constData(), size_t(rules.size())});
        QVERIFY(expected);
        QCOMPARE(printed(written), printed(expected->value));
        const auto diverts = accounts::readDiverts(with(before, written));
        QCOMPARE(diverts.size(), 1u);
        QCOMPARE(diverts[0].when, DivertWhen(when));
        QCOMPARE(diverts[0].target, "#callback");
        QVERIFY(diverts[0].ours);
        QCOMPARE(printed(accounts::withDivert(with(before, written), DivertWhen(when), {})), QByteArray("()"));
    }

    void othersStayAndTheServersOwnIsSwitchedOff()
    {
        const auto before = account("{SignalRules=((100005,mine,((Method,is,INVITE)),((\"Fork to\",petrov))),"
                                    "(100009,\"#Divert\",((Method,is,INVITE)),((\"Redirect to\",secretary))));}");
        QCOMPARE(accounts::readDiverts(before).size(), 1u);
        QVERIFY(!accounts::readDiverts(before)[0].ours);
        const auto after = with(before, accounts::withDivert(before, DivertWhen::Always, "petrov"));
        QCOMPARE(after.rules.size(), 3u);
        QCOMPARE(after.rules[0].name, "mine");
        QCOMPARE(after.rules[1].name, "#Divert");
        QVERIFY(!after.rules[1].active);
        QCOMPARE(accounts::readDiverts(after)[0].target, "petrov");
    }

    void hoursAreFollowed_data()
    {
        QTest::addColumn<QByteArray>("preferences");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<bool>("diverted");
        const QByteArray usual("WorkDayStart=32400;WorkDayEnd=64800;");
        QTest::addRow("in hours") << usual << "2026-11-25T12:00" << false;
        QTest::addRow("at the start") << usual << "2026-11-25T09:00" << false;
        QTest::addRow("before") << usual << "2026-11-25T08:59" << true;
        QTest::addRow("evening") << usual << "2026-11-25T20:15" << true;
        QTest::addRow("weekend") << usual << "2026-11-28T12:00" << true;
        QTest::addRow("no days") << QByteArray("WorkDays=();") << "2026-11-25T12:00" << true;
        QTest::addRow("all days and hours") << QByteArray("WorkDays=(Sun,Mon,Tue,Wed,Thu,Fri,Sat);WorkDayStart=0;WorkDayEnd=86400;") << "2026-11-28T03:00" << false;
        QTest::addRow("equal ends: never working") << QByteArray("WorkDayStart=0;WorkDayEnd=0;") << "2026-11-25T12:00" << true;
    }
    void hoursAreFollowed()
    {
        QFETCH(QByteArray, preferences);
        QFETCH(QString, moment);
        QFETCH(bool, diverted);
        const auto before = account("{Preferences={" + preferences + "};}");
        const data::Value rules = accounts::withDivert(before, DivertWhen::AfterHours, "petrov");
        const QByteArray settings = "{Preferences={" + preferences + "};SignalRules=" + printed(rules) + ";}";
        const auto read = data::readNotation({settings.constData(), size_t(settings.size())});
        accounts::Directory directory;
        directory.setServer({}, {}, "Europe/Moscow");
        directory.addAccount("d.example", "ivanov", read->value);
        directory.addAccount("d.example", "petrov", {});
        accounts::RouteOptions options;
        options.domain = "d.example";
        options.time = accounts::toGmt("Europe/Moscow", *accounts::readMoment(moment.toStdString()));
        const auto result = accounts::route(directory, "ivanov", options);
        QVERIFY(result.as<accounts::PhoneTarget>());
        QCOMPARE(result.as<accounts::PhoneTarget>()->account, diverted ? "petrov@d.example" : "ivanov@d.example");
    }

    void changedHoursRewriteTheDivert()
    {
        const auto before = account("{Preferences={WorkDayStart=32400;WorkDayEnd=64800;};}");
        QVERIFY(accounts::withCurrentHours(before).isNull());
        const data::Value rules = accounts::withDivert(before, DivertWhen::AfterHours, "#callback");
        const auto later = with(before, rules, "WorkDayStart=36000;WorkDayEnd=70200;WorkDays=(Mon,Sat);");
        const QByteArray text = printed(accounts::withCurrentHours(later));
        QVERIFY2(text.contains("10:00-19:30") && text.contains("Mon,Sat") && !text.contains("09:00"), text);
    }
};

QTEST_GUILESS_MAIN(TestDiverts)
#include "tst_diverts.moc"
