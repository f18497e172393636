#include "analyzers/scan/flow_stage.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "analyzers/flow/flow_builder.h"
#include "base/parallel.h"

namespace sluice {
namespace {

// A Unit that is part of the program.
struct Part {
  std::size_t file;       // index into the work
  std::uint32_t number;   // of the file's Units
  UnitMatches* matches;
  std::unique_ptr<flow::Graph> graph;
};

class Stage {
 public:
  Stage(const SourceSet& sources, const RuleSet& rules, const FlowRules& flow_rules, std::span<const FlowFile> files, const FlowOptions& options)
      : sources_(sources), rules_(rules), flow_rules_(flow_rules), files_(files), options_(options) {}

  Result<FlowResult> run() {
    drop_rules_without_ends();
    choose_parts();
    FlowResult result;
    if (parts_.empty()) return result;
    std::optional<flow::Models> own;
    if (!options_.loaded_models) {
      SLUICE_TRY(flow::Models loaded, load());
      own = std::move(loaded);
    }
    const flow::Models& models = own ? *own : *options_.loaded_models;
    note_options();
    follow(models, {0, parts_.size()}, options_.jobs, result);
    return result;
  }

 private:
  struct Range {
    std::size_t begin, end;  // of parts_
  };

  // Those parts as one program.
  void follow(const flow::Models& models, Range range, unsigned jobs, FlowResult& result) {
    flow::Program program(models);
    link(program, range, jobs);
    flow::FlowAnalysis analysis = flow::analyze_program(program, flow_rules_.list(), {.jobs = jobs});
    for (const flow::FlowFinding& finding : analysis.findings) add(finding, range);
    result.files += static_cast<std::uint32_t>(range.end - range.begin);
    result.functions += program.function_count();
    result.runs += analysis.runs;
    for (flow::ProgramFunctionId id : analysis.cut) result.cut.emplace_back(program.header(program.function(id).file).path, program.graph_function(id).qualified_name);
    for (std::size_t i = range.begin; i < range.end; ++i) parts_[i].graph.reset();
  }

  // A rule that has no source, or no sink, anywhere has nothing to say.
  void drop_rules_without_ends() {
    std::vector<std::uint8_t> ends(rules_.rules().size(), 0);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (flow_rules_.list()[i].origins != 0) ends[i] |= 1;
      if (flow_rules_.list()[i].harms != 0) ends[i] |= 2;
    }
    for (const FlowFile& file : files_)
      for (const UnitMatches& unit : file.work->matches())
        for (const flow::EndpointMatch& match : unit.matches) {
          if (match.endpoint->kind == TaintEndpoint::Kind::Source) ends[match.rule] |= 1;
          if (match.endpoint->kind == TaintEndpoint::Kind::Sink) ends[match.rule] |= 2;
        }
    for (const FlowFile& file : files_)
      for (UnitMatches& unit : file.work->matches())
        std::erase_if(unit.matches, [&](const flow::EndpointMatch& match) { return ends[match.rule] != 3; });
  }

  void choose_parts() {
    // A file that no pattern speaks about may still pass data on between those that one does.
    std::vector<Language> concerned;
    for (const FlowFile& file : files_)
      for (const UnitMatches& unit : file.work->matches())
        for (const flow::EndpointMatch& match : unit.matches)
          for (Language language : flow_rules_.list()[match.rule].languages)
            if (std::ranges::find(concerned, language) == concerned.end()) concerned.push_back(language);
    std::vector<bool> is_wanted(files_.size(), false);
    bool has_any = false;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      Language language = sources_[files_[i].id].language;
      bool has_matches = std::ranges::any_of(files_[i].work->matches(), [](const UnitMatches& unit) { return !unit.matches.empty(); });
      is_wanted[i] = has_matches || std::ranges::find(concerned, language) != concerned.end() || flow_rules_.has_models_for(language);
      has_any |= is_wanted[i];
    }
    if (!has_any) return;
    std::vector<std::vector<UnitMatches>*> units(files_.size(), nullptr);
    for_each_index(files_.size(), options_.jobs, [&] {
      return [&](std::size_t i) {
        if (is_wanted[i]) units[i] = &files_[i].work->units();
      };
    });
    for (std::size_t i = 0; i < files_.size(); ++i)
      for (std::uint32_t number = 0; units[i] && number < units[i]->size(); ++number)
        if (UnitMatches& unit = (*units[i])[number]; flow_rules_.covers(unit.unit->language())) parts_.push_back({i, number, &unit, nullptr});
  }

  std::vector<Language> languages_of_parts() const {
    std::set<Language> languages;
    for (const Part& part : parts_) languages.insert(part.matches->unit->language());
    return {languages.begin(), languages.end()};
  }

  Result<flow::Models> load() const { return flow::load_models(options_.models, languages_of_parts(), options_.jobs); }

  void note_options() {
    for (std::size_t i = 0; i < rules_.rules().size(); ++i) {
      const TaintOptions& options = rules_.rules()[i].options.taint;
      bool has_any = options.safe_functions || options.safe_indexes || options.safe_comparisons || options.safe_booleans || options.safe_numbers;
      if (has_any) taint_options_.emplace(static_cast<std::uint16_t>(i), options);
    }
  }

  void link(flow::Program& program, Range range, unsigned jobs) {
    program.set_options(taint_options_);
    const flow::HeaderReader reader(program.models(), flow_rules_.list(), languages_of_parts());
    std::vector<std::pair<flow::FileHeader, flow::ProgramBody>> read(range.end - range.begin);
    for_each_index(read.size(), jobs, [&] {
      return [&](std::size_t i) {
        Part& part = parts_[range.begin + i];
        part.graph = std::make_unique<flow::Graph>(flow::build_graph(*part.matches->unit));
        read[i].second = flow::make_body(*part.graph, flow::RulePoints(*part.graph, std::move(part.matches->matches), taint_options_));
        read[i].first = reader.read(path_of(part.file), part.number, read[i].second);
      };
    });
    for (auto& [header, body] : read) program.add_file(std::move(header), std::move(body));
    for (const auto& [path, text] : options_.settings) program.add_settings(path, text);
    program.link();
  }

  void add(const flow::FlowFinding& finding, Range range) {
    const Part& part = parts_[range.begin + finding.file.index];
    std::vector<TraceStep> trace;
    for (const flow::FlowStep& step : finding.trace) trace.push_back({files_[parts_[range.begin + step.file.index].file].id, step.range, step.message});
    files_[part.file].work->add(finding, *part.matches->unit, std::move(trace));
  }

  const std::string& path_of(std::size_t file) const { return sources_[files_[file].id].path; }

  const SourceSet& sources_;
  const RuleSet& rules_;
  const FlowRules& flow_rules_;
  std::span<const FlowFile> files_;
  const FlowOptions& options_;
  std::vector<Part> parts_;
  std::map<std::uint16_t, TaintOptions> taint_options_;  // by rule; those that say something
};

}  // namespace

FlowRules::FlowRules(const RuleSet& rules) : list_(rules.rules().size()) {
  auto note = [](std::vector<Language>& list, Language language) {
    if (std::ranges::find(list, language) == list.end()) list.push_back(language);
  };
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const Rule& rule = rules.rules()[i];
    if (rule.mode != RuleMode::Taint || !rules.runs(static_cast<std::uint32_t>(i))) continue;
    flow::FlowRule& flow_rule = list_[i];
    bool has_models = false;
    for (const TaintEndpoint& endpoint : rule.endpoints)
      for (const std::string& word : endpoint.models) {
        has_models = true;
        auto origin = endpoint.kind == TaintEndpoint::Kind::Source ? flow::find_origin(word) : std::nullopt;
        if (origin) flow_rule.origins |= 1u << static_cast<unsigned>(*origin);
        if (origin == flow::Origin::Remote) flow_rule.origins |= 1u << static_cast<unsigned>(flow::Origin::RequestPath);
        if (auto harm = flow::find_harm(word); endpoint.kind == TaintEndpoint::Kind::Sink && harm) flow_rule.harms |= flow::one(*harm);
      }
    for (const LanguageInfo& language : all_languages())
      if (std::ranges::any_of(rule.languages, [&](Language own) { return sluice::covers(own, language.language); })) {
        flow_rule.languages.push_back(language.language);
        note(languages_, language.language);
        if (has_models) note(model_languages_, language.language);
      }
  }
}

bool FlowRules::stays_within_files(const SourceSet& sources) const {
  constexpr std::size_t kMostBytes = 5'000'000;
  std::size_t bytes = 0;
  for (const Source& source : sources.all())
    if (covers(source.language)) bytes += source.text.size();
  return any() && !has_models() && bytes > kMostBytes;
}

bool FlowRules::covers(Language language) const { return std::ranges::find(languages_, language) != languages_.end(); }
bool FlowRules::has_models_for(Language language) const { return std::ranges::find(model_languages_, language) != model_languages_.end(); }

Result<FlowResult> find_flows(const SourceSet& sources, const RuleSet& rules, const FlowRules& flow_rules, std::span<const FlowFile> files, const FlowOptions& options) {
  return Stage(sources, rules, flow_rules, files, options).run();
}

FileAnalysis analyze_file(const SourceSet& sources, SourceId id, const RuleSet& rules, const FileOptions& options, const FlowOptions& flow) {
  FileWork work(sources, id, rules, options);
  work.match();
  const FlowFile files[] = {{id, &work}};
  FlowRules flow_rules(rules);
  if (flow_rules.any())
    if (auto done = find_flows(sources, rules, flow_rules, files, flow); !done) {
      FileAnalysis analysis = work.finish();
      for (const Error& error : done.error().list) analysis.diagnostics.add(DiagnosticLevel::Error, "models", to_string(error), {sources[id].path});
      return analysis;
    }
  return work.finish();
}

}  // namespace sluice
