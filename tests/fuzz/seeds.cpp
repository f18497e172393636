#include "tests/fuzz/seeds.h"

#include <algorithm>
#include <set>

#include "analyzers/pattern/rule.h"
#include "base/file.h"

namespace sluice::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string text_of(const fs::path& path) {
  auto text = read_file(path);
  return text ? *text : std::string();
}

std::vector<std::string> rule_files(const fs::path& root) {
  std::vector<std::string> texts;
  for (const char* folder : {"tests/rules", "rules"})
    for (const fs::path& path : files_below(root / folder))
      if (path.extension() == ".yaml") texts.push_back(text_of(path));
  return texts;
}

// Every leaf of a formula, those in conditions too.
template <class Visit>
void for_each_leaf(const FormulaText& formula, const Visit& visit) {
  if (!formula.text.empty()) visit(formula.type, formula.text);
  for (const FormulaText& member : formula.members) for_each_leaf(member, visit);
  for (const ConditionText& condition : formula.conditions) {
    if (condition.type == ConditionText::Type::Regex) visit(FormulaText::Type::Regex, condition.text);
    for (const FormulaText& inner : condition.formula) for_each_leaf(inner, visit);
  }
}

template <class Visit>
void for_each_leaf_of_rules(const fs::path& root, const Visit& visit) {
  for (const std::string& text : rule_files(root)) {
    auto file = parse_rule_file("rules.yaml", text);
    if (!file) continue;
    for (const Rule& rule : file->rules)
      for_each_leaf(rule.formula, [&](FormulaText::Type type, const std::string& leaf) { visit(rule.languages.front(), type, leaf); });
  }
}

std::vector<std::string> code_files(const fs::path& root) {
  std::vector<std::string> texts;
  for (const char* folder : {"tests/rules", "tests/unit/analyzers/languages/samples"})
    for (const fs::path& path : files_below(root / folder)) {
      std::string code = text_of(path);
      Language language = language_of(path.filename().string(), code).language;
      if (language != Language::Text) texts.push_back(std::string(name(language)) + "\n" + code);
    }
  return texts;
}

std::vector<std::string> reports(const fs::path& root) {
  std::vector<std::string> texts;
  for (const fs::path& path : files_below(root / "tests/unit/gate/data/reports")) texts.push_back(text_of(path));
  return texts;
}

// Made by ssh-keygen; the keys as lines of a file of allowed signers.
std::vector<std::string> signing_files(const fs::path& root, std::string_view extension) {
  std::vector<std::string> texts;
  for (const fs::path& path : files_below(root / "tests/unit/signoff/data"))
    if (path.extension() == extension) texts.push_back((extension == ".pub" ? "ada,role:boss namespaces=\"sluice-*\" valid-before=\"20271231\" " : "") + text_of(path));
  return texts;
}

// Things that only Sluice makes: what stands in the corpus is what to begin with.
std::vector<std::string> corpus(const fs::path& root, std::string_view fuzzer) {
  std::vector<std::string> texts;
  for (const fs::path& path : files_below(root / "tests/fuzz/corpus" / fuzzer)) texts.push_back(text_of(path));
  return texts;
}

// The kind of a file is its name before the first point: waivers.yaml, kev.json.
std::vector<std::string> risk_files(const fs::path& root) {
  std::vector<std::string> texts;
  for (const fs::path& path : files_below(root / "tests/unit/gate/data/risk")) {
    std::string name = path.filename().string();
    texts.push_back(name.substr(0, name.find('.')) + "\n" + text_of(path));
  }
  return texts;
}

// Each policy alone and as one that the shipped one could be extended by.
std::vector<std::string> policies(const fs::path& root) {
  std::string shipped = text_of(root / "gate/policies/product-release.yaml"), example = text_of(root / "examples/release/policy.yaml");
  return {shipped, example, "policy: p\nversion: '1'\nextends: company.yaml\ndeadlines: { high: { days: 30 } }\n%%\n" + shipped,
          "policy: p\nversion: '1'\nextends: c.yaml\nstages: { release: { mode: block, findings: [{ id: x, when: { new-since: 2026-01-01 }, then: hold }] } }\n%%\n" + example};
}

}  // namespace

std::vector<std::string> seeds_of(std::string_view fuzzer, const fs::path& root) {
  if (fuzzer == "rule_loader") return rule_files(root);
  if (fuzzer == "unit_reader") return code_files(root);
  if (fuzzer == "importer") return reports(root);
  for (std::string_view name : {"envelope", "statement", "private_key", "archive"})
    if (fuzzer == name) return corpus(root, fuzzer);
  if (fuzzer == "ssh_signature") return signing_files(root, ".sig");
  if (fuzzer == "allowed_signers") return signing_files(root, ".pub");
  if (fuzzer == "risk_file") return risk_files(root);
  if (fuzzer == "policy") return policies(root);
  if (fuzzer == "policy_case") return {text_of(root / "gate/policies/product-release.test.yaml"), text_of(root / "tests/unit/gate/decision_cases.yaml")};
  std::set<std::string> seeds;
  for_each_leaf_of_rules(root, [&](Language language, FormulaText::Type type, const std::string& leaf) {
    bool is_regex = type == FormulaText::Type::Regex, is_generic = language == Language::Generic;
    if (fuzzer == "regex" && is_regex) seeds.insert(leaf + "\n" + leaf);
    if (fuzzer == "generic_pattern" && !is_regex) seeds.insert(leaf + "\n%%\n" + leaf);
    if (fuzzer == "pattern_parser" && !is_regex && !is_generic) seeds.insert(std::string(name(language)) + "\n" + leaf);
  });
  return {seeds.begin(), seeds.end()};
}

}  // namespace sluice::fuzz
