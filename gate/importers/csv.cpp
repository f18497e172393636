#include "gate/importers/csv.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace sluice::gate {
namespace {

// Takes one row after another from the front of a text.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  std::size_t line() const { return line_; }

  // Nothing when a quote is never closed.
  std::optional<std::vector<std::string>> take_row() {
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

 private:
  char take() {
    char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '\n') ++line_;
    return c;
  }

  bool take_field(std::string& field) {
    if (rest_.empty() || rest_.front() != '"') {
      auto end = std::min(rest_.find_first_of(",\r\n"), rest_.size());
      field = rest_.substr(0, end);
      rest_.remove_prefix(end);
      return true;
    }
    take();
    while (!rest_.empty()) {
      char c = take();
      bool doubled = c == '"' && !rest_.empty() && rest_.front() == '"';
      if (c == '"' && !doubled)
        return rest_.empty() || std::string_view(",\r\n").find(rest_.front()) != std::string_view::npos;
      if (doubled) take();
      field += c;
    }
    return false;
  }

  std::string_view rest_;
  std::size_t line_ = 1;
};

Place place_at(const std::string& file, std::size_t line) { return {file, static_cast<std::uint32_t>(line), 1}; }

bool is_blank(const std::vector<std::string>& fields) {
  return std::ranges::all_of(fields, [](const std::string& field) { return trim(field).empty(); });
}

}  // namespace

Result<CsvTable> CsvTable::parse(const std::string& file, std::string_view text) {
  CsvReader reader(text);
  CsvTable table;
  std::size_t width = 0;
  while (!reader.at_end()) {
    std::size_t line = reader.line();
    auto fields = reader.take_row();
    if (!fields)
      return fail(place_at(file, line), "report-syntax", "not valid CSV: a quoted field of this row does not end");
    if (width == 0) {
      width = fields->size();
      for (std::size_t index = 0; index < width; ++index)
        table.columns_.try_emplace(std::string(trim((*fields)[index])), index);
      continue;
    }
    if (is_blank(*fields)) continue;
    if (fields->size() != width)
      return fail(
          place_at(file, line), "report-syntax",
          fmt::format("this row has {} fields, the header has {}; is the file truncated?", fields->size(), width));
    table.rows_.push_back(std::move(*fields));
    table.lines_.push_back(line);
  }
  return table;
}

const std::string& CsvTable::at(std::size_t row, std::string_view column) const {
  static const std::string empty;
  auto found = columns_.find(column);
  return found == columns_.end() ? empty : rows_[row][found->second];
}

std::vector<std::string> csv_header(std::string_view text) {
  auto fields = CsvReader(text.substr(0, std::min<std::size_t>(text.find('\n'), 65536))).take_row();
  if (!fields) return {};
  for (std::string& field : *fields) field = std::string(trim(field));
  return *fields;
}

}  // namespace sluice::gate
