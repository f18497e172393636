#include "sarif/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "sarif/utf16.h"

namespace sluice::sarif {
namespace {

// A hash over the 100 UTF-16 units from the first of a line on, blanks left out and zeros behind the end of the file:
//   h = unit[0] * 37^99 + unit[1] * 37^98 + ... + unit[99]   mod 2^64
// It is the difference of two sums over all units before, h = sum(first + 100) - 37^100 * sum(first).
class LineHasher {
 public:
  void read(std::uint16_t unit) {
    if (unit == ' ' || unit == '\t' || (unit == '\n' && after_cr_)) {
      after_cr_ = false;
      return;
    }
    after_cr_ = unit == '\r';
    push(after_cr_ ? '\n' : unit);
  }

  std::vector<LineHash> finish() {
    read(kEndOfFile);
    for (std::size_t i = 0; i < kWindow; ++i) add(0);
    count_equal(hashes_);
    return std::move(hashes_);
  }

 private:
  static constexpr std::size_t kWindow = 100, kKept = 128;
  static constexpr std::uint64_t kBase = 37;
  static constexpr std::uint16_t kEndOfFile = 0xFFFF;  // no character: even an empty last line gets a hash
  static constexpr std::uint64_t kBaseToWindow = [] {
    std::uint64_t power = 1;
    for (std::size_t i = 0; i < kWindow; ++i) power *= kBase;
    return power;
  }();

  void push(std::uint16_t unit) {
    if (line_begins_) firsts_.push_back(units_);
    line_begins_ = unit == '\n';
    add(unit);
  }

  void add(std::uint16_t unit) {
    sum_ = sum_ * kBase + unit;
    sums_[++units_ % kKept] = sum_;
    if (hashes_.size() == firsts_.size() || units_ != firsts_[hashes_.size()] + kWindow) return;
    hashes_.push_back({sum_ - kBaseToWindow * sums_[(units_ - kWindow) % kKept], 1});
  }

  // Equal lines are numbered from above.
  static void count_equal(std::vector<LineHash>& hashes) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    order.reserve(hashes.size());
    for (std::uint32_t line = 0; line < hashes.size(); ++line) order.emplace_back(hashes[line].hash, line);
    std::ranges::sort(order);
    for (std::size_t i = 1; i < order.size(); ++i)
      if (order[i].first == order[i - 1].first) hashes[order[i].second].count = hashes[order[i - 1].second].count + 1;
  }

  std::uint64_t sum_ = 0;
  std::size_t units_ = 0;
  std::array<std::uint64_t, kKept> sums_{};  // over the first n units, at n % kKept
  std::vector<std::size_t> firsts_;          // of each line: how many units stand before it
  std::vector<LineHash> hashes_;             // of the lines whose window is full
  bool line_begins_ = true, after_cr_ = false;
};

std::string without_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c != ' ' && (c < '\t' || c > '\r'); });
  return out;
}

}  // namespace

std::string LineHash::text() const { return fmt::format("{:x}:{}", hash, count); }

std::vector<LineHash> line_hashes(std::string_view file_bytes) {
  LineHasher hash;
  for (std::size_t at = 0; at < file_bytes.size();) {
    if (const auto byte = static_cast<unsigned char>(file_bytes[at]); byte < 0x80) {
      hash.read(byte);
      ++at;
      continue;
    }
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
