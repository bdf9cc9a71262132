// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/prober.h"

#include "environment/accounts/rules.h"
#include "environment/accounts/texts.h"
#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/files/name_rules.h"
#include "environment/server/answers.h"
#include "environment/server/failures.h"
#include "environment/server/webadmin.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>

/// The open points of server-interfaces, section 9, and what can be asked of them without changing anything.
namespace pbx::server {

namespace {

using Effect = Command::Effect;
using Kind = Failure::Kind;

/// Accounts whose settings are looked at; enough to see how a server writes them.
constexpr std::size_t mostAccounts = 20;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Probe)
};

QString question(int point)
{
    switch (point) {
    case 1: return Text::tr("How does the server store “Divert calls” and other simplified rules?");
    case 2: return Text::tr("Which values do rules with FreeBusy and Preference conditions have?");
    case 3: return Text::tr("What do lists of an environment tell of files, folders and outer layers?");
    case 4: return Text::tr("What does the server answer when something is missing, or there already?");
    case 5: return Text::tr("How long may a command be?");
    case 6: return Text::tr("Does storing a .tar unpack it?");
    case 7: return Text::tr("What does WebAdmin's form for uploads look like?");
    case 8: return Text::tr("Which rights does this user have, and do they suffice for environments?");
    case 9: return Text::tr("What does deleting an environment without naming a language do?");
    case 10: return Text::tr("How are languages written in preferences?");
    case 11: return Text::tr("How are the attendant's settings written?");
    case 12: return Text::tr("In which order are languages and layers searched?");
    case 13: return Text::tr("How do commands over HTTP answer?");
    case 14: return Text::tr("Does the command port offer TLS, and when does it drop idle sessions?");
    case 15: return Text::tr("Which priorities do rules have?");
    case 16: return Text::tr("Does file storage show the environment?");
    case 17: return Text::tr("What do tasks answer?");
    case 18: return Text::tr("Which texts come back as they were sent?");
    case 19: return Text::tr("Do other alphabets come back as they were sent?");
    case 20: return Text::tr("Do rules fill missing parts with “---”?");
    default: return Text::tr("Does the server compile a program before it stores it (TRYCOMPILE)?");
    }
}

bool isLost(const Failure &failure)
{
    return failure.kind == Kind::Cancelled || failure.kind == Kind::NoConnection || failure.kind == Kind::TimedOut
           || failure.kind == Kind::ConnectionLost;
}

QString shortened(const data::Value &value)
{
    const auto text = QString::fromStdString(data::printNotation(value, data::PrintStyle::Client).value_or(std::string()));
    return text.size() > 300 ? text.first(300) + QStringLiteral("…") : text;
}

QString joined(const std::set<std::string> &texts)
{
    QStringList list;
    for (const auto &text : texts)
        list += shownName(text);
    return list.join(QStringLiteral(", "));
}

} // namespace

QString describe(const std::expected<Reply, Failure> &said)
{
    if (!said)
        return said.error().code ? QString::number(said.error().code) + QLatin1Char(' ') + readable(said.error().answer.toStdString(), 400)
                                 : said.error().message;
    if (!said->value.isNull())
        return QString::number(said->code) + QLatin1Char(' ') + shortened(said->value);
    return (QString::number(said->code) + QLatin1Char(' ') + readable(said->text.toStdString(), 400)).trimmed();
}

Prober::Prober(Remote &remote, const std::string &domain)
    : m_remote(remote), m_line(remote.connection()), m_scope{domain}, m_forms(m_scope), m_dialect(m_line.settings().dialect)
{
    // What another release said is worth nothing.
    if (m_dialect.version != m_line.version())
        m_dialect = {};
}

Prober::Said Prober::tryToSay(const Command &command)
{
    if (m_lost)
        return std::unexpected(*m_lost);
    return m_line.run(command);
}

Prober::Said Prober::say(const Command &command)
{
    auto said = tryToSay(command);
    if (!said && isLost(said.error()))
        m_lost = said.error();
    return said;
}

void Prober::add(int point, QString answer, QString consequence)
{
    auto &place = m_answers[point];
    place.point = point;
    place.question = question(point);
    if (!answer.isEmpty())
        place.answer += (place.answer.isEmpty() ? QString() : QStringLiteral(" ")) + answer;
    if (!consequence.isEmpty())
        place.consequence = std::move(consequence);
}

ProbeResult Prober::result()
{
    m_dialect.version = m_line.version();
    m_dialect.askedAt = QDateTime::currentDateTime().toString(Qt::ISODate);
    ProbeResult result;
    result.dialect = m_dialect;
    for (auto &[point, answer] : m_answers)
        result.answers.push_back(std::move(answer));
    return result;
}

void Prober::askReadOnly()
{
    askLists();
    askMissingFile();
    askRights();
    askAccounts();
    askStorage();
    askEcho();
    askLongLines();
}

namespace {

/// What a list's entries look like: attributes of files, marks of folders.
QString describeList(const data::Value &list)
{
    std::set<std::string> attributes;
    int files = 0, folders = 0;
    for (const auto &entry : list.dictionary().entries()) {
        const bool folder = entry.value.isArray() || (data::length(entry.value) == 0 && !entry.key.bytes().contains('.'));
        ++(folder ? folders : files);
        if (entry.value.isDictionary()) {
            for (const auto &attribute : entry.value.dictionary().entries())
                attributes.insert(attribute.key.toStdString());
        }
    }
    return Text::tr("%1 files, %2 folders, attributes: %3.")
        .arg(files).arg(folders).arg(attributes.empty() ? Text::tr("none") : joined(attributes));
}

} // namespace

void Prober::askLists()
{
    const auto own = say(m_forms.list({}));
    if (!own && own.error().kind == Kind::NoDomain)
        m_lost = own.error();
    m_hasEnvironment = own && own->value.isDictionary();
    const auto stock = say(Forms::stock().list({}));
    const bool stockListed = stock && stock->value.isDictionary();
    add(3, Text::tr("The domain's list: %1").arg(m_hasEnvironment ? describeList(own->value) : describe(own) + QLatin1Char('.')));
    add(3, Text::tr("The built-in list: %1").arg(stockListed ? describeList(stock->value) : describe(stock) + QLatin1Char('.')));
    if (!m_hasEnvironment || !stockListed || stock->value.dictionary().size() == 0)
        return;
    // A domain that has a file of its own for each built-in one is not to be expected.
    m_dialect.listsInherited = std::ranges::all_of(stock->value.dictionary().entries(), [&](const auto &entry) {
        return own->value.dictionary().find(entry.key);
    });
    add(3, {}, m_dialect.listsInherited ? Text::tr("Inherited files are told from own ones by their contents.")
                                        : Text::tr("A domain's list counts as its own files alone."));
}

void Prober::askMissingFile()
{
    const auto read = say(m_forms.read("pbx-probe-none.wav"));
    const auto list = say(m_forms.list("pbx-probe-none"));
    add(4, Text::tr("A missing file: %1. A missing language: %2.").arg(describe(read), describe(list)),
        Text::tr("A file counts as missing only when a fresh list lacks it too."));
}

void Prober::askRights()
{
    const auto rights = say(Command("GETACCOUNTRIGHTS", Effect::Reads).name("*"));
    const auto server = say(Forms(Scope()).list({}));
    add(8, Text::tr("Rights of this user: %1. The domain's environment can be listed: %2. The server's environment: %3.")
               .arg(describe(rights), m_hasEnvironment ? Text::tr("yes") : Text::tr("no"),
                    server && server->value.isDictionary() ? Text::tr("it can be listed") : describe(server)));
}

void Prober::askStorage()
{
    const auto storage = say(Command("LISTSTORAGEFILES", Effect::Reads).name("*"));
    if (!storage || !storage->value.isDictionary()) {
        add(16, describe(storage) + QLatin1Char('.'));
        return;
    }
    const bool shown = storage->value.dictionary().find("$DomainPBXApp");
    add(16, shown ? Text::tr("Yes, as the folder $DomainPBXApp.") : Text::tr("No folder $DomainPBXApp is listed."));
}

void Prober::askEcho()
{
    const auto changed = [this](std::initializer_list<std::string_view> texts) {
        std::set<std::string> different;
        for (const auto text : texts) {
            const auto said = say(Command("ECHO", Effect::Reads).object(data::Value::string(text)));
            if (!said || said->value.bytes() != text)
                different.insert(std::string(text) + " → " + describe(said).toStdString());
        }
        return different;
    };
    const auto tell = [this](int point, const std::set<std::string> &different) {
        add(point, different.empty() ? Text::tr("All that were tried.") : Text::tr("Not these: %1.").arg(joined(different)));
    };
    tell(18, changed({"a.b-c_d@e", "-1", "+7", "a:b", "$", "*", ">", "%", "q\"q\\q", "x\ty", "x\ny", "FILE", "NO"}));
    tell(19, changed({"Привет", "日本語", "📞", "é"}));
    const auto numbers = say(Command("ECHO", Effect::Reads).object(data::readNotation("(#28800,#-12,#T23-11-2026_17:00:00,#NULL#,[AAEC])")->value));
    add(18, Text::tr("Numbers, stamps, null and data: %1.").arg(describe(numbers)));
    if (m_line.settings().transport == Transport::Http || m_line.settings().transport == Transport::Https) {
        const auto unknown = say(Command("PBXPROBENOSUCHCOMMAND", Effect::Reads));
        add(13, Text::tr("A result: %1. No result: %2. An unknown command: %3.")
                    .arg(describe(numbers), describe(say(Command("NOOP", Effect::Reads))), describe(unknown)));
    }
}

void Prober::askLongLines()
{
    std::size_t longest = 0;
    constexpr std::size_t sizes[] = {16u << 10, 64u << 10, 256u << 10, 1u << 20, 4u << 20};
    for (const auto size : sizes) {
        const auto command = Command("ECHO", Effect::Reads).object(data::Value::string(std::string(size, 'x')));
        const auto said = tryToSay(command);
        if (said && said->value.bytes().size() == size) {
            longest = command.line()->size();
            continue;
        }
        if (said || !m_line.supports("ECHO") || longest == 0) {
            add(5, Text::tr("It can't be told: ECHO answered %1.").arg(describe(said)));
            return;
        }
        m_dialect.longestLine = longest;
        add(5, Text::tr("%1 bytes are taken, %2 are not: %3.").arg(longest).arg(command.line()->size()).arg(describe(said)),
            Text::tr("Larger files are refused here, before anything is sent."));
        // Some servers hang up: is it still there?
        (void)say(Command("NOOP", Effect::Reads));
        return;
    }
    m_dialect.longestLine = 0;
    add(5, Text::tr("%1 bytes are taken; longer ones were not tried.").arg(longest), Text::tr("No file counts as too large."));
}

void Prober::askAccounts()
{
    auto names = m_lost ? Remote::Result<std::vector<std::string>>(std::unexpected(*m_lost)) : m_remote.accounts(m_scope.domain);
    if (!names) {
        if (isLost(names.error()))
            m_lost = names.error();
        for (const int point : {1, 2, 10, 11, 15, 20})
            add(point, Text::tr("The accounts can't be listed: %1").arg(names.error().message));
        return;
    }
    const auto pbx = std::ranges::find(*names, "pbx");
    const auto attendant = pbx != names->end() ? *pbx : names->empty() ? std::string() : names->front();
    if (pbx != names->end())
        std::rotate(names->begin(), pbx, pbx + 1);
    for (std::size_t i = 0; i < std::min(mostAccounts, names->size()); ++i)
        readAccount((*names)[i]);
    tellRules();
    tellPreferences(attendant);
}

void Prober::readAccount(const std::string &name)
{
    const auto full = name + '@' + m_scope.domain;
    const auto rules = say(Command("GETACCOUNTSIGNALRULES", Effect::Reads).name(full));
    const auto preferences = say(Command("GETACCOUNTPREFS", Effect::Reads).name(full));
    if (rules && rules->value.isArray()) {
        for (const auto &rule : accounts::readRules(rules->value)) {
            const auto written = data::printNotation(rule.source, data::PrintStyle::Client).value_or(std::string());
            m_survey.fillers = m_survey.fillers || written.contains("\"---\"");
            m_survey.priorities.insert(rule.priority);
            if (rule.name.starts_with('#') && m_survey.diverts.size() < 5)
                m_survey.diverts.push_back(written);
            for (const auto &condition : rule.conditions) {
                if (accounts::sameText(condition.code, "FreeBusy") || accounts::sameText(condition.code, "Preference"))
                    m_survey.calendarValues.insert(condition.code + ' ' + condition.test + ' ' + condition.value);
            }
        }
    }
    if (preferences && preferences->value.isDictionary()) {
        const auto &own = preferences->value.dictionary();
        if (const auto *language = own.find("Language"))
            m_survey.languages.insert(language->toStdString());
        if (const auto *language = own.find("IVRLanguage"))
            m_survey.ivrLanguages.insert(language->toStdString());
    }
    ++m_survey.accounts;
}

void Prober::tellRules()
{
    const auto none = Text::tr("None among the rules of %1 accounts.").arg(m_survey.accounts);
    QStringList diverts;
    for (const auto &divert : m_survey.diverts)
        diverts += shownName(divert);
    add(1, diverts.isEmpty() ? none : diverts.join(QStringLiteral("; ")),
        Text::tr("Diverts are written as ordinary rules with a name of their own."));
    add(2, m_survey.calendarValues.empty() ? none : joined(m_survey.calendarValues));
    add(15, m_survey.priorities.empty() ? none : joined(m_survey.priorities));
    add(20, m_survey.priorities.empty() ? none : m_survey.fillers ? Text::tr("Yes.") : Text::tr("No."));
}

void Prober::tellPreferences(const std::string &attendant)
{
    add(10, Text::tr("Language: %1. IVRLanguage: %2.")
                .arg(m_survey.languages.empty() ? Text::tr("nowhere set") : joined(m_survey.languages),
                     m_survey.ivrLanguages.empty() ? Text::tr("nowhere set") : joined(m_survey.ivrLanguages)));
    if (attendant.empty()) {
        add(11, Text::tr("The domain has no accounts."));
        return;
    }
    const auto all = say(Command("GETACCOUNTEFFECTIVEPREFS", Effect::Reads).name(attendant + '@' + m_scope.domain));
    if (!all || !all->value.isDictionary()) {
        add(11, describe(all) + QLatin1Char('.'));
        return;
    }
    auto shown = data::Value::newDictionary();
    for (const auto &entry : all->value.dictionary().entries()) {
        const auto key = files::foldName(entry.key.bytes());
        if (key.starts_with("recept") || key == "languagemenu" || key.starts_with("workday"))
            shown.dictionary().set(entry.key, entry.value);
    }
    add(11, shortened(shown));
}

void Prober::addUnasked(ProbeDepth depth)
{
    const auto scratch = depth == ProbeDepth::ReadOnly ? Text::tr("Can be asked with scratch files.")
                                                       : Text::tr("Needs an environment of the domain.");
    for (const int point : {6, 17, 21}) {
        if (!m_answers.contains(point))
            add(point, {}, scratch);
    }
    add(7, {}, Text::tr("The form is looked for when an archive is uploaded."));
    add(9, {}, Text::tr("Never asked and never sent."));
    add(12, {}, Text::tr("Needs a call: one prompt with another sound in each place."));
    add(14, {}, Text::tr("To be looked up in the settings of the server's listener."));
    if (!m_answers.contains(13))
        add(13, {}, Text::tr("To be asked over HTTP."));
}

ProbeAnswer probeWebAdmin(const ServerSettings &settings, const QString &password, const std::string &domain)
{
    ProbeAnswer answer{7, question(7), {}, {}};
    const auto form = uploadForm(settings, password, Scope{domain});
    if (!form) {
        answer.answer = form.error().message;
        answer.consequence = form.error().remedy;
        return answer;
    }
    QStringList fields;
    for (const auto &field : form->fields)
        fields += shownName(field.first.toStdString());
    answer.answer = Text::tr("It sends to %1: files in the field “%2”, beside these: %3.")
                        .arg(form->action.toDisplayString(QUrl::RemoveUserInfo).left(200), shownName(form->fileField.toStdString()),
                             fields.isEmpty() ? Text::tr("none") : fields.join(QStringLiteral(", ")));
    answer.consequence = Text::tr("Archives can be sent by this page.");
    return answer;
}

std::expected<ProbeResult, Failure> probe(Remote &remote, const std::string &domain, ProbeDepth depth)
{
    if (domain.empty())
        return std::unexpected(badRequest(Text::tr("A domain to ask about is needed.")));
    Prober prober(remote, domain);
    prober.askReadOnly();
    if (depth == ProbeDepth::WithScratchFiles && prober.hasEnvironment())
        prober.askWithScratchFiles();
    if (prober.lost())
        return std::unexpected(*prober.lost());
    prober.addUnasked(depth);
    return prober.result();
}

} // namespace pbx::server
