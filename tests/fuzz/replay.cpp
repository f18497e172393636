// fuzz_replay FUZZER                    runs it on its seeds and on tests/fuzz/corpus/FUZZER/
// fuzz_replay FUZZER FILE...            runs it on these files
// fuzz_replay --write-seeds FUZZER DIR  writes the seeds as files, for libFuzzer to begin with
// Ends with 0 when nothing crashed; a crash names the input that it happened on.
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>

#include "base/file.h"
#include "tests/fuzz/fuzzer.h"
#include "tests/fuzz/seeds.h"

namespace sluice::fuzz {
namespace {

namespace fs = std::filesystem;
using Fuzzer = std::function<void(std::string_view)>;

const std::map<std::string, Fuzzer>& fuzzers() {
  static const std::map<std::string, Fuzzer> kFuzzers = {
#define SLUICE_FUZZER(name, input) {#name, fuzz_##name},
#include "tests/fuzz/fuzzers.def"
#undef SLUICE_FUZZER
  };
  return kFuzzers;
}

// Flushed before the input is run: after a crash the last line is the culprit.
void run(const Fuzzer& fuzzer, const std::string& label, std::string_view input) {
  std::printf("  %s\n", label.c_str());
  std::fflush(stdout);
  fuzzer(input);
}

int run_files(const Fuzzer& fuzzer, const std::vector<fs::path>& paths) {
  for (const fs::path& path : paths) {
    auto text = read_file(path);
    if (!text) return std::fprintf(stderr, "%s", to_string(text.error()).c_str()), 2;
    run(fuzzer, path.filename().string(), *text);
  }
  return 0;
}

int run_seeds(const std::string& name, const Fuzzer& fuzzer) {
  fs::path root = SLUICE_SOURCE_DIR;
  std::vector<std::string> seeds = seeds_of(name, root);
  for (std::size_t i = 0; i < seeds.size(); ++i) run(fuzzer, fmt::format("seed {}", i), seeds[i]);
  std::vector<fs::path> corpus;
  if (fs::path folder = root / "tests/fuzz/corpus" / name; fs::exists(folder))
    for (const auto& entry : fs::directory_iterator(folder)) corpus.push_back(entry.path());
  std::printf("%s: %zu seeds, %zu files of the corpus\n", name.c_str(), seeds.size(), corpus.size());
  if (seeds.empty()) return std::fprintf(stderr, "no seeds: the rules were not found\n"), 1;
  return run_files(fuzzer, corpus);
}

int write_seeds(const std::string& name, const fs::path& folder) {
  fs::create_directories(folder);
  std::size_t number = 0;
  for (const std::string& seed : seeds_of(name, SLUICE_SOURCE_DIR))
    if (auto written = write_file_atomically(folder / fmt::format("seed-{}", number++), seed); !written) return 2;
  return 0;
}

int main_of(const std::vector<std::string>& arguments) {
  if (arguments.size() == 3 && arguments[0] == "--write-seeds") return write_seeds(arguments[1], arguments[2]);
  auto fuzzer = arguments.empty() ? fuzzers().end() : fuzzers().find(arguments[0]);
  if (fuzzer == fuzzers().end()) {
    std::fprintf(stderr, "usage: fuzz_replay FUZZER [FILE...] | --write-seeds FUZZER DIR; fuzzers:\n");
#define SLUICE_FUZZER(name, input) std::fprintf(stderr, "  %s: %s\n", #name, input);
#include "tests/fuzz/fuzzers.def"
#undef SLUICE_FUZZER
    return 2;
  }
  if (arguments.size() == 1) return run_seeds(fuzzer->first, fuzzer->second);
  return run_files(fuzzer->second, {arguments.begin() + 1, arguments.end()});
}

}  // namespace
}  // namespace sluice::fuzz

int main(int count, char** arguments) { return sluice::fuzz::main_of({arguments + 1, arguments + count}); }
