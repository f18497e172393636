// The rule packs in rules/ say of every rule what a report, a checklist and a gate need,
// and say it in one way. What the rules find is tested by `sluice rules test rules`.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>

#include "analyzers/pattern/rule.h"
#include "analyzers/scan/load_rules.h"
#include "analyzers/scan/rule_page.h"
#include "analyzers/scan/rule_test.h"
#include "base/file.h"
#include "base/yaml.h"
#include "sarif/taxonomies.h"

namespace sluice {
namespace {

const std::string kRules = SLUICE_SOURCE_DIR "/rules";

struct PackRule {
  std::string file;  // relative to rules/
  Rule rule;
  std::vector<std::string> list(const std::string& key) const {
    const auto found = rule.metadata.find(key);
    return found == rule.metadata.end() ? std::vector<std::string>{} : found->second;
  }
};

std::vector<PackRule> load_pack() {
  std::vector<PackRule> pack;
  const auto paths = rule_files_below(kRules);
  REQUIRE(paths);
  for (const std::string& path : *paths) {
    const auto text = read_file(path);
    REQUIRE(text);
    auto rules = parse_rules(path, *text);
    if (!rules) FAIL(to_string(rules.error()));
    for (Rule& rule : *rules) pack.push_back({std::filesystem::relative(path, kRules).string(), std::move(rule)});
  }
  return pack;
}

const std::vector<PackRule>& pack() {
  static const std::vector<PackRule> rules = load_pack();
  return rules;
}

bool is_kebab_case(std::string_view text) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed) && text.find("--") == text.npos &&
         text.front() != '-' && text.back() != '-';
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

// Lines of a table: tabs between cells, `#` begins a comment line.
std::vector<std::vector<std::string>> read_table(const std::string& path) {
  const auto text = read_file(path);
  REQUIRE(text);
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : split(*text, '\n'))
    if (!line.empty() && line[0] != '#') rows.push_back(split(line, '\t'));
  return rows;
}

// The weakness number of "CWE-89: name"; 0 where the text is not of that form.
int cwe_number(const std::string& text) {
  if (text.rfind("CWE-", 0) != 0) return 0;
  return std::atoi(text.c_str() + 4);
}

// "A03:2021 - Injection" for "A03:2021".
std::string category_text(const std::string& id) {
  const auto category = sarif::owasp_category(id);
  return category ? std::string(category->id) + " - " + std::string(category->name) : "no category " + id;
}

// weakness → the categories of both editions, from the table beside this test.
std::map<int, std::vector<std::string>> owasp_of_cwe() {
  std::map<int, std::vector<std::string>> result;
  for (const auto& row : read_table(SLUICE_SOURCE_DIR "/tests/unit/rules/cwe_to_owasp.tsv")) {
    auto& categories = result[std::stoi(row.at(0))];
    for (const std::size_t column : {1u, 2u})
      if (row.at(column) != "-") categories.push_back(category_text(row.at(column)));
  }
  return result;
}

struct Marks {
  bool bad = false, good = false;
};

void collect_marks(const std::string& line, std::map<std::string, Marks>& marks) {
  for (const std::string_view word : {"ruleid:", "ok:"}) {
    const std::size_t at = line.find(word);
    const bool is_mark = at != line.npos && (at == 0 || line[at - 1] == ' ');
    if (!is_mark) continue;
    std::string id;
    for (const char c : line.substr(at + word.size()) + " ") {
      if (std::isalnum(static_cast<unsigned char>(c)) || (c == '-' && !id.empty())) id += c;
      else if (!id.empty()) (word == "ok:" ? marks[id].good : marks[id].bad) = true, id.clear();
    }
  }
}

// What the annotated files beside a rule file mark.
std::map<std::string, Marks> marks_beside(const std::string& rule_file) {
  const std::filesystem::path path = kRules + "/" + rule_file;
  std::map<std::string, Marks> marks;
  for (const auto& entry : std::filesystem::directory_iterator(path.parent_path())) {
    const std::string name = entry.path().filename().string();
    const bool is_target = name.substr(0, name.find('.')) == path.stem().string() && name != path.filename();
    if (!is_target) continue;
    const auto text = read_file(entry.path());
    REQUIRE(text);
    for (const std::string& line : split(*text, '\n')) collect_marks(line, marks);
  }
  return marks;
}

// The annotated files beside a rule file.
std::vector<MarkedFile> files_beside(const std::string& rule_file) {
  std::vector<MarkedFile> files;
  for (const std::string& path : rule_targets(kRules + "/" + rule_file)) {
    auto text = read_file(path);
    REQUIRE(text);
    files.push_back({path, *std::move(text)});
  }
  return files;
}

}  // namespace

TEST_CASE("the packs have rules for every language they promise", "[rules]") {
  std::map<std::string, int> count;
  for (const PackRule& entry : pack()) ++count[split(entry.file, '/')[0]];
  for (const char* folder : {"c", "common", "csharp", "go", "java", "javascript", "php", "python", "ruby"}) {
    INFO(folder);
    CHECK(count[folder] >= 10);
  }
}

TEST_CASE("rule ids are unique, kebab-case and begin with what they are for", "[rules]") {
  const std::map<std::string, std::set<std::string>> prefixes = {
      {"common", {"secret", "webconfig", "dockerfile", "github", "container", "terraform", "config"}}};
  std::set<std::string> seen;
  for (const PackRule& entry : pack()) {
    INFO(entry.file << ": " << entry.rule.id);
    CHECK(seen.insert(entry.rule.id).second);
    CHECK(is_kebab_case(entry.rule.id));
    const std::string folder = split(entry.file, '/')[0];
    const std::string prefix = split(entry.rule.id, '-')[0];
    const auto shared = prefixes.find(folder);
    CHECK((shared == prefixes.end() ? prefix == folder : shared->second.contains(prefix)));
  }
}

TEST_CASE("a message says what is wrong, why, and how to fix it", "[rules]") {
  for (const PackRule& entry : pack()) {
    INFO(entry.file << ": " << entry.rule.id);
    const std::string& message = entry.rule.message;
    CHECK(message.size() >= 80);
    CHECK(message.size() <= 600);
    CHECK(message.back() == '.');
    CHECK(message.find(". ") != message.npos);  // at least two sentences
    CHECK(message.find('\n') == message.npos);
  }
}

TEST_CASE("weaknesses carry their official names", "[rules]") {
  for (const PackRule& entry : pack()) {
    INFO(entry.file << ": " << entry.rule.id);
    CHECK_FALSE(entry.list("cwe").empty());
    for (const std::string& text : entry.list("cwe")) {
      const int number = cwe_number(text);
      const auto name = sarif::cwe_name(number);  // none for a category
      CHECK(text == "CWE-" + std::to_string(number) + ": " + std::string(name.value_or("not a weakness")));
    }
  }
}

TEST_CASE("OWASP categories follow from the first weakness", "[rules]") {
  const auto expected = owasp_of_cwe();
  for (const PackRule& entry : pack()) {
    INFO(entry.file << ": " << entry.rule.id);
    const auto cwes = entry.list("cwe");
    const auto row = expected.find(cwes.empty() ? 0 : cwe_number(cwes[0]));
    REQUIRE(row != expected.end());
    CHECK(entry.list("owasp") == row->second);
  }
}

TEST_CASE("the table of categories agrees with the published lists", "[rules]") {
  const std::string path = SLUICE_SOURCE_DIR "/../shared/data/owasp_top10.json";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: " << path << " is not there");
    return;
  }
  const auto text = read_file(path);
  REQUIRE(text);
  const auto document = yaml::Document::parse(path, *text);
  REQUIRE(document);
  std::map<std::string, std::set<std::string>> lists;  // category → weaknesses
  for (const yaml::Node& edition : document->root().find("editions")->items())
    for (const yaml::Node& category : edition.find("categories")->items())
      for (const yaml::Node& cwe : category.find("cwes")->items())
        lists[category.find("id")->scalar()].insert(cwe.scalar());
  for (const auto& row : read_table(SLUICE_SOURCE_DIR "/tests/unit/rules/cwe_to_owasp.tsv")) {
    for (const std::size_t edition : {1u, 2u}) {
      INFO(row.at(0) << " " << row.at(edition) << " " << row.at(edition + 2));
      const bool is_in_list = lists[row.at(edition)].contains(row.at(0));
      CHECK(is_in_list == (row.at(edition + 2) == "listed"));
    }
  }
}

TEST_CASE("every category of the OWASP Top 10 has a rule", "[rules]") {
  std::set<std::string> covered;
  for (const PackRule& entry : pack())
    for (const std::string& text : entry.list("owasp")) covered.insert(text);
  for (const char* edition : {"2021", "2025"}) {
    for (int rank = 1; rank <= 10; ++rank) {
      const std::string id = (rank < 10 ? "A0" : "A") + std::to_string(rank) + ":" + edition;
      INFO(id);
      CHECK(covered.contains(category_text(id)));
    }
  }
}

TEST_CASE("every rule has the metadata that reports are made of", "[rules]") {
  const std::map<std::string, std::set<std::string>> allowed = {
      {"category", {"security"}},        {"subcategory", {"vuln", "audit"}},
      {"confidence", {"HIGH", "MEDIUM", "LOW"}}, {"likelihood", {"HIGH", "MEDIUM", "LOW"}},
      {"impact", {"HIGH", "MEDIUM", "LOW"}}};
  for (const PackRule& entry : pack()) {
    INFO(entry.file << ": " << entry.rule.id);
    for (const auto& [key, values] : allowed) {
      INFO(key);
      REQUIRE(entry.list(key).size() == 1);
      CHECK(values.contains(entry.list(key)[0]));
    }
    CHECK_FALSE(entry.list("technology").empty());
    CHECK_FALSE(entry.list("references").empty());
    for (const std::string& link : entry.list("references")) CHECK(link.rfind("https://", 0) == 0);
  }
}

TEST_CASE("the security severity is a score and fits the severity", "[rules]") {
  for (const PackRule& entry : pack()) {
    INFO(entry.file << ": " << entry.rule.id);
    const std::string text = entry.rule.first_metadata("security-severity");
    REQUIRE_FALSE(text.empty());
    const double score = std::stod(text);
    CHECK(score >= 0.1);
    CHECK(score <= 10.0);
    if (entry.rule.severity == Severity::Error) CHECK(score >= 6.0);
    if (entry.rule.severity == Severity::Info) CHECK(score < 7.0);
  }
}

TEST_CASE("every rule has a bad and a good example beside it", "[rules]") {
  std::map<std::string, std::map<std::string, Marks>> marks;
  for (const PackRule& entry : pack()) {
    if (!marks.contains(entry.file)) marks[entry.file] = marks_beside(entry.file);
    INFO(entry.file << ": " << entry.rule.id);
    CHECK(marks[entry.file][entry.rule.id].bad);
    CHECK(marks[entry.file][entry.rule.id].good);
  }
}

TEST_CASE("every rule has a page: problematic and correct code, rationale, exceptions", "[rules]") {
  const auto weaknesses = read_file(kRules + "/weaknesses.md");
  REQUIRE(weaknesses);
  for (const PackRule& entry : pack()) {
    INFO(entry.file << ": " << entry.rule.id);
    const RulePage page = make_rule_page(entry.rule, files_beside(entry.file), *weaknesses);
    CHECK(page.missing() == std::vector<std::string_view>{});
    CHECK(page.rationale.size() >= 60);
    CHECK(page.rationale.back() == '.');
  }
}

TEST_CASE("no text on a weakness is without a rule", "[rules]") {
  const auto weaknesses = read_file(kRules + "/weaknesses.md");
  REQUIRE(weaknesses);
  std::set<int> used;
  for (const PackRule& entry : pack())
    for (const std::string& text : entry.list("cwe")) used.insert(cwe_number(text));
  for (const std::string& line : split(*weaknesses, '\n')) {
    INFO(line);
    if (line.rfind("## ", 0) == 0) CHECK(used.contains(cwe_number(line.substr(3))));
  }
}

TEST_CASE("every fix is tested: the code that its rule marks has a .fixed file", "[rules]") {
  int fixes = 0;
  for (const PackRule& entry : pack()) {
    if (!entry.rule.has_fix && !entry.rule.fix_regex) continue;
    ++fixes;
    INFO(entry.file << ": " << entry.rule.id);
    bool is_tested = false;
    for (const MarkedFile& file : files_beside(entry.file)) {
      const std::filesystem::path path = file.path;
      const std::filesystem::path fixed = path.parent_path() / (path.stem().string() + ".fixed" + path.extension().string());
      is_tested = is_tested || (file.text.find("ruleid: " + entry.rule.id) != file.text.npos && std::filesystem::exists(fixed));
    }
    CHECK(is_tested);
  }
  CHECK(fixes >= 5);
}

TEST_CASE("marks name rules of the file they stand beside", "[rules]") {
  std::map<std::string, std::set<std::string>> ids;
  for (const PackRule& entry : pack()) ids[entry.file].insert(entry.rule.id);
  for (const auto& [file, known] : ids) {
    for (const auto& [id, marks] : marks_beside(file)) {
      INFO(file << ": " << id);
      CHECK(known.contains(id));
    }
  }
}

}  // namespace sluice
