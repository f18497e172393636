#include "analyzers/pattern/join_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzers/pattern/condition_reader.h"
#include "base/text.h"

namespace sluice {
namespace {

constexpr std::pair<std::string_view, JoinOperator> kOperators[] = {{"==", JoinOperator::Equal},   {"!=", JoinOperator::Unequal}, {"~", JoinOperator::Within},
                                                                    {"<", JoinOperator::Within}, {">", JoinOperator::Contains},
                                                                    {"-->", JoinOperator::Leads}};

class Reader {
 public:
  explicit Reader(Errors& errors) : errors_(errors) {}

  JoinText read(const yaml::Node& join) {
    if (!join.is_map()) return errors_.add(join.place(), "rule-type", "`join` must be a mapping with `on`, and `rules` or `refs`"), JoinText();
    errors_.append(join.unknown_keys({"rules", "refs", "on"}));
    for (const yaml::Node& rule : list(join, "rules")) read_inline(rule);
    for (const yaml::Node& ref : list(join, "refs")) read_ref(ref);
    for (const yaml::Node& condition : list(join, "on")) read_condition(condition);
    if (text_.conditions.empty()) errors_.add(join.place(), "rule-missing-key", "`join` needs `on` with at least one condition");
    return std::move(text_);
  }

 private:
  const std::vector<yaml::Node>& list(const yaml::Node& join, std::string_view key) {
    static const std::vector<yaml::Node> kNone;
    const yaml::Node* node = join.find(key);
    if (!node) return kNone;
    if (!node->is_sequence()) errors_.add(node->place(), "rule-type", fmt::format("`{}` must be a list", key));
    return node->items();
  }

  void add_part(JoinPart part) {
    bool is_known = std::ranges::find(text_.parts, part.alias, &JoinPart::alias) != text_.parts.end();
    if (is_known) errors_.add(part.place, "rule-duplicate", fmt::format("two parts are called `{}`", part.alias));
    text_.parts.push_back(std::move(part));
  }

  void read_inline(const yaml::Node& rule) {
    JoinPart part;
    part.place = rule.place();
    part.alias = rule.is_map() && rule.has("id") ? rule.find("id")->scalar() : "";
    add_part(std::move(part));
  }

  void read_ref(const yaml::Node& ref) {
    if (!ref.is_map()) return errors_.add(ref.place(), "rule-type", "each item of `refs` is a mapping with `rule` and `as`");
    errors_.append(ref.unknown_keys({"rule", "as", "renames"}));
    JoinPart part;
    part.place = ref.place();
    part.file = read_required(ref, "rule", errors_);
    part.alias = read_required(ref, "as", errors_);
    if (const yaml::Node* renames = ref.find("renames"))
      for (const yaml::Node& rename : renames->items()) part.renames.emplace_back(read_required(rename, "from", errors_), read_required(rename, "to", errors_));
    add_part(std::move(part));
  }

  // `a.$X == b.path`
  void read_condition(const yaml::Node& node) {
    std::vector<std::string_view> words;
    for (std::string_view word : split(node.scalar(), ' '))
      if (!trim(word).empty()) words.push_back(trim(word));
    auto op = words.size() == 3 ? std::ranges::find(kOperators, words[1], [](const auto& known) { return known.first; }) : std::end(kOperators);
    if (op == std::end(kOperators))
      return errors_.add(node.place(), "rule-join", fmt::format("`{}` is no condition: `a.$X == b.$Y`, with one of == != ~ < > --> between", node.scalar()));
    JoinCondition condition;
    condition.op = op->second;
    condition.left = read_column(words[0], node.place());
    condition.right = read_column(words[2], node.place());
    bool is_chain = condition.left.part == condition.right.part && condition.left.name != "path" && condition.right.name != "path";
    if (condition.op == JoinOperator::Leads && !is_chain)
      return errors_.add(node.place(), "rule-join", "`-->` stands between two metavariables of one part: `a.$X --> a.$Y`");
    text_.conditions.push_back(std::move(condition));
  }

  JoinColumn read_column(std::string_view text, const Place& place) {
    std::size_t dot = text.rfind('.');
    std::string alias(text.substr(0, dot == std::string_view::npos ? 0 : dot));
    std::string name(dot == std::string_view::npos ? text : text.substr(dot + 1));
    auto part = std::ranges::find(text_.parts, alias, &JoinPart::alias);
    if (part == text_.parts.end()) return errors_.add(place, "rule-join", fmt::format("no part is called `{}`", alias)), JoinColumn();
    if (name != "path" && !name.starts_with('$')) errors_.add(place, "rule-join", fmt::format("`{}` is neither a metavariable nor `path`", name));
    return {static_cast<std::uint32_t>(part - text_.parts.begin()), std::move(name)};
  }

  Errors& errors_;
  JoinText text_;
};

}  // namespace

JoinText read_join(const yaml::Node& join, Errors& errors) { return Reader(errors).read(join); }

}  // namespace sluice
