// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/objects.h"

/// Values written as XML, as ObjectToXML makes and ToObject reads it (cgpl-builtins-notes, "A value as XML").
///
/// Inside the element `object`: text for a string; number, date, datablock, ip, null elements; subKey (with the
/// attribute key) and subValue elements for containers, an empty one marked by type="dictionary" or "array".
namespace pbx::machine {

/// Precondition: not nested deeper than 1000, not in a circle.
data::Value xmlFromValue(const data::Value &value);
/// Null also when the XML represents no value.
data::Value valueFromXml(const data::XmlObject &xml);

} // namespace pbx::machine
