// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <utility>
#include <vector>

namespace pbx::server {

/// One tag of a page.
struct HtmlTag {
    QString name; ///< lower case
    bool closing = false;
    std::vector<std::pair<QString, QString>> attributes; ///< names in lower case, entities of values decoded; first of twins

    [[nodiscard]] bool has(QLatin1StringView attribute) const;
    /// Empty when it is absent.
    [[nodiscard]] QString value(QLatin1StringView attribute) const;
};

/// The tags of a page one after another, each byte looked at a few times at most. Comments are passed over, and so is what
/// stands in scripts and style sheets.
class HtmlTags {
public:
    explicit HtmlTags(QStringView html) : m_html(html) {}

    [[nodiscard]] std::optional<HtmlTag> next();
    /// The text from here to the next tag, entities decoded.
    [[nodiscard]] QString text() const;

private:
    void skipBlanks();
    bool skipComment();
    void skipRawText(const QString &element);
    void readAttributes(HtmlTag &tag);
    QString readName();
    QString readValue();

    QStringView m_html;
    qsizetype m_at = 0;
};

/// `&amp;` `&lt;` `&gt;` `&quot;` `&apos;` `&nbsp;` and numbers; others stay as they are.
[[nodiscard]] QString decodeEntities(QStringView text);

} // namespace pbx::server
