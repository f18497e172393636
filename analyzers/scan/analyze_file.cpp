#include "analyzers/scan/analyze_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/pattern/evaluator.h"
#include "analyzers/scan/suppressions.h"
#include "analyzers/syntax/embedded.h"

namespace sluice {
namespace {

class FileAnalyzer {
 public:
  FileAnalyzer(const SourceSet& sources, SourceId id, const RuleSet& rules) : source_(sources[id]), id_(id), rules_(rules) {}

  FileAnalysis run() {
    words_ = rules_.words_in(source_.text);
    for (const RuleProgram& program : rules_.programs(source_.language)) ran_.insert(rules_.rules()[program.rule].id);
    bool may_hold_code = source_.language == Language::Html;  // in its scripts
    std::vector<const RuleProgram*> own = programs_for(source_.language, Part::Whole);
    if (!own.empty() || may_hold_code) {
      read();
      evaluate(units_.front(), own);
      for (std::size_t i = 1; i < units_.size(); ++i) evaluate(units_[i], programs_for(units_[i].language(), Part::Embedded));
    }
    std::ranges::stable_sort(out_.findings, [](const Finding& a, const Finding& b) {
      return std::tie(a.range, a.rule_id, a.message) < std::tie(b.range, b.rule_id, b.message);
    });
    suppress();
    return std::move(out_);
  }

 private:
  enum class Part { Whole, Embedded };

  // The rules that can match; a rule that cannot is done with, and counts as having run.
  std::vector<const RuleProgram*> programs_for(Language language, Part part) {
    std::vector<const RuleProgram*> chosen;
    for (const RuleProgram& program : rules_.programs(language)) {
      const Rule& rule = rules_.rules()[program.rule];
      ran_.insert(rule.id);
      // Regexes see the whole text; the file's own Unit is where they run.
      bool is_done = part == Part::Embedded && rule.languages.front() == Language::Regex;
      if (!is_done && can_match(program, words_) && rules_.applies_to(program.rule, source_.path)) chosen.push_back(&program);
    }
    return chosen;
  }

  void read() {
    units_ = read_units(source_.language, source_.text, &rules_.names());
    out_.was_parsed = units_.front().size() > 1;
    std::vector<ByteRange> errors;
    bool was_cut = false;
    for (const Unit& unit : units_) {
      errors.insert(errors.end(), unit.errors().begin(), unit.errors().end());
      was_cut |= unit.was_cut();
    }
    report_errors(std::move(errors));
    if (was_cut)
      out_.diagnostics.add(DiagnosticLevel::Warning, "nesting-too-deep", "nested too deeply: what lies below the depth limit was not analyzed", {source_.path});
  }

  void report_errors(std::vector<ByteRange> errors) {
    if (errors.empty()) return;
    std::ranges::sort(errors);
    std::uint32_t end = 0;
    for (const ByteRange& error : errors) {  // they may lie in each other
      if (error.end > end) out_.unread_bytes += error.end - std::max(error.begin, end);
      end = std::max(end, error.end);
    }
    Position at = source_.lines.position(source_.text, errors.front().begin);
    out_.diagnostics.add(DiagnosticLevel::Note, "parse-incomplete",
                         fmt::format("{} of {} bytes could not be read as {}, first here; what lies outside was analyzed", out_.unread_bytes,
                                     source_.text.size(), info(source_.language).title),
                         {source_.path, at.line, at.column});
  }

  void evaluate(const Unit& unit, const std::vector<const RuleProgram*>& programs) {
    if (programs.empty()) return;
    Evaluator evaluator(rules_, unit);
    for (const RuleProgram* program : programs) {
      const Rule& rule = rules_.rules()[program->rule];
      RuleResult result = evaluator.run(*program);
      if (result.gave_up) {
        out_.skipped_pairs.push_back({source_.path, rule.id, *result.gave_up});
        out_.diagnostics.add(DiagnosticLevel::Warning, "budget-met", fmt::format("rule `{}` was dropped for this file: {}", rule.id, *result.gave_up), {source_.path}, rule.id);
      }
      for (RuleMatch& match : result.matches) add(unit, rule, std::move(match));
    }
  }

  void add(const Unit& unit, const Rule& rule, RuleMatch match) {
    Finding finding;
    finding.rule_id = rule.id;
    finding.source = id_;
    finding.range = match.range;
    finding.severity = rule.severity;
    finding.message = std::move(match.message);
    finding.fix = std::move(match.fix);
    Definition definition = enclosing_definition(unit, match.range);
    finding.definition = std::move(definition.name);
    finding.definition_kind = std::move(definition.kind);
    out_.findings.push_back(std::move(finding));
  }

  void suppress() {
    std::vector<SuppressionDirective> directives = find_directives(source_, units_, out_.diagnostics);
    apply_directives(source_, directives, out_.findings);
    report_unused(source_, directives, ran_, out_.diagnostics);
  }

  const Source& source_;
  SourceId id_;
  const RuleSet& rules_;
  std::vector<bool> words_;
  std::set<std::string, std::less<>> ran_;
  std::vector<Unit> units_;
  FileAnalysis out_;
};

}  // namespace

FileAnalysis analyze_file(const SourceSet& sources, SourceId id, const RuleSet& rules) { return FileAnalyzer(sources, id, rules).run(); }

}  // namespace sluice
