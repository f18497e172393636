#include "analyzers/clang/compile_database.h"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace sluice::clang {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uintmax_t kMaxBytes = 200'000'000;
constexpr int kMaxDepth = 8;  // an entry needs three

std::string text_of(const Json& entry, const char* key) {
  auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> command_of(const Json& entry) {
  auto arguments = entry.find("arguments");
  if (arguments == entry.end() || !arguments->is_array()) return split_command(text_of(entry, "command"));
  std::vector<std::string> out;
  for (const Json& argument : *arguments)
    if (argument.is_string()) out.push_back(argument.get<std::string>());
  return out;
}

class Loader {
 public:
  Loader(const std::string& path, const std::string& root, Diagnostics& diags) : diags_(diags) {
    out_.path = path;
    scope_ = {root, fs::path(path).parent_path().string()};
  }

  CompileDatabase run() {
    std::error_code error;
    std::uintmax_t size = fs::file_size(out_.path, error);
    if (error || size > kMaxBytes) return refuse(error ? "it cannot be opened" : fmt::format("it has {} bytes, the limit is {}", size, kMaxBytes));
    auto text = read_file(out_.path);
    if (!text) return refuse(text.error().list.front().message);
    bool is_too_deep = false;
    Json::parser_callback_t bound = [&](int depth, Json::parse_event_t, Json&) { return !(is_too_deep |= depth > kMaxDepth); };
    Json json = Json::parse(*text, bound, false);
    if (json.is_discarded() || !json.is_array() || is_too_deep) return refuse("it is no JSON list of compile commands");
    for (const Json& entry : json)
      if (entry.is_object()) add(entry);
    for (const std::string& flag : dropped_)
      diags_.add(DiagnosticLevel::Note, "clang-flag-dropped", fmt::format("the flag `{}` of the compile database is not followed", flag), {file_name()});
    return std::move(out_);
  }

 private:
  // Without its folder, which may be anywhere.
  std::string file_name() const { return fs::path(out_.path).filename().string(); }

  CompileDatabase refuse(const std::string& why) {
    diags_.add(DiagnosticLevel::Warning, "clang-database-unread", fmt::format("the compile database is not used: {}", why), {file_name()});
    return std::move(out_);
  }

  void add(const Json& entry) {
    ++out_.entries;
    std::string directory = text_of(entry, "directory");
    bool is_absolute = directory.starts_with('/') || (directory.size() > 1 && directory[1] == ':');
    if (!is_absolute) directory = scope_.database_folder + "/" + directory;
    std::string file = scope_.find(text_of(entry, "file"), directory);
    if (file.empty()) {
      ++out_.missing_files;
      return;
    }
    scope_.learn_origin(text_of(entry, "file"), directory, file);
    if (out_.flags.contains(file)) return;
    SafeFlags safe = safe_flags(command_of(entry), directory, scope_);
    dropped_.merge(safe.dropped);
    out_.flags.emplace(std::move(file), std::move(safe.flags));
  }

  Diagnostics& diags_;
  CompileDatabase out_;
  FileScope scope_;
  std::set<std::string> dropped_;
};

}  // namespace

std::string find_compile_database(const std::string& folder, const std::string& root) {
  std::vector<fs::path> folders = folder.empty() ? std::vector<fs::path>{fs::path(root), fs::path(root) / "build"} : std::vector<fs::path>{fs::path(folder)};
  for (const fs::path& candidate : folders) {
    std::error_code error;
    fs::path path = fs::canonical(candidate / "compile_commands.json", error);
    // A link that leads out of the tree is not the tree's; the user's own folder may be a link.
    bool is_inside = !folder.empty() || path.string().starts_with(root + "/");
    if (!error && is_inside && fs::is_regular_file(path, error)) return path.string();
  }
  return {};
}

CompileDatabase load_compile_database(const std::string& path, const std::string& root, Diagnostics& diags) { return Loader(path, root, diags).run(); }

}  // namespace sluice::clang
