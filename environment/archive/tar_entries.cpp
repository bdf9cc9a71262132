// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/tar_entries.h"

#include "environment/archive/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace pbx::archive {

namespace {

constexpr std::int64_t blockSize = 512;
constexpr std::int64_t largestExtension = 64 * 1024; ///< bytes of a long name or a pax header

using Block = std::array<char, blockSize>;

// Places in a header (POSIX.1-1988 "ustar").
struct Field {
    std::size_t at;
    std::size_t length;
};
constexpr Field nameField{0, 100};
constexpr Field sizeField{124, 12};
constexpr Field checksumField{148, 8};
constexpr std::size_t typePlace = 156;
constexpr Field prefixField{345, 155};

std::string textAt(const Block &block, Field field)
{
    const char *begin = block.data() + field.at;
    return {begin, ::strnlen(begin, field.length)};
}

/// Octal digits, or binary when the first bit is set (GNU). -1: neither.
std::int64_t numberAt(const Block &block, Field field)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(block.data() + field.at);
    std::uint64_t value = 0;
    if (bytes[0] & 0x80) {
        for (std::size_t i = 1; i < field.length; ++i) {
            if (value > (std::uint64_t(INT64_MAX) >> 8))
                return -1;
            value = value << 8 | bytes[i];
        }
        return static_cast<std::int64_t>(value);
    }
    for (std::size_t i = 0; i < field.length; ++i) {
        const unsigned char c = bytes[i];
        if (c == ' ' || c == 0) {
            if (value == 0 && c == ' ')
                continue; // leading blanks
            break;
        }
        if (c < '0' || c > '7')
            return -1;
        value = value * 8 + (c - '0');
    }
    return static_cast<std::int64_t>(value);
}

bool checksumRight(const Block &block)
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const bool own = i >= checksumField.at && i < checksumField.at + checksumField.length;
        sum += own ? ' ' : static_cast<unsigned char>(block[i]);
    }
    return sum == numberAt(block, checksumField);
}

/// What a pax header says of the next entry.
struct Pax {
    std::string path;
    std::int64_t size = -1; ///< -1: not said
    bool sparse = false;
};

/// One record is "LENGTH KEY=VALUE\n". False: damaged.
bool readPax(std::string_view text, Pax &pax)
{
    while (!text.empty()) {
        const auto blank = text.find(' ');
        std::size_t length = 0;
        for (const char c : text.substr(0, blank)) {
            if (c < '0' || c > '9' || length > text.size())
                return false;
            length = length * 10 + static_cast<std::size_t>(c - '0');
        }
        if (blank == text.npos || length <= blank + 1 || length > text.size() || text[length - 1] != '\n')
            return false;
        const std::string_view record = text.substr(blank + 1, length - blank - 2);
        const auto equals = record.find('=');
        if (equals == record.npos)
            return false;
        const std::string_view key = record.substr(0, equals);
        const std::string_view value = record.substr(equals + 1);
        if (key == "path") {
            pax.path = value;
        } else if (key == "size") {
            pax.size = 0;
            for (const char c : value) {
                if (c < '0' || c > '9' || pax.size > INT64_MAX / 10 - 10)
                    return false;
                pax.size = pax.size * 10 + (c - '0');
            }
        } else if (key.starts_with("GNU.sparse.")) {
            pax.sparse = true;
        }
        text.remove_prefix(length);
    }
    return true;
}

class Reader {
public:
    explicit Reader(QIODevice &device) : m_device(device) {}

    std::expected<std::vector<TarEntry>, QString> read(std::size_t mostEntries)
    {
        std::vector<TarEntry> entries;
        Block block;
        while (nextHeader(block)) {
            if (entries.size() >= mostEntries)
                return std::unexpected(Text::tr("The archive has more than %1 entries.").arg(mostEntries));
            if (!takeHeader(block, entries))
                return std::unexpected(m_error);
        }
        if (!m_error.isEmpty())
            return std::unexpected(m_error);
        if (!m_next.path.empty() || m_next.size >= 0)
            return std::unexpected(cutOff());
        return entries;
    }

private:
    QString cutOff() const { return Text::tr("The archive is cut off at byte %1.").arg(m_at); }
    QString damaged() const { return Text::tr("The archive is damaged: byte %1 begins no header.").arg(m_at); }

    /// False at the end of the archive, and when something is wrong.
    bool nextHeader(Block &block)
    {
        const qint64 got = m_device.read(block.data(), blockSize);
        if (got == 0 && m_at > 0)
            return false; // without the two empty blocks: common, and nothing is missing
        if (got != blockSize) {
            m_error = m_at == 0 && got <= 0 ? Text::tr("The archive is empty.") : cutOff();
            return false;
        }
        if (std::ranges::all_of(block, [](char c) { return c == 0; }))
            return false;
        const std::int64_t size = numberAt(block, sizeField);
        if (!checksumRight(block) || size < 0) {
            m_error = m_at == 0 ? Text::tr("This is no tar archive. A compressed one has to be unpacked first.")
                                : damaged();
            return false;
        }
        m_at += blockSize;
        return true;
    }

    bool takeHeader(const Block &block, std::vector<TarEntry> &entries)
    {
        TarEntry entry;
        entry.type = block[typePlace] == 0 ? '0' : block[typePlace];
        entry.size = numberAt(block, sizeField);
        entry.name = textAt(block, nameField);
        const bool ustar = std::memcmp(block.data() + 257, "ustar", 5) == 0;
        if (const std::string prefix = ustar ? textAt(block, prefixField) : std::string(); !prefix.empty() && block[262] == 0)
            entry.name = prefix + '/' + entry.name;
        switch (entry.type) {
        case 'L': // GNU: the next entry's name
        case 'x': // pax: fields of the next entry
        case 'g': // pax: fields of all further entries
            return takeExtension(entry);
        case 'K': // GNU: the next entry's link target
            return skip(entry.size);
        default: break;
        }
        const Pax pax = std::exchange(m_next, {});
        if (!pax.path.empty())
            entry.name = pax.path;
        if (pax.size >= 0)
            entry.size = pax.size;
        if (pax.sparse)
            entry.type = 'S';
        entry.at = m_at;
        const bool hasContent = entry.type == '0' || entry.type == '7' || entry.type > '7';
        entries.push_back(entry);
        return !hasContent || skip(entry.size);
    }

    bool takeExtension(const TarEntry &entry)
    {
        if (entry.size > largestExtension) {
            m_error = Text::tr("The archive is damaged: an extended header before byte %1 claims %2 bytes.")
                          .arg(m_at)
                          .arg(entry.size);
            return false;
        }
        const QByteArray text = m_device.read(entry.size);
        if (text.size() != entry.size) {
            m_error = cutOff();
            return false;
        }
        if (entry.type == 'L') {
            m_next.path = std::string(text.constData());
        } else {
            Pax pax = entry.type == 'g' ? Pax() : m_next;
            if (!readPax({text.constData(), static_cast<std::size_t>(text.size())}, pax)) {
                m_error = Text::tr("The archive is damaged: the extended header at byte %1 can't be read.").arg(m_at);
                return false;
            }
            // No tar program says one name or size of all files.
            if (entry.type == 'g' && (!pax.path.empty() || pax.size >= 0 || pax.sparse)) {
                m_error = Text::tr("The archive is damaged: the header at byte %1 gives one name or size to all files.")
                              .arg(m_at);
                return false;
            }
            if (entry.type == 'x')
                m_next = std::move(pax);
        }
        m_at += entry.size;
        return skip(entry.size, entry.size);
    }

    /// Over the contents to the next header.
    bool skip(std::int64_t size, std::int64_t alreadyRead = 0)
    {
        if (size > INT64_MAX - blockSize) {
            m_error = damaged();
            return false;
        }
        const std::int64_t whole = (size + blockSize - 1) / blockSize * blockSize - alreadyRead;
        // The padding of the last file may be missing.
        const std::int64_t left = m_device.size() - m_device.pos();
        if (left < size - alreadyRead) {
            m_error = cutOff();
            return false;
        }
        const std::int64_t step = std::min(whole, left);
        m_at += step;
        if (m_device.seek(m_device.pos() + step))
            return true;
        m_error = cutOff();
        return false;
    }

    QIODevice &m_device;
    std::int64_t m_at = 0;
    Pax m_next; ///< of the entry to come
    QString m_error;
};

} // namespace

std::expected<std::vector<TarEntry>, QString> readEntries(QIODevice &device, std::size_t mostEntries)
{
    if (!device.seek(0))
        return std::unexpected(Text::tr("The archive can't be read: %1.").arg(device.errorString()));
    return Reader(device).read(mostEntries);
}

} // namespace pbx::archive
