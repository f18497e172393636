#include "analyzers/scan/scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include "analyzers/pattern/pattern_store.h"
#include "analyzers/scan/flow_stage.h"
#include "analyzers/scan/join.h"
#include "base/parallel.h"
#include "analyzers/syntax/embedded.h"
#include "analyzers/templates/template_code.h"
#include "base/file.h"
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

// What programs read their settings from. Files that are left out of the scan are read, too: what they say
// decides what the program does.
std::vector<std::pair<std::string, std::string>> settings_of(const SourceTree& tree) {
  constexpr std::uintmax_t kLargest = 1 << 20;
  constexpr std::size_t kMostFiles = 2000;
  std::vector<std::pair<std::string, std::string>> settings;
  for (const DiscoveredFile& file : tree.discovery.files) {
    if (!file.path.ends_with(".properties") || settings.size() >= kMostFiles) continue;
    std::filesystem::path path = std::filesystem::path(tree.discovery.root) / file.path;
    std::error_code error;
    bool is_plain = std::filesystem::is_regular_file(std::filesystem::symlink_status(path, error)) && std::filesystem::file_size(path, error) <= kLargest;
    if (!is_plain || error) continue;
    if (Result<std::string> text = read_file(path.string())) settings.emplace_back(file.path, *std::move(text));
  }
  return settings;
}

void add_cut(const FlowResult& flow, Diagnostics& diagnostics) {
  for (const auto& [path, function] : flow.cut)
    diagnostics.add(DiagnosticLevel::Note, "flow-cut", fmt::format("`{}` is too large or too involved: data was not followed through all of it", function), {path});
}

// Where data goes, through all files that wait for it; then these are done, too.
Result<void> follow_data(const SourceSet& sources, const RuleSet& rules, const FlowRules& flow_rules, std::vector<std::optional<FileWork>>& kept, std::vector<FileAnalysis>& analyses,
                         const ScanOptions& options, ScanResult& result) {
  std::vector<FlowFile> files;
  for (std::uint32_t i = 0; i < kept.size(); ++i)
    if (kept[i]) files.push_back({sources.id_at(i), &*kept[i]});
  std::vector<std::pair<std::string, std::string>> settings = flow_rules.has_models() ? settings_of(result.tree) : std::vector<std::pair<std::string, std::string>>{};
  auto begin = Clock::now();
  SLUICE_TRY(FlowResult flow, find_flows(sources, rules, flow_rules, files, {.jobs = options.jobs, .models = options.models, .settings = settings}));
  for_each_index(kept.size(), options.jobs, [&] {
    return [&](std::size_t i) {
      if (!kept[i]) return;
      analyses[i] = kept[i]->finish();
      kept[i].reset();
    };
  });
  result.times.flow = seconds_since(begin);
  result.times.functions = flow.functions;
  result.times.runs = flow.runs;
  add_cut(flow, result.diagnostics);
  return {};
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
  // Templates whose name says what renders them may be without the code that does.
  for (const Source& source : sources.all())
    if (std::vector<Language> hosts = templates::hosts_of(source.path, source.text); hosts.size() == 1) found.insert(hosts.front());
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
  const FlowRules flow_rules(rule_set);
  std::vector<std::optional<FileWork>> kept(sources.size());  // of files that wait for the others
  const bool is_within_files = flow_rules.stays_within_files(sources);
  std::optional<flow::Models> models;
  if (is_within_files) {
    SLUICE_TRY(flow::Models loaded, flow::load_models(options.models, languages_of(sources), options.jobs));
    models = std::move(loaded);
    result.diagnostics.add(DiagnosticLevel::Note, "flow-within-files", "the program is large: data that taint rules without library models speak of was followed within each file, not from file to file", {});
  }
  for_each_index(sources.size(), options.jobs, [&] {
    return [&, slot = FilesInWork::Slot(options.files_in_work)](std::size_t i) mutable {
      SourceId id = sources.id_at(static_cast<std::uint32_t>(i));
      slot.begin(sources[id].path);
      FileWork work(sources, id, rule_set, {types.get(), options.suppressions, is_within_files});
      work.match();
      bool waits = flow_rules.covers(sources[id]);
      if (waits && is_within_files) {
        const FlowFile alone[] = {{id, &work}};
        auto followed = find_flows(sources, rule_set, flow_rules, alone, {.jobs = 1, .loaded_models = &*models});
        analyses[i] = work.finish();
        if (followed) add_cut(*followed, analyses[i].diagnostics);
      } else if (waits) kept[i].emplace(std::move(work));
      else analyses[i] = work.finish();
      slot.end();
    };
  });
  if (flow_rules.any() && !is_within_files) SLUICE_CHECK(follow_data(sources, rule_set, flow_rules, kept, analyses, options, result));
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
