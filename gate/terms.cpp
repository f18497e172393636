#include "gate/terms.h"

#include <fmt/format.h>

#include <algorithm>

namespace sluice::gate {
namespace {

constexpr int kMostDays = 36500;

std::optional<Score> read_score(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = fields.find(key);
  if (!node) return std::nullopt;
  std::optional<Score> score = node->is_scalar() ? parse_score(node->scalar()) : std::nullopt;
  if (!score) fields.complain(*node, "policy-score", fmt::format("`{}` must be a score from 0.0 to 10.0", key));
  return score;
}

std::optional<int> read_days(yaml::Fields& fields, std::string_view key) {
  auto days = fields.whole(key, 0, kMostDays);
  return days ? std::optional(static_cast<int>(*days)) : std::nullopt;
}

// A list of words, or one of them.
template <class T>
std::vector<T> read_words(yaml::Fields& fields, std::string_view key, std::initializer_list<std::pair<std::string_view, T>> words) {
  std::vector<T> values;
  const yaml::Node* node = fields.find(key);
  if (!node) return values;
  auto take = [&](const yaml::Node& item) {
    if (auto value = fields.word_of(item, words)) values.push_back(*value);
  };
  if (!node->is_sequence()) take(*node);
  if (node->is_sequence() && node->items().empty()) fields.complain(*node, "policy-empty", fmt::format("`{}` names nothing; leave it out", key));
  for (const yaml::Node& item : node->items()) take(item);
  std::ranges::sort(values);
  return values;
}

bool holds(SuppressionTerm term, const Facts& facts) {
  switch (term) {
    case SuppressionTerm::Any: return true;
    case SuppressionTerm::New: return !facts.is_suppression_in_baseline;
    case SuppressionTerm::Unexplained: return !facts.is_suppression_explained;
  }
  return false;
}

// What is suppressed is meant only where a clause asks for it.
bool suppression_holds(const Terms& terms, const Facts& facts) {
  if (terms.suppression.empty()) return !facts.is_suppressed;
  return facts.is_suppressed && std::ranges::any_of(terms.suppression, [&](SuppressionTerm term) { return holds(term, facts); });
}

std::optional<Date> day_of(const NewSince& since, const Release& release) {
  if (since.kind == NewSince::Kind::Day) return since.day;
  const std::string& version = since.kind == NewSince::Kind::Version ? since.version : release.previous_active;
  auto found = release.shipped.find(version);
  return found == release.shipped.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::string to_string(const NewSince& since) {
  switch (since.kind) {
    case NewSince::Kind::Baseline: return "baseline";
    case NewSince::Kind::PreviousActive: return "previous-active";
    case NewSince::Kind::Day: return day_text(since.day);
    case NewSince::Kind::Version: return since.version;
  }
  return "";
}

bool is_new(const Facts& facts, const NewSince& since, const Release& release) {
  if (since.kind == NewSince::Kind::Baseline) return !facts.is_in_baseline;
  std::optional<Date> day = day_of(since, release);
  return !day || facts.first_seen > *day;
}

std::string_view first_unmet(const Terms& terms, const Facts& facts, const TermContext& context) {
  if (!suppression_holds(terms, facts)) return "suppression";
  if (terms.fixable && *terms.fixable != facts.is_fixable) return "fixable";
  if (terms.rated && *terms.rated != facts.is_rated) return "rated";
  if (terms.exploited && *terms.exploited != facts.is_exploited) return "exploited";
  if (terms.min_score && !(facts.score && *facts.score >= *terms.min_score)) return "min-score";
  if (terms.below_score && !(facts.score && *facts.score < *terms.below_score)) return "below-score";
  if (terms.min_epss && !(facts.epss && *facts.epss >= *terms.min_epss)) return "min-epss";
  if (terms.below_epss && !(facts.epss && *facts.epss < *terms.below_epss)) return "below-epss";
  if (!terms.scopes.empty() && !std::ranges::binary_search(terms.scopes, facts.scope)) return "scope";
  if (!terms.needs_first_seen()) return {};
  auto age = (context.as_of - facts.first_seen).count();
  if (terms.min_age_days && age < *terms.min_age_days) return "min-age-days";
  if (terms.max_age_days && age > *terms.max_age_days) return "max-age-days";
  if (terms.new_since && !is_new(facts, *terms.new_since, context.release)) return "new-since";
  return {};
}

std::optional<NewSince> read_new_since(yaml::Fields& fields, std::string_view key) {
  const yaml::Node* node = fields.find(key);
  if (!node) return std::nullopt;
  if (!node->is_scalar() || node->scalar().empty()) {
    fields.complain(*node, "policy-new-since", fmt::format("`{}` must be `baseline`, `previous-active`, a day or a version", key));
    return std::nullopt;
  }
  if (node->scalar() == "baseline") return NewSince{};
  if (node->scalar() == "previous-active") return NewSince{NewSince::Kind::PreviousActive, {}, {}};
  if (auto day = parse_day(node->scalar())) return NewSince{NewSince::Kind::Day, *day, {}};
  // A word with a slip of the pen must not make everything new without a word.
  if (node->scalar().find_first_of("0123456789") == std::string::npos) {
    fields.complain(*node, "policy-new-since", fmt::format("`{}` must be `baseline`, `previous-active`, a day or a version", key));
    return std::nullopt;
  }
  return NewSince{NewSince::Kind::Version, {}, node->scalar()};
}

Terms read_terms(yaml::Fields& fields) {
  Terms terms;
  terms.fixable = fields.flag("fixable");
  terms.rated = fields.flag("rated");
  terms.exploited = fields.flag("exploited");
  terms.min_score = read_score(fields, "min-score");
  terms.below_score = read_score(fields, "below-score");
  terms.min_epss = fields.number("min-epss", 0, 1);
  terms.below_epss = fields.number("below-epss", 0, 1);
  terms.min_age_days = read_days(fields, "min-age-days");
  terms.max_age_days = read_days(fields, "max-age-days");
  terms.new_since = read_new_since(fields, "new-since");
  terms.suppression = read_words<SuppressionTerm>(
      fields, "suppression", {{"any", SuppressionTerm::Any}, {"new", SuppressionTerm::New}, {"unexplained", SuppressionTerm::Unexplained}});
  terms.scopes = read_words<Scope>(fields, "scope", {{"product", Scope::Product},
                                                    {"test", Scope::Test},
                                                    {"example", Scope::Example},
                                                    {"generated", Scope::Generated},
                                                    {"vendored", Scope::Vendored}});
  return terms;
}

}  // namespace sluice::gate
