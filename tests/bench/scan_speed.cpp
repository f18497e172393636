// How long a scan takes, as a ratio to the floor: tree-sitter parsing the same files
// with the same threads. Both in one run, in turns, so that the machine's mood cancels out.
//
//   bench_scan_speed FOLDER [--jobs N] [--rounds N] [--config FILE|DIR]...
//
// Prints a line: files, lines, bytes, seconds of each, ratio, peak memory; then the same of CPU time,
// which other work on the machine disturbs less. Reading the files is in neither; compiling the
// rules is in the scan. Medians of the rounds.
#include <fmt/format.h>
#include <sys/resource.h>
#include <tree_sitter/api.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>

#include "analyzers/languages/definition.h"
#include "analyzers/scan/load_rules.h"
#include "analyzers/scan/scan.h"
#include "base/parallel.h"
#include "embedded/model_files.h"
#include "embedded/rule_files.h"

namespace {

using namespace sluice;
using Clock = std::chrono::steady_clock;

// Wall clock and CPU time of all threads, in seconds.
struct Spent {
  double wall = 0, cpu = 0;
};

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

class Stopwatch {
 public:
  Spent read() const { return {std::chrono::duration<double>(Clock::now() - begin_).count(), cpu_seconds() - cpu_begin_}; }

 private:
  Clock::time_point begin_ = Clock::now();
  double cpu_begin_ = cpu_seconds();
};

double median(const std::vector<Spent>& rounds, double Spent::*what) {
  std::vector<double> values;
  for (const Spent& round : rounds) values.push_back(round.*what);
  std::ranges::sort(values);
  return values[values.size() / 2];
}

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

Spent parse_all(const SourceSet& sources, unsigned jobs) {
  const Stopwatch watch;
  for_each_index(sources.size(), jobs, [&] {
    auto parser = std::make_shared<std::unique_ptr<TSParser, DeleteParser>>(ts_parser_new());
    return [&sources, parser](std::size_t i) {
      const Source& source = sources.all()[i];
      const LanguageDefinition* definition = find_definition(source.language);
      if (!definition || !definition->grammar) return;
      ts_parser_set_language(parser->get(), definition->grammar());
      ts_tree_delete(ts_parser_parse_string(parser->get(), nullptr, source.text.data(), static_cast<std::uint32_t>(source.text.size())));
    };
  });
  return watch.read();
}

[[noreturn]] void stop(const std::string& message) {
  fmt::print(stderr, "{}\n", message);
  std::exit(2);
}

template <class T>
T value_of(Result<T> result) {
  if (!result) stop(to_string(result.error()));
  return *std::move(result);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> folders, configs;
  unsigned jobs = 2, rounds = 3;
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    bool has_value = i + 1 < argc;
    if (argument == "--jobs" && has_value) jobs = static_cast<unsigned>(std::atoi(argv[++i]));
    else if (argument == "--rounds" && has_value) rounds = static_cast<unsigned>(std::atoi(argv[++i]));
    else if (argument == "--config" && has_value) configs.push_back(argv[++i]);
    else folders.push_back(argument);
  }
  if (folders.empty()) stop("usage: bench_scan_speed FOLDER [--jobs N] [--rounds N] [--config FILE|DIR]...");
  if (configs.empty()) configs.push_back("builtin:owasp-top10");
  // As the program does it: the rules within it were tested when it was made.
  bool is_builtin = std::ranges::all_of(configs, [](const std::string& config) { return config.starts_with("builtin:"); });
  auto check = is_builtin ? RuleSet::Check::Used : RuleSet::Check::All;
  const RulePack packs[] = {{"owasp-top10", embedded::rule_files()}};
  std::vector<Spent> floors, scans;
  for (unsigned round = 0; round < rounds; ++round) {
    Diagnostics diags;
    SourceTree tree = value_of(read_tree(folders, {}, jobs, diags));
    floors.push_back(parse_all(tree.sources, jobs));
    std::vector<Rule> rules = value_of(load_rules(configs, packs)).rules;
    const Stopwatch watch;
    ScanResult result = value_of(scan(std::move(tree), std::move(rules), {.jobs = jobs, .check = check, .models = embedded::model_files()}));
    scans.push_back(watch.read());
    if (round > 0) continue;
    fmt::print("{} files, {} parsed, {} lines, {} bytes, {} unread, {} rules, {} findings\n", result.tree.sources.size(), result.parsed_files, result.lines,
               result.bytes, result.unread_bytes, result.rules.size(), result.findings.size());
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  for (auto [name, what] : {std::pair("", &Spent::wall), std::pair("CPU time: ", &Spent::cpu)}) {
    const double floor = median(floors, what), scan_time = median(scans, what);
    fmt::print("{}threads {}, floor {:.3f} s, scan {:.3f} s, ratio {:.2f}, peak {} MB\n", name, jobs, floor, scan_time, scan_time / floor, usage.ru_maxrss / 1024);
  }
}
