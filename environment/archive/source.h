// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/archive/present_files.h"

#include <KTar>
#include <QFile>

#include <memory>
#include <vector>

namespace pbx::archive {

/// An archive that was judged: what applyImport() needs beside what people see of the plan.
struct Source {
    struct Item {
        Place place;
        qint64 at = 0; ///< of the content, in the archive
        const KArchiveFile *content = nullptr; ///< null as long as anything is refused
    };
    QFile file;
    qint64 size = 0; ///< of the archive; with the time, to notice that it has become another
    qint64 modified = 0;
    std::unique_ptr<KTar> tar;
    std::vector<Item> items; ///< as ImportPlan::files
};

} // namespace pbx::archive
