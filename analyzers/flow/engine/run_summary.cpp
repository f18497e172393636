// What is kept of a function once it was looked at.
#include <algorithm>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"

namespace sluice::flow {

std::unique_ptr<Summary> Run::summarize() {
  auto summary = std::make_unique<Summary>(program_.clean_sets());
  if (has_end_) state_ = at_end_;
  if (has_end_ && copies_things()) keep_outputs();
  ObjectId own_frame = frame_of(local_);
  std::vector<ObjectId> reached;
  std::map<std::uint32_t, std::uint32_t> traces;  // of the run, in the summary
  auto keep_trace = [&](TraceRef ref) -> TraceRef {
    if (!ref.valid()) return ref;
    // From the begin on, so that chains do not make the stack deep.
    std::vector<TraceRef> chain;
    for (TraceRef at = ref; at.valid() && !traces.contains(at.index); at = traces_[at.index].before) chain.push_back(at);
    for (std::size_t i = chain.size(); i-- > 0;) {
      TraceNode node = traces_[chain[i].index];
      if (node.before.valid()) node.before = {traces.at(node.before.index)};
      summary->traces.push_back(node);
      traces[chain[i].index] = static_cast<std::uint32_t>(summary->traces.size() - 1);
    }
    return {traces.at(ref.index)};
  };
  Translation* translation = nullptr;
  Translation::Rules rules;
  rules.object = [&](ObjectId id) -> ValueRef {
    Object object = objects_[id];
    if (id == own_frame) object = {.kind = Object::Kind::Frame, .number = id_.index, .detail = 0, .parent = {}, .key = {}, .type = {}};
    if (object.parent.valid()) {
      ValueRef parent = translation->object(object.parent);
      object.parent = summary->values[parent].objects.empty() ? ObjectId{} : summary->values[parent].objects[0];
    }
    ObjectId there = summary->objects.add(object);
    reached.push_back(id);
    Value value;
    value.objects = {there};
    value.type = object.type;
    value.is_exact_type = object.is_exact_type;
    return summary->values.add(std::move(value));
  };
  rules.taint = [&](const Taint& taint, std::vector<Taint>& out) {
    Taint kept = taint;
    kept.trace = keep_trace(taint.trace);
    summary->has_sources |= !taint.atom.is_input();
    if (taint.atom.is_input()) {
      ValueRef input = translation->object(taint.atom.input());
      kept.atom = Atom::of_input(summary->values[input].objects[0]);
    }
    out.push_back(kept);
  };
  Tables here = tables(), there{summary->values, summary->objects, summary->contents};
  Translation into(here, there, std::move(rules));
  translation = &into;

  summary->result = into.value(result_);
  summary->thrown = into.value(thrown_);
  for (const Hit& each : hits_) summary->hits.push_back({each.sink, into.taints(each.taints), into.value(each.value)});
  for (const Hit& each : found_) {
    Hit copy = each;
    std::erase_if(copy.taints, [](const Taint& taint) { return taint.atom.is_input(); });
    summary->found.push_back({each.sink, into.taints(copy.taints), into.value(each.value)});
  }
  for (const PendingCall& each : pending_) {
    PendingCall kept = each;
    kept.called = into.value(each.called), kept.receiver = into.value(each.receiver);
    for (ValueRef& argument : kept.arguments) argument = into.value(argument);
    ValueRef result = into.object(each.result);
    kept.result = summary->values[result].objects[0];
    summary->pending.push_back(std::move(kept));
  }
  // Inputs that were changed, and then whatever is reached from what is kept.
  for (const auto& [id, content] : state_.things)
    if (content != kPristine && (objects_[id].is_input() || id == own_frame)) {
      bool is_frame_of_nobody = id == own_frame && local_.index != 0 && std::ranges::find(reached, id) == reached.end();
      if (!is_frame_of_nobody) into.object(id);
    }
  // A caller pays for each of them at each call. They come by how far they are from what is given back or was
  // changed; nobody knows what is in those beyond.
  constexpr std::size_t kMostThings = 64, kMostValues = 600;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    ContentRef content = state_.content_of(reached[i]);
    if (content == kPristine) continue;
    ObjectId object = summary->values[into.object(reached[i])].objects[0];
    const bool has_room = summary->things.size() < kMostThings && summary->values.size() < kMostValues;
    if (has_room) summary->things.emplace_back(object, into.content(content));
    else summary->objects.edit(object).is_opaque = was_cut_ = true;
  }
  std::ranges::sort(summary->things);
  summary->answers = answers();
  summary->wants = wants_;
  summary->wanted_captures = wanted_captures_;
  summary->was_cut = was_cut_;
  return summary;
}

}  // namespace sluice::flow
