#include "gate/sameness_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/yaml_fields.h"
#include "embedded/sameness_files.h"

namespace sluice::gate {
namespace {

constexpr std::array<std::string_view, kTraitCount> kWords = {
    "vulnerability", "weakness", "host", "port",     "image",     "component", "namespace", "ecosystem", "component-path",
    "project",       "site",     "url-path", "parameter", "method", "file-name", "file",      "line-text",
    "routes"};

std::vector<Trait> read_parts(yaml::Fields& fields, std::string_view key) {
  std::vector<Trait> parts;
  const yaml::Node* list = fields.find(key);
  if (!list) return parts;
  for (const yaml::Node& item : list->items()) {
    auto word = std::ranges::find(kWords, std::string_view(item.scalar()));
    if (word == kWords.end()) fields.complain(item, "sameness-part", fmt::format("`{}` is no part that can be compared", item.scalar()));
    else parts.push_back(static_cast<Trait>(word - kWords.begin()));
  }
  return parts;
}

SamenessRule read_rule(const yaml::Node& node, Errors& errors) {
  yaml::Fields fields(node, errors);
  SamenessRule rule;
  rule.name = fields.text("name");
  rule.says = fields.text("says");
  rule.agree = read_parts(fields, "agree");
  rule.without = read_parts(fields, "without");
  rule.unless_different = read_parts(fields, "unless-different");
  rule.one_per_tool = fields.flag("one-per-tool").value_or(false);
  fields.finish();
  return rule;
}

}  // namespace

std::string_view to_string(Trait part) { return kWords[static_cast<std::size_t>(part)]; }

Result<SamenessRules> parse_sameness_rules(std::string file, std::string_view text) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(std::move(file), text));
  Errors errors;
  SamenessRules rules;
  yaml::Fields fields(document.root(), errors);
  if (const yaml::Node* list = fields.required("rules"))
    for (const yaml::Node& item : list->items()) rules.rules.push_back(read_rule(item, errors));
  for (std::string& name : fields.texts("aliases")) rules.aliases.insert(std::move(name));
  if (const yaml::Node* families = fields.required("weaknesses"))
    for (const yaml::Pair& family : families->pairs()) {
      rules.weaknesses[family.key.scalar()] = family.key.scalar();
      for (const yaml::Node& member : family.value.items()) rules.weaknesses[member.scalar()] = family.key.scalar();
    }
  fields.finish();
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return rules;
}

const SamenessRules& sameness_rules() {
  static const SamenessRules rules = [] {
    const EmbeddedFile& file = embedded::sameness_files()[0];
    Result<SamenessRules> parsed = parse_sameness_rules(std::string(file.path), file.bytes);
    SLUICE_ASSERT(parsed, "a test reads the built-in rules");
    return *std::move(parsed);
  }();
  return rules;
}

}  // namespace sluice::gate
