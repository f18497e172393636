#include "analyzers/flow/engine/hits.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

namespace sluice::flow {
namespace {

// The sources of what a value holds, each thing in it looked at once: of one source the shortest way. In the
// order of the sources.
std::vector<Taint> sources_in(const Summary& summary, ValueRef begin) {
  constexpr int kDeepest = 4;
  std::map<Atom, Taint> found;
  std::unordered_set<std::uint32_t> seen{begin.index};
  std::vector<ValueRef> level{begin};
  for (int depth = 0; depth <= kDeepest && !level.empty(); ++depth) {
    std::vector<ValueRef> next;
    auto add = [&](ValueRef part) {
      if (seen.insert(part.index).second) next.push_back(part);
    };
    for (ValueRef value : level) {
      for (const Taint& taint : summary.values[value].taints) {
        if (taint.atom.is_input()) continue;
        auto [known, is_new] = found.try_emplace(taint.atom, taint);
        if (!is_new && taint.rank < known->second.rank) known->second = taint;
      }
      for (ObjectId id : summary.values[value].objects) {
        auto thing = std::ranges::find(summary.things, id, [](const auto& each) { return each.first; });
        if (thing == summary.things.end()) continue;
        const Content& what = summary.contents[thing->second];
        add(what.own);
        add(what.rest);
        for (ValueRef element : what.elements) add(element);
        for (const auto& [key, field] : what.fields) add(field);
      }
    }
    level = std::move(next);
  }
  std::vector<Taint> taints;
  for (const auto& [atom, taint] : found) taints.push_back(taint);
  return taints;
}

// Every shared place that the summary leaves data of sources in, with the data.
template <class Visit>
void each_write(const Summary& summary, Visit visit) {
  if (!summary.has_sources) return;
  for (const auto& [object, content] : summary.things) {
    if (summary.objects[object].kind != Object::Kind::Frame) continue;
    for (const auto& [key, value] : summary.contents[content].fields) {
      for (const Taint& taint : sources_in(summary, value)) visit(SharedPlace{{summary.objects[object].number}, key}, taint);
    }
  }
}

// Every sink that something comes to from a shared place.
template <class Visit>
void each_read(const Summary& summary, Visit visit) {
  for (const Hit& hit : summary.hits)
    for (const Taint& taint : hit.taints) {
      if (!taint.atom.is_input()) continue;
      const Object& part = summary.objects[taint.atom.input()];
      if (part.kind != Object::Kind::Part || summary.objects[part.parent].kind != Object::Kind::Frame) continue;
      visit(SharedPlace{{summary.objects[part.parent].number}, part.key}, hit, taint);
    }
}

}  // namespace

SourcePlace HitReader::place_of(Atom atom) const {
  if (atom.is_point()) return {atom.function(), program_.match_of(atom).range, {}};
  return {atom.function(), {}, std::pair(atom.step(), atom.origin())};
}

void HitReader::note(const HitPlace& place, const SummaryHit& hit, SummaryHits& hits) const {
  auto [known, is_new] = hits.try_emplace({place, place_of(hit.taint.atom)}, hit);
  const Taint& before = known->second.taint;
  if (!is_new && std::tie(hit.taint.rank, hit.taint.atom) < std::tie(before.rank, before.atom)) known->second = hit;
}

void SharedWrites::add(const Summary& summary) {
  each_write(summary, [&](const SharedPlace& place, const Taint& taint) {
    auto [known, is_new] = writes_[place].try_emplace(taint.atom, Written{taint, &summary});
    if (!is_new && taint.rank < known->second.taint.rank) known->second = {taint, &summary};
  });
}

const std::map<Atom, SharedWrites::Written>* SharedWrites::at(const SharedPlace& place) const {
  auto known = writes_.find(place);
  return known == writes_.end() ? nullptr : &known->second;
}

std::set<SharedPlace> SharedWrites::written_by(const Summary& summary) {
  std::set<SharedPlace> places;
  each_write(summary, [&](const SharedPlace& place, const Taint&) { places.insert(place); });
  return places;
}

std::set<SharedPlace> SharedWrites::read_by(const Summary& summary) {
  std::set<SharedPlace> places;
  each_read(summary, [&](const SharedPlace& place, const Hit&, const Taint&) { places.insert(place); });
  return places;
}

void HitReader::add_found(const Summary& summary, SummaryHits& hits) const {
  for (const Hit& hit : summary.found) {
    if (hit.sink.is_point) add_point(summary, hit, false, hits);
    else add_model(summary, hit, false, hits);
  }
}

void HitReader::add_shared(const Summary& summary, const SharedWrites& writes, SummaryHits& hits) const {
  each_read(summary, [&](const SharedPlace& place, const Hit& hit, const Taint& taint) {
    const auto* written = writes.at(place);
    if (!written) return;
    for (const auto& [atom, what] : *written) {
      if (!hit.sink.is_point && program_.clean_sets().has_harm(what.taint.cleaned, hit.sink.harm)) continue;
      Hit shared = hit;
      shared.value = kNothing;
      shared.taints = {what.taint};
      shared.taints[0].cleaned = program_.clean_sets().either(what.taint.cleaned, taint.cleaned);
      if (hit.sink.is_point) add_point(*what.summary, shared, true, hits);
      else add_model(*what.summary, shared, true, hits);
    }
  });
}

bool HitReader::is_of_rule(Atom atom, std::uint16_t rule) const {
  if (atom.is_input()) return false;
  if (atom.is_point()) return program_.match_of(atom).rule == rule;
  return rules_[rule].wants(atom.origin());
}

void HitReader::add_point(const Summary& summary, const Hit& hit, bool is_shared, SummaryHits& hits) const {
  const ProgramFunction& where = program_.function(hit.sink.function);
  const RulePoints& points = program_.file(where.file).points;
  const EndpointMatch& match = points.match(points.at(where.local, hit.sink.step)[hit.sink.point]);
  std::vector<Taint> taints = hit.taints;
  std::erase_if(taints, [&](const Taint& taint) { return !is_of_rule(taint.atom, match.rule) || program_.clean_sets().has_rule(taint.cleaned, match.rule); });
  // A rule that names harms besides its patterns fears nothing else there.
  const Harms feared = rules_[match.rule].harms;
  std::erase_if(taints, [&](const Taint& taint) { return feared != 0 && !taint.atom.is_point() && (program_.clean_sets().harms(taint.cleaned) & feared) == feared; });
  if (match.endpoint->needs) {
    if (!program_.has_labels(match.rule, *match.endpoint->needs, taints)) return;
  } else {
    std::erase_if(taints, [&](const Taint& taint) { return taint.atom.is_point() && !program_.match_of(taint.atom).endpoint->label.empty(); });
  }
  for (const Taint& taint : taints) note({where.file.index, match.range, match.rule}, {taint, hit.sink, &summary, &match, is_shared}, hits);
}

void HitReader::add_model(const Summary& summary, const Hit& hit, bool is_shared, SummaryHits& hits) const {
  const ProgramFunction& where = program_.function(hit.sink.function);
  const ProgramFile& file = program_.file(where.file);
  const Function& function = program_.graph_function(hit.sink.function);
  const Step& step = function.steps[hit.sink.step];
  const Node& node = file.unit->node(step.node.valid() ? step.node : function.node);
  for (std::uint16_t rule = 0; rule < rules_.size(); ++rule) {
    bool is_for_it = (rules_[rule].harms & one(hit.sink.harm)) != 0 && std::ranges::find(rules_[rule].languages, file.language) != rules_[rule].languages.end();
    if (!is_for_it) continue;
    HitPlace place{where.file.index, {node.begin, node.end}, rule};
    if (hit.value != kNothing) hits.try_emplace({place, {}}, SummaryHit{{}, hit.sink, &summary, nullptr, is_shared});
    for (const Taint& taint : hit.taints)
      if (is_of_rule(taint.atom, rule) && !program_.clean_sets().has_rule(taint.cleaned, rule)) note(place, {taint, hit.sink, &summary, nullptr, is_shared}, hits);
  }
}

}  // namespace sluice::flow
