#include "checklists/predicate.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace sluice::checklists {

#define SLUICE_PREDICATE(name, function) PredicatePtr make_##function(yaml::Fields& fields);
#include "checklists/predicates.def"
#undef SLUICE_PREDICATE

namespace {

constexpr int kMaxDepth = 8;

struct Maker {
  std::string_view name;
  PredicatePtr (*make)(yaml::Fields&);
};
constexpr Maker kMakers[] = {
#define SLUICE_PREDICATE(name, function) {name, make_##function},
#include "checklists/predicates.def"
#undef SLUICE_PREDICATE
};

// `all` and `any`: the kind that decides wins, in the order given; the messages of the
// parts that have that kind make the message.
class Combination : public Predicate {
 public:
  Combination(std::vector<PredicatePtr> parts, std::vector<sarif::Kind> order)
      : parts_(std::move(parts)), order_(std::move(order)) {}

  Judgement judge(const Evidence& evidence) const override {
    std::vector<Judgement> answers;
    for (const PredicatePtr& part : parts_) answers.push_back(part->judge(evidence));
    Judgement whole;
    for (sarif::Kind kind : order_) {
      bool is_there = std::ranges::any_of(answers, [&](const Judgement& answer) { return answer.kind == kind; });
      if (!is_there) continue;
      whole.kind = kind;
      break;
    }
    for (Judgement& answer : answers) add(whole, std::move(answer));
    return whole;
  }

 private:
  static void add(Judgement& whole, Judgement answer) {
    std::ranges::move(answer.looked, std::back_inserter(whole.looked));
    if (answer.kind != whole.kind) return;
    std::ranges::move(answer.spots, std::back_inserter(whole.spots));
    whole.message += (whole.message.empty() ? "" : "; ") + answer.message;
  }

  std::vector<PredicatePtr> parts_;
  std::vector<sarif::Kind> order_;
};

PredicatePtr read_combination(const yaml::Node& list, bool is_all, Errors& errors, int depth) {
  using enum sarif::Kind;
  if (!list.is_sequence() || list.items().empty()) {
    errors.add(list.place(), "predicate-list", "expected a list of predicates");
    return nullptr;
  }
  std::vector<PredicatePtr> parts;
  for (const yaml::Node& item : list.items()) parts.push_back(read_predicate(item, errors, depth + 1));
  if (is_all) return std::make_shared<Combination>(std::move(parts), std::vector{Fail, Open, Review, Pass, NotApplicable});
  return std::make_shared<Combination>(std::move(parts), std::vector{Pass, Open, Review, Fail, NotApplicable});
}

}  // namespace

std::vector<std::string_view> predicate_names() {
  std::vector<std::string_view> names{"all", "any"};
  for (const Maker& maker : kMakers) names.push_back(maker.name);
  return names;
}

PredicatePtr read_predicate(const yaml::Node& node, Errors& errors, int depth) {
  if (!node.is_map() || node.pairs().size() != 1 || depth > kMaxDepth) {
    errors.add(node.place(), "predicate-shape", "expected one predicate: `name: { arguments }`");
    return nullptr;
  }
  const yaml::Pair& pair = node.pairs()[0];
  const std::string& name = pair.key.scalar();
  if (name == "all" || name == "any") return read_combination(pair.value, name == "all", errors, depth);
  const Maker* maker = std::ranges::find(kMakers, name, &Maker::name);
  if (maker == std::end(kMakers)) {
    std::string message = fmt::format("there is no predicate `{}`", name);
    if (auto near = nearest(name, predicate_names())) message += fmt::format("; did you mean `{}`?", *near);
    errors.add(pair.key.place(), "predicate-unknown", std::move(message));
    return nullptr;
  }
  yaml::Fields fields(pair.value, errors);
  PredicatePtr predicate = maker->make(fields);
  fields.finish();
  return predicate;
}

}  // namespace sluice::checklists
