// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/upload_form.h"

#include "environment/server/html_tags.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace pbx::server {

namespace {

using namespace Qt::StringLiterals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WebAdmin)
};

constexpr std::size_t mostFields = 500;

/// A form while its page is read.
struct Form {
    QString action, method, encoding;
    QStringList fileFields;
    std::vector<std::pair<QString, QString>> fields;
    struct Button {
        QString name, value;
        bool behindFile = false;
    };
    std::vector<Button> buttons;
};

/// Walks over a page and gathers its forms as a browser would fill them.
class FormReader {
public:
    explicit FormReader(QStringView html) : m_tags(html) {}

    std::vector<Form> read()
    {
        while (auto tag = m_tags.next()) {
            if (tag->name == "base"_L1 && base.isEmpty())
                base = tag->value("href"_L1);
            else if (tag->name == "form"_L1)
                form(*tag);
            else if (m_open)
                control(*tag);
        }
        return std::move(m_forms);
    }

    QString base;

private:
    /// Forms don't nest: one that begins inside another is passed over.
    void form(const HtmlTag &tag)
    {
        if (tag.closing) {
            m_open = false;
        } else if (!m_open) {
            m_forms.push_back({tag.value("action"_L1), tag.value("method"_L1).toLower(), tag.value("enctype"_L1).toLower(), {}, {}, {}});
            m_open = true;
        }
    }

    void control(const HtmlTag &tag)
    {
        if (tag.name == "select"_L1) {
            m_select = !tag.closing && !tag.has("disabled"_L1) ? tag.value("name"_L1) : QString();
            m_firstOption = true;
            return;
        }
        if (tag.closing || tag.has("disabled"_L1) || m_forms.back().fields.size() >= mostFields)
            return;
        if (tag.name == "input"_L1)
            input(tag);
        else if (tag.name == "button"_L1)
            button(tag);
        else if (tag.name == "textarea"_L1)
            add(tag.value("name"_L1), m_tags.text());
        else if (tag.name == "option"_L1 && !m_select.isEmpty())
            option(tag);
    }

    void input(const HtmlTag &tag)
    {
        auto &form = m_forms.back();
        const auto type = tag.value("type"_L1).toLower();
        const auto name = tag.value("name"_L1);
        if (type == "file"_L1) {
            if (!name.isEmpty())
                form.fileFields += name;
        } else if (type == "submit"_L1) {
            button(tag);
        } else if (type == "checkbox"_L1 || type == "radio"_L1) {
            if (tag.has("checked"_L1))
                add(name, tag.has("value"_L1) ? tag.value("value"_L1) : u"on"_s);
        } else if (type != "image"_L1 && type != "reset"_L1 && type != "button"_L1) {
            add(name, tag.value("value"_L1));
        }
    }

    void button(const HtmlTag &tag)
    {
        const auto type = tag.value("type"_L1).toLower();
        if (tag.name == "button"_L1 && !type.isEmpty() && type != "submit"_L1)
            return;
        m_forms.back().buttons.push_back({tag.value("name"_L1), tag.value("value"_L1), !m_forms.back().fileFields.isEmpty()});
    }

    void option(const HtmlTag &tag)
    {
        const auto value = tag.has("value"_L1) ? tag.value("value"_L1) : m_tags.text().trimmed();
        auto &fields = m_forms.back().fields;
        if (m_firstOption)
            fields.emplace_back(m_select, value);
        else if (tag.has("selected"_L1) && !fields.empty() && fields.back().first == m_select)
            fields.back().second = value;
        m_firstOption = false;
    }

    void add(const QString &name, const QString &value)
    {
        if (!name.isEmpty())
            m_forms.back().fields.emplace_back(name, value);
    }

    HtmlTags m_tags;
    std::vector<Form> m_forms;
    QString m_select; ///< name of the menu that is open
    bool m_firstOption = true;
    bool m_open = false;
};

std::unexpected<Failure> unusable(const QUrl &page, const QString &why)
{
    Failure failure;
    failure.kind = Failure::Kind::NotAServer;
    failure.message = why;
    failure.remedy = Text::tr("Nothing was sent. Open %1 in a browser and upload the archive there, or give the address of "
                              "another page in the server's settings.").arg(page.toDisplayString(QUrl::RemoveUserInfo));
    return std::unexpected(std::move(failure));
}

/// Which button to press: the only one, or the first behind the field for files.
std::optional<Form::Button> sender(const Form &form)
{
    if (form.buttons.size() == 1)
        return form.buttons.front();
    const auto behind = std::ranges::find_if(form.buttons, &Form::Button::behindFile);
    return behind == form.buttons.end() ? std::nullopt : std::optional(*behind);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace

std::expected<UploadForm, Failure> findUploadForm(const QByteArray &html, const QUrl &page)
{
    const auto text = QString::fromUtf8(html);
    FormReader reader(text);
    auto forms = reader.read();
    std::erase_if(forms, [](const Form &form) { return form.fileFields.isEmpty(); });
    if (forms.empty())
        return unusable(page, Text::tr("The page has no form that takes files."));
    if (forms.size() > 1)
        return unusable(page, Text::tr("The page has %1 forms that take files; which of them is meant can't be told.").arg(forms.size()));
    const auto &form = forms.front();
    if (form.method != "post"_L1 || form.encoding != "multipart/form-data"_L1)
        return unusable(page, Text::tr("The page's form does not send files the usual way (POST, multipart/form-data)."));
    UploadForm found;
    found.page = page;
    found.action = page.resolved(QUrl(reader.base)).resolved(QUrl(form.action.trimmed()));
    if (form.action.trimmed().isEmpty())
        found.action = page;
    found.action.setFragment({});
    found.action.setUserInfo({});
    if (!found.action.isValid() || !sameOrigin(found.action, page))
        return unusable(page, Text::tr("The page's form would send the archive to another place: %1.")
                                  .arg(found.action.toDisplayString().left(200)));
    found.fileField = form.fileFields.front();
    found.fields = form.fields;
    const auto button = sender(form);
    if (!button && !form.buttons.empty())
        return unusable(page, Text::tr("Which button of the page's form sends files can't be told."));
    if (button && !button->name.isEmpty())
        found.fields.emplace_back(button->name, button->value);
    return found;
}

} // namespace pbx::server
