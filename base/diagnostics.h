// base/diagnostics.h - what the user must hear although the run goes on.
//
// A Diagnostic becomes a SARIF tool notification and a line of the summary.
// "Gave up" must never look like "clean": whatever was not analyzed is told here.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice {

enum class DiagnosticLevel { Note, Warning, Error };

struct Diagnostic {
  DiagnosticLevel level = DiagnosticLevel::Warning;
  std::string code;     // stable, kebab-case: "parse-incomplete", "file-too-large"
  std::string message;  // one line
  Place place;          // file relative to the scan root, as in results
  std::string rule_id;  // when one rule is concerned
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// Collects; not shared between threads: each worker fills its own and the merge
// appends them in file order, so the order never depends on timing.
class Diagnostics {
 public:
  void add(DiagnosticLevel level, std::string_view code, std::string message, Place place = {}, std::string rule_id = {});
  void append(Diagnostics other);
  const std::vector<Diagnostic>& list() const { return list_; }
  bool has(DiagnosticLevel level) const;

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace sluice
