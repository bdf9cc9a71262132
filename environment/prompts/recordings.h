// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"

#include <optional>

/// How the prompts of one language came to be, so that a stand-in and a recording whose text has changed can be told.
/// Kept beside the texts as LANGUAGE.recordings, in the settings notation:
///     { welcome = { By = speech; Digest = "…"; Text = "…"; }; }
/// The digest ties an entry to its file: one that was exchanged since is nobody's stand-in.
namespace pbx::prompts {

enum class Origin { Unknown, Recorded, Speech, Imported };

struct Recording {
    Origin origin = Origin::Unknown;
    std::string text;   ///< what was said
    std::string digest; ///< of the file's bytes, SHA-256 in hexadecimal
};

class Recordings {
public:
    /// A missing file is empty; a broken one too, and broken() says so: it is not written over.
    static Recordings read(const files::Workspace &workspace, std::string_view domain, std::string_view language);
    static QString file(const files::Workspace &workspace, std::string_view domain, std::string_view language);

    /// Of the prompt in any case; nullopt: nothing is known.
    std::optional<Recording> find(std::string_view prompt) const;
    void set(std::string_view prompt, const Recording &recording);
    void remove(std::string_view prompt);
    bool broken() const { return m_broken; }
    [[nodiscard]] QByteArray toBytes() const;

private:
    data::Value m_entries;
    bool m_broken = false;
};

[[nodiscard]] std::string digestOf(const QByteArray &bytes);

} // namespace pbx::prompts
