#include "analyzers/pattern/rule_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/yaml.h"

namespace sluice {
namespace {

template <class Options>
struct Flag {
  std::string_view name;
  bool Options::*member;
};
constexpr Flag<MatchOptions> kFlags[] = {
    {"constant_propagation", &MatchOptions::constant_propagation},
    {"symbolic_propagation", &MatchOptions::symbolic_propagation},
    {"symmetric_eq", &MatchOptions::symmetric_eq},
    {"commutative_compop", &MatchOptions::symmetric_eq},
    {"commutative_boolop", &MatchOptions::commutative_boolop},
    {"vardef_assign", &MatchOptions::vardef_assign},
    {"arrow_is_function", &MatchOptions::arrow_is_function},
    {"implicit_deep_exprstmt", &MatchOptions::implicit_deep_exprstmt},
    {"ac_matching", &MatchOptions::ac_matching},
    {"attr_expr", &MatchOptions::attr_expr},
    {"unify_ids_strictly", &MatchOptions::unify_ids_strictly},
    {"flddef_assign", &MatchOptions::flddef_assign},
    {"let_is_var", &MatchOptions::let_is_var},
    {"implicit_return", &MatchOptions::implicit_return},
    {"go_deeper_expr", &MatchOptions::go_deeper_expr},
    {"go_deeper_stmt", &MatchOptions::go_deeper_stmt},
    {"implicit_ellipsis", &MatchOptions::implicit_ellipsis},
    {"decorators_order_matters", &MatchOptions::decorators_order_matters},
    {"xml_singleton_loose_matching", &MatchOptions::xml_singleton_loose_matching},
    {"xml_attrs_implicit_ellipsis", &MatchOptions::xml_attrs_implicit_ellipsis},
    {"xml_children_ordered", &MatchOptions::xml_children_ordered},
};

constexpr Flag<TaintOptions> kTaintFlags[] = {
    {"taint_assume_safe_functions", &TaintOptions::safe_functions},
    {"taint_assume_safe_indexes", &TaintOptions::safe_indexes},
    {"taint_assume_safe_comparisons", &TaintOptions::safe_comparisons},
    {"taint_assume_safe_booleans", &TaintOptions::safe_booleans},
    {"taint_assume_safe_numbers", &TaintOptions::safe_numbers},
};

// Known and without effect.
constexpr std::string_view kInert[] = {
    // The grammar decides whether `T x(a);` is a variable or a function.
    "cpp_parsing_pref",
    // Of the data flow of taint rules.
    "interfile", "taint_only_propagate_through_assignments", "taint_unify_mvars", "taint_focus_on", "taint_match_on", "taint_intrafile", "guarded_taint_signatures",
    "taint_fixpoint_timeout",
    // Seconds: budgets are counted in steps here, so that a result does not depend on the machine.
    "timeout", "dynamic_timeout", "dynamic_timeout_unit_kb", "dynamic_timeout_max_multiplier"};

class OptionReader {
 public:
  OptionReader(Errors& errors, Errors& warnings) : errors_(errors), warnings_(warnings) {}

  RuleOptions read(const yaml::Node& node) {
    if (!node.is_map()) {
      if (!node.is_null()) errors_.add(node.place(), "rule-type", "`options` must be a mapping");
      return {};
    }
    for (const yaml::Pair& pair : node.pairs()) read_option(pair);
    return std::move(options_);
  }

 private:
  void read_option(const yaml::Pair& pair) {
    std::string_view name = pair.key.scalar();
    for (const auto& known : kFlags)
      if (known.name == name) return read_flag(pair.value, options_.match.*known.member);
    for (const auto& known : kTaintFlags)
      if (known.name == name) return read_flag(pair.value, options_.taint.*known.member);
    if (std::ranges::find(kInert, name) != std::end(kInert)) return;
    if (name == "max_match_per_file") return read_number(pair.value, options_.max_match_per_file);
    if (name.starts_with("generic_") && read_generic(name.substr(8), pair.value)) return;
    std::vector<std::string_view> known(std::begin(kInert), std::end(kInert));
    for (const auto& flag : kFlags) known.push_back(flag.name);
    for (const auto& flag : kTaintFlags) known.push_back(flag.name);
    auto near = nearest(name, known);
    warnings_.add(pair.key.place(), "rule-option", fmt::format("unknown option `{}`{}", name, near ? fmt::format("; did you mean `{}`?", *near) : ""));
  }

  bool read_generic(std::string_view name, const yaml::Node& value) {
    GenericOptions& generic = options_.generic;
    if (name == "multiline") return read_flag(value, generic.multiline), true;
    if (name == "caseless") return read_flag(value, generic.caseless), true;
    if (name == "ellipsis_max_span") return read_number(value, generic.ellipsis_max_span), true;
    if (name == "engine") return generic.engine = read_word(value, {"spacegrep", "aliengrep"}, generic.engine), true;
    if (name == "comment_style") return generic.comments = read_word(value, {"none", "c", "cpp", "shell"}, generic.comments), true;
    if (name == "braces") return read_characters(value, generic.braces), true;
    if (name == "extra_braces") return read_characters(value, generic.extra_braces), true;
    if (name == "extra_word_characters") return read_characters(value, generic.extra_word_characters), true;
    return false;
  }

  void read_flag(const yaml::Node& value, bool& flag) {
    auto read = value.as_bool();
    if (read) flag = *read;
    else errors_.append(read.error());
  }

  void read_number(const yaml::Node& value, std::uint32_t& number) {
    auto read = value.as_int();
    if (read && *read >= 0 && *read <= 1'000'000'000) number = static_cast<std::uint32_t>(*read);
    else errors_.add(value.place(), "rule-type", "expected a whole number");
  }

  // The enumerator whose place in the list the word has.
  template <class Enum>
  Enum read_word(const yaml::Node& value, std::initializer_list<std::string_view> words, Enum otherwise) {
    auto found = std::ranges::find(words, std::string_view(value.scalar()));
    if (found != words.end()) return static_cast<Enum>(found - words.begin());
    errors_.add(value.place(), "rule-type", fmt::format("expected one of {}", fmt::join(words, ", ")));
    return otherwise;
  }

  // A text, a list of characters, or a list of pairs of them.
  void read_characters(const yaml::Node& value, std::string& characters) {
    characters += value.scalar();
    for (const yaml::Node& item : value.items()) read_characters(item, characters);
  }

  Errors& errors_;
  Errors& warnings_;
  RuleOptions options_;
};

}  // namespace

std::string MatchOptions::key() const {
  std::string key;
  for (const auto& flag : kFlags) key += this->*flag.member ? '1' : '0';
  return key;
}

RuleOptions read_rule_options(const yaml::Node& node, Errors& errors, Errors& warnings) {
  return OptionReader(errors, warnings).read(node);
}

}  // namespace sluice
