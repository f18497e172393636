// tests/fuzz/fuzzer.h - what is fed to Sluice by strangers, one function for each kind of input.
//
// A fuzzer is `void fuzz_<name>(std::string_view input)` in <name>_fuzzer.cpp with a line in
// fuzzers.def. It must end soon and not crash whatever the input is; what it believes of the
// result it says with REQUIRE_THAT. Two programs call it:
//   <name>_fuzzer  libfuzzer.cpp: makes up inputs (preset `fuzz`, ci/fuzz.sh)
//   fuzz_replay    replay.cpp: the seeds (seeds.h) and tests/fuzz/corpus/<name>/, as a plain test
// A crash that was found becomes a small file in tests/fuzz/corpus/<name>/.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace sluice::fuzz {

#define SLUICE_FUZZER(name, input) void fuzz_##name(std::string_view text);
#include "tests/fuzz/fuzzers.def"
#undef SLUICE_FUZZER

inline void require_that(bool is_true, const char* condition, const char* file, int line) {
  if (is_true) return;
  std::fprintf(stderr, "%s:%d: not true: %s\n", file, line, condition);
  std::abort();
}
#define REQUIRE_THAT(condition) ::sluice::fuzz::require_that((condition), #condition, __FILE__, __LINE__)

// The first line and the rest.
inline std::pair<std::string_view, std::string_view> cut_line(std::string_view text, std::string_view line_end = "\n") {
  std::size_t end = text.find(line_end);
  if (end == std::string_view::npos) return {text, {}};
  return {text.substr(0, end), text.substr(end + line_end.size())};
}

}  // namespace sluice::fuzz
