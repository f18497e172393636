#include "sarif/fingerprint.h"

#include <array>
#include <fmt/format.h>
#include <unordered_map>

#include "base/digest.h"
#include "sarif/utf16.h"

namespace sluice::sarif {
namespace {

// A rolling hash over the last 100 UTF-16 units, blanks left out:
//   h = 37 * h + unit - 37^100 * (the unit that leaves the window)   mod 2^64
// The hash of a line is h at the moment the window begins with the line's first unit,
// so 100 units further on; zeros flush the window at the end of the file.
class RollingHash {
 public:
  void read(std::uint16_t unit) {
    if (unit == ' ' || unit == '\t' || (unit == '\n' && after_cr_)) {
      after_cr_ = false;
      return;
    }
    after_cr_ = unit == '\r';
    if (after_cr_) unit = '\n';
    emit_line();
    if (line_begins_) line_at_[slot_] = ++line_;
    line_begins_ = unit == '\n';
    push(unit);
  }

  std::vector<LineHash> finish() {
    read(kEndOfFile);
    for (std::size_t i = 0; i < kWindow; ++i) {
      emit_line();
      push(0);
    }
    return std::move(hashes_);
  }

 private:
  static constexpr std::size_t kWindow = 100;
  static constexpr std::uint64_t kBase = 37;
  static constexpr std::uint16_t kEndOfFile = 0xFFFF;  // no character: even an empty last line gets a hash
  static constexpr std::uint64_t kBaseToWindow = [] {
    std::uint64_t power = 1;
    for (std::size_t i = 0; i < kWindow; ++i) power *= kBase;
    return power;
  }();

  // Lines leave the window in the order they entered it, so appending is enough.
  void emit_line() {
    if (line_at_[slot_] == 0) return;
    line_at_[slot_] = 0;
    hashes_.push_back({hash_, ++seen_[hash_]});
  }

  void push(std::uint16_t unit) {
    hash_ = hash_ * kBase + unit - kBaseToWindow * window_[slot_];
    window_[slot_] = unit;
    slot_ = (slot_ + 1) % kWindow;
  }

  std::array<std::uint16_t, kWindow> window_{};
  std::array<std::uint32_t, kWindow> line_at_{};  // the line that begins with that unit; 0: none
  std::size_t slot_ = 0;
  std::uint64_t hash_ = 0;
  std::uint32_t line_ = 0;
  bool line_begins_ = true, after_cr_ = false;
  std::unordered_map<std::uint64_t, std::uint32_t> seen_;  // only looked up: its order is not seen
  std::vector<LineHash> hashes_;
};

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (std::string_view(" \t\r\n\f\v").find(c) == std::string_view::npos) out += c;
  return out;
}

}  // namespace

std::string LineHash::text() const { return fmt::format("{:x}:{}", hash, count); }

std::vector<LineHash> line_hashes(std::string_view file_bytes) {
  RollingHash hash;
  for (std::size_t at = 0; at < file_bytes.size();) {
    const DecodedChar c = decode_char(file_bytes, at);
    at += c.bytes;
    if (c.utf16_units() == 1) {
      hash.read(static_cast<std::uint16_t>(c.value));
      continue;
    }
    hash.read(static_cast<std::uint16_t>(0xD800 + ((c.value - 0x10000) >> 10)));
    hash.read(static_cast<std::uint16_t>(0xDC00 + ((c.value - 0x10000) & 0x3FF)));
  }
  return hash.finish();
}

std::string fingerprint_identity(std::string_view rule_id, std::string_view definition, std::string_view matched_text) {
  // Lengths keep the parts apart: ("ab", "c") must not equal ("a", "bc").
  const std::string text = without_blanks(matched_text);
  return fmt::format("sluice/v1 {}:{} {}:{} {}:{}", rule_id.size(), rule_id, definition.size(), definition, text.size(), text);
}

std::string sluice_fingerprint(std::string_view rule_id, std::string_view definition, std::string_view matched_text,
                               std::uint32_t occurrence) {
  return hash_identity(fingerprint_identity(rule_id, definition, matched_text), occurrence);
}

std::string hash_identity(std::string_view identity, std::uint32_t occurrence) {
  return sha256_hex(fmt::format("{} {}", identity, occurrence)).substr(0, 32);
}

}  // namespace sluice::sarif
