// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/environment.h"
#include "environment/files/name_rules.h"
#include "tests/environment/marked_texts.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pbx::files;
using namespace Qt::StringLiterals;

class TestEnvironment : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    void put(const QString &path, const QByteArray &content = "x")
    {
        const QString full = m_dir.filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(full).absolutePath()));
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    std::shared_ptr<const Environment> load(const QString &base, LookupOrder order = LookupOrder::LanguagesFirst)
    {
        return Environment::fromFolders({m_dir.filePath(base + u"/stock"_s), m_dir.filePath(base + u"/server"_s),
                                         m_dir.filePath(base + u"/domain"_s), "a.example"},
                                        order);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }

    void refusesNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("fault");
        const auto row = [](const char *tag, const QByteArray &name, NameFault fault) {
            QTest::newRow(tag) << name << static_cast<int>(fault);
        };
        row("plain", "welcome.wav", NameFault::None);
        row("language", "russian/welcome.wav", NameFault::None);
        row("cyrillic", "привет.wav", NameFault::None);
        row("empty", "", NameFault::Empty);
        row("empty part", "russian/", NameFault::Empty);
        row("dot", ".", NameFault::DotName);
        row("dots", "..", NameFault::DotName);
        row("dots in a part", "../x.wav", NameFault::DotName);
        row("dots behind", "russian/..", NameFault::DotName);
        row("backslash", "a\\b.wav", NameFault::Backslash);
        row("control", "a\tb.wav", NameFault::ControlCharacter);
        row("nul", QByteArray("a\0b", 3), NameFault::ControlCharacter);
        row("delete", "a\x7f", NameFault::ControlCharacter);
        row("absolute", "/etc/passwd", NameFault::LeadingSlash);
        row("two levels", "a/b/c.wav", NameFault::TooManySlashes);
        row("100 bytes", QByteArray(100, 'a'), NameFault::None);
        row("101 bytes", QByteArray(101, 'a'), NameFault::TooLong);
        row("not UTF-8", "a\xff.wav", NameFault::NotUtf8);
    }
    void refusesNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, fault);
        const auto verdict = checkName({name.constData(), static_cast<std::size_t>(name.size())});
        QCOMPARE(static_cast<int>(verdict.fault), fault);
        QCOMPARE(verdict.message.empty(), verdict.accepted());
        const MarkedTexts marks;
        const auto told = checkName({name.constData(), static_cast<std::size_t>(name.size())}).message;
        QVERIFY2(verdict.accepted() || MarkedTexts::isMarked(told), told.c_str());
    }
    void warnsOfCapitals()
    {
        const auto verdict = checkName("Welcome.WAV");
        QVERIFY(verdict.accepted());
        QVERIFY(verdict.upperCase);
        QVERIFY(!verdict.message.empty());
        QVERIFY(checkName("Привет.wav").upperCase);
        QVERIFY(!checkName("welcome.wav").upperCase);
    }
    void knowsTheDefaultLanguage()
    {
        QCOMPARE(languageFolder("English"), std::string());
        QCOMPARE(languageFolder("default"), std::string());
        QCOMPARE(languageFolder(""), std::string());
        QCOMPARE(languageFolder("Russian"), std::string("russian"));
    }

    void looksInOrder()
    {
        const QString base = u"order"_s;
        put(base + u"/stock/russian/welcome.wav"_s);
        put(base + u"/stock/welcome.wav"_s);
        put(base + u"/server/welcome.wav"_s);
        put(base + u"/domain/welcome.au"_s);
        put(base + u"/domain/welcome.wav"_s);
        const auto environment = load(base);

        auto lookup = environment->find("Welcome", "Russian");
        QVERIFY(lookup.file);
        QCOMPARE(lookup.file->workspacePath, std::string("stock/russian/welcome.wav"));
        QCOMPARE(lookup.file->layer, Layer::Stock);
        QCOMPARE(lookup.file->language, std::string("russian"));
        // Domain and server folders with three extensions each, then the winner.
        QCOMPARE(lookup.steps.size(), std::size_t(7));
        QCOMPARE(lookup.steps[0].layer, Layer::Domain);
        QCOMPARE(lookup.steps[0].language, std::string("russian"));
        QCOMPARE(lookup.steps[0].file, std::string("welcome.wav"));
        QCOMPARE(lookup.steps[1].file, std::string("welcome.au"));
        QCOMPARE(lookup.steps[2].file, std::string("welcome.gsm"));
        QCOMPARE(lookup.steps[3].layer, Layer::Server);
        QVERIFY(!lookup.steps[5].found);
        QVERIFY(lookup.steps[6].found);

        lookup = environment->find("welcome", "english");
        QCOMPARE(lookup.steps.size(), std::size_t(1));
        QCOMPARE(lookup.file->workspacePath, std::string("domains/a.example/environment/welcome.wav"));

        const auto layered = load(base, LookupOrder::LayerByLayer);
        QCOMPARE(layered->find("welcome", "russian").file->workspacePath,
                 std::string("domains/a.example/environment/welcome.wav"));
        QCOMPARE(layered->findMedia("welcome", "russian")->workspacePath,
                 std::string("domains/a.example/environment/welcome.wav"));
    }

    void takesPlaceBeforeExtension()
    {
        const QString base = u"extension"_s;
        put(base + u"/server/tone.wav"_s);
        put(base + u"/domain/tone.gsm"_s);
        put(base + u"/domain/both.gsm"_s);
        put(base + u"/domain/both.au"_s);
        put(base + u"/domain/data"_s);
        put(base + u"/domain/two.parts.wav"_s);
        const auto environment = load(base);
        QCOMPARE(environment->findMedia("tone", "")->name, std::string("tone.gsm"));
        QCOMPARE(environment->findMedia("both", "")->name, std::string("both.au"));
        QCOMPARE(environment->findMedia("TONE.WAV", "")->layer, Layer::Server);
        QVERIFY(!environment->findMedia("data", ""));
        QVERIFY(environment->findFile("data", ""));
        QVERIFY(!environment->findMedia("two.parts", "")); // it has a dot: that name alone
        QVERIFY(environment->findMedia("two.parts.wav", ""));
    }

    void refusesPathsInPrograms()
    {
        const QString base = u"paths"_s;
        put(base + u"/domain/russian/a.wav"_s);
        const auto environment = load(base);
        for (const char *name : {"russian/a", "../domain/russian/a.wav", "russian\\a.wav", "..", ".", "", "/a.wav"}) {
            QVERIFY2(!environment->findMedia(name, ""), name);
            const auto lookup = environment->find(name, "");
            QVERIFY2(!lookup.file, name);
            QVERIFY2(!lookup.refused.empty(), name);
        }
    }

    void findsAnyCaseAndTellsTwins()
    {
        const QString base = u"case"_s;
        put(base + u"/domain/Welcome.WAV"_s);
        put(base + u"/domain/twin.wav"_s, "lower");
        put(base + u"/domain/Twin.wav"_s, "upper!");
        put(base + u"/domain/Russian/Привет.wav"_s);
        const auto environment = load(base);
        const auto *welcome = environment->findMedia("WELCOME", "");
        QVERIFY(welcome);
        QCOMPARE(welcome->name, std::string("welcome.wav"));
        QVERIFY(welcome->path.endsWith(u"/Welcome.WAV"_s));
        QCOMPARE(welcome->workspacePath, std::string("domains/a.example/environment/Welcome.WAV"));
        QCOMPARE(environment->findMedia("Twin", "")->size, 5);
        QVERIFY(environment->findMedia("пРИВЕТ", "rUSSIAN"));
        int twins = 0;
        for (const auto &problem : environment->problems())
            twins += problem.code == "duplicate-file";
        QCOMPARE(twins, 1);
    }

    void ignoresDeeperFoldersAndLeftovers()
    {
        const QString base = u"deep"_s;
        put(base + u"/domain/russian/more/a.wav"_s);
        put(base + u"/domain/.hidden.wav"_s);
        put(base + u"/domain/a\\b.wav"_s);
        const auto environment = load(base);
        QCOMPARE(environment->list().size(), std::size_t(0));
        QCOMPARE(environment->problems().size(), std::size_t(2));
    }

    void problemsAreTranslated()
    {
        const QString base = u"marked"_s;
        put(base + u"/domain/russian/more/a.wav"_s);
        put(base + u"/domain/a\\b.wav"_s);
        put(base + u"/domain/Twin.wav"_s);
        put(base + u"/domain/twin.wav"_s);
        const MarkedTexts marks;
        const auto environment = load(base);
        QCOMPARE(environment->problems().size(), std::size_t(4)); // the twin in capitals has two
        for (const auto &problem : environment->problems())
            QVERIFY2(MarkedTexts::isMarked(problem.message), problem.message.c_str());
        for (const char *name : {"russian/a", "..", ""})
            QVERIFY2(MarkedTexts::isMarked(environment->find(name, "").refused), name);
    }

    void listsWhatHidesWhat()
    {
        const QString base = u"list"_s;
        put(base + u"/stock/a.wav"_s);
        put(base + u"/server/a.wav"_s);
        put(base + u"/domain/a.wav"_s);
        put(base + u"/stock/b.wav"_s);
        put(base + u"/domain/russian/a.wav"_s);
        const auto listed = load(base)->list();
        QCOMPARE(listed.size(), std::size_t(5));
        QCOMPARE(listed[0].file.layer, Layer::Domain);
        QVERIFY(!listed[0].hiddenBy);
        QCOMPARE(listed[0].hides.size(), std::size_t(2));
        QCOMPARE(listed[1].file.layer, Layer::Server);
        QVERIFY(listed[1].hiddenBy == Layer::Domain);
        QVERIFY(listed[2].hiddenBy == Layer::Domain);
        QCOMPARE(listed[3].file.name, std::string("b.wav"));
        QVERIFY(!listed[3].hiddenBy);
        QCOMPARE(listed[4].file.language, std::string("russian"));
    }

    void missingLayersAreEmpty()
    {
        const Environment nothing(nullptr, nullptr, nullptr);
        QVERIFY(!nothing.findMedia("welcome", "russian"));
        QVERIFY(!nothing.find("welcome", "russian").file);
        const auto missing = load(u"nowhere"_s);
        QVERIFY(!missing->layer(Layer::Domain)->exists());
        QCOMPARE(missing->find("welcome", "russian").steps.size(), std::size_t(18));
    }

    /// The table and the walk are two implementations of one rule: they agree on every name of a made-up environment.
    void tableAgreesWithWalk()
    {
        const QString base = u"agree"_s;
        const QStringList layers{u"stock"_s, u"server"_s, u"domain"_s};
        const QStringList folders{u""_s, u"russian/"_s, u"french/"_s};
        const QStringList names{u"a.wav"_s, u"a.au"_s, u"a.gsm"_s,  u"b.gsm"_s,    u"b.wav"_s,
                                u"c.au"_s,  u"d"_s,    u"e.sppr"_s, u"f.wav.wav"_s};
        quint32 state = 12345;
        for (const auto &layer : layers) {
            for (const auto &folder : folders) {
                for (const auto &name : names) {
                    state = state * 1664525 + 1013904223;
                    if (state >> 30)
                        continue;
                    put(base + u'/' + layer + u'/' + folder + name);
                }
            }
        }
        int found = 0;
        for (const auto order : {LookupOrder::LanguagesFirst, LookupOrder::LayerByLayer}) {
            const auto environment = load(base, order);
            for (const char *language : {"", "Russian", "french", "klingon"}) {
                for (const char *name :
                     {"a", "A.WAV", "a.au", "b", "B.gsm", "c", "d", "e", "e.sppr", "f", "f.wav", "f.wav.wav", "g"}) {
                    for (const auto kind : {NameKind::Media, NameKind::Exact}) {
                        const auto walked = environment->find(name, language, kind);
                        const auto *looked = kind == NameKind::Media ? environment->findMedia(name, language)
                                                                     : environment->findFile(name, language);
                        if (kind == NameKind::Media && !std::string_view(name).contains('.') && walked.file)
                            QVERIFY(walked.file->name != name);
                        QCOMPARE(looked != nullptr, walked.file.has_value());
                        if (looked) {
                            QCOMPARE(looked->path, walked.file->path);
                            ++found;
                        }
                    }
                }
            }
        }
        QVERIFY(found > 40);
    }
};

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
