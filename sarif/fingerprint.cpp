#include "sarif/fingerprint.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "sarif/utf16.h"

namespace sluice::sarif {
namespace {

// The hash of a line is over the 100 UTF-16 units from its first on, blanks left out and zeros behind the end of the file:
//   h = unit[0] * 37^99 + unit[1] * 37^98 + ... + unit[99]   mod 2^64
// It is the difference of two sums over all units before, h = sum(first + 100) - 37^100 * sum(first).
constexpr std::size_t kWindow = 100;

constexpr std::uint64_t power(std::size_t exponent) {
  std::uint64_t out = 1;
  for (std::size_t i = 0; i < exponent; ++i) out *= 37;
  return out;
}

struct LineUnits {
  std::unique_ptr<std::uint16_t[]> units;  // without blanks, with zeros behind the end of the file
  std::vector<std::size_t> firsts;         // of each line: how many units stand before it
};

LineUnits units_of(std::string_view bytes) {
  constexpr std::uint16_t kEndOfFile = 0xFFFF;  // no character: even an empty last line gets a hash
  LineUnits out{std::make_unique_for_overwrite<std::uint16_t[]>(bytes.size() + 1 + kWindow), {0}};  // no character has more units than bytes
  std::uint16_t* const units = out.units.get();
  std::size_t count = 0;
  std::uint16_t previous = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const DecodedChar c = byte < 0x80 ? DecodedChar{byte} : decode_char(bytes, at);
    at += c.bytes;
    if (c.utf16_units() == 2) {
      units[count++] = static_cast<std::uint16_t>(0xD800 + ((c.value - 0x10000) >> 10));
      units[count++] = previous = static_cast<std::uint16_t>(0xDC00 + ((c.value - 0x10000) & 0x3FF));
      continue;
    }
    // Without branches for blanks: nobody can foretell where they stand.
    const auto unit = static_cast<std::uint16_t>(c.value);
    const bool is_rest_of_break = unit == '\n' && previous == '\r';
    const bool is_break = unit == '\r' || (unit == '\n' && !is_rest_of_break);
    units[count] = is_break ? '\n' : unit;
    count += unit != ' ' && unit != '\t' && !is_rest_of_break;
    previous = unit;
    if (is_break) out.firsts.push_back(count);
  }
  units[count++] = kEndOfFile;
  std::fill_n(units + count, kWindow, std::uint16_t{0});
  return out;
}

// The sum over the first units, made four at a time: one by one each would wait for the one before.
class Sums {
 public:
  explicit Sums(const std::uint16_t* units) : units_(units) {}

  // No fewer than when it was asked before.
  std::uint64_t over(std::size_t count) {
    for (; at_ + 4 <= count; at_ += 4) {
      const std::uint16_t* u = units_ + at_;
      sum_ = sum_ * power(4) + (u[0] * power(3) + u[1] * power(2) + (u[2] * power(1) + u[3]));
    }
    std::uint64_t sum = sum_;
    for (std::size_t i = at_; i < count; ++i) sum = sum * power(1) + units_[i];
    return sum;
  }

 private:
  const std::uint16_t* units_;
  std::size_t at_ = 0;
  std::uint64_t sum_ = 0;
};

// Equal lines are numbered from above.
void count_equal(std::vector<LineHash>& hashes) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  order.reserve(hashes.size());
  for (std::uint32_t line = 0; line < hashes.size(); ++line) order.emplace_back(hashes[line].hash, line);
  std::ranges::sort(order);
  for (std::size_t i = 1; i < order.size(); ++i)
    if (order[i].first == order[i - 1].first) hashes[order[i].second].count = hashes[order[i - 1].second].count + 1;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c != ' ' && (c < '\t' || c > '\r'); });
  return out;
}

}  // namespace

std::string LineHash::text() const {
  char text[40];
  char* at = std::to_chars(text, text + 20, hash, 16).ptr;
  *at++ = ':';
  return {text, std::to_chars(at, text + sizeof text, count).ptr};
}

std::vector<LineHash> line_hashes(std::string_view file_bytes) {
  const LineUnits lines = units_of(file_bytes);
  std::vector<LineHash> hashes;
  hashes.reserve(lines.firsts.size());
  Sums before(lines.units.get()), through(lines.units.get());
  for (const std::size_t first : lines.firsts) hashes.push_back({through.over(first + kWindow) - power(kWindow) * before.over(first), 1});
  count_equal(hashes);
  return hashes;
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
