#include "analyzers/flow/engine/continuation.h"

#include <algorithm>

#include "analyzers/flow/engine/name_digests.h"

namespace sluice::flow {

Continuation::Continuation(const Program& program, const Relevance& relevance, const Earlier* earlier) : program_(program), earlier_(earlier) {
  if (!earlier || earlier->kept->has_pattern_rules != program.has_pattern_rules()) return;
  is_usable_ = true;
  const std::vector<bool> is_changed_name = changed_names();
  const std::vector<KeptSummary>& summaries = earlier->kept->summaries;
  holds_.reserve(summaries.size());
  for (const KeptSummary& summary : summaries) holds_.push_back(holds_by_itself(summary, is_changed_name, relevance));
  drop_dependent();
  find_live(relevance);
}

std::vector<bool> Continuation::changed_names() const {
  const KeptAnalysis& kept = *earlier_->kept;
  std::vector<bool> is_changed(kept.names.size(), false);
  if (earlier_->declares_alike) return is_changed;
  NameDigests digests(program_);
  for (std::size_t i = 0; i < is_changed.size(); ++i) is_changed[i] = !kept.name_digests[i].empty() && digests.of(kept.names[i]) != kept.name_digests[i];
  return is_changed;
}

bool Continuation::holds_by_itself(const KeptSummary& summary, const std::vector<bool>& is_changed_name, const Relevance& relevance) const {
  auto is_same_file = [&](std::uint32_t file) { return earlier_->files[file].valid(); };
  auto is_as_relevant = [&](const KeptFunction& asked) {
    const bool had_any = (earlier_->kept->files[asked.file].functions[asked.function] & KeptFile::kHasAny) != 0;
    return is_same_file(asked.file) && relevance.has_any[function(asked).index] == had_any;
  };
  return is_same_file(summary.function.file) && std::ranges::all_of(summary.files, is_same_file) && (!summary.reads_settings || earlier_->has_same_settings) &&
         std::ranges::none_of(summary.names, [&](std::uint32_t name) { return is_changed_name[name]; }) && std::ranges::all_of(summary.asked, is_as_relevant);
}

// What was given a summary that does not hold does not hold.
void Continuation::drop_dependent() {
  std::vector<std::vector<std::uint32_t>> given_to(holds_.size());
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < holds_.size(); ++i) {
    for (std::uint32_t given : kept(i).summaries) given_to[given].push_back(i);
    if (!holds_[i]) open.push_back(i);
  }
  while (!open.empty()) {
    std::uint32_t at = open.back();
    open.pop_back();
    for (std::uint32_t dependent : given_to[at])
      if (holds_[dependent]) {
        holds_[dependent] = false;
        open.push_back(dependent);
      }
  }
}

void Continuation::find_live(const Relevance& relevance) {
  is_live_.assign(holds_.size(), false);
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < holds_.size(); ++i) {
    const KeptContext& context = kept(i).context;
    bool is_for_all = context.arguments.empty() && context.captures.empty() && context.self_type == kNoKept;
    if (!holds_[i]) continue;
    by_function_[function(kept(i).function).index].push_back(i);
    if (!is_for_all) continue;
    ProgramFunctionId root = function(kept(i).function);
    if (!relevance.is_root[root.index]) continue;
    roots_.insert(root.index);
    is_live_[i] = true;
    open.push_back(i);
  }
  while (!open.empty()) {
    std::uint32_t at = open.back();
    open.pop_back();
    for (std::uint32_t given : kept(at).summaries)
      if (!is_live_[given]) {
        is_live_[given] = true;
        open.push_back(given);
      }
  }
}

SummaryKey Continuation::key(std::uint32_t summary) const {
  const KeptSummary& of = kept(summary);
  auto function_or_none = [&](const KeptFunction& each) { return each.file == kNoKept ? ProgramFunctionId{} : function(each); };
  Context context;
  for (const KeptArgument& each : of.context.arguments)
    context.arguments.push_back({each.parameter, symbol(each.constant), symbol(each.type), each.is_exact_type, function_or_none(each.function)});
  for (const KeptCapture& each : of.context.captures) context.captures.push_back({function_or_none(each.owner), symbol(each.variable), function_or_none(each.function)});
  std::ranges::sort(context.captures);  // in the order of this program's symbols
  context.self_type = symbol(of.context.self_type);
  return {function(of.function), std::move(context)};
}

std::uint32_t Continuation::find(const SummaryKey& wanted) const {
  auto known = by_function_.find(wanted.first.index);
  if (known == by_function_.end()) return kNoKept;
  for (std::uint32_t summary : known->second)
    if (is_live_[summary] && key(summary) == wanted) return summary;
  return kNoKept;
}

}  // namespace sluice::flow
