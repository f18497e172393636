#include "analyzers/scan/configuration.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "analyzers/source/project_root.h"
#include "analyzers/source/root_folder.h"
#include "base/yaml_fields.h"

namespace sluice {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFileName = "sluice.yaml";
constexpr std::uint64_t kMaxBytes = 1'000'000;

class ConfigurationReader {
 public:
  ConfigurationReader(const std::string& file, Trust trust, Configuration& out, Errors& errors)
      : folder_(fs::path(file).parent_path()), trust_(trust), out_(out), errors_(errors) {}

  void read(const yaml::Node& root) {
    if (root.is_null()) return;
    yaml::Fields fields(root, errors_);
    read_rules(fields);
    out_.include = fields.texts("include");
    out_.exclude = fields.texts("exclude");
    out_.fail_on = fields.word<std::string>("fail-on", {{"error", "error"}, {"warning", "warning"}, {"note", "note"}, {"never", "never"}});
    out_.format = fields.optional_text("format");
    if (auto jobs = fields.whole("jobs", 1, kMaxJobs)) out_.jobs = static_cast<unsigned>(*jobs);
    out_.fail_on_incomplete = fields.flag("fail-on-incomplete");
    out_.strict = fields.flag("strict");
    out_.require_suppression_id = fields.flag("require-suppression-id");
    out_.require_suppression_reason = fields.flag("require-suppression-reason");
    const yaml::Node* languages = fields.find("languages");
    if (languages) read_languages(*languages);
    fields.finish();
    if (trust_ == Trust::UnderScan) hold_back(fields, languages);
  }

 private:
  // From where the file lies, not from where the program was started.
  std::string path_from_here(const std::string& path) const {
    bool is_kept = path.empty() || fs::path(path).is_absolute() || path.starts_with("builtin:");
    return is_kept ? path : (folder_ / path).string();
  }

  void read_rules(yaml::Fields& fields) {
    for (const std::string& config : fields.texts("config")) out_.rules.push_back(path_from_here(config));
  }

  void read_languages(const yaml::Node& list) {
    if (!list.is_sequence()) return errors_.add(list.place(), "config-type", "`languages` is a list of mappings");
    for (const yaml::Node& item : list.items()) read_language(item);
  }

  void read_language(const yaml::Node& node) {
    yaml::Fields fields(node, errors_);
    LibraryLanguage language;
    language.place = node.place();
    language.names.id = fields.text("name");
    language.names.title = fields.optional_text("title").value_or(language.names.id);
    language.names.aliases = fields.texts("aliases");
    language.names.extensions = fields.texts("extensions");
    language.names.file_names = fields.texts("filenames");
    language.names.interpreters = fields.texts("interpreters");
    language.library = path_from_here(fields.text("library"));
    language.symbol = fields.optional_text("symbol").value_or("tree_sitter_" + language.names.id);
    language.table = path_from_here(fields.text("table"));
    fields.finish();
    check_words(node, language.names);
    if (node.is_map()) out_.languages.push_back(std::move(language));
  }

  void check_words(const yaml::Node& node, NewLanguage& names) {
    constexpr std::string_view kIdChars = "abcdefghijklmnopqrstuvwxyz0123456789_-+#";
    if (names.id.find_first_not_of(kIdChars) != std::string::npos)
      errors_.add(node.place(), "config-language", fmt::format("`{}` is no name of a language: small letters, digits, `_`, `-`, `+` and `#` are", names.id));
    for (std::string& extension : names.extensions)
      if (extension.starts_with('.')) extension.erase(0, 1);
    for (const auto* list : {&names.aliases, &names.extensions, &names.file_names, &names.interpreters})
      for (const std::string& word : *list)
        if (word.empty() || word.find_first_of(" /") != std::string::npos)
          errors_.add(node.place(), "config-language", fmt::format("`{}` is no name or extension: it is empty or has a blank or a slash in it", word));
    if (node.is_map() && names.extensions.empty() && names.file_names.empty() && names.interpreters.empty())
      errors_.add(node.place(), "config-language", "no file is in this language: `extensions`, `filenames` or `interpreters` say which are");
  }

  // --- what the tree under scan may not say ---

  void hold_back(yaml::Fields& fields, const yaml::Node* languages) {
    if (!out_.exclude.empty()) refuse(*fields.find("exclude"), "`exclude` leaves files out");
    if (!out_.include.empty()) refuse(*fields.find("include"), "`include` leaves all other files out");
    if (out_.fail_on == "never") refuse(*fields.find("fail-on"), "`fail-on: never` lets everything pass");
    if (out_.format) refuse(*fields.find("format"), "`format` is for whoever reads the report");
    if (languages)
      for (const yaml::Node& item : languages->items()) refuse(item, "a language's library is code that would be run");
    const yaml::Node* rules = fields.find("config");
    bool is_list = rules && rules->is_sequence();
    for (std::size_t i = out_.rules.size(); i-- > 0;)
      if (!is_in_tree(out_.rules[i])) {
        refuse(is_list ? rules->items()[i] : *rules, "`config` names rules that are not in the tree");
        out_.rules.erase(out_.rules.begin() + static_cast<std::ptrdiff_t>(i));
      }
    out_.include.clear();
    out_.exclude.clear();
    out_.languages.clear();
    out_.format.reset();
    if (out_.fail_on == "never") out_.fail_on.reset();
  }

  // Also where its links lead.
  bool is_in_tree(const std::string& path) const {
    if (path.starts_with("builtin:")) return true;
    std::error_code error;
    fs::path here = folder_.empty() ? fs::path(".") : folder_;
    fs::path root = fs::weakly_canonical(fs::absolute(here, error), error);
    fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
    auto [end, at] = std::ranges::mismatch(root, real);
    return !error && !root.empty() && end == root.end();
  }

  void refuse(const yaml::Node& node, std::string_view what) {
    Place place = node.place();
    place.file = kFileName;
    out_.held_back.add(DiagnosticLevel::Warning, "config-not-trusted",
                       fmt::format("not honoured: {}; only a file named by --trusted-config may say so", what), std::move(place));
  }

  fs::path folder_;
  Trust trust_;
  Configuration& out_;
  Errors& errors_;
};

}  // namespace

Result<Configuration> parse_configuration(const std::string& file, std::string_view text, Trust trust) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  Configuration configuration;
  Errors errors;
  ConfigurationReader(file, trust, configuration, errors).read(document.root());
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return configuration;
}

Result<std::optional<Configuration>> read_configuration_under_scan(const std::vector<std::string>& paths, const std::string& trusted_file) {
  SLUICE_TRY(std::string current, current_folder());
  SLUICE_TRY(ProjectPaths project, find_project(paths, current));
  SLUICE_TRY(RootFolder root, RootFolder::open(project.root));
  std::error_code error;
  // As whoever stands here would name it: what is read by this path is told by it.
  std::string file = (fs::proximate(root.path(), current, error) / kFileName).lexically_normal().string();
  if (!fs::exists(fs::symlink_status(file, error))) return std::optional<Configuration>();
  if (!trusted_file.empty() && fs::equivalent(file, trusted_file, error)) return std::optional<Configuration>();
  auto bytes = root.read(std::string(kFileName), kMaxBytes);
  if (!bytes) return fail({std::string(kFileName)}, "config-read", "it cannot be read: " + (bytes.error().detail.empty() ? "it is no regular file" : bytes.error().detail));
  auto parsed = parse_configuration(file, *bytes, Trust::UnderScan);
  if (parsed) return std::optional(*std::move(parsed));
  // No absolute path in what is told.
  Errors mistakes = std::move(parsed).error();
  for (Error& mistake : mistakes.list) mistake.place.file = kFileName;
  return std::unexpected(std::move(mistakes));
}

Result<void> join_languages(const Configuration& trusted) {
  Errors errors;
  for (const LibraryLanguage& language : trusted.languages)
    if (auto joined = join_library(language); !joined) errors.append(std::move(joined).error());
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return {};
}

}  // namespace sluice
