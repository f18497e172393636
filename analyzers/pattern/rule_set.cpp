#include "analyzers/pattern/rule_set.h"

#include <algorithm>
#include <map>

#include "analyzers/pattern/anchors.h"
#include "analyzers/pattern/pattern_store.h"
#include "base/text.h"

namespace sluice {
namespace {

using FormulaType = FormulaText::Type;
using Clauses = std::vector<std::vector<std::uint32_t>>;

bool is_word_byte(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c >= 0x80;
}

template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_word_byte(static_cast<unsigned char>(text[at]))) continue;
    if (at > begin) visit(text.substr(begin, at - begin));
    begin = at + 1;
  }
}

// Appends the parts of join rules as rules of their own. By rule: the join that it is part of,
// else itself.
std::vector<std::uint32_t> add_parts(std::vector<Rule>& rules) {
  std::vector<std::uint32_t> owners;
  for (std::uint32_t i = 0; i < rules.size(); ++i) owners.push_back(i);
  std::uint32_t before = 0;  // parts of the joins before: two of them may have one id
  for (std::uint32_t i = 0, count = static_cast<std::uint32_t>(rules.size()); i < count; ++i) {
    // A copy: `rules` grows.
    const std::vector<JoinPart> parts = rules[i].mode == RuleMode::Join ? rules[i].join.parts : std::vector<JoinPart>();
    for (std::uint32_t part = 0; part < parts.size(); ++part)
      for (Rule rule : parts[part].rules) {
        rule.id = rules[i].id;
        rule.join_part = before + part;
        if (rule.include_paths.empty()) rule.include_paths = rules[i].include_paths;
        rule.exclude_paths.insert(rule.exclude_paths.end(), rules[i].exclude_paths.begin(), rules[i].exclude_paths.end());
        rules.push_back(std::move(rule));
        owners.push_back(i);
      }
    before += static_cast<std::uint32_t>(parts.size());
  }
  return owners;
}

// The languages that rules of `mode: extract` find code of come to those of the files.
std::vector<Language> with_extracted(std::vector<Language> languages, const std::vector<Rule>& rules) {
  for (const Rule& rule : rules) {
    bool is_new = rule.mode == RuleMode::Extract && std::ranges::find(languages, rule.extract.language) == languages.end();
    bool may_match = std::ranges::any_of(rule.languages, [&](Language own) {
      return std::ranges::any_of(languages, [own](Language language) { return covers(own, language); });
    });
    if (is_new && may_match) languages.push_back(rule.extract.language);
  }
  return languages;
}

}  // namespace

class RuleCompiler {
 public:
  RuleCompiler(RuleSet& set, Errors& errors, PatternStore* store) : set_(set), errors_(errors), store_(store) {}

  // The rule's programs; none when there is a mistake in it.
  bool add(std::uint32_t index, const std::vector<Language>& languages, RuleSet::Check check_what) {
    mistakes_.list.clear();
    options_ = set_.rules_[index].options.match;
    generic_options_ = set_.rules_[index].options.generic;
    if (check_what == RuleSet::Check::All) check(index);
    if (mistakes_.empty() && set_.rules_[index].not_run_because().empty()) compile(index, languages);
    if (mistakes_.empty()) return true;
    for (auto& programs : set_.programs_)
      std::erase_if(programs, [index](const RuleProgram& program) { return program.rule == index; });
    errors_.append(std::move(mistakes_));
    return false;
  }

 private:
  void compile(std::uint32_t index, const std::vector<Language>& languages) {
    const Rule& rule = set_.rules_[index];
    if (rule.languages.empty()) return;  // a join: its parts are rules of their own
    if (rule.fix_regex) compile_fix(index, *rule.fix_regex);
    const Language first = rule.languages.front();
    for (Language file_language : languages) {
      auto covering = std::ranges::find_if(rule.languages, [&](Language language) { return covers(language, file_language); });
      if (covering == rule.languages.end()) continue;
      language_ = info(first).kind == LanguageKind::AnyFile ? first : file_language;
      first_language_ = first;
      RuleProgram program;
      program.rule = index;
      if (rule.mode == RuleMode::Taint) compile_endpoints(rule, program);
      else program.formula = compile_formula(rule.formula);
      if (rule.mode != RuleMode::Taint) program.required_words = required(program.formula);
      set_.programs_[static_cast<std::size_t>(file_language)].push_back(std::move(program));
    }
  }

  // Data may pass through several files: one is of use that has any of what the rule speaks about.
  void compile_endpoints(const Rule& rule, RuleProgram& program) {
    Formula ends;
    ends.type = FormulaType::Any;
    bool has_models = false;
    for (const TaintEndpoint& endpoint : rule.endpoints) {
      has_models |= !endpoint.models.empty();
      program.endpoints.push_back(endpoint.models.empty() ? compile_formula(endpoint.formula) : nothing());
      ends.members.push_back(program.endpoints.back());
    }
    if (!mistakes_.empty() || has_models) return;
    program.required_words = required(ends);
  }

  // A mistake in a rule is one also when no file of its languages is there.
  void check(std::uint32_t index) {
    const Rule& rule = set_.rules_[index];
    if (rule.languages.empty()) return;
    language_ = first_language_ = rule.languages.front();
    if (rule.fix_regex) compile_fix(index, *rule.fix_regex);
    if (rule.mode == RuleMode::Search || rule.mode == RuleMode::Extract) compile_formula(rule.formula);
    for (const TaintEndpoint& endpoint : rule.endpoints)
      if (endpoint.models.empty()) compile_formula(endpoint.formula);
  }

  // What no code matches.
  static Formula nothing() {
    Formula formula;
    formula.type = FormulaType::Any;
    return formula;
  }

  void compile_fix(std::uint32_t index, const FixRegexText& text) {
    auto regex = Regex::compile(text.regex, Regex::Mode::Search, text.place);
    if (regex) set_.regex_fixes_[index] = {*std::move(regex), text.replacement, text.count};
    else report(regex.error());
  }

  Formula compile_formula(const FormulaText& text) {
    Formula formula;
    formula.type = text.type;
    switch (text.type) {
      case FormulaType::Pattern:
        // In a `regex` rule every pattern is a regex.
        if (language_ == Language::Regex) formula.type = FormulaType::Regex, formula.leaf = regex(text);
        else if (info(language_).kind == LanguageKind::AnyFile) formula.type = FormulaType::Generic, formula.leaf = generic_pattern(text);
        else formula.leaf = pattern(text);
        break;
      case FormulaType::Regex: formula.leaf = regex(text); break;
      default: break;
    }
    if (!text.as.empty()) formula.as = set_.names_->intern(text.as);
    formula.fix = text.fix;
    for (const FormulaText& member : text.members) formula.members.push_back(compile_formula(member));
    for (const ConditionText& condition : text.conditions) formula.conditions.push_back(compile_condition(condition));
    for (const auto& names : text.focus) {
      formula.focus.emplace_back();
      for (const std::string& name : names) formula.focus.back().push_back(set_.names_->intern(name));
    }
    return formula;
  }

  Condition compile_condition(const ConditionText& text) {
    Condition condition;
    condition.type = text.type;
    condition.constant_propagation = text.constant_propagation;
    condition.strip = text.strip;
    if (!text.metavariable.empty()) condition.variable = set_.names_->intern(text.metavariable);
    for (const std::string& type : text.types) condition.types.push_back(parse_type_name(type));
    condition.language = text.language;
    switch (text.type) {
      case ConditionText::Type::Regex: {
        auto compiled = Regex::compile(text.text, Regex::Mode::AtStart, text.place);
        if (compiled) condition.regex = *std::move(compiled), intern_groups(condition.regex);
        else report(compiled.error());
        break;
      }
      case ConditionText::Type::Comparison: {
        auto compiled = Comparison::compile(text.text, text.place);
        if (compiled) condition.comparison = *std::move(compiled);
        else report(compiled.error());
        break;
      }
      case ConditionText::Type::Pattern: condition.formula.push_back(compile_inner(text)); break;
      case ConditionText::Type::Analysis:
        condition.analysis = text.text == "entropy" ? Analysis::Entropy : text.text == "redos" ? Analysis::Redos : Analysis::None;
        break;
      case ConditionText::Type::TypeOf: break;
    }
    return condition;
  }

  // A condition's formula, in the language that the metavariable's text is read as.
  Formula compile_inner(const ConditionText& text) {
    Language outer = language_, outer_first = first_language_;
    if (text.language) language_ = first_language_ = *text.language;
    Formula formula = compile_formula(text.formula.front());
    language_ = outer, first_language_ = outer_first;
    return formula;
  }

  void intern_groups(const Regex& regex) {
    for (const std::string& name : regex.group_names()) set_.names_->intern("$" + name);
  }

  std::uint32_t regex(const FormulaText& text) {
    auto [known, is_new] = regex_ids_.emplace(text.text, static_cast<std::uint32_t>(set_.regexes_.size()));
    if (!is_new) return known->second;
    auto compiled = Regex::compile(text.text, Regex::Mode::SearchLines, text.place);
    if (!compiled) return regex_ids_.erase(known), report(compiled.error()), 0;
    intern_groups(*compiled);
    set_.regexes_.push_back(*std::move(compiled));
    return known->second;
  }

  std::uint32_t pattern(const FormulaText& text) {
    std::string key = std::string(name(language_)) + '\0' + options_.key() + '\0' + text.text;
    auto [known, is_new] = pattern_ids_.emplace(key, static_cast<std::uint32_t>(set_.patterns_.size()));
    if (!is_new) return known->second;
    auto compiled = compile_text(language_, text);
    // A rule for several languages is written in the first; where another cannot read the
    // text, the first one's tree is matched.
    if (!compiled && language_ != first_language_) compiled = compile_text(first_language_, text);
    if (!compiled) return pattern_ids_.erase(known), report(compiled.error()), 0;
    compiled->options = options_;
    find_anchors(*compiled, *set_.names_);
    set_.pattern_words_.push_back(words_of(*compiled));
    set_.patterns_.push_back(*std::move(compiled));
    return known->second;
  }

  Result<Pattern> compile_text(Language language, const FormulaText& text) {
    if (store_)
      if (auto kept = store_->find(language, text.text, *set_.names_)) return *std::move(kept);
    auto compiled = compile_pattern(language, text.text, *set_.names_, text.place);
    if (compiled && store_) store_->add(*compiled, *set_.names_);
    return compiled;
  }

  std::uint32_t generic_pattern(const FormulaText& text) {
    GenericOptions options = generic_options_;
    // `language: aliengrep` of a metavariable-pattern says the engine itself.
    if (language_ == Language::Aliengrep) options.engine = GenericOptions::Engine::Aliengrep;
    if (language_ == Language::Spacegrep) options.engine = GenericOptions::Engine::Spacegrep;
    auto [known, is_new] = generic_ids_.emplace(std::pair(options, text.text), static_cast<std::uint32_t>(set_.generic_patterns_.size()));
    if (!is_new) return known->second;
    auto compiled = compile_generic_pattern(text.text, options, *set_.names_, text.place);
    if (!compiled) return generic_ids_.erase(known), report(compiled.error()), 0;
    set_.generic_patterns_.push_back(*std::move(compiled));
    return known->second;
  }

  void report(const Errors& errors) {
    for (const Error& error : errors.list)
      if (std::ranges::find(mistakes_.list, error) == mistakes_.list.end()) mistakes_.list.push_back(error);
  }

  // Words without which the formula has no match. Conservative: a missing list only
  // costs time.
  Clauses required(const Formula& formula) {
    switch (formula.type) {
      case FormulaType::Pattern: return set_.pattern_words_.empty() ? Clauses{} : clauses_of(set_.pattern_words_[formula.leaf]);
      case FormulaType::Inside: case FormulaType::Anywhere: return required(formula.members[0]);
      case FormulaType::All: {
        Clauses all;
        for (const Formula& member : formula.members)
          for (auto& clause : required(member)) all.push_back(std::move(clause));
        return all;
      }
      case FormulaType::Any: return required_of_any(formula);
      default: return {};
    }
  }

  std::vector<std::uint32_t> words_of(const Pattern& pattern) {
    std::vector<std::uint32_t> words;
    auto add = [&](std::string_view text) {
      for_each_word(text, [&](std::string_view part) { words.push_back(set_.words_.intern(to_lower(part)).index); });
    };
    for (const std::string& word : pattern.words) add(word);
    // Of C and C++ libclang knows types that a header says.
    if (pattern.language != Language::C && pattern.language != Language::Cpp)
      for (const TypeName& type : pattern.types) add(needed_name(type));
    return words;
  }

  static Clauses clauses_of(const std::vector<std::uint32_t>& words) {
    Clauses clauses;
    for (std::uint32_t word : words) clauses.push_back({word});
    return clauses;
  }

  // One clause that each alternative implies: the union of one clause of each.
  Clauses required_of_any(const Formula& formula) {
    std::vector<std::uint32_t> united;
    for (const Formula& member : formula.members) {
      Clauses clauses = required(member);
      if (clauses.empty()) return {};
      // The longest single word is the rarest, as a rule.
      auto rarest = std::ranges::max_element(clauses, {}, [this](const std::vector<std::uint32_t>& clause) {
        std::size_t shortest = SIZE_MAX;
        for (std::uint32_t word : clause) shortest = std::min(shortest, set_.words_.text({word}).size());
        return shortest;
      });
      united.insert(united.end(), rarest->begin(), rarest->end());
    }
    return {united};
  }

  RuleSet& set_;
  Errors& errors_;
  PatternStore* store_;  // may be null
  Errors mistakes_;  // of the rule that is being compiled
  Language language_{}, first_language_{};
  MatchOptions options_;
  GenericOptions generic_options_;
  std::unordered_map<std::string, std::uint32_t> pattern_ids_, regex_ids_;
  std::map<std::pair<GenericOptions, std::string>, std::uint32_t> generic_ids_;
};

Result<RuleSet> RuleSet::compile(std::vector<Rule> rules, const std::vector<Language>& languages, Check check) {
  Errors errors;
  RuleSet set = compile_good(std::move(rules), languages, check, errors);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return set;
}

RuleSet RuleSet::compile_good(std::vector<Rule> rules, const std::vector<Language>& languages, Check check, Errors& mistakes, PatternStore* store) {
  RuleSet set;
  std::vector<std::uint32_t> owners = add_parts(rules);
  set.rules_ = std::move(rules);
  const std::vector<Language> all_languages = with_extracted(languages, set.rules_);
  RuleCompiler compiler(set, mistakes, store);
  for (std::uint32_t i = 0; i < set.rules_.size(); ++i) {
    set.paths_.push_back({GlobList(set.rules_[i].include_paths), GlobList(set.rules_[i].exclude_paths)});
    bool is_good = compiler.add(i, all_languages, check);
    set.runs_.push_back(is_good && set.rules_[i].not_run_because().empty());
    if (owners[i] != i && !is_good) set.runs_[owners[i]] = false;
  }
  return set;
}

bool RuleSet::applies_to(std::uint32_t rule, std::string_view path) const {
  const Paths& paths = paths_[rule];
  if (paths.exclude.find(path)) return false;
  return paths.include.empty() || paths.include.find(path);
}

std::vector<bool> RuleSet::words_in(std::string_view text) const {
  std::vector<bool> found(words_.size());
  // Without case: to some languages case means nothing, and more files than needed do no harm.
  std::string folded;
  for_each_word(text, [&](std::string_view word) {
    folded.assign(word);
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (NameId id = words_.find(folded); id.valid()) found[id.index] = true;
  });
  return found;
}

bool RuleSet::has_words_of(std::uint32_t pattern, const std::vector<bool>& words) const {
  return std::ranges::all_of(pattern_words_[pattern], [&](std::uint32_t word) { return words[word]; });
}

bool can_match(const RuleProgram& program, const std::vector<bool>& words) {
  return std::ranges::all_of(program.required_words, [&](const std::vector<std::uint32_t>& clause) {
    return std::ranges::any_of(clause, [&](std::uint32_t word) { return words[word]; });
  });
}

}  // namespace sluice
