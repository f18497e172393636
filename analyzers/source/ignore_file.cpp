#include "analyzers/source/ignore_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace sluice {
namespace {

constexpr std::size_t kMaxPatterns = 10'000;

// Trailing spaces that no backslash protects.
std::string_view without_trailing_spaces(std::string_view line) {
  std::size_t end = 0;  // one past the last character that stays
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ' ') continue;
    if (line[at] == '\\') ++at;
    end = std::min(at + 1, line.size());
  }
  // A backslash at the very end protects nothing, and git then leaves the line as it is.
  return line.substr(0, end);
}

}  // namespace

void IgnoreFile::add_line(std::string_view line, Place place) {
  line = line.substr(0, line.find('\0'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  line = without_trailing_spaces(line);
  std::string text(line);
  bool takes_back = line.starts_with('!');
  if (takes_back) line.remove_prefix(1);
  bool folders_only = line.ends_with('/');
  if (folders_only) line.remove_suffix(1);
  bool names_only = line.find('/') == std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  patterns_.push_back({std::move(text), std::move(place), Glob(line), takes_back, folders_only, names_only});
}

IgnoreFile IgnoreFile::parse(const std::string& file, std::string_view text, Diagnostics& diags,
                             const ReadIncluded& read_included) {
  constexpr std::string_view kInclude = ":include ";
  IgnoreFile out;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    if (!read_included || !line.starts_with(kInclude)) {
      out.add_line(line, {file, number});
      continue;
    }
    std::string name(line.substr(kInclude.size()));
    while (!name.empty() && (name.back() == ' ' || name.back() == '\r')) name.pop_back();
    auto included = read_included(name);
    if (!included) {
      diags.add(DiagnosticLevel::Warning, "ignore-include", "`:include " + name + "` is not a readable file of this folder", {file, number});
      continue;
    }
    // One level only: an included file includes nothing.
    std::string included_file = file.substr(0, file.rfind('/') + 1) + name;
    for (IgnorePattern& pattern : parse(included_file, *included, diags).patterns_) out.patterns_.push_back(std::move(pattern));
  }
  if (out.patterns_.size() > kMaxPatterns) {
    diags.add(DiagnosticLevel::Warning, "ignore-file-too-long", fmt::format("only the first {} patterns are used", kMaxPatterns),
              out.patterns_[kMaxPatterns].place);
    out.patterns_.erase(out.patterns_.begin() + kMaxPatterns, out.patterns_.end());
  }
  return out;
}

const IgnorePattern* IgnoreFile::find(std::string_view path, bool is_folder) const {
  std::string_view name = path.substr(path.rfind('/') + 1);
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && !is_folder) continue;
    if (pattern->glob.matches(pattern->names_only ? name : path)) return &*pattern;
  }
  return nullptr;
}

}  // namespace sluice
