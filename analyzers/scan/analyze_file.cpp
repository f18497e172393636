#include "analyzers/scan/analyze_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/pattern/evaluator.h"
#include "analyzers/scan/suppressions.h"
#include "analyzers/syntax/shaper.h"

namespace sluice {
namespace {

class FileAnalyzer {
 public:
  FileAnalyzer(const SourceSet& sources, SourceId id, const RuleSet& rules) : source_(sources[id]), id_(id), rules_(rules) {}

  FileAnalysis run() {
    choose_programs();
    if (!programs_.empty()) {
      read();
      for (const Unit& unit : units_) evaluate(unit);
    }
    std::ranges::stable_sort(out_.findings, [](const Finding& a, const Finding& b) {
      return std::tie(a.range, a.rule_id, a.message) < std::tie(b.range, b.rule_id, b.message);
    });
    suppress();
    return std::move(out_);
  }

 private:
  void choose_programs() {
    const std::vector<bool> words = rules_.words_in(source_.text);
    for (const RuleProgram& program : rules_.programs(source_.language)) {
      const Rule& rule = rules_.rules()[program.rule];
      if (!can_match(program, words) || !rules_.applies_to(program.rule, source_.path)) continue;
      programs_.push_back(&program);
      ran_.insert(rule.id);
    }
    // A rule that cannot match here ran as far as suppressions are concerned.
    for (const RuleProgram& program : rules_.programs(source_.language)) ran_.insert(rules_.rules()[program.rule].id);
  }

  void read() {
    units_.push_back(read_unit(source_.language, source_.text, &rules_.names()));
    const Unit& unit = units_.front();
    out_.was_parsed = unit.size() > 1;
    for (const ByteRange& error : unit.errors()) out_.unread_bytes += error.end - error.begin;
    if (!unit.errors().empty()) {
      Position at = source_.lines.position(source_.text, unit.errors().front().begin);
      out_.diagnostics.add(DiagnosticLevel::Note, "parse-incomplete",
                           fmt::format("{} of {} bytes could not be read as {}, first here; what lies outside was analyzed", out_.unread_bytes,
                                       source_.text.size(), info(source_.language).title),
                           {source_.path, at.line, at.column});
    }
    if (unit.was_cut())
      out_.diagnostics.add(DiagnosticLevel::Warning, "nesting-too-deep", "nested too deeply: what lies below the depth limit was not analyzed", {source_.path});
  }

  void evaluate(const Unit& unit) {
    Evaluator evaluator(rules_, unit);
    for (const RuleProgram* program : programs_) {
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
  std::vector<const RuleProgram*> programs_;
  std::set<std::string, std::less<>> ran_;
  std::vector<Unit> units_;
  FileAnalysis out_;
};

}  // namespace

FileAnalysis analyze_file(const SourceSet& sources, SourceId id, const RuleSet& rules) { return FileAnalyzer(sources, id, rules).run(); }

}  // namespace sluice
