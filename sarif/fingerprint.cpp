#include "sarif/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "sarif/utf16.h"

namespace sluice::sarif {
namespace {

// A hash over the 100 UTF-16 units from the first of a line on, blanks left out and zeros behind the end of the file:
//   h = unit[0] * 37^99 + unit[1] * 37^98 + ... + unit[99]   mod 2^64
// It is the difference of two sums over all units before, h = sum(first + 100) - 37^100 * sum(first). The sums
// are made four units at a time: one by one each would wait for the one before.
class LineHasher {
 public:
  explicit LineHasher(std::size_t most_units) : units_(most_units + 1 + kWindow + kStep, 0) {}

  // Without branches for blanks: nobody can foretell where they stand.
  void read(std::uint16_t unit) {
    const bool is_rest_of_break = unit == '\n' && previous_ == '\r';
    const bool is_break = unit == '\r' || (unit == '\n' && !is_rest_of_break);
    units_[count_] = is_break ? '\n' : unit;
    count_ += unit != ' ' && unit != '\t' && !is_rest_of_break;
    previous_ = unit;
    if (is_break) firsts_.push_back(count_);
  }

  std::vector<LineHash> finish() {
    read(kEndOfFile);
    std::vector<LineHash> hashes;
    hashes.reserve(firsts_.size());
    Sums low(units_), high(units_);  // both only go forward
    for (std::size_t first : firsts_) {
      const std::uint64_t before = low.over(first);
      hashes.push_back({high.over(first + kWindow) - power(kWindow) * before, 1});
    }
    count_equal(hashes);
    return hashes;
  }

 private:
  static constexpr std::size_t kWindow = 100, kStep = 4;
  static constexpr std::uint64_t kBase = 37;
  static constexpr std::uint16_t kEndOfFile = 0xFFFF;  // no character: even an empty last line gets a hash
  static constexpr std::uint64_t power(std::size_t exponent) {
    std::uint64_t out = 1;
    for (std::size_t i = 0; i < exponent; ++i) out *= kBase;
    return out;
  }

  class Sums {
   public:
    explicit Sums(const std::vector<std::uint16_t>& units) : units_(units) {}

    // Over the first `count` units, no fewer than when it was asked before.
    std::uint64_t over(std::size_t count) {
      for (; at_ + kStep <= count; at_ += kStep) {
        const std::uint16_t* u = &units_[at_];
        sum_ = sum_ * power(4) + (u[0] * power(3) + u[1] * power(2) + (u[2] * power(1) + u[3]));
      }
      std::uint64_t sum = sum_;
      for (std::size_t i = at_; i < count; ++i) sum = sum * kBase + units_[i];
      return sum;
    }

   private:
    const std::vector<std::uint16_t>& units_;
    std::size_t at_ = 0;
    std::uint64_t sum_ = 0;
  };

  // Equal lines are numbered from above.
  static void count_equal(std::vector<LineHash>& hashes) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    order.reserve(hashes.size());
    for (std::uint32_t line = 0; line < hashes.size(); ++line) order.emplace_back(hashes[line].hash, line);
    std::ranges::sort(order);
    for (std::size_t i = 1; i < order.size(); ++i)
      if (order[i].first == order[i - 1].first) hashes[order[i].second].count = hashes[order[i - 1].second].count + 1;
  }

  std::vector<std::uint16_t> units_;  // without blanks, with zeros at the end
  std::size_t count_ = 0;
  std::vector<std::size_t> firsts_{0};  // of each line: how many units stand before it
  std::uint16_t previous_ = 0;
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
  LineHasher hash(file_bytes.size());  // no character has more units than bytes
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
  std::string identity = "sluice/v1";
  for (const std::string_view part : {rule_id, definition, std::string_view(text)}) {
    identity += ' ';
    identity += std::to_string(part.size());
    identity += ':';
    identity += part;
  }
  return identity;
}

std::string sluice_fingerprint(std::string_view rule_id, std::string_view definition, std::string_view matched_text,
                               std::uint32_t occurrence) {
  return hash_identity(fingerprint_identity(rule_id, definition, matched_text), occurrence);
}

std::string hash_identity(std::string_view identity, std::uint32_t occurrence) {
  std::string hashed(identity);
  hashed += ' ';
  hashed += std::to_string(occurrence);
  return sha256_hex(hashed).substr(0, 32);
}

}  // namespace sluice::sarif
