// gate/version_range.h - versions of products and components, and ranges of them.
//
// Versions are compared part by part, as people of all ecosystems mean it: numbers as
// numbers, `1.0` equal to `1.0.0`, `1.0-rc1` and `1.0~rc1` before `1.0`, `1.0-1` after it, an
// epoch (`1:0.9`) before everything. No ecosystem's own rules are followed to the last
// letter; where they differ from this a range should name its bounds exactly.
//
//   ">=4.2.0 <4.3.0"        all must hold
//   "<1.2.9 || >=2.0 <2.3"  any of the alternatives
//   "4.2.0"                 this one
#pragma once
#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::gate {

std::strong_ordering compare_versions(std::string_view a, std::string_view b);

class VersionRange {
 public:
  // What is wrong is told without a place: the caller knows where the text stands.
  static std::expected<VersionRange, std::string> parse(std::string_view text);

  bool contains(std::string_view version) const;
  // No version beyond some highest is in it: a version that is not made yet is not covered.
  bool is_bounded_above() const;
  const std::string& text() const { return text_; }  // as written

 private:
  enum class Comparison : std::uint8_t { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
  struct Term {
    Comparison comparison;
    std::string version;
  };
  static bool holds(const Term& term, std::string_view version);
  std::string text_;
  std::vector<std::vector<Term>> alternatives_;
};

}  // namespace sluice::gate
