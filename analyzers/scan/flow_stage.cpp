#include "analyzers/scan/flow_stage.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "analyzers/flow/flow_builder.h"
#include "analyzers/syntax/embedded.h"
#include "analyzers/templates/template_code.h"
#include "base/digest.h"
#include "base/parallel.h"

namespace sluice {
namespace {

constexpr std::uint8_t kSourceEnd = 1 << static_cast<unsigned>(TaintEndpoint::Kind::Source), kSinkEnd = 1 << static_cast<unsigned>(TaintEndpoint::Kind::Sink);

// A Unit that is part of the program.
struct Part {
  std::size_t file;                          // index into the files
  std::uint32_t number;                      // of the file's Units
  UnitMatches* matches = nullptr;            // null: the file was not opened
  std::unique_ptr<flow::Graph> graph = {};
  flow::FileHeader* kept = nullptr;          // what an earlier scan says of a file that was not opened
};

class Stage {
 public:
  Stage(const SourceSet& sources, const RuleSet& rules, const FlowRules& flow_rules, std::span<const FlowFile> files, const FlowOptions& options)
      : sources_(sources), rules_(rules), flow_rules_(flow_rules), files_(files), options_(options), works_(files.size()), ends_(files.size()), is_in_program_(files.size(), false), hosts_(files.size()), units_of_loaded_(files.size(), nullptr) {
    for (std::size_t i = 0; i < files.size(); ++i) works_[i] = files[i].work;
  }

  Result<FlowResult> run() {
    read_ends();
    find_live_rules();
    choose_files();
    FlowResult result;
    result.is_as_before.assign(files_.size(), false);
    for (std::size_t i = 0; i < files_.size(); ++i) result.is_as_before[i] = !works_[i];
    if (!parts_.empty()) {
      std::optional<flow::Models> own;
      if (!options_.loaded_models) {
        SLUICE_TRY(flow::Models loaded, flow::load_models(options_.models, languages_of_parts(), options_.jobs));
        own = std::move(loaded);
      }
      note_options();
      follow(own ? *own : *options_.loaded_models, result);
    }
    if (is_kept()) keep(result);
    return result;
  }

 private:
  // --- which files, which rules ---

  // Rules of which endpoints are in the file.
  void read_ends() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (!works_[i]) ends_[i] = files_[i].kept->ends;
      else ends_[i] = ends_of(*works_[i]);
    }
  }

  static std::vector<std::pair<std::uint16_t, std::uint8_t>> ends_of(FileWork& work) {
    std::map<std::uint16_t, std::uint8_t> ends;
    for (const UnitMatches& unit : work.matches())
      for (const flow::EndpointMatch& match : unit.matches) ends[match.rule] |= static_cast<std::uint8_t>(1 << static_cast<unsigned>(match.endpoint->kind));
    return {ends.begin(), ends.end()};
  }

  // A rule that has no source, or no sink, anywhere has nothing to say.
  void find_live_rules() {
    std::vector<std::uint8_t> ends(rules_.rules().size(), 0);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (flow_rules_.list()[i].origins != 0) ends[i] |= kSourceEnd;
      if (flow_rules_.list()[i].harms != 0) ends[i] |= kSinkEnd;
    }
    for (const auto& file : ends_)
      for (const auto& [rule, kinds] : file) ends[rule] |= kinds;
    for (std::uint8_t kinds : ends) is_live_.push_back((kinds & kSourceEnd) != 0 && (kinds & kSinkEnd) != 0);
    // What such a rule matched was left out of what was kept, or is now.
    for (std::size_t i = 0; i < files_.size(); ++i)
      if (!works_[i] && std::ranges::any_of(ends_[i], [&](const auto& end) { return is_live_[end.first] != options_.earlier->live_rules[end.first]; })) to_open_.push_back(i);
    open(to_open_);
    for (std::size_t i = 0; i < files_.size(); ++i)
      if (works_[i]) drop_dead(*works_[i]);
  }

  void drop_dead(FileWork& work) const {
    for (UnitMatches& unit : work.matches()) std::erase_if(unit.matches, [&](const flow::EndpointMatch& match) { return is_live_[match.rule] == 0; });
  }

  void open(const std::vector<std::size_t>& files) {
    for_each_index(files.size(), options_.jobs, [&] { return [&](std::size_t i) { works_[files[i]] = &options_.open(files[i]); }; });
  }

  // A file that no pattern speaks about may still pass data on between those that one does.
  void choose_files() {
    std::set<Language> concerned;
    for (const auto& ends : ends_)
      for (const auto& [rule, kinds] : ends)
        if (is_live_[rule]) concerned.insert(flow_rules_.list()[rule].languages.begin(), flow_rules_.list()[rule].languages.end());
    bool has_any = false;
    const std::vector<Language> languages = languages_of_files();
    for (std::size_t i = 0; i < files_.size(); ++i) {
      hosts_[i] = flow_rules_.template_host(files_[i].hosts, languages);
      const Language language = sources_[files_[i].id].language;
      const bool has_matches = std::ranges::any_of(ends_[i], [&](const auto& end) { return is_live_[end.first] != 0; });
      is_in_program_[i] = has_matches || concerned.contains(language) || flow_rules_.has_models_for(language) || hosts_[i];
      has_any |= is_in_program_[i];
    }
    if (!has_any) return;
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < files_.size(); ++i)
      if (is_in_program_[i] && !works_[i] && !files_[i].kept->is_in_program) unknown.push_back(i);
    open(unknown);
    for (std::size_t i : unknown) drop_dead(*works_[i]);
    std::vector<std::vector<UnitMatches>*> units(files_.size(), nullptr);
    for_each_index(files_.size(), options_.jobs, [&] {
      return [&](std::size_t i) {
        if (is_in_program_[i] && works_[i]) units[i] = &works_[i]->units(hosts_[i]);
      };
    });
    for (std::size_t i = 0; i < files_.size(); ++i) {
      for (std::uint32_t number = 0; units[i] && number < units[i]->size(); ++number)
        if (UnitMatches& unit = (*units[i])[number]; flow_rules_.covers(unit.unit->language())) parts_.push_back({.file = i, .number = number, .matches = &unit});
      if (is_in_program_[i] && !works_[i])
        for (flow::FileHeader& header : files_[i].kept->parts) parts_.push_back({.file = i, .number = header.part, .kept = &header});
    }
  }

  std::vector<Language> languages_of_files() const {
    std::set<Language> languages;
    for (const FlowFile& file : files_) languages.insert(sources_[file.id].language);
    return {languages.begin(), languages.end()};
  }

  std::vector<Language> languages_of_parts() const {
    std::set<Language> languages;
    for (const Part& part : parts_) languages.insert(part.kept ? part.kept->language : part.matches->unit->language());
    return {languages.begin(), languages.end()};
  }

  void note_options() {
    for (std::size_t i = 0; i < rules_.rules().size(); ++i) {
      const TaintOptions& options = rules_.rules()[i].options.taint;
      bool has_any = options.safe_functions || options.safe_indexes || options.safe_comparisons || options.safe_booleans || options.safe_numbers;
      if (has_any) taint_options_.emplace(static_cast<std::uint16_t>(i), options);
    }
  }

  // --- the program ---

  void follow(const flow::Models& models, FlowResult& result) {
    flow::Program program(models);
    program.set_options(taint_options_);
    program.set_loader([this, &models](flow::FileId id) { return load(id.index, models); });
    flow::Earlier earlier;
    const bool is_continued = add_files(program, earlier);
    program.link();
    std::function<bool()> keeps;
    if (options_.keeps) keeps = [this] { return is_kept(); };
    flow::FlowAnalysis analysis = flow::analyze_program(program, flow_rules_.list(), {.jobs = options_.jobs, .earlier = is_continued ? &earlier : nullptr, .keeps = keeps});
    note_changed(program, analysis, result);
    for (const flow::FlowFinding& finding : analysis.findings) add(finding);
    result.files = static_cast<std::uint32_t>(parts_.size());
    result.functions = program.function_count();
    result.runs = analysis.runs;
    for (flow::ProgramFunctionId id : analysis.cut) result.cut.emplace_back(program.header(program.function(id).file).path, program.graph_function(id).qualified_name);
    result.kept = std::move(analysis.kept);
    if (is_kept())
      for (std::uint32_t i = 0; i < parts_.size(); ++i) headers_.push_back(program.take_header({i}));
  }

  flow::ProgramBody body_of(Part& part, const flow::Models& models) const {
    part.graph = std::make_unique<flow::Graph>(flow::build_graph(*part.matches->unit));
    flow::ProgramBody body = flow::make_body(*part.graph, flow::RulePoints(*part.graph, std::move(part.matches->matches), taint_options_), models);
    body.is_template = part.matches->is_template;
    return body;
  }

  // Of a file that somebody looks into though it is as it was.
  flow::ProgramBody load(std::size_t index, const flow::Models& models) {
    Part& part = parts_[index];
    std::lock_guard lock(load_mutexes_[part.file % load_mutexes_.size()]);
    if (!works_[part.file]) {
      works_[part.file] = &options_.open(part.file);
      drop_dead(*works_[part.file]);
      units_of_loaded_[part.file] = &works_[part.file]->units(hosts_[part.file]);
    }
    part.matches = &(*units_of_loaded_[part.file])[part.number];
    return body_of(part, models);
  }

  // True when there is something to continue.
  bool add_files(flow::Program& program, flow::Earlier& earlier) {
    const flow::HeaderReader reader(program.models(), flow_rules_.list(), languages_of_parts());
    std::vector<flow::FileHeader> headers(parts_.size());
    std::vector<std::optional<flow::ProgramBody>> bodies(parts_.size());
    for_each_index(parts_.size(), options_.jobs, [&] {
      return [&](std::size_t i) {
        if (parts_[i].kept) return;
        bodies[i] = body_of(parts_[i], program.models());
        headers[i] = reader.read(sources_[files_[parts_[i].file].id].path, parts_[i].number, *bodies[i]);
      };
    });
    if (options_.earlier) compare_with_earlier(headers, earlier);
    for (std::size_t i = 0; i < parts_.size(); ++i) program.add_file(parts_[i].kept ? std::move(*parts_[i].kept) : std::move(headers[i]), std::move(bodies[i]));
    for (const auto& [path, text] : options_.settings) program.add_settings(path, text);
    return options_.earlier != nullptr;
  }

  void compare_with_earlier(const std::vector<flow::FileHeader>& headers, flow::Earlier& earlier) const {
    earlier.kept = &options_.earlier->flow;
    earlier.has_same_settings = options_.earlier->settings_digest == settings_digest();
    std::map<const flow::FileHeader*, std::uint32_t> now;
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (parts_[i].kept) now.emplace(parts_[i].kept, i);
    std::vector<const flow::FileHeader*> before;
    for (const KeptFile& file : options_.earlier->files)
      for (const flow::FileHeader& header : file.parts) {
        auto same = now.find(&header);
        earlier.files.push_back(same == now.end() ? flow::FileId{} : flow::FileId{same->second});
        before.push_back(&header);
      }
    earlier.declares_alike = before.size() == parts_.size();
    for (std::size_t i = 0; i < parts_.size() && earlier.declares_alike; ++i)
      earlier.declares_alike = parts_[i].kept ? before[i] == parts_[i].kept : flow::declare_alike(*before[i], headers[i]);
  }

  // Files of which something else is said than before are opened, so that it is said.
  void note_changed(const flow::Program& program, const flow::FlowAnalysis& analysis, FlowResult& result) {
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (!analysis.is_as_before[i]) result.is_as_before[parts_[i].file] = false;
    for_each_index(parts_.size(), options_.jobs, [&] {
      return [&](std::size_t i) {
        if (!result.is_as_before[parts_[i].file]) program.file({static_cast<std::uint32_t>(i)});
      };
    });
  }

  void add(const flow::FlowFinding& finding) {
    const Part& part = parts_[finding.file.index];
    std::vector<Trace> traces;
    for (const std::vector<flow::FlowStep>& steps : finding.traces) {
      Trace& trace = traces.emplace_back();
      for (const flow::FlowStep& step : steps) trace.push_back({files_[parts_[step.file.index].file].id, step.range, step.message, step.depth});
    }
    works_[part.file]->add(finding, *part.matches->unit, std::move(traces));
  }

  // --- for the next scan ---

  bool is_kept() const { return options_.keeps && options_.keeps(static_cast<std::size_t>(std::ranges::count_if(works_, [](const FileWork* work) { return work != nullptr; }))); }

  std::string settings_digest() const {
    std::string all;
    for (const auto& [path, text] : options_.settings) all += path + '\n' + sha256_hex(text) + '\n';
    return sha256_hex(all);
  }

  void keep(FlowResult& result) {
    result.live_rules = is_live_;
    result.settings_digest = settings_digest();
    result.kept_files.resize(files_.size());
    for (std::size_t i = 0; i < files_.size(); ++i) {
      result.kept_files[i].ends = std::move(ends_[i]);
      result.kept_files[i].is_in_program = is_in_program_[i];
    }
    for (std::size_t i = 0; i < headers_.size(); ++i) result.kept_files[parts_[i].file].parts.push_back(std::move(headers_[i]));
  }

  const SourceSet& sources_;
  const RuleSet& rules_;
  const FlowRules& flow_rules_;
  std::span<const FlowFile> files_;
  const FlowOptions& options_;
  std::vector<FileWork*> works_;           // by file; null: not opened
  std::vector<std::vector<std::pair<std::uint16_t, std::uint8_t>>> ends_;  // by file: KeptFile::ends
  std::vector<std::uint8_t> is_live_;      // by rule
  std::vector<std::size_t> to_open_;
  std::vector<bool> is_in_program_;        // by file
  std::vector<std::optional<Language>> hosts_;  // by file: FlowRules::template_host
  std::vector<std::vector<UnitMatches>*> units_of_loaded_;  // by file
  std::vector<Part> parts_;
  std::array<std::mutex, 64> load_mutexes_;  // by file
  std::vector<flow::FileHeader> headers_;  // by part, once the program is done with them
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
bool FlowRules::covers(std::span<const Language> languages, std::span<const Language> hosts) const {
  auto is_covered = [this](Language language) { return covers(language); };
  return std::ranges::any_of(languages, is_covered) || (has_models() && std::ranges::any_of(hosts, is_covered));
}

std::optional<Language> FlowRules::template_host(std::span<const Language> hosts, std::span<const Language> languages) const {
  auto is_there = [&](Language host) {
    return std::ranges::any_of(languages, [&](Language own) { return own == host || (host == Language::Js && (own == Language::Ts || own == Language::Tsx)); });
  };
  for (Language host : hosts)
    if (has_models_for(host) && (hosts.size() == 1 || is_there(host))) return host;
  return std::nullopt;
}

bool FlowRules::has_models_for(Language language) const { return std::ranges::find(model_languages_, language) != model_languages_.end(); }

Result<FlowResult> find_flows(const SourceSet& sources, const RuleSet& rules, const FlowRules& flow_rules, std::span<const FlowFile> files, const FlowOptions& options) {
  return Stage(sources, rules, flow_rules, files, options).run();
}

FileAnalysis analyze_file(const SourceSet& sources, SourceId id, const RuleSet& rules, const FileOptions& options, const FlowOptions& flow) {
  FileWork work(sources, id, rules, options);
  work.match();
  const std::vector<Language> hosts = templates::hosts_of(sources[id].path, sources[id].text);
  const FlowFile files[] = {{.id = id, .work = &work, .hosts = hosts}};
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
