// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/failure.h"

#include <QByteArray>
#include <QUrl>

#include <expected>
#include <utility>
#include <vector>

/// Forms on pages of HTML. Pages are hostile: any bytes, of any length, with tags that never end; a form may want to send
/// its files elsewhere.
namespace pbx::server {

/// A form that takes files, filled as its page would send it untouched.
struct UploadForm {
    QUrl page;
    QUrl action;
    QString fileField;
    /// Hidden fields and what else the page has filled in, in its order; the button that sends files is the last.
    std::vector<std::pair<QString, QString>> fields;
};

/// The one form of the page with a field for files; the failure says why there is none that can be used.
[[nodiscard]] std::expected<UploadForm, Failure> findUploadForm(const QByteArray &html, const QUrl &page);

} // namespace pbx::server
