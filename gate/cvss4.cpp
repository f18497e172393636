// CVSS 4.0. Source: FIRST, CVSS v4.0 specification, section 8 (MacroVectors and
// interpolation).
//
// A vector belongs to a MacroVector, whose score is that of its most severe member.
// What a vector lacks to that member is measured per equivalence set, as a share of
// the way to the next lower MacroVector; the mean of these is taken off.
//
// Everything is computed in whole numbers: tenths of a score times 840, which all
// depths divide. So "half up" is exact. It is what FIRST's formula gives when 1e-6 is
// added before rounding, to make up for binary fractions; without that, 522 of the
// 104,976 base vectors come out 0.1 too low.
#include <algorithm>

#include "gate/cvss4_tables.h"
#include "gate/cvss_vector.h"

namespace sluice::gate::cvss {
namespace {

constexpr int kUnit = 840;  // divisible by every depth: 1, 2, 4, 5, 6, 7, 8, 10

// The values that count: modified ones replace those of the base, and what is not
// defined is the worst case.
struct Effective {
  char av, pr, ui, ac, at, vc, vi, va, sc, si, sa, e, cr, ir, ar;

  explicit Effective(const MetricValues& v) {
    auto modified = [&](std::string_view metric, std::string_view base) {
      return v.defined(metric) ? v[metric].front() : v[base].front();
    };
    auto worst = [&](std::string_view metric, char value) { return v.defined(metric) ? v[metric].front() : value; };
    av = modified("MAV", "AV"), pr = modified("MPR", "PR"), ui = modified("MUI", "UI");
    ac = modified("MAC", "AC"), at = modified("MAT", "AT");
    vc = modified("MVC", "VC"), vi = modified("MVI", "VI"), va = modified("MVA", "VA");
    sc = modified("MSC", "SC"), si = modified("MSI", "SI"), sa = modified("MSA", "SA");
    e = worst("E", 'A');
    cr = worst("CR", 'H'), ir = worst("IR", 'H'), ar = worst("AR", 'H');
  }

  bool has_impact() const {
    return std::ranges::any_of(std::array{vc, vi, va, sc, si, sa}, [](char value) { return value != 'N'; });
  }
};

int level_eq1(const Effective& v) {
  if (v.av == 'N' && v.pr == 'N' && v.ui == 'N') return 0;
  bool one_is_easiest = v.av == 'N' || v.pr == 'N' || v.ui == 'N';
  return one_is_easiest && v.av != 'P' ? 1 : 2;
}

int level_eq3(const Effective& v) {
  if (v.vc == 'H' && v.vi == 'H') return 0;
  return v.vc == 'H' || v.vi == 'H' || v.va == 'H' ? 1 : 2;
}

int level_eq4(const Effective& v) {
  if (v.si == 'S' || v.sa == 'S') return 0;
  return v.sc == 'H' || v.si == 'H' || v.sa == 'H' ? 1 : 2;
}

int level_eq6(const Effective& v) {
  bool required_and_hit = (v.cr == 'H' && v.vc == 'H') || (v.ir == 'H' && v.vi == 'H') || (v.ar == 'H' && v.va == 'H');
  return required_and_hit ? 0 : 1;
}

MacroVector macro_vector_of(const Effective& v) {
  return {.eq1 = level_eq1(v),
          .eq2 = v.ac == 'L' && v.at == 'N' ? 0 : 1,
          .eq3 = level_eq3(v),
          .eq4 = level_eq4(v),
          .eq5 = v.e == 'A'   ? 0
                 : v.e == 'P' ? 1
                              : 2,
          .eq6 = level_eq6(v)};
}

// A metric's value and its possible values, the most severe first.
struct Rung {
  std::string_view scale;
  char value;
};

// Steps from the first highest member that is not below the vector in any metric.
int steps_from_highest(const LevelShape& shape, std::initializer_list<Rung> rungs) {
  for (std::string_view member : shape.highest) {
    if (member.empty()) break;
    int steps = 0;
    bool reachable = true;
    for (std::size_t index = 0; const Rung& rung : rungs) {
      auto step = static_cast<int>(rung.scale.find(rung.value)) - static_cast<int>(rung.scale.find(member[index++]));
      reachable = reachable && step >= 0;
      steps += step;
    }
    if (reachable) return steps;
  }
  SLUICE_ASSERT(false, "every vector lies below a highest member of its level");
  return 0;
}

// The sum of the shares, in units of 1/840 tenth, and how many sets have a next level.
class Distances {
 public:
  explicit Distances(int tenths) : tenths_(tenths) {}

  void add(int next_tenths, int steps, int depth) {
    int available = tenths_ - next_tenths;
    if (next_tenths == kNoMacroVector || available < 0) return;
    ++count_;
    sum_ += available * steps * (kUnit / depth);
  }

  // The score less the mean distance, rounded half up.
  int rounded_tenths() const {
    int whole = kUnit * std::max(count_, 1);
    return std::clamp((2 * (tenths_ * whole - sum_) + whole) / (2 * whole), 0, 100);
  }

 private:
  int tenths_;
  int sum_ = 0;
  int count_ = 0;
};

int next_lower(MacroVector macro, int MacroVector::*set) {
  macro.*set += 1;
  return macro_vector_tenths(macro);
}

int next_lower_eq3_eq6(MacroVector macro) {
  if (macro.eq3 == 0 && macro.eq6 == 0)
    return std::max(next_lower(macro, &MacroVector::eq3), next_lower(macro, &MacroVector::eq6));
  if (macro.eq3 == 1 && macro.eq6 == 0) return next_lower(macro, &MacroVector::eq6);
  return next_lower(macro, &MacroVector::eq3);
}

int score_tenths(const Effective& v) {
  if (!v.has_impact()) return 0;
  MacroVector macro = macro_vector_of(v);
  const LevelShape& eq1 = kEq1[macro.eq1];
  const LevelShape& eq2 = kEq2[macro.eq2];
  const LevelShape& eq3 = kEq3Eq6[macro.eq3][macro.eq6];
  const LevelShape& eq4 = kEq4[macro.eq4];
  Distances distances(macro_vector_tenths(macro));
  distances.add(next_lower(macro, &MacroVector::eq1),
                steps_from_highest(eq1, {{"NALP", v.av}, {"NLH", v.pr}, {"NPA", v.ui}}), eq1.depth);
  distances.add(next_lower(macro, &MacroVector::eq2), steps_from_highest(eq2, {{"LH", v.ac}, {"NP", v.at}}), eq2.depth);
  distances.add(next_lower_eq3_eq6(macro),
                steps_from_highest(
                    eq3, {{"HLN", v.vc}, {"HLN", v.vi}, {"HLN", v.va}, {"HML", v.cr}, {"HML", v.ir}, {"HML", v.ar}}),
                eq3.depth);
  distances.add(next_lower(macro, &MacroVector::eq4),
                steps_from_highest(eq4, {{"SHLN", v.sc}, {"SHLN", v.si}, {"SHLN", v.sa}}), eq4.depth);
  // The set of one metric: no way inside a level, but it counts in the mean.
  distances.add(next_lower(macro, &MacroVector::eq5), 0, 1);
  return distances.rounded_tenths();
}

Score score_of_values(const MetricValues& values) {
  return Score{static_cast<std::uint8_t>(score_tenths(Effective(values)))};
}

std::string_view nomenclature_of(const MetricValues& values) {
  bool threat = values.any_defined(MetricGroup::Threat);
  bool environmental = values.any_defined(MetricGroup::Environmental);
  if (threat) return environmental ? "CVSS-BTE" : "CVSS-BT";
  return environmental ? "CVSS-BE" : "CVSS-B";
}

}  // namespace

CvssResult score_cvss4(const MetricValues& values) {
  return {.version = CvssVersion::V4_0,
          .base = score_of_values(values),
          .temporal = std::nullopt,
          .environmental = std::nullopt,
          .nomenclature = nomenclature_of(values),
          .base_only = score_of_values(values.base_only())};
}

}  // namespace sluice::gate::cvss
