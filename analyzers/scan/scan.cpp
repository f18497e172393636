#include "analyzers/scan/scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

#include "analyzers/pattern/pattern_store.h"
#include "analyzers/routes/route_table.h"
#include "analyzers/scan/earlier_scan.h"
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

// Everything that is found in the files, each by itself and all together.
class Finder {
 public:
  Finder(const SourceSet& sources, const RuleSet& rules, const FlowRules& flow_rules, const clang::Session* types, EarlierScan& earlier, const ScanOptions& options, bool is_within_files)
      : sources_(sources), rules_(rules), flow_rules_(flow_rules), types_(types), earlier_(earlier), options_(options), analyses_(sources.size()), works_(sources.size()) {
    kept_.is_within_files = is_within_files;
  }

  // Of a large program: what no other file can change.
  Result<void> find_in_each(ScanResult& result) {
    SLUICE_TRY(flow::Models models, flow::load_models(options_.models, earlier_.languages(), options_.jobs));
    result.diagnostics.add(DiagnosticLevel::Note, "flow-within-files", "the program is large: data that taint rules without library models speak of was followed within each file, not from file to file", {});
    each_changed([&](std::size_t i, FileWork work) {
      SourceId id = sources_.id_at(static_cast<std::uint32_t>(i));
      const FlowFile alone[] = {{.id = id, .work = &work, .hosts = earlier_.hosts(i)}};
      auto followed = waits(i) ? find_flows(sources_, rules_, flow_rules_, alone, {.jobs = 1, .loaded_models = &models}) : FlowResult{};
      analyses_[i] = work.finish();
      if (followed) add_cut(*followed, analyses_[i].diagnostics);
    });
    kept_.files.resize(sources_.size());
    return {};
  }

  Result<void> find_in_all(ScanResult& result) {
    each_changed([&](std::size_t i, FileWork work) {
      if (waits(i)) works_[i].emplace(std::move(work));
      else analyses_[i] = work.finish();
    });
    kept_.files.resize(sources_.size());
    if (flow_rules_.any()) SLUICE_CHECK(follow_data(result));
    return {};
  }

  std::vector<FileAnalysis> take(const ScanResult& result) {
    if (earlier_.is_worth_keeping(looked_at_)) keep(result);
    return std::move(analyses_);
  }

 private:
  bool waits(std::size_t i) const {
    return flow_rules_.covers(earlier_.languages(i), earlier_.hosts(i));
  }

  FileWork look_at(std::size_t i) const {
    FileWork work(sources_, sources_.id_at(static_cast<std::uint32_t>(i)), rules_, {types_, options_.suppressions, kept_.is_within_files});
    work.match();
    return work;
  }

  // Looks at those files of which the earlier scan does not know; of the others it says what there is.
  template <class Use>
  void each_changed(const Use& use) {
    std::atomic<std::size_t> looked_at = 0;
    for_each_index(sources_.size(), options_.jobs, [&] {
      return [&, slot = FilesInWork::Slot(options_.files_in_work)](std::size_t i) mutable {
        if (earlier_.file(i)) {
          if (kept_.is_within_files || !waits(i)) analyses_[i] = earlier_.take_analysis(i);
          return;
        }
        ++looked_at;
        slot.begin(sources_.all()[i].path);
        use(i, look_at(i));
        slot.end();
      };
    });
    looked_at_ = looked_at;
  }

  // Where data goes, through all files that wait for it; then these are done, too.
  Result<void> follow_data(ScanResult& result) {
    std::vector<FlowFile> files;
    std::vector<std::size_t> indices;
    for (std::uint32_t i = 0; i < sources_.size(); ++i) {
      if (!waits(i)) continue;
      files.push_back({.id = sources_.id_at(i), .work = works_[i] ? &*works_[i] : nullptr, .hosts = earlier_.hosts(i), .kept = earlier_.file(i)});
      indices.push_back(i);
    }
    std::vector<std::pair<std::string, std::string>> settings = flow_rules_.has_models() ? settings_of(result.tree) : std::vector<std::pair<std::string, std::string>>{};
    auto begin = Clock::now();
    FlowOptions options{.jobs = options_.jobs, .models = options_.models, .settings = settings, .earlier = earlier_.scan()};
    options.open = [&](std::size_t file) -> FileWork& { return works_[indices[file]].emplace(look_at(indices[file])); };
    if (earlier_.keeps()) options.keeps = [&](std::size_t opened) { return earlier_.is_worth_keeping(looked_at_ = std::max(looked_at_, opened)); };
    SLUICE_TRY(FlowResult flow, find_flows(sources_, rules_, flow_rules_, files, options));
    for_each_index(indices.size(), options_.jobs, [&] {
      return [&](std::size_t i) {
        std::size_t source = indices[i];
        analyses_[source] = flow.is_as_before[i] ? earlier_.take_analysis(source) : works_[source]->finish();
        works_[source].reset();
      };
    });
    for (std::size_t i = 0; i < flow.kept_files.size(); ++i) kept_.files[indices[i]] = std::move(flow.kept_files[i]);
    kept_.live_rules = std::move(flow.live_rules);
    kept_.settings_digest = std::move(flow.settings_digest);
    kept_.flow = std::move(flow.kept);
    result.times.flow = seconds_since(begin);
    result.times.functions = flow.functions;
    result.times.runs = flow.runs;
    add_cut(flow, result.diagnostics);
    return {};
  }

  void keep(const ScanResult& result) {
    kept_.has_types = types_ != nullptr;
    for (std::size_t i = 0; i < analyses_.size(); ++i) kept_.files[i].analysis = std::move(analyses_[i]);
    earlier_.put(options_.cache, result.tree.sources, kept_);
    for (std::size_t i = 0; i < analyses_.size(); ++i) analyses_[i] = std::move(kept_.files[i].analysis);
  }

  const SourceSet& sources_;
  const RuleSet& rules_;
  const FlowRules& flow_rules_;
  const clang::Session* types_;
  EarlierScan& earlier_;
  const ScanOptions& options_;
  std::vector<FileAnalysis> analyses_;          // by source
  std::vector<std::optional<FileWork>> works_;  // of files that wait for the others
  std::size_t looked_at_ = 0;
  KeptScan kept_;                               // for the next scan
};

// Languages of which more files than one decide what is found in it.
std::set<Language> languages_with_types() {
  std::set<Language> languages;
  for (const LanguageInfo& info : all_languages())
    if (clang::Session::covers(info.language)) languages.insert(info.language);
  return languages;
}

EarlierScan open_earlier(const ScanOptions& options, const SourceSet& sources) {
  std::string key;
  if (!options.results_key.empty() && options.cache.is_kept()) {
    const std::string terms{options.suppressions.needs_id ? 'i' : '-', options.suppressions.needs_reason ? 'r' : '-', options.check == RuleSet::Check::All ? 'a' : 'u'};
    key = kept_scan_key(sources, {options.results_key, terms});
  }
  return EarlierScan(options.cache, key, sources, options.jobs);
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
  EarlierScan earlier = open_earlier(options, sources);
  const RuleSet rule_set = compile(std::move(rules), earlier.languages(), options, result.dropped_rules);
  result.times.compile = seconds_since(begin);
  list_rules(rule_set, result);
  bool is_too_many = options.is_strict || (result.rules.empty() && !rule_set.rules().empty());
  if (is_too_many && !result.dropped_rules.empty()) return std::unexpected(std::move(result.dropped_rules));
  // From here on the rules are frozen: worker threads read them without a lock.

  std::unique_ptr<clang::Session> types = open_clang(options, result);
  std::ranges::stable_sort(result.rules, {}, &RuleInfo::id);
  begin = Clock::now();
  report_skipped_files(result.tree.discovery, result.diagnostics);
  const FlowRules flow_rules(rule_set);
  const bool is_within_files = flow_rules.stays_within_files(sources);
  earlier.check(types != nullptr, is_within_files, types ? languages_with_types() : std::set<Language>());
  Finder finder(sources, rule_set, flow_rules, types.get(), earlier, options, is_within_files);
  if (is_within_files) SLUICE_CHECK(finder.find_in_each(result));
  else SLUICE_CHECK(finder.find_in_all(result));
  std::vector<FileAnalysis> analyses = finder.take(result);
  // The order comes from the files, never from thread timing.
  merge(std::move(analyses), result);
  join_findings(rule_set, sources, result.findings, result.diagnostics);
  if (!result.findings.empty()) routes::add_routes(routes::read_route_tables(sources), sources, result.findings);
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
