#include "analyzers/scan/load_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>

#include "analyzers/pattern/rule_archive.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/parallel.h"

namespace sluice {
namespace {

namespace fs = std::filesystem;

bool is_rule_file(const fs::path& path) {
  std::string file = path.filename().string();
  bool is_yaml = file.ends_with(".yaml") || file.ends_with(".yml");
  bool is_test = file.find(".test.") != std::string::npos || file.find(".fixed.") != std::string::npos;
  return is_yaml && !is_test && !file.starts_with('.');
}

constexpr std::uintmax_t kMaxFileBytes = 10'000'000;

Result<std::string> read_rule_file(const std::string& path) {
  std::error_code not_regular;  // a pipe has no size: whoever names one means it
  if (auto size = fs::file_size(path, not_regular); !not_regular && size > kMaxFileBytes)
    return fail({path}, "rule-file-size", fmt::format("a rule file has at most {} MB", kMaxFileBytes / 1'000'000));
  return read_file(path);
}

// A regular file in the folder or below, also where symbolic links lead.
bool is_file_below(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  if (error || !fs::is_regular_file(real, error)) return false;
  fs::path around = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
  if (error) return false;
  return std::ranges::mismatch(around, real).in1 == around.end();
}

// What libraries do with data (rules/models) is YAML below a folder of rules, and no rules.
bool is_model_file(const fs::path& path) {
  if (path.generic_string().find("/models/") == std::string::npos) return false;
  auto text = read_rule_file(path.string());
  return text && (text->find("\nmodels:") != std::string::npos || text->find("\nentry-points:") != std::string::npos);
}

enum class From { Name, Folder };  // named on the command line, or found in a folder

struct RuleText {
  std::string file;
  std::string bytes;
  From from;
  bool is_of_tree = false;  // the tree under scan names it
};

// What the texts were read as depends on these and on nothing else.
std::string key_of(const std::vector<RuleText>& texts) {
  std::string known, all;
  for (const LanguageInfo& language : all_languages()) known += std::string(language.id) + ' ' + std::string(language.aliases) + '\n';
  for (const RuleText& text : texts) all += text.file + '\0' + sha256_hex(text.bytes) + '\n';
  return cache_key({"rules", known, all});
}

std::vector<ReadRuleFile> read_texts(const std::vector<RuleText>& texts, const std::string& key, const LoadOptions& options) {
  if (auto bytes = key.empty() ? std::nullopt : options.cache.get(key))
    if (auto kept = rule_files_from_bytes(*bytes); kept && kept->size() == texts.size()) return *std::move(kept);
  std::vector<ReadRuleFile> read(texts.size());
  for_each_index(texts.size(), options.jobs, [&] { return [&](std::size_t i) { read[i] = parse_rule_file(texts[i].file, texts[i].bytes); }; });
  if (!key.empty()) options.cache.put(key, to_bytes(read));
  return read;
}

class Loader {
 public:
  Loader(std::span<const RulePack> packs, const LoadOptions& options) : packs_(packs), options_(options) {}

  void load(const std::string& config) {
    if (config.starts_with("builtin:")) return load_pack(config);
    std::error_code error;
    const bool is_of_tree = std::ranges::find(options_.from_tree, config) != options_.from_tree.end();
    if (!fs::is_directory(config, error)) return load_files({config}, From::Name, is_of_tree);
    auto files = rule_files_below(config);
    if (!files) return errors_.append(std::move(files).error());
    if (files->empty()) errors_.add({config}, "rules-none", "the folder holds no rule files (.yaml, .yml)");
    load_files(*files, From::Folder, is_of_tree);
  }

  Result<LoadedRules> finish() && {
    loaded_.key = is_worth_keeping() ? key_of(texts_) : "";
    std::vector<ReadRuleFile> read = read_texts(texts_, loaded_.key, options_);
    for (std::size_t i = 0; i < texts_.size(); ++i) add(texts_[i], std::move(read[i]));
    if (options_.cache.is_kept()) loaded_.digest = digest();
    if (!errors_.empty()) return std::unexpected(std::move(errors_));
    if (shared_ids_ > 0) {
      shared_.message += fmt::format("; both run{}", shared_ids_ > 1 ? fmt::format(", as do {} more rules that share an id", shared_ids_ - 1) : "");
      loaded_.warnings.list.push_back(std::move(shared_));
    }
    return std::move(loaded_);
  }

 private:
  // A few rules are read in less time than a file is written.
  bool is_worth_keeping() const {
    constexpr std::size_t kBytes = 50'000;
    std::size_t bytes = 0;
    for (const RuleText& text : texts_) bytes += text.bytes.size();
    return options_.cache.is_kept() && bytes >= kBytes;
  }

  // Where a rule stands decides nothing that it finds.
  std::string digest() const {
    std::string all;
    for (const RuleText& text : texts_) all += sha256_bytes(text.bytes);
    return sha256_hex(all + "joins" + parts_);
  }

  void load_pack(const std::string& config) {
    std::string name = config.substr(8);
    auto pack = std::ranges::find(packs_, name, &RulePack::name);
    if (pack != packs_.end()) {
      for (const EmbeddedFile& file : pack->files) texts_.push_back({config + "/" + std::string(file.path), std::string(file.bytes), From::Name, false});
      return;
    }
    std::vector<std::string_view> names;
    for (const RulePack& known : packs_) names.push_back(known.name);
    errors_.add({config}, "rules-no-pack", fmt::format("there is no such rule pack; there are: {}", fmt::join(names, ", ")));
  }

  void load_files(const std::vector<std::string>& files, From from, bool is_of_tree) {
    std::vector<Result<std::string>> read(files.size());
    for_each_index(files.size(), options_.jobs, [&] { return [&](std::size_t i) { read[i] = read_rule_file(files[i]); }; });
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (read[i]) texts_.push_back({files[i], *std::move(read[i]), from, is_of_tree});
      else errors_.append(std::move(read[i]).error());
    }
  }

  void add(const RuleText& text, ReadRuleFile read) {
    if (!read) return add_unread(std::move(read).error(), text.from);
    loaded_.mistakes.append(std::move(read->mistakes));
    loaded_.warnings.append(std::move(read->warnings));
    for (Rule& rule : read->rules) {
      if (!load_parts(rule, text)) continue;
      if (!seen_.insert(to_string(rule.place)).second) continue;  // the same file given twice is one file
      auto [known, is_new] = first_places_.emplace(rule.id, rule.place);
      if (!is_new) note_shared_id(rule, known->second);
      loaded_.rules.push_back(std::move(rule));
    }
  }

  // Libraries of many authors name alike what is alike: all of them run, and it is said once.
  void note_shared_id(const Rule& rule, const Place& first) {
    if (shared_ids_++ == 0) shared_ = {rule.place, "rule-shared-id", fmt::format("the rule id `{}` is that of {}, too", rule.id, to_string(first))};
  }

  // The rules of other files that a join refers to, relative to its own. False when one is missing.
  bool load_parts(Rule& rule, const RuleText& text) {
    std::size_t before = loaded_.mistakes.list.size();
    for (JoinPart& part : rule.join.parts) {
      if (part.file.empty()) continue;
      const fs::path folder = fs::path(text.file).parent_path();
      std::string path = (folder / part.file).string();
      if (text.is_of_tree && !is_file_below(path, folder)) {
        loaded_.mistakes.add(part.place, "rule-join", fmt::format("the rules of `{}` cannot be used: no file beside this one or below", part.alias));
        continue;
      }
      auto bytes = read_rule_file(path);
      if (bytes) parts_ += sha256_bytes(*bytes);
      auto read = bytes ? parse_rule_file(path, *bytes) : Result<RuleFile>(std::unexpected(bytes.error()));
      if (!read || !read->mistakes.empty()) {
        std::string why = to_string((read ? read->mistakes : read.error()).list.front());
        loaded_.mistakes.add(part.place, "rule-join", fmt::format("the rules of `{}` cannot be used: {}", part.alias, why));
        continue;
      }
      part.rules = std::move(read->rules);
      std::erase_if(part.rules, [](const Rule& each) { return each.mode != RuleMode::Search; });
      if (part.rules.empty()) loaded_.mistakes.add(part.place, "rule-join", fmt::format("there is no rule in {}", path));
    }
    return loaded_.mistakes.list.size() == before;
  }

  // A folder may hold YAML that is no rule file; a file that was named is meant to be one.
  void add_unread(Errors errors, From from) {
    for (Error& error : errors.list) {
      bool is_no_rule_file = error.code == "rule-file" && from == From::Folder;
      if (is_no_rule_file) error.message = "left out: there is no `rules:` in it";
      (is_no_rule_file ? loaded_.warnings : loaded_.mistakes).list.push_back(std::move(error));
    }
  }

  std::span<const RulePack> packs_;
  const LoadOptions& options_;
  std::vector<RuleText> texts_;
  std::string parts_;  // digests of what is in the other files that joins refer to
  LoadedRules loaded_;
  std::set<std::string> seen_;                 // places of rules
  std::map<std::string, Place> first_places_;  // by rule id
  std::size_t shared_ids_ = 0;
  Error shared_;                               // the first of them
  Errors errors_;
};

}  // namespace

Result<std::vector<std::string>> rule_files_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;
    bool is_file = fs::is_regular_file(it->symlink_status(gone));
    if (is_file && is_rule_file(it->path()) && !is_model_file(it->path())) files.push_back(it->path().string());
  }
  if (error) return fail({folder}, "file-read", "cannot read the folder and all below: " + error.message());
  std::ranges::sort(files);
  return files;
}

Result<LoadedRules> load_rules(const std::vector<std::string>& configs, std::span<const RulePack> packs, const LoadOptions& options) {
  Loader loader(packs, options);
  for (const std::string& config : configs) loader.load(config);
  return std::move(loader).finish();
}

}  // namespace sluice
