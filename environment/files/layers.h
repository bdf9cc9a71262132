// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

/// Layers of files that programs see (server-interfaces, 3.1), innermost first: domain, server, stock.
namespace pbx::files {

enum class Layer { Stock, Server, Domain };

/// "stock", "server", "domain": the words of the JSON events.
constexpr std::string_view layerName(Layer layer) noexcept
{
    switch (layer) {
    case Layer::Stock:
        return "stock";
    case Layer::Server:
        return "server";
    case Layer::Domain:
        return "domain";
    }
    return {};
}

/// One file of an environment.
struct FileEntry {
    std::string name; ///< lower case, as on the server, with its extension, without the language
    QString path;     ///< on disk, absolute
    Layer layer = Layer::Stock;
    std::string language;      ///< the folder in lower case; empty: the top, which is the default language
    qint64 size = 0;           ///< bytes
    qint64 modified = 0;       ///< milliseconds since 1970, of the file's time stamp
    std::string workspacePath; ///< as events show it: "domains/D/environment/russian/welcome.wav", "stock/welcome.wav"

    bool operator==(const FileEntry &) const = default;
};

} // namespace pbx::files
