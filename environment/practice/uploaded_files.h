// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

/// What a file sent to an environment's page brings (server-interfaces, 3.6).
namespace pbx::practice {

struct UploadedFile {
    std::string name; ///< as the environment is to have it: "russian/welcome.wav"
    std::string_view content;
};

struct Upload {
    std::vector<std::string> languages; ///< folders its files lie in, sorted
    std::vector<UploadedFile> files;
};

/// The files of a .tar, or the one that any other file is. `language`: the page it was sent to, "" the top; an archive of a
/// language's page has no folders. The error says what the whole of it is refused for: links, devices, second-level
/// folders, illegal names, one name twice.
[[nodiscard]] std::expected<Upload, std::string> readUpload(const std::string &fileName, std::string_view content,
                                                            const std::string &language);

} // namespace pbx::practice
