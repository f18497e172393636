// gate/importers/csv.h - CSV reports row by row, fields asked for by column name.
//
// RFC 4180 with `\n` or `\r\n`. An unclosed quote and a row with more or fewer fields
// than the header are errors: that is how a truncated file looks.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::gate {

class CsvTable {
 public:
  // Reads the header; `text` must outlive the table. `lines_before`: of a preamble that the
  // caller has taken off, to tell the right lines.
  static Result<CsvTable> open(const std::string& file, std::string_view text, std::size_t lines_before = 0);

  // Goes to the next row; false at the end. Rows whose fields are all empty are passed over.
  Result<bool> next();

  bool has(std::string_view column) const { return columns_.contains(column); }
  const std::map<std::string, std::size_t, std::less<>>& columns() const { return columns_; }
  // Of the current row. Empty when the table has no such column.
  const std::string& at(std::string_view column) const;
  // The same of the first of these columns that the table has, without blanks around it.
  std::string first_of(const std::vector<std::string_view>& columns) const;
  Place place() const { return {file_, static_cast<std::uint32_t>(row_line_), 1}; }  // where the row begins

 private:
  std::optional<std::vector<std::string>> take_row();
  bool take_field(std::string& field);
  char take();

  std::string file_;
  std::string_view rest_;
  std::size_t line_ = 1, row_line_ = 1;
  std::map<std::string, std::size_t, std::less<>> columns_;  // the first of a name counts
  std::size_t width_ = 0;
  std::vector<std::string> row_;
};

// The names in the first line, to recognize a table without reading it.
std::vector<std::string> csv_header(std::string_view text);

}  // namespace sluice::gate
