// Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 4.3.
#include "gate/report_archive.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace sluice::gate {
namespace {

constexpr std::size_t kMaxMembers = 10'000;
constexpr std::size_t kMaxUnpacked = 1024UL * 1024 * 1024;
// Deflate makes at most 1032 bytes of one; no report of text comes near it.
constexpr std::size_t kMaxGrowth = 250, kFreeGrowth = 1024UL * 1024;
constexpr std::size_t kEndBytes = 22, kEntryBytes = 46, kLocalBytes = 30, kMaxComment = 65535;
constexpr std::uint32_t kEndMark = 0x06054b50, kEntryMark = 0x02014b50, kLocalMark = 0x04034b50;

struct Entry {
  std::string name;
  std::uint32_t flags = 0, method = 0, checksum = 0, packed = 0, unpacked = 0, local = 0;
};

class ZipReader {
 public:
  ZipReader(const std::string& file, std::string_view bytes) : file_(file), bytes_(bytes) {}

  Result<std::vector<ArchiveMember>> read() {
    SLUICE_TRY(std::vector<Entry> entries, read_directory());
    std::vector<ArchiveMember> members;
    std::size_t unpacked = 0;
    for (const Entry& entry : entries) {
      if (entry.name.ends_with('/') || entry.name.starts_with("__MACOSX/") || entry.name.ends_with(".DS_Store")) continue;
      unpacked += entry.unpacked;
      if (unpacked > kMaxUnpacked) return wrong("it unpacks to more than 1 GiB");
      SLUICE_TRY(std::string content, unpack(entry));
      members.push_back({entry.name, std::move(content)});
    }
    if (members.empty()) return wrong("it has no files");
    return members;
  }

 private:
  std::unexpected<Errors> wrong(const std::string& what) const { return fail({file_}, "report-archive", "the zip archive is not read: " + what); }

  std::uint32_t number(std::size_t at, std::size_t size) const {
    std::uint32_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes_[at + i]);
    return value;
  }
  bool has(std::size_t at, std::size_t size) const { return at <= bytes_.size() && size <= bytes_.size() - at; }

  // The end of the directory is the last thing in the file but for a comment.
  Result<std::size_t> find_end() const {
    if (bytes_.size() < kEndBytes) return wrong("it is truncated");
    std::size_t last = bytes_.size() - kEndBytes, first = last > kMaxComment ? last - kMaxComment : 0;
    for (std::size_t at = last + 1; at-- > first;)
      if (number(at, 4) == kEndMark && at + kEndBytes + number(at + 20, 2) == bytes_.size()) return at;
    return wrong("it is truncated, or has no directory");
  }

  Result<std::vector<Entry>> read_directory() const {
    SLUICE_TRY(std::size_t end, find_end());
    if (number(end + 4, 2) != 0 || number(end + 6, 2) != 0) return wrong("it is one part of several");
    std::size_t count = number(end + 10, 2), at = number(end + 16, 4);
    if (count == 0xFFFF || at == 0xFFFFFFFF) return wrong("it is of the 64-bit form; give its files one by one");
    if (count > kMaxMembers) return wrong(fmt::format("it has more than {} members", kMaxMembers));
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < count; ++i) {
      if (!has(at, kEntryBytes) || number(at, 4) != kEntryMark) return wrong("its directory is broken");
      std::size_t name = number(at + 28, 2), extra = number(at + 30, 2), comment = number(at + 32, 2);
      if (!has(at + kEntryBytes, name)) return wrong("its directory is broken");
      entries.push_back({std::string(bytes_.substr(at + kEntryBytes, name)), number(at + 8, 2), number(at + 10, 2), number(at + 16, 4), number(at + 20, 4),
                         number(at + 24, 4), number(at + 42, 4)});
      at += kEntryBytes + name + extra + comment;
    }
    return entries;
  }

  Result<std::string> unpack(const Entry& entry) const {
    std::string name = escape_terminal(entry.name);
    constexpr std::uint32_t kEncrypted = 1, kStored = 0, kDeflated = 8;
    if (entry.flags & kEncrypted) return wrong(fmt::format("`{}` is encrypted", name));
    if (entry.method != kStored && entry.method != kDeflated) return wrong(fmt::format("`{}` is packed by method {}", name, entry.method));
    if (!has(entry.local, kLocalBytes) || number(entry.local, 4) != kLocalMark) return wrong(fmt::format("`{}` is not where the directory says", name));
    std::size_t begin = entry.local + kLocalBytes + number(entry.local + 26, 2) + number(entry.local + 28, 2);
    if (!has(begin, entry.packed)) return wrong(fmt::format("`{}` is truncated", name));
    std::string_view packed = bytes_.substr(begin, entry.packed);
    if (entry.unpacked > kFreeGrowth && entry.unpacked / kMaxGrowth > packed.size()) return wrong(fmt::format("`{}` grows to more than {} times its size", name, kMaxGrowth));
    std::string content = entry.method == kStored ? std::string(packed) : inflated(packed, entry.unpacked);
    bool whole = content.size() == entry.unpacked && crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())) == entry.checksum;
    if (!whole) return wrong(fmt::format("`{}` is damaged: its size or checksum is another", name));
    return content;
  }

  // At most `size` bytes, whatever the data says; another number of bytes when it is damaged.
  static std::string inflated(std::string_view packed, std::size_t size) {
    constexpr int kRaw = -MAX_WBITS;
    std::string out(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, kRaw) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    Bytef none = 0;
    stream.next_out = size > 0 ? reinterpret_cast<Bytef*>(out.data()) : &none;
    stream.avail_out = static_cast<uInt>(size);
    int status = inflate(&stream, Z_FINISH);
    std::size_t written = stream.total_out;
    inflateEnd(&stream);
    out.resize(status == Z_STREAM_END ? written : 0);
    return out;
  }

  const std::string& file_;
  std::string_view bytes_;
};

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with(std::string_view("PK\x05\x06", 4)); }

Result<std::vector<ArchiveMember>> read_zip(const std::string& file, std::string_view bytes) { return ZipReader(file, bytes).read(); }

}  // namespace sluice::gate
