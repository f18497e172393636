#include "analyzers/scan/scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "analyzers/pattern/pattern_store.h"
#include "analyzers/scan/join.h"
#include "base/parallel.h"
#include "analyzers/syntax/embedded.h"
#include "base/memory_limit.h"

namespace sluice {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

// What was not looked at must be heard of, also where nothing was found.
void report_skipped_files(const Discovery& discovery, Diagnostics& diags) {
  for (const DiscoveredFile& file : discovery.files)
    if (file.state == FileState::Skipped)
      diags.add(DiagnosticLevel::Warning, "file-skipped", fmt::format("not analyzed: {}", to_string(file.reason)), {file.path});
}

// The checks that need types are rules as all others are.
std::unique_ptr<clang::Session> open_clang(const ScanOptions& options, ScanResult& result) {
  if (!options.clang) return nullptr;
  clang::SessionOptions own = *options.clang;
  own.root = result.tree.discovery.root;
  std::unique_ptr<clang::Session> session = clang::Session::open(result.tree.sources, own, result.diagnostics);
  if (session) result.rules.insert(result.rules.end(), session->rules().begin(), session->rules().end());
  return session;
}

RuleSet compile(std::vector<Rule> rules, const std::vector<Language>& languages, const ScanOptions& options, Errors& mistakes) {
  if (options.rules_key.empty()) return RuleSet::compile_good(std::move(rules), languages, options.check, mistakes);
  std::string ids;
  for (Language language : languages) ids += std::string(name(language)) + ' ';
  const std::string key = cache_key({"patterns", options.rules_key, ids, options.check == RuleSet::Check::All ? "all" : "used"});
  PatternStore store = PatternStore::from_bytes(options.cache.get(key).value_or(""));
  RuleSet set = RuleSet::compile_good(std::move(rules), languages, options.check, mistakes, &store);
  if (store.has_grown()) options.cache.put(key, store.to_bytes());
  return set;
}

// Those that run; of the others, those that nothing is wrong with are told too.
void list_rules(const RuleSet& rules, ScanResult& result) {
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    const Rule& rule = rules.rules()[i];
    if (rule.join_part) continue;
    if (rules.runs(i)) result.rules.push_back(info_of(rule));
    else if (!rule.not_run_because().empty())
      result.dropped_rules.add(rule.place, "rule-not-run", fmt::format("rule `{}` is not run: {}", rule.id, rule.not_run_because()));
  }
}

void merge(std::vector<FileAnalysis> analyses, ScanResult& result) {
  for (FileAnalysis& analysis : analyses) {
    for (Finding& finding : analysis.findings) result.findings.push_back(std::move(finding));
    for (SkippedPair& pair : analysis.skipped_pairs) result.skipped_pairs.push_back(std::move(pair));
    result.diagnostics.append(std::move(analysis.diagnostics));
    result.unread_bytes += analysis.unread_bytes;
    result.parsed_files += analysis.was_parsed;
  }
}

}  // namespace

std::vector<Language> languages_of(const SourceSet& sources) {
  std::set<Language> found;
  for (const Source& source : sources.all())
    for (Language language : languages_within(source.language, source.text)) found.insert(language);
  return {found.begin(), found.end()};
}

Result<ScanResult> scan(SourceTree tree, std::vector<Rule> rules, const ScanOptions& options) {
  ScanResult result;
  result.tree = std::move(tree);
  const SourceSet& sources = result.tree.sources;
  auto begin = Clock::now();
  const RuleSet rule_set = compile(std::move(rules), languages_of(sources), options, result.dropped_rules);
  result.times.compile = seconds_since(begin);
  list_rules(rule_set, result);
  bool is_too_many = options.is_strict || (result.rules.empty() && !rule_set.rules().empty());
  if (is_too_many && !result.dropped_rules.empty()) return std::unexpected(std::move(result.dropped_rules));
  // From here on the rules are frozen: worker threads read them without a lock.

  std::unique_ptr<clang::Session> types = open_clang(options, result);
  std::ranges::stable_sort(result.rules, {}, &RuleInfo::id);
  begin = Clock::now();
  report_skipped_files(result.tree.discovery, result.diagnostics);
  std::vector<FileAnalysis> analyses(sources.size());
  for_each_index(sources.size(), options.jobs, [&] {
    return [&, slot = FilesInWork::Slot(options.files_in_work)](std::size_t i) mutable {
      SourceId id = sources.id_at(static_cast<std::uint32_t>(i));
      slot.begin(sources[id].path);
      analyses[i] = analyze_file(sources, id, rule_set, {types.get(), options.suppressions});
      slot.end();
    };
  });
  // The order comes from the files, never from thread timing.
  merge(std::move(analyses), result);
  join_findings(rule_set, sources, result.findings, result.diagnostics);
  for (const Source& source : sources.all()) {
    result.lines += source.written_lines();
    result.bytes += source.text.size();
  }
  result.times.analyze = seconds_since(begin);
  return result;
}

unsigned jobs_within_memory(unsigned wanted) {
  // A thread's trees and matches take some ten megabytes, a hostile file's ten times that.
  constexpr std::uint64_t kBytesPerThread = 200'000'000;
  unsigned jobs = wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
  std::optional<std::uint64_t> limit = memory_limit();
  return limit ? static_cast<unsigned>(std::clamp<std::uint64_t>(*limit / kBytesPerThread, 1, jobs)) : jobs;
}

}  // namespace sluice
