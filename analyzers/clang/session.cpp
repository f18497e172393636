#include "analyzers/clang/session.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "analyzers/clang/call_words.h"
#include "analyzers/clang/compile_database.h"
#include "analyzers/clang/confined.h"
#include "analyzers/source/header_language.h"

namespace sluice::clang {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxGuessedFolders = 64;

struct CloseLibrary {
  void operator()(void* library) const { dlclose(library); }
};
using Library = std::unique_ptr<void, CloseLibrary>;

// What is said of every file, behind its own flags. Warnings are none of ours; what old code
// does and compilers accept with a warning is no error here. The bounds are against code that
// is made to keep a compiler busy.
constexpr const char* kCommonFlags[] = {"-w", "-Wno-implicit-function-declaration", "-Wno-implicit-int", "-Wno-int-conversion", "-Wno-incompatible-pointer-types",
                                        "-Wno-incompatible-function-pointer-types", "-Wno-return-mismatch", "-Wno-c++11-narrowing", "-fno-spell-checking",
                                        "-ferror-limit=0", "-ftemplate-depth=256", "-fconstexpr-steps=100000", "-fconstexpr-depth=128", "-fbracket-depth=256", "-fno-modules"};

std::string folder_of(std::string_view path) {
  std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

std::string normal(const std::string& path) { return fs::path(path).lexically_normal().generic_string(); }

struct OpenModule {
  Library library;  // after the module it goes too: this order
  std::unique_ptr<Module> module;
  std::string problem;
};

OpenModule open_module(const std::vector<fs::path>& folders) {
  OpenModule out;
  for (const fs::path& folder : folders) {
    std::error_code error;
    fs::path path = folder / "libsluice-clang.so";
    if (!fs::exists(path, error)) continue;
    // It stays in memory: LLVM's own clean-up at the end of the program must find its code.
    out.library.reset(dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE));
    if (!out.library) {
      const char* why = dlerror();
      // The place of the program is none of the report's business.
      out.problem = why && std::string_view(why).find("libclang") != std::string_view::npos ? "libclang is not installed" : "the module cannot be loaded";
      continue;
    }
    auto factory = reinterpret_cast<Factory>(dlsym(out.library.get(), kFactory));
    out.module.reset(factory ? factory(kInterface) : nullptr);
    out.problem = out.module ? "" : "the module is of another build";
    if (out.module) return out;
  }
  if (out.problem.empty()) out.problem = "libsluice-clang.so is not beside the program";
  return out;
}

std::vector<fs::path> module_folders(const std::string& named) {
  if (!named.empty()) return {named};
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) return {};
  return {program, program.parent_path() / "lib" / "sluice"};
}

// Which of the sources an `#include` means: seen from the including file, else every source
// whose path ends in what is written.
class Includes {
 public:
  explicit Includes(const SourceSet& sources) : sources_(sources) {
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
      const Source& source = sources[sources.id_at(i)];
      if (!Session::covers(source.language)) continue;
      by_path_.emplace(source.path, i);
      by_name_[file_name(source.path)].push_back(i);
      for (std::string& included : includes_of(source.text)) includes_[i].push_back(std::move(included));
    }
  }

  std::vector<std::uint32_t> of(std::uint32_t from) const {
    std::vector<std::uint32_t> found;
    auto written = includes_.find(from);
    if (written == includes_.end()) return found;
    for (const std::string& included : written->second)
      for (std::uint32_t index : find(from, included)) found.push_back(index);
    return found;
  }

  // The folders that make an include of some file find a header of the tree.
  std::set<std::string> folders() const {
    std::set<std::string> out;
    for (const auto& [from, written] : includes_)
      for (const std::string& included : written)
        for (std::uint32_t index : find(from, included)) {
          const std::string& path = sources_[sources_.id_at(index)].path;
          std::string ending = normal(included);
          bool is_seen_from_file = path == normal(in_folder(from, included));
          if (is_seen_from_file || !(path == ending || path.ends_with("/" + ending))) continue;
          out.insert(path.substr(0, path.size() - ending.size()));
        }
    return out;
  }

 private:
  static std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }
  std::string in_folder(std::uint32_t from, const std::string& included) const { return folder_of(sources_[sources_.id_at(from)].path) + "/" + included; }

  std::vector<std::uint32_t> find(std::uint32_t from, const std::string& included) const {
    auto same_name = by_name_.find(file_name(included));
    if (same_name == by_name_.end()) return {};
    std::string beside = normal(in_folder(from, included));
    if (beside.starts_with('/')) beside.erase(0, 1);
    if (auto exact = by_path_.find(beside); exact != by_path_.end()) return {exact->second};
    std::string ending = normal(included);
    std::vector<std::uint32_t> found;
    for (std::uint32_t index : same_name->second) {
      const std::string& path = sources_[sources_.id_at(index)].path;
      if (path == ending || path.ends_with("/" + ending)) found.push_back(index);
    }
    return found;
  }

  const SourceSet& sources_;
  std::unordered_map<std::string_view, std::uint32_t> by_path_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_name_;
  std::map<std::uint32_t, std::vector<std::string>> includes_;
};

// The result comes out of a process that read hostile code: ids and places must be ours.
bool is_about(const FileOutput& output, const Unit& unit, const std::vector<RuleInfo>& rules) {
  auto is_text = [&](std::uint32_t index) { return index == FactsRow::kNoText || index < output.texts.size(); };
  auto is_range = [&](ByteRange range) { return range.begin <= range.end && range.end <= unit.source_text().size(); };
  bool rows_fit = std::ranges::all_of(output.rows, [&](const FactsRow& row) {
    return row.node < unit.size() && is_text(row.type) && is_text(row.callee) && is_text(row.constant);
  });
  bool findings_fit = std::ranges::all_of(output.findings, [&](const CheckFinding& finding) {
    return is_range(finding.range) && std::ranges::find(rules, finding.rule_id, &RuleInfo::id) != rules.end() &&
           std::ranges::all_of(finding.trace, [&](const Step& step) { return is_range(step.range); });
  });
  return rows_fit && findings_fit && output.problem_offset <= unit.source_text().size();
}

bool has_flag(const std::vector<std::string>& flags, std::string_view prefix) {
  return std::ranges::any_of(flags, [&](const std::string& flag) { return flag.starts_with(prefix); });
}

}  // namespace

struct Session::State {
  OpenModule module;
  std::string root;
  std::map<std::string, std::vector<std::string>, std::less<>> flags;  // by path
  std::vector<std::string> none;
  Confinement confinement;
  std::optional<CallWords> words;

  void choose_flags(const SourceSet& sources, const SessionOptions& options, Diagnostics& diags);
  void add(const Source& source, std::vector<std::string> own);
};

// The language is the scan's: rules and checks must see one language for a file.
void Session::State::add(const Source& source, std::vector<std::string> own) {
  bool is_cpp = source.language == Language::Cpp;
  std::vector<std::string> all = {"-x", is_cpp ? "c++" : "c"};
  for (std::size_t i = 0; i < own.size(); ++i) {
    bool is_language = own[i] == "-x";
    // A C++ header in a C file's clothes: a standard of the other language is refused.
    bool is_other_standard = own[i].starts_with("-std=") && (own[i].find("++") != std::string::npos) != is_cpp;
    if (is_language) ++i;
    else if (!is_other_standard) all.push_back(std::move(own[i]));
  }
  if (!has_flag(all, "-std=") && !has_flag(all, "-ansi")) all.push_back(is_cpp ? "-std=c++20" : "-std=c17");
  all.insert(all.end(), std::begin(kCommonFlags), std::end(kCommonFlags));
  flags[source.path] = std::move(all);
}

void Session::State::choose_flags(const SourceSet& sources, const SessionOptions& options, Diagnostics& diags) {
  std::string database_path = find_compile_database(options.compile_commands, root);
  CompileDatabase database;
  // Where compilers and packages put headers; the tree; what the user named.
  confinement.readable = {root, "/usr", "/opt", "/lib", "/lib64", "/nix/store"};
  if (!database_path.empty()) confinement.readable.push_back(folder_of(database_path));
  if (!database_path.empty()) database = load_compile_database(database_path, root, diags);
  else if (!options.compile_commands.empty())
    diags.add(DiagnosticLevel::Warning, "clang-database-unread", "the folder of `--compile-commands` holds no compile_commands.json");

  Includes includes(sources);
  std::vector<const std::vector<std::string>*> chosen(sources.size(), nullptr);
  std::vector<std::uint32_t> round;
  std::uint32_t files = 0, borrowed = 0;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const Source& source = sources[sources.id_at(i)];
    if (!covers(source.language)) continue;
    ++files;
    auto found = database.flags.find(root + "/" + source.path);
    if (found == database.flags.end()) continue;
    chosen[i] = &found->second;
    round.push_back(i);
  }
  std::size_t own = round.size();
  // Along the includes, file after file in the order of paths: the first includer counts.
  for (std::size_t at = 0; at < round.size(); ++at)
    for (std::uint32_t included : includes.of(round[at])) {
      if (chosen[included]) continue;
      chosen[included] = chosen[round[at]];
      round.push_back(included);
      ++borrowed;
    }
  std::vector<std::string> guessed;
  for (const std::string& folder : includes.folders())
    if (guessed.size() < 2 * kMaxGuessedFolders) guessed.insert(guessed.end(), {"-I", root + "/" + folder});
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const Source& source = sources[sources.id_at(i)];
    if (covers(source.language)) add(source, chosen[i] ? *chosen[i] : guessed);
  }
  if (!database_path.empty())
    diags.add(DiagnosticLevel::Note, "clang-database", fmt::format("of {} C and C++ files {} have flags in the compile database, {} those of a file that includes them, {} guessed ones",
                                                                   files, own, borrowed, files - own - borrowed));
}

Session::Session(std::unique_ptr<State> state) : state_(std::move(state)) {}
Session::~Session() = default;

std::unique_ptr<Session> Session::open(const SourceSet& sources, const SessionOptions& options, Diagnostics& diags) {
  bool is_wanted = std::ranges::any_of(sources.all(), [](const Source& source) { return covers(source.language); });
  if (!is_wanted) return nullptr;
  auto state = std::make_unique<State>();
  state->module = open_module(module_folders(options.module_folder));
  if (!state->module.module) {
    diags.add(DiagnosticLevel::Note, "clang-missing", fmt::format("C and C++ are analyzed without types, and the checks that need them did not run: {}", state->module.problem));
    return nullptr;
  }
  std::error_code error;
  state->root = fs::weakly_canonical(options.root, error).string();
  state->choose_flags(sources, options, diags);
  state->words.emplace(state->module.module->words(), sources);
  return std::unique_ptr<Session>(new Session(std::move(state)));
}

const std::vector<RuleInfo>& Session::rules() const { return state_->module.module->rules(); }

const std::vector<std::string>& Session::flags_of(const Source& source) const {
  auto found = state_->flags.find(source.path);
  return found == state_->flags.end() ? state_->none : found->second;
}

bool Session::is_worth_analyzing(const Source& source) const { return state_->words->are_in(source.text); }

FileOutput Session::analyze(const Source& source, const Unit& unit) const {
  FileOutput out;
  // What the tree's own reader found too deep would take libclang's stack.
  if (unit.was_cut()) {
    out.problem = "nested too deeply";
    return out;
  }
  std::string path = state_->root + "/" + source.path;
  out = analyze_confined(*state_->module.module, {path, source.text, flags_of(source), unit.nodes()}, state_->confinement);
  if (!is_about(out, unit, rules())) {
    out = {};
    out.problem = "libclang broke off";
  }
  return out;
}

Unit with_facts(Unit unit, const FileOutput& output) {
  if (output.rows.empty()) return unit;
  Unit::Builder builder(std::move(unit));
  std::vector<NameId> names;
  for (const std::string& text : output.texts) names.push_back(builder.names().intern(text));
  auto name = [&](std::uint32_t index) { return index == FactsRow::kNoText ? NameId{} : names[index]; };
  for (const FactsRow& row : output.rows) builder.facts({row.node}) = {name(row.type), name(row.callee), name(row.constant), row.from_macro};
  return std::move(builder).build();
}

}  // namespace sluice::clang
