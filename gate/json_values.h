// gate/json_values.h - the items of JSON reports, checked and read as fast as they come.
//
// The library reads a character at a time; reports have a gigabyte. Its verdict stays the one
// that counts: `check_json_items` says yes only to what the library would take as well (a
// subset of it: keys with escapes and numbers with long exponents are left to the library), and
// whoever gets a no lets the library read the same text and tell what is wrong.
#pragma once
#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace sluice::gate {

struct CheckedItems {
  std::size_t count = 0;
  std::size_t end = 0;  // where the array's `]` stands
};

struct JsonBounds {
  std::size_t max_item_bytes;
  int max_depth;  // below the array
};

// The elements of an array, from behind its `[`. Nothing: something is wrong or unusual in
// them (syntax, UTF-8, depth, size, a key that is twice in one object).
std::optional<CheckedItems> check_json_items(std::string_view text, std::size_t begin, const JsonBounds& bounds);

// The value that begins at `at`, which is moved behind it. The text must be valid and nested
// no deeper than a stack allows (kMaxReportDepth of report_json.h): it was checked.
nlohmann::json read_checked_json(std::string_view text, std::size_t& at);

}  // namespace sluice::gate
