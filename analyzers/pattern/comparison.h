// analyzers/pattern/comparison.h - the expressions of `metavariable-comparison`.
//
// A small part of Python: `$N > 8 and $N not in [16, 32]`, `int($X) % 2 == 0`,
// `re.match("^sk_", str($K))`; days by `strptime("2026-01-31")` and `today()`, the only place
// where a scan asks the clock. What cannot be evaluated is false, as users of the
// rule language expect.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace sluice {

struct ComparisonValue {
  using List = std::vector<ComparisonValue>;
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List> value;
  bool is_code = false;  // a string that is source text: it compares only through str()
};

class Comparison {
 public:
  // Looks a metavariable (`$X`) up; monostate when it is not bound.
  using Lookup = std::function<ComparisonValue(std::string_view)>;

  static Result<Comparison> compile(std::string_view text, const Place& place);
  // `limit_met_by` gets the regex that met its limit, when one did: what it is asked of is false then.
  bool holds(const Lookup& lookup, std::string* limit_met_by = nullptr) const;

  struct Expression;

 private:
  std::shared_ptr<const Expression> root_;
};

}  // namespace sluice
