// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/text.h"

namespace pbx::archive {

QString nameReason(const files::NameVerdict &verdict)
{
    switch (verdict.fault) {
    case files::NameFault::None: return {};
    case files::NameFault::Empty: return Text::tr("The name is empty, or the part behind the slash is.");
    case files::NameFault::DotName: return Text::tr("\".\" and \"..\" are no names: they lead out of the environment.");
    case files::NameFault::Backslash: return Text::tr("The name holds a backslash.");
    case files::NameFault::ControlCharacter: return Text::tr("The name holds a control character.");
    case files::NameFault::LeadingSlash: return Text::tr("The name starts with a slash: it leads out of the environment.");
    case files::NameFault::TooManySlashes: return Text::tr("Language folders are one level deep.");
    case files::NameFault::TooLong: return Text::tr("The name is longer than %1 bytes.").arg(files::maxNameBytes);
    case files::NameFault::NotUtf8: return Text::tr("The name is not UTF-8.");
    }
    return QString::fromStdString(verdict.message);
}

} // namespace pbx::archive
