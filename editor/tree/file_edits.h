// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/desk/desk.h"
#include "editor/sounds/sound_job.h"

/// What can be done to the files of an environment, each as one change that can be undone. Every function says what is
/// wrong through Desk::failed and gives false then; nothing is changed in that case. An empty domain is the server.
namespace pbx::editor {

/// A place in an environment: the top for an empty language.
struct Place {
    std::string domain;
    std::string language;
};

bool createEnvironment(Desk &desk, const std::string &domain);
bool addLanguage(Desk &desk, const std::string &domain, const QString &language);
/// The parents' file as a file of its own, to be changed.
bool overrideFile(Desk &desk, const Place &place, const QString &parentPath);
bool removeFiles(Desk &desk, const QStringList &paths);
/// A prompt's text goes with it.
bool renameFile(Desk &desk, const QString &path, const QString &newName);
/// Files of this workspace into another place of it.
bool moveFiles(Desk &desk, const QStringList &paths, const Place &to);
/// Which of these files are sounds that the server does not play as they are.
QStringList foreignSounds(const QStringList &paths);
/// Files from outside; instead of a foreign sound what was made of it.
bool copyIn(Desk &desk, const QStringList &paths, const Place &to, const Sounds &sounds);
/// A new file of that name with that content.
bool createFile(Desk &desk, const std::string &domain, const QString &name, const QByteArray &content);

/// Where a program looks for that name, place after place, and which file it gets.
QString whyThisFile(const Desk &desk, const Place &place, const QString &name);

} // namespace pbx::editor
