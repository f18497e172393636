// gate/cvss4_tables.h - the figures of CVSS 4.0: scores of MacroVectors, highest
// vectors and depths of the equivalence sets.
//
// Source: FIRST, CVSS v4.0 specification, section 8.2 and tables 24 to 30, and the
// 270 MacroVector scores that FIRST publishes with it (cvss-v4-calculator and
// cvss-resources, `macro-scores`).
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace sluice::gate::cvss {

// The levels of the six equivalence sets, 0 being the most severe.
struct MacroVector {
  int eq1 = 0, eq2 = 0, eq3 = 0, eq4 = 0, eq5 = 0, eq6 = 0;
};

constexpr int kNoMacroVector = -1;

// Scores in tenths. One line for each EQ1, EQ2, EQ3; in it EQ4, EQ5, EQ6 count up.
// -1: no vector is like that (EQ3 = 2 means no high impact, and so EQ6 = 1).
// clang-format off
inline constexpr std::array<std::int8_t, 324> kMacroVectorTenths = {
    // EQ1 0, EQ2 0
    100,  99,  98,  95,  95,  92, 100,  96,  93,  87,  91,  81,  93,  90,  89,  80,  81,  68,
     98,  95,  95,  92,  90,  84,  93,  92,  89,  81,  81,  65,  88,  80,  78,  70,  69,  48,
     -1,  92,  -1,  82,  -1,  72,  -1,  79,  -1,  69,  -1,  50,  -1,  69,  -1,  55,  -1,  27,
    // EQ1 0, EQ2 1
     99,  97,  95,  92,  92,  85,  95,  91,  90,  83,  84,  71,  92,  81,  82,  71,  72,  53,
     95,  93,  92,  85,  85,  73,  92,  82,  80,  72,  70,  59,  84,  70,  71,  52,  50,  30,
     -1,  86,  -1,  75,  -1,  52,  -1,  71,  -1,  52,  -1,  29,  -1,  63,  -1,  29,  -1,  17,
    // EQ1 1, EQ2 0
     98,  95,  94,  87,  91,  81,  94,  89,  86,  74,  77,  64,  87,  75,  74,  63,  63,  49,
     94,  89,  88,  77,  76,  67,  86,  76,  74,  58,  59,  50,  72,  57,  57,  52,  52,  25,
     -1,  83,  -1,  70,  -1,  54,  -1,  65,  -1,  58,  -1,  26,  -1,  53,  -1,  21,  -1,  13,
    // EQ1 1, EQ2 1
     95,  90,  88,  76,  76,  70,  90,  77,  75,  62,  61,  53,  77,  66,  68,  59,  52,  30,
     89,  78,  76,  67,  62,  58,  74,  59,  57,  57,  47,  23,  61,  52,  57,  29,  24,  16,
     -1,  71,  -1,  59,  -1,  30,  -1,  58,  -1,  26,  -1,  15,  -1,  23,  -1,  13,  -1,   6,
    // EQ1 2, EQ2 0
     93,  87,  86,  72,  75,  58,  86,  74,  74,  61,  56,  34,  70,  54,  52,  40,  40,  22,
     85,  75,  74,  55,  62,  51,  72,  57,  55,  41,  46,  19,  53,  36,  34,  19,  19,   8,
     -1,  64,  -1,  51,  -1,  20,  -1,  47,  -1,  21,  -1,  11,  -1,  24,  -1,   9,  -1,   4,
    // EQ1 2, EQ2 1
     88,  75,  73,  53,  60,  50,  73,  55,  59,  40,  41,  20,  54,  43,  45,  22,  20,  11,
     75,  55,  58,  45,  40,  21,  61,  51,  48,  18,  20,   9,  46,  18,  17,   7,   8,   2,
     -1,  53,  -1,  24,  -1,  14,  -1,  24,  -1,  12,  -1,   5,  -1,  10,  -1,   3,  -1,   1,
};
// clang-format on

// The score in tenths, or kNoMacroVector where the set has no such level.
constexpr int macro_vector_tenths(const MacroVector& m) {
  if (m.eq1 > 2 || m.eq2 > 1 || m.eq3 > 2 || m.eq4 > 2 || m.eq5 > 2 || m.eq6 > 1) return kNoMacroVector;
  int index = ((((m.eq1 * 2 + m.eq2) * 3 + m.eq3) * 3 + m.eq4) * 3 + m.eq5) * 2 + m.eq6;
  return kMacroVectorTenths[static_cast<std::size_t>(index)];
}

// One level of one set: its most severe members, and how many steps down lead to
// the last member. The letters of a member are the values of the set's metrics.
struct LevelShape {
  std::array<std::string_view, 5> highest;  // empty at the end
  int depth = 0;
};

inline constexpr LevelShape kEq1[] = {{{"NNN"}, 1}, {{"ANN", "NLN", "NNP"}, 4}, {{"PNN", "ALP"}, 5}};  // AV PR UI
inline constexpr LevelShape kEq2[] = {{{"LN"}, 1}, {{"HN", "LP"}, 2}};                                  // AC AT
inline constexpr LevelShape kEq4[] = {{{"HSS"}, 6}, {{"HHH"}, 5}, {{"LLL"}, 4}};                        // SC SI SA
// EQ3 and EQ6 are not independent and are measured together: VC VI VA CR IR AR.
inline constexpr LevelShape kEq3Eq6[3][2] = {
    {{{"HHHHHH"}, 7}, {{"HHLMMH", "HHHMMM"}, 6}},
    {{{"LHHHHH", "HLHHHH"}, 8}, {{"LHLHMH", "LHHHMM", "HLHMHM", "HLLMHH", "LLHHHM"}, 8}},
    {{{}, 0}, {{"LLLHHH"}, 10}},
};

}  // namespace sluice::gate::cvss
