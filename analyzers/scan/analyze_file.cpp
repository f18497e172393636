#include "analyzers/scan/analyze_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "analyzers/clang/session.h"
#include "analyzers/pattern/evaluator.h"
#include "analyzers/scan/extract.h"
#include "analyzers/scan/idle_sinks.h"
#include "analyzers/scan/suppressions.h"
#include "analyzers/syntax/embedded.h"
#include "analyzers/templates/template_code.h"

namespace sluice {

class FileWork::Analyzer {
 public:
  Analyzer(const SourceSet& sources, SourceId id, const RuleSet& rules, const FileOptions& options)
      : source_(sources[id]), id_(id), rules_(rules), clang_(options.clang && clang::Session::covers(source_.language) ? options.clang : nullptr),
        terms_(options.suppressions), is_alone_(options.is_alone) {}

  void match() {
    words_ = rules_.words_in(source_.text);
    ran_.resize(rules_.rules().size());
    for (const RuleProgram& program : rules_.programs(source_.language)) ran_[program.rule] = true;
    bool may_hold_code = has_programs_within();
    std::vector<const RuleProgram*> own = programs_for(source_.language, Part::Whole);
    drop_silent_text_rules(own);
    if (!own.empty() || may_hold_code || clang_) {
      read();
      if (clang_) add_types();
      evaluate(units_.front(), own);
      for (std::size_t i = 1; i < units_.size(); ++i) evaluate(units_[i], programs_for(units_[i].language(), Part::Embedded));
      read_extracted_code();
      for (std::size_t i = 0; i < flow_.size(); ++i) drop_idle_sinks(units_[i], rules_.rules(), is_alone_, flow_[i].matches);
    }
    add_checked();
  }

  // All Units of the file, read now where no rule needed them before.
  std::vector<UnitMatches>& units_for_flow(std::optional<Language> host) {
    if (units_.empty()) read();
    if (host) add_template(*host);
    flow_.resize(units_.size());
    for (std::size_t i = 0; i < units_.size(); ++i) flow_[i].unit = &units_[i];
    if (host) flow_.back().is_template = true;
    return flow_;
  }

  std::vector<UnitMatches>& matches() { return flow_; }

  void add(const flow::FlowFinding& found, const Unit& unit, std::vector<Trace> traces) {
    const Rule& rule = rules_.rules()[found.rule];
    Bindings bindings;
    if (found.sink) bindings = found.sink->bindings;
    if (found.source)
      for (const Binding& binding : found.source->bindings.list())
        if (found.source_is_here && !bindings.find(binding.variable)) bindings.push(binding);
    Evaluator evaluator(rules_, unit, words_);
    for (const RuleProgram& program : rules_.programs(unit.language())) {
      if (program.rule != found.rule) continue;
      RuleMatch match = evaluator.match_at(program, found.range, bindings);
      add(unit, rule, std::move(match));
      out_.findings.back().traces = std::move(traces);
      return;
    }
  }

  FileAnalysis finish() {
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
      ran_[program.rule] = true;
      // Rules for any text see all of it; the file's own Unit is where they run.
      bool is_done = part == Part::Embedded && is_for_any_text(program);
      if (!is_done && can_match(program, words_) && rules_.applies_to(program.rule, source_.path)) chosen.push_back(&program);
    }
    return chosen;
  }

  // Rules that can match in code of other languages within the file.
  bool has_programs_within() {
    std::vector<Language> languages = languages_within(source_.language, source_.text);
    return std::any_of(languages.begin() + 1, languages.end(), [this](Language language) { return !programs_for(language, Part::Embedded).empty(); });
  }

  bool is_for_any_text(const RuleProgram& program) const { return info(rules_.rules()[program.rule].languages.front()).kind == LanguageKind::AnyFile; }

  // Rules for any text need no tree to find nothing, and a file in which no other rule can match
  // is not parsed.
  void drop_silent_text_rules(std::vector<const RuleProgram*>& programs) const {
    if (std::ranges::none_of(programs, [this](const RuleProgram* program) { return is_for_any_text(*program); })) return;
    const std::vector<Unit> text = read_units(Language::Text, source_.text, &rules_.names());
    Evaluator evaluator(rules_, text.front(), words_);
    std::erase_if(programs, [&](const RuleProgram* program) {
      if (!is_for_any_text(*program)) return false;
      RuleResult result = evaluator.run(*program);
      return result.matches.empty() && !result.gave_up;
    });
  }

  void read() {
    units_ = read_units(source_.language, source_.text, &rules_.names());
    out_.was_parsed = units_.front().size() > 1;
    std::vector<ByteRange> errors, errors_within;
    bool was_cut = false;
    for (const Unit& unit : units_) {
      bool is_own = &unit == &units_.front() || source_.language == Language::Html;
      std::vector<ByteRange>& list = is_own ? errors : errors_within;
      list.insert(list.end(), unit.errors().begin(), unit.errors().end());
      was_cut |= unit.was_cut();
    }
    report_errors(std::move(errors));
    report_errors_within(errors_within);
    if (was_cut)
      out_.diagnostics.add(DiagnosticLevel::Warning, "nesting-too-deep", "nested too deeply: what lies below the depth limit was not analyzed", {source_.path});
  }

  // A file that libclang cannot read is analyzed as it would be without libclang.
  void add_types() {
    if (!clang_->is_worth_analyzing(source_)) return;
    checked_ = clang_->analyze(source_, units_.front());
    units_.front() = clang::with_facts(std::move(units_.front()), checked_);
    checks_ran_ = true;
    if (checked_.problem.empty()) return;
    Position at = source_.lines.position(source_.text, checked_.problem_offset);
    if (checked_.was_parsed)
      out_.diagnostics.add(DiagnosticLevel::Note, "clang-errors",
                           fmt::format("{} compile errors, so types may be missing and checks that need them may have missed something; the first: {}", checked_.errors, checked_.problem),
                           {source_.path, at.line, at.column});
    else
      out_.diagnostics.add(DiagnosticLevel::Warning, "clang-not-parsed",
                           fmt::format("analyzed without types, and the checks that need them did not run: {}", checked_.problem), {source_.path});
  }

  // What the checks found. A check stands for the rules that look for the same without types:
  // theirs are dropped where the check said the same, and everywhere when it saw all of the file.
  void add_checked() {
    if (!clang_ || !checked_.was_parsed) return;
    for (const RuleInfo& rule : clang_->rules()) {
      auto replaced = rule.metadata.find("replaces");
      if (replaced == rule.metadata.end()) continue;
      std::erase_if(out_.findings, [&](const Finding& finding) {
        if (std::ranges::find(replaced->second, finding.rule_id) == replaced->second.end()) return false;
        return checked_.errors == 0 || std::ranges::any_of(checked_.findings, [&](const clang::CheckFinding& checked) {
          return checked.rule_id == rule.id && checked.range.begin < finding.range.end && finding.range.begin < checked.range.end;
        });
      });
    }
    for (clang::CheckFinding& checked : checked_.findings) {
      Finding finding = found(units_.front(), checked.range);
      finding.rule_id = checked.rule_id;
      finding.message = std::move(checked.message);
      auto rule = std::ranges::find(clang_->rules(), checked.rule_id, &RuleInfo::id);
      finding.severity = rule->severity;
      Trace trace;
      for (clang::Step& step : checked.trace) trace.push_back({id_, step.range, std::move(step.message)});
      if (!trace.empty()) finding.traces.push_back(std::move(trace));
      out_.findings.push_back(std::move(finding));
    }
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

  // Commands of workflows and scripts of templates hold more than their own language.
  void report_errors_within(const std::vector<ByteRange>& errors) {
    if (errors.empty()) return;
    Position at = source_.lines.position(source_.text, errors.front().begin);
    out_.diagnostics.add(DiagnosticLevel::Note, "parse-incomplete",
                         fmt::format("some of the code that stands in this {} file could not be read, first here; the rest was analyzed", info(source_.language).title),
                         {source_.path, at.line, at.column});
  }

  void evaluate(const Unit& unit, const std::vector<const RuleProgram*>& programs) {
    if (programs.empty()) return;
    Evaluator evaluator(rules_, unit, words_);
    for (const RuleProgram* program : programs) {
      const Rule& rule = rules_.rules()[program->rule];
      RuleResult result = rule.mode == RuleMode::Taint ? match_endpoints(unit, *program, evaluator) : evaluator.run(*program);
      if (result.gave_up) {
        out_.skipped_pairs.push_back({source_.path, rule.id, *result.gave_up});
        out_.diagnostics.add(DiagnosticLevel::Warning, "budget-met", fmt::format("rule `{}` was dropped for this file: {}", rule.id, *result.gave_up), {source_.path}, rule.id);
      }
      if (rule.mode == RuleMode::Extract) extract_from(unit, rule, result.matches);
      else
        for (RuleMatch& match : result.matches) add(unit, rule, std::move(match));
    }
  }

  // --- rules of `mode: taint` ---

  // Where data goes is found out for all files together (scan/flow_stage.h).
  RuleResult match_endpoints(const Unit& unit, const RuleProgram& program, Evaluator& evaluator) {
    const Rule& rule = rules_.rules()[program.rule];
    Evaluator::EndpointRanges ranges = evaluator.run_endpoints(program, is_alone_);
    RuleResult result;
    result.gave_up = ranges.gave_up;
    if (ranges.gave_up) return result;
    std::size_t number = static_cast<std::size_t>(&unit - units_.data());
    if (flow_.size() <= number) flow_.resize(number + 1);
    for (std::size_t i = 0; i < rule.endpoints.size(); ++i)
      for (auto& [range, bindings] : ranges.matches[i])
        flow_[number].matches.push_back({static_cast<std::uint16_t>(program.rule), &rule.endpoints[i], range, std::move(bindings)});
    return result;
  }

  // --- rules of `mode: extract` ---

  void extract_from(const Unit& unit, const Rule& rule, const std::vector<RuleMatch>& matches) {
    Extraction found = extract(unit, rule.extract, matches);
    if (found.met_limit)
      out_.diagnostics.add(DiagnosticLevel::Warning, "budget-met", fmt::format("rule `{}` finds more code here than is read", rule.id), {source_.path}, rule.id);
    for (ExtractedText& piece : found.pieces) extracted_.emplace_back(&rule, std::move(piece));
  }

  // Made, so nothing in it can be mended.
  void add_template(Language host) {
    first_extracted_ = std::min(first_extracted_, units_.size());
    units_.push_back(read_extracted(host, templates::read_template(source_.path, source_.text, host), source_.text, &rules_.names()));
    report_errors_within({units_.back().errors().begin(), units_.back().errors().end()});
  }

  // Nothing is extracted from what was extracted: there is an end to it.
  void read_extracted_code() {
    const std::size_t first = first_extracted_ = units_.size();
    std::vector<ByteRange> errors;
    for (const auto& [rule, piece] : extracted_) {
      units_.push_back(read_extracted(rule->extract.language, piece, source_.text, &rules_.names()));
      errors.insert(errors.end(), units_.back().errors().begin(), units_.back().errors().end());
    }
    for (std::size_t i = first; i < units_.size(); ++i) {
      const Rule& from = *extracted_[i - first].first;
      std::vector<const RuleProgram*> programs = programs_for(units_[i].language(), Part::Embedded);
      std::erase_if(programs, [&](const RuleProgram* program) {
        const Rule& rule = rules_.rules()[program->rule];
        return rule.mode == RuleMode::Extract || !is_wanted(from.extract, rule.id);
      });
      evaluate(units_[i], programs);
    }
    report_errors_within(errors);
  }

  Finding found(const Unit& unit, ByteRange range) const {
    Finding finding;
    finding.source = id_;
    finding.range = range;
    Definition definition = enclosing_definition(unit, range);
    finding.definition = std::move(definition.name);
    finding.definition_kind = std::move(definition.kind);
    finding.routes = enclosing_routes(unit, range);
    return finding;
  }

  void add(const Unit& unit, const Rule& rule, RuleMatch match) {
    Finding finding = found(unit, match.range);
    finding.rule_id = rule.id;
    finding.severity = rule.severity;
    finding.message = std::move(match.message);
    // What was unquoted or put together does not stand in the file as the fix has it.
    bool is_extracted = static_cast<std::size_t>(&unit - units_.data()) >= first_extracted_;
    if (!is_extracted) finding.fix = std::move(match.fix);
    finding.join_part = rule.join_part;
    if (rule.join_part)
      for (const Binding& binding : match.bindings.list()) finding.values.emplace_back(unit.names().text(binding.variable), value_of(unit, binding));
    out_.findings.push_back(std::move(finding));
  }

  void suppress() {
    std::vector<SuppressionDirective> directives = find_directives(source_, units_, terms_, out_.diagnostics);
    apply_directives(source_, directives, out_.findings);
    if (!directives.empty()) report_unused(source_, directives, ids_of_those_that_ran(), out_.diagnostics);
  }

  std::set<std::string, std::less<>> ids_of_those_that_ran() const {
    std::set<std::string, std::less<>> ids;
    for (std::size_t i = 0; i < ran_.size(); ++i)
      if (ran_[i]) ids.insert(rules_.rules()[i].id);
    if (checks_ran_)
      for (const RuleInfo& rule : clang_->rules()) ids.insert(rule.id);
    return ids;
  }

  const Source& source_;
  SourceId id_;
  const RuleSet& rules_;
  const clang::Session* clang_;  // null: not for this file
  const SuppressionTerms terms_;
  const bool is_alone_;
  clang::FileOutput checked_;
  std::vector<bool> words_;
  std::vector<bool> ran_;  // by rule
  bool checks_ran_ = false;
  std::vector<Unit> units_;
  std::size_t first_extracted_ = SIZE_MAX;  // of units_
  std::vector<std::pair<const Rule*, ExtractedText>> extracted_;  // with the rule that found it
  std::vector<UnitMatches> flow_;  // by unit
  FileAnalysis out_;
};

FileWork::FileWork(const SourceSet& sources, SourceId id, const RuleSet& rules, const FileOptions& options)
    : analyzer_(std::make_unique<Analyzer>(sources, id, rules, options)) {}
FileWork::FileWork(FileWork&&) noexcept = default;
FileWork& FileWork::operator=(FileWork&&) noexcept = default;
FileWork::~FileWork() = default;

void FileWork::match() { analyzer_->match(); }
std::vector<UnitMatches>& FileWork::matches() { return analyzer_->matches(); }
std::vector<UnitMatches>& FileWork::units(std::optional<Language> host) { return analyzer_->units_for_flow(host); }
void FileWork::add(const flow::FlowFinding& finding, const Unit& unit, std::vector<Trace> traces) { analyzer_->add(finding, unit, std::move(traces)); }
FileAnalysis FileWork::finish() { return analyzer_->finish(); }

}  // namespace sluice
