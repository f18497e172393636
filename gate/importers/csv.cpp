#include "gate/importers/csv.h"

#include <algorithm>

#include "base/text.h"

namespace sluice::gate {
namespace {

// A field of more is a quote that was never closed, or an attack.
constexpr std::size_t kMaxFieldBytes = 64UL * 1024 * 1024;

bool is_blank(const std::vector<std::string>& fields) {
  return std::ranges::all_of(fields, [](const std::string& field) { return trim(field).empty(); });
}

}  // namespace

char CsvTable::take() {
  char c = rest_.front();
  rest_.remove_prefix(1);
  if (c == '\n') ++line_;
  return c;
}

bool CsvTable::take_field(std::string& field) {
  if (rest_.empty() || rest_.front() != '"') {
    auto end = std::min(rest_.find_first_of(",\r\n"), rest_.size());
    field = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return field.size() <= kMaxFieldBytes;
  }
  take();
  while (!rest_.empty() && field.size() <= kMaxFieldBytes) {
    char c = take();
    bool doubled = c == '"' && !rest_.empty() && rest_.front() == '"';
    if (c == '"' && !doubled)
      return rest_.empty() || std::string_view(",\r\n").find(rest_.front()) != std::string_view::npos;
    if (doubled) take();
    field += c;
  }
  return false;
}

// Nothing when a quote is never closed.
std::optional<std::vector<std::string>> CsvTable::take_row() {
  std::vector<std::string> fields;
  for (;;) {
    std::string field;
    if (!take_field(field)) return std::nullopt;
    fields.push_back(to_valid_utf8(field));
    if (rest_.empty()) return fields;
    char separator = take();
    if (separator == '\r' && !rest_.empty() && rest_.front() == '\n') separator = take();
    if (separator != ',') return fields;
  }
}

Result<CsvTable> CsvTable::open(const std::string& file, std::string_view text, std::size_t lines_before) {
  CsvTable table;
  table.file_ = file;
  table.rest_ = text;
  table.row_line_ = table.line_ = lines_before + 1;
  auto header = table.take_row();
  if (!header) return fail(table.place(), "report-syntax", "not valid CSV: a quoted field of this row does not end");
  table.width_ = header->size();
  for (std::size_t index = 0; index < table.width_; ++index)
    table.columns_.try_emplace(std::string(trim((*header)[index])), index);
  return table;
}

Result<bool> CsvTable::next() {
  while (!rest_.empty()) {
    row_line_ = line_;
    auto fields = take_row();
    if (!fields) return fail(place(), "report-syntax", "not valid CSV: a quoted field of this row does not end");
    if (is_blank(*fields)) continue;
    if (fields->size() != width_)
      return fail(
          place(), "report-syntax",
          fmt::format("this row has {} fields, the header has {}; is the file truncated?", fields->size(), width_));
    row_ = std::move(*fields);
    return true;
  }
  return false;
}

const std::string& CsvTable::at(std::string_view column) const {
  static const std::string empty;
  auto found = columns_.find(column);
  return found == columns_.end() ? empty : row_[found->second];
}

std::string CsvTable::first_of(const std::vector<std::string_view>& columns) const {
  for (std::string_view column : columns)
    if (has(column)) return std::string(trim(at(column)));
  return {};
}

std::vector<std::string> csv_header(std::string_view text) {
  auto table = CsvTable::open({}, text.substr(0, std::min<std::size_t>(text.find('\n'), 65536)));
  std::vector<std::string> names;
  if (table)
    for (const auto& [name, index] : table->columns()) names.push_back(name);
  return names;
}

}  // namespace sluice::gate
