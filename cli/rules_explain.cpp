#include "cli/rules_explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "analyzers/scan/load_rules.h"
#include "analyzers/scan/rule_page.h"
#include "analyzers/scan/rule_test.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/rule_packs.h"

namespace sluice {
namespace {

constexpr std::string_view kBuiltIn = "builtin:";

std::string_view without_endings(std::string_view path) {
  std::size_t name = path.rfind('/') + 1;
  return path.substr(0, std::min(path.find('.', name), path.size()));
}

// `builtin:owasp-top10/python/tls.yaml` has `python/tls.py` beside it.
std::vector<MarkedFile> built_in_code(std::string_view rule_file) {
  std::string_view stem = without_endings(rule_file.substr(rule_file.find('/') + 1));
  std::vector<MarkedFile> files;
  for (const EmbeddedFile& file : rule_page_files())
    if (without_endings(file.path) == stem) files.push_back({std::string(file.path), std::string(file.bytes)});
  return files;
}

Result<std::vector<MarkedFile>> code_beside(const std::string& rule_file) {
  if (rule_file.starts_with(kBuiltIn)) return built_in_code(rule_file);
  std::vector<MarkedFile> files;
  for (const std::string& path : rule_targets(rule_file)) {
    SLUICE_TRY(std::string text, read_file(path));
    files.push_back({path, std::move(text)});
  }
  return files;
}

std::string_view weaknesses() {
  for (const EmbeddedFile& file : rule_page_files())
    if (file.path == "weaknesses.md") return file.bytes;
  return {};
}

Result<std::string> page_of(const std::string& rule_id, const std::vector<std::string>& configs) {
  SLUICE_TRY(LoadedRules loaded, load_rules(configs, rule_packs()));
  auto rule = std::ranges::find_if(loaded.rules, [&](const Rule& known) { return known.id == rule_id || known.id.ends_with("." + rule_id); });
  if (rule == loaded.rules.end()) {
    std::vector<std::string_view> ids;
    for (const Rule& known : loaded.rules) ids.push_back(known.id);
    auto near = nearest(rule_id, ids);
    loaded.mistakes.add({}, "rule-not-there", fmt::format("there is no rule `{}`{}", rule_id, near ? fmt::format("; did you mean `{}`?", *near) : ""));
    return std::unexpected(std::move(loaded.mistakes));
  }
  SLUICE_TRY(std::vector<MarkedFile> files, code_beside(rule->place.file));
  return render_rule_page(*rule, make_rule_page(*rule, files, weaknesses()));
}

}  // namespace

ExitCode run_rules_explain(const std::string& rule_id, const std::vector<std::string>& configs) {
  auto page = page_of(rule_id, configs);
  if (!page) return report_errors(page.error());
  std::string text = escape_terminal(*page);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return ExitCode::Ok;
}

}  // namespace sluice
