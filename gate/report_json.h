// gate/report_json.h - JSON reports in memory that does not grow with them.
//
// A report is an envelope around arrays of items. `parse_json_outline` reads the text
// once: it checks all of it (syntax, depth, keys that are twice), makes values of the envelope, and
// of the named arrays of items keeps only where they are. Items are made into values
// one at a time, when an importer asks for them.
#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sluice::gate {

// What is kept in memory at once: the envelope as text, and an item as text.
constexpr std::size_t kMaxOutlineBytes = 64UL * 1024 * 1024;
constexpr int kMaxReportDepth = 200;

struct JsonItems {
  std::size_t offset = 0;  // of the array's first byte after `[`
  std::size_t count = 0;
};

struct JsonOutline {
  nlohmann::json root;                                  // arrays of items are empty
  std::map<std::string, JsonItems, std::less<>> items;  // by the array's JSON pointer, "/runs/0/results"
};

// `item_arrays`: pointers with `*` for any name or index ("/runs/*/results"). Syntax
// errors go to `syntax_errors`, since the text may be lines of JSON; other errors are
// of a document that nobody can read.
Result<void> parse_json_outline(const std::string& file, std::string_view text,
                                std::span<const std::string_view> item_arrays, JsonOutline& outline,
                                Errors& syntax_errors);

// Calls `visit` with each item; the text is known to be valid. Stops at the first error.
using VisitJson = std::function<Result<void>(const nlohmann::json& item, std::size_t index)>;
Result<void> for_each_item(std::string_view text, const JsonItems& items, const VisitJson& visit);

}  // namespace sluice::gate
