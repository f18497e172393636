// gate/terms.h - what a clause can ask of one weakness, whether an analyzer or an assessment found it.
//
//   when: { fixable: true, min-score: 7.0, below-score: 9.0, rated: true, min-epss: 0.1, exploited: true,
//           min-age-days: 30, max-age-days: 90, new-since: previous-active, suppression: [new], scope: [product] }
//
// All that is given must hold. What is not known holds for neither side: a weakness
// without a score is neither at or above 7.0 nor below it (`rated: false` means it), one
// without an EPSS value neither at or above nor below one. So a clause that lets something
// pass never lets the unknown pass.
//
// Nothing here depends on a branch or a commit: the same inputs give the same answer
// wherever they are looked at.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/yaml_fields.h"
#include "gate/cvss.h"
#include "gate/release.h"
#include "gate/scope.h"

namespace sluice::gate {

// Since when a weakness counts as new.
struct NewSince {
  enum class Kind : std::uint8_t {
    Baseline,        // not in the baseline: SARIF's baselineState, or the file of --baseline
    Day,             // first seen after that day
    PreviousActive,  // first seen after the day on which the release's `previous-active` shipped
    Version,         // the same of any version that the release file's `shipped` has
  };
  Kind kind = Kind::Baseline;
  Date day{};
  std::string version;
  friend bool operator==(const NewSince&, const NewSince&) = default;
};
std::string to_string(const NewSince& since);  // as it is written in a policy

// A thing that its report or its code suppresses.
enum class SuppressionTerm : std::uint8_t {
  Any,
  New,          // the baseline file does not have it as suppressed; without one, every suppression is new
  Unexplained,  // without a justification
};

// One weakness, in the words of a policy.
struct Facts {
  bool is_fixable = true;  // false: it is in a component, and no report knows a version without it
  std::optional<Score> score;
  bool is_rated = false;  // score or severity word
  std::optional<double> epss;
  bool is_exploited = false;
  Date first_seen{};
  bool is_in_baseline = false;
  bool is_suppressed = false, is_suppression_explained = false, is_suppression_in_baseline = false;
  Scope scope = Scope::Product;
};

// What is asked; what is not given does not matter.
struct Terms {
  std::optional<bool> fixable, rated, exploited;
  std::optional<Score> min_score, below_score;
  std::optional<double> min_epss, below_epss;
  std::optional<int> min_age_days, max_age_days;
  std::optional<NewSince> new_since;
  std::vector<SuppressionTerm> suppression;
  std::vector<Scope> scopes;

  // What takes time to find out and is asked for few times.
  bool needs_first_seen() const { return min_age_days || max_age_days || new_since; }
  bool needs_scope() const { return !scopes.empty(); }
  friend bool operator==(const Terms&, const Terms&) = default;
};

// What the answer depends on besides the weakness.
struct TermContext {
  Date as_of;
  const Release& release;
};

// Whether the weakness counts as new. Of a version whose day nobody knows everything is new.
bool is_new(const Facts& facts, const NewSince& since, const Release& release);

// The first term that does not hold, as it is written in a policy; empty when all hold.
std::string_view first_unmet(const Terms& terms, const Facts& facts, const TermContext& context);

// Reads the keys above out of a map that may have others.
Terms read_terms(yaml::Fields& fields);
std::optional<NewSince> read_new_since(yaml::Fields& fields, std::string_view key);

}  // namespace sluice::gate
