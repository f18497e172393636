// analyzers/scan/flow_stage.h - taint rules over all files of a scan, once each was matched by itself.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "analyzers/flow/models.h"
#include "analyzers/scan/analyze_file.h"
#include "analyzers/scan/kept_scan.h"
#include "base/embedded_file.h"

namespace sluice {

struct FlowOptions {
  unsigned jobs = 1;
  std::span<const EmbeddedFile> models = {};  // what libraries do; none: patterns alone say
  const flow::Models* loaded_models = nullptr;  // instead of reading `models`
  // Files of the program that hold settings, by path, with their text (`.properties`).
  std::span<const std::pair<std::string, std::string>> settings = {};
  // What an earlier scan found out; files in it that are not of this scan, or changed, are there, too.
  KeptScan* earlier = nullptr;
  // Looks at a file that is as the earlier scan has it. Called once for each that is needed, on any thread.
  std::function<FileWork&(std::size_t file)> open = {};
  // Whether what FlowResult says for the next scan is wanted, when so many files were opened.
  std::function<bool(std::size_t opened)> keeps = {};
};

// Whether a rule is there that a file of one of these languages must be kept for.
class FlowRules {
 public:
  explicit FlowRules(const RuleSet& rules);
  bool any() const { return !languages_.empty(); }
  bool covers(Language language) const;
  // Whether a file must be kept: for code in it (languages_within), or as a template (templates::hosts_of).
  bool covers(std::span<const Language> languages, std::span<const Language> hosts) const;
  // By index of the rule; those that are no taint rules want nothing.
  const std::vector<flow::FlowRule>& list() const { return list_; }
  // Languages that rules with sources or sinks by model are for: all of their files are needed.
  bool has_models_for(Language language) const;
  // The language whose code the file is read as, being a template, in a program that has these languages.
  std::optional<Language> template_host(std::span<const Language> hosts, std::span<const Language> languages) const;
  bool has_models() const { return !model_languages_.empty(); }
  // Rules of patterns alone speak about so many functions that following each through all files of a large
  // program would cost many times the parsing: they are followed within each file there.
  bool stays_within_files(const SourceSet& sources) const;

 private:
  std::vector<flow::FlowRule> list_;
  std::vector<Language> languages_, model_languages_;
};

struct FlowFile {
  SourceId id;
  FileWork* work = nullptr;        // null: nobody looked at it in this scan, it is as `kept` says
  std::span<const Language> hosts = {};  // templates::hosts_of
  KeptFile* kept = nullptr;        // of FlowOptions::earlier; its headers are taken
};

struct FlowResult {
  std::uint32_t files = 0, functions = 0;
  std::uint64_t runs = 0;  // how often a function was looked at
  std::vector<std::pair<std::string, std::string>> cut;  // path and name of functions that met a bound
  std::vector<bool> is_as_before;  // by file: all that is said of it is what the earlier scan says
  // For the next scan: what is known of each file, without `analysis` and who it is; and of all together.
  std::vector<KeptFile> kept_files;
  std::vector<std::uint8_t> live_rules;
  std::string settings_digest;
  flow::KeptAnalysis kept;
};

// Adds findings to the files' work. Fails with mistakes in the models.
Result<FlowResult> find_flows(const SourceSet& sources, const RuleSet& rules, const FlowRules& flow_rules, std::span<const FlowFile> files, const FlowOptions& options);

// One Source, all of it: for tests of rules, and fixes.
FileAnalysis analyze_file(const SourceSet& sources, SourceId id, const RuleSet& rules, const FileOptions& options = {}, const FlowOptions& flow = {});

}  // namespace sluice
