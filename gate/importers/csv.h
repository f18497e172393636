// gate/importers/csv.h - CSV reports as rows that are asked for by column name.
//
// RFC 4180 with `\n` or `\r\n`. An unclosed quote and a row with more or fewer fields
// than the header are errors: that is how a truncated file looks.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::gate {

class CsvTable {
 public:
  static Result<CsvTable> parse(const std::string& file, std::string_view text);

  bool has(std::string_view column) const { return columns_.contains(column); }
  std::size_t size() const { return rows_.size(); }
  // Empty when the table has no such column.
  const std::string& at(std::size_t row, std::string_view column) const;
  std::size_t line_of(std::size_t row) const { return lines_[row]; }  // 1-based, where the row begins

 private:
  std::map<std::string, std::size_t, std::less<>> columns_;  // the first of a name counts
  std::vector<std::vector<std::string>> rows_;               // without rows whose fields are all empty
  std::vector<std::size_t> lines_;
};

// The names in the first line, to recognize a table without reading it.
std::vector<std::string> csv_header(std::string_view text);

}  // namespace sluice::gate
