// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/convert.h"

namespace pbx::editor {

/// What Qt Multimedia decodes and libsndfile does not (AAC in MP4, WMA, the sound of a film …), mixed to mono at the rate of
/// the telephone. It blocks with an event loop of its own: for a thread without one, never the window's.
[[nodiscard]] std::expected<audio::Sound, QString> decodeMedia(const QString &path, const audio::GoOn &goOn);

/// To be called once from the window's thread before the first decoding: a playlist or a film that points elsewhere is not
/// followed, neither into the network nor to other files.
void keepDecodersAtHome();

/// "*.wav *.m4a …": what can be read on this computer.
[[nodiscard]] QString soundPatterns();

} // namespace pbx::editor
