#include "analyzers/scan/rule_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "analyzers/scan/flow_stage.h"
#include "analyzers/scan/annotations.h"
#include "analyzers/scan/apply_fixes.h"
#include "analyzers/scan/autofix.h"
#include "analyzers/scan/join.h"
#include "analyzers/scan/load_rules.h"
#include "analyzers/source/reader.h"
#include "analyzers/syntax/embedded.h"
#include "base/file.h"
#include "base/text.h"

namespace sluice {
namespace {

namespace fs = std::filesystem;

std::string stem_of(const std::string& path) {
  std::string file = fs::path(path).filename().string();
  return file.substr(0, file.find('.'));
}

class Tester {
 public:
  explicit Tester(std::span<const EmbeddedFile> models) : models_(models) {}
  Result<RuleTestReport> run(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      std::error_code error;
      if (!fs::exists(path, error)) return fail({path}, "file-read", "there is no such file or folder");
      std::vector<std::string> files{path};
      if (fs::is_directory(path, error)) {
        SLUICE_TRY(files, rule_files_below(path));
      }
      for (const std::string& file : files)
        if (auto tested = test_file(file); !tested) mistakes_.append(std::move(tested).error());
    }
    if (!mistakes_.empty()) return std::unexpected(std::move(mistakes_));
    if (report_.rules == 0) return fail({paths.empty() ? "" : paths[0]}, "rules-none", "no rules were found to test");
    if (report_.targets == 0) return fail({paths[0]}, "rules-no-targets", "no annotated code was found beside the rules");
    if (report_.untested.size() == report_.rules) return fail({paths[0]}, "rules-no-marks", "the code beside the rules marks none of them: nothing is tested");
    return std::move(report_);
  }

 private:
  Result<void> test_file(const std::string& file) {
    rule_file_ = file;
    SLUICE_TRY(std::string text, read_file(file));
    SLUICE_TRY(std::vector<Rule> rules, parse_rules(file, text));
    std::set<std::string> untested;
    for (Rule& rule : rules) {
      rule.include_paths.clear();
      rule.exclude_paths.clear();
      if (rule.mode != RuleMode::Extract) untested.insert(rule.id);  // it reports nothing itself
    }
    report_.rules += static_cast<std::uint32_t>(rules.size());
    for (const std::string& target : rule_targets(file)) SLUICE_CHECK(test_target(rules, target, untested));
    report_.untested.insert(report_.untested.end(), untested.begin(), untested.end());
    return {};
  }

  Result<void> test_target(const std::vector<Rule>& rules, const std::string& path, std::set<std::string>& untested) {
    SLUICE_TRY(std::string bytes, read_file(path));
    DiscoveryOptions options;
    options.leave_out_generated = false;
    auto read = make_source(path, std::move(bytes), options);
    if (!read) return fail({path}, "file-skipped", to_string(read.error()));
    ++report_.targets;
    Source source = std::move(read->source);
    use_language_of_rules(rules, source);
    SourceSet::Builder builder;
    std::vector<Language> languages = languages_within(source.language, source.text);
    SourceId id = builder.add(std::move(source));
    SourceSet sources = std::move(builder).build();
    SLUICE_TRY(RuleSet set, RuleSet::compile(rules, languages));
    FileAnalysis analysis = analyze_file(sources, id, set, {}, {.models = models_});
    join_findings(set, sources, analysis.findings, analysis.diagnostics);
    compare(sources[id], analysis, rules, untested);
    return compare_fixed(sources[id], analysis, path);
  }

  // A header, or code in a file with an ending of its own, is in the rules' language.
  static void use_language_of_rules(const std::vector<Rule>& rules, Source& source) {
    for (const Rule& rule : rules)
      for (Language language : rule.languages)
        if (covers(language, source.language) && language != Language::Regex) return;
    auto with_language = std::ranges::find_if(rules, [](const Rule& rule) { return !rule.languages.empty(); });
    if (with_language == rules.end()) return;
    Language first = with_language->languages.front();
    bool is_unknown = source.language == Language::Text;
    if (is_unknown && info(first).kind == LanguageKind::Analyzed) source.language = first;
    if (source.language == Language::C && first == Language::Cpp) source.language = Language::Cpp;
  }

  void compare(const Source& source, const FileAnalysis& analysis, const std::vector<Rule>& rules, std::set<std::string>& untested) {
    std::set<std::string> ids;
    for (const Rule& rule : rules) ids.insert(rule.id);
    std::set<LineAndRule> reported;
    for (const Finding& finding : analysis.findings) reported.emplace(source.lines.line_of(finding.range.begin), finding.rule_id);
    if (analysis.unread_bytes > 0) add_failure(source, 0, "", fmt::format("{} bytes of the test code could not be read", analysis.unread_bytes));
    for (const SkippedPair& pair : analysis.skipped_pairs) add_failure(source, 0, pair.rule_id, pair.reason);
    MarkComparison marks = compare_with_marks(source, reported, ids);
    report_.expected += marks.expected;
    report_.todo_misses += marks.todo_misses;
    report_.todo_alarms += marks.todo_alarms;
    for (const std::string& id : marks.marked_rules) untested.erase(id);
    for (MarkFailure& failure : marks.failures) add_failure(source, failure.line, std::move(failure.rule_id), std::move(failure.message));
  }

  Result<void> compare_fixed(const Source& source, const FileAnalysis& analysis, const std::string& path) {
    fs::path target(path);
    fs::path fixed = target.parent_path() / (target.stem().string() + ".fixed" + target.extension().string());
    std::error_code error;
    if (!fs::exists(fixed, error)) return {};
    SLUICE_TRY(std::string expected, read_file(fixed));
    std::string got = apply_fixes(source.text, analysis.findings);
    if (got == expected) return {};
    auto first = std::ranges::mismatch(got, expected);
    Place place = place_of(fixed.string(), expected, static_cast<std::size_t>(first.in2 - expected.begin()));
    std::string diff = unified_diff({fixed.filename().string(), expected, got, Encoding::Utf8, 0});
    // From the first hunk on: the names of the files are known.
    diff.erase(0, std::min(diff.find("@@"), diff.size()));
    report_.failures.push_back({fixed.string(), place.line, "", "the fixes make something else of the code (-: expected, +: made)", diff, rule_file_});
    return {};
  }

  void add_failure(const Source& source, std::uint32_t line, std::string rule_id, std::string message) {
    std::string code = line == 0 ? "" : fmt::format("{:>5} | {}", line, source.line(line));
    report_.failures.push_back({source.path, line, std::move(rule_id), std::move(message), std::move(code), rule_file_});
  }

  std::span<const EmbeddedFile> models_;
  RuleTestReport report_;
  std::string rule_file_;  // the one that is being tested
  Errors mistakes_;
};

}  // namespace

// Code of other spellings keeps its rule-file sibling apart: `foo.test.yaml` is a target, `foo.yaml` is not.
std::vector<std::string> rule_targets(const std::string& rule_file) {
  std::vector<std::string> targets;
  std::error_code error;
  const bool is_here = !fs::path(rule_file).has_parent_path();
  const fs::path folder = is_here ? fs::path(".") : fs::path(rule_file).parent_path();
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const fs::directory_entry& entry = *it;
    std::string file = entry.path().filename().string(), path = is_here ? file : entry.path().string();
    std::error_code gone;
    bool is_rule_file = (file.ends_with(".yaml") || file.ends_with(".yml")) && file.find(".test.") == std::string::npos;
    bool is_fixed = file.find(".fixed.") != std::string::npos;
    if (entry.is_regular_file(gone) && !is_rule_file && !is_fixed && stem_of(path) == stem_of(rule_file)) targets.push_back(path);
  }
  std::ranges::sort(targets);
  return targets;
}

Result<RuleTestReport> test_rules(const std::vector<std::string>& paths, std::span<const EmbeddedFile> models) { return Tester(models).run(paths); }

}  // namespace sluice
