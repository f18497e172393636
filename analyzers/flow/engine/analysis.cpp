#include "analyzers/flow/engine/analysis.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <atomic>

#include "analyzers/flow/engine/entry_points.h"
#include "analyzers/flow/engine/relevance.h"
#include "analyzers/flow/engine/solver.h"
#include "analyzers/flow/engine/trace_writer.h"
#include "base/big_stack.h"

namespace sluice::flow {
namespace {

class Collector {
 public:
  Collector(const Program& program, const std::vector<FlowRule>& rules) : program_(program), rules_(rules) {}

  // What functions put into variables of files and fields of classes, which any other function may read.
  void note_writes(const Summary& summary) {
    if (!summary.has_sources) return;
    for (const auto& [object, content] : summary.things) {
      if (summary.objects[object].kind != Object::Kind::Frame) continue;
      for (const auto& [key, value] : summary.contents[content].fields) {
        std::vector<Taint> taints;
        collect_sources(summary, value, taints, 0);
        for (const Taint& taint : taints) {
          auto [known, is_new] = writes_[{summary.objects[object].number, key.index}].try_emplace(taint.atom, Written{taint, &summary});
          if (!is_new && taint.rank < known->second.taint.rank) known->second = {taint, &summary};
        }
      }
    }
  }

  // A sink that such a variable reaches, and what was put into that somewhere else.
  void add_shared(const Summary& summary) {
    if (writes_.empty()) return;
    for (const Hit& hit : summary.hits)
      for (const Taint& taint : hit.taints) {
        if (!taint.atom.is_input()) continue;
        const Object& part = summary.objects[taint.atom.input()];
        if (part.kind != Object::Kind::Part || summary.objects[part.parent].kind != Object::Kind::Frame) continue;
        auto written = writes_.find({summary.objects[part.parent].number, part.key.index});
        if (written == writes_.end()) continue;
        for (const auto& [atom, what] : written->second) {
          if (!hit.sink.is_point && program_.clean_sets().has_harm(what.taint.cleaned, hit.sink.harm)) continue;
          Hit shared = hit;
          shared.value = kNothing;
          shared.taints = {what.taint};
          shared.taints[0].cleaned = program_.clean_sets().either(what.taint.cleaned, taint.cleaned);
          if (hit.sink.is_point) add_point(*what.summary, shared);
          else add_model(*what.summary, shared);
        }
      }
  }

  void add(const Summary& summary) {
    for (const Hit& hit : summary.found) {
      if (hit.sink.is_point) add_point(summary, hit);
      else add_model(summary, hit);
    }
  }

  std::vector<FlowFinding> finish() {
    std::vector<FlowFinding> out;
    TraceWriter writer(program_);
    for (auto& [place, best] : found_) {
      FlowFinding finding;
      finding.file = {place.file};
      finding.range = place.range;
      finding.rule = place.rule;
      if (!best.ways.empty()) {
        std::vector<const Way*> ways = shortest_first(best.ways);
        const Atom atom = ways.front()->taint.atom;
        finding.sink = ways.front()->sink_match;
        if (atom.is_point()) finding.source = &program_.match_of(atom);
        finding.source_is_here = program_.function(atom.function()).file == finding.file;
        for (const Way* way : ways) finding.traces.push_back(writer.write(*way->summary, way->taint.trace, way->sink));
      }
      out.push_back(std::move(finding));
    }
    drop_inner_sinks(out);
    return out;
  }

 private:
  // Of sinks of a rule's patterns that lie in each other the outer one is told, unless a lambda stands
  // between them: that runs by itself.
  void drop_inner_sinks(std::vector<FlowFinding>& findings) const {
    auto is_within = [](ByteRange inner, ByteRange outer) { return inner != outer && inner.begin >= outer.begin && inner.end <= outer.end; };
    auto is_in_lambda = [&](const FlowFinding& inner, const FlowFinding& outer) {
      const Graph& graph = *program_.file(inner.file).graph;
      return std::ranges::any_of(graph.functions, [&](const Function& function) {
        if (!function.node.valid()) return false;
        const Node& node = graph.unit->node(function.node);
        return is_within({node.begin, node.end}, outer.range) && is_within(inner.range, {node.begin, node.end});
      });
    };
    std::vector<bool> is_inner(findings.size(), false);
    // They come by file and place: what holds another begins before it, or where it begins.
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (!findings[i].sink) continue;
      for (std::size_t j = 0; j < findings.size(); ++j) {
        const FlowFinding& outer = findings[j];
        if (outer.file != findings[i].file) continue;
        bool holds = outer.sink && outer.rule == findings[i].rule && is_within(findings[i].range, outer.range);
        if (holds && !is_in_lambda(findings[i], outer)) is_inner[i] = true;
      }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < findings.size(); ++i)
      if (!is_inner[i]) {
        if (kept != i) findings[kept] = std::move(findings[i]);
        ++kept;
      }
    findings.resize(kept);
  }

  struct Place {
    std::uint32_t file;
    ByteRange range;
    std::uint16_t rule;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  // What a pattern matched is one source, though its parts are sources, too.
  struct SourcePlace {
    ProgramFunctionId function;
    ByteRange range;                                   // of what the pattern matched
    std::optional<std::pair<std::uint32_t, Origin>> model;  // or a step, by model
    friend auto operator<=>(const SourcePlace&, const SourcePlace&) = default;
  };
  SourcePlace place_of(Atom atom) const {
    if (atom.is_point()) return {atom.function(), program_.match_of(atom).range, {}};
    return {atom.function(), {}, std::pair(atom.step(), atom.origin())};
  }

  // From one source to the place.
  struct Way {
    Taint taint;
    SinkPlace sink;
    const Summary* summary = nullptr;
    const EndpointMatch* sink_match = nullptr;  // of a pattern
  };
  struct Best {
    std::map<SourcePlace, Way> ways;  // the shortest from each source; none: harmful whatever comes
  };
  static constexpr std::size_t kMostWays = 10;  // are told of one sink

  static std::vector<const Way*> shortest_first(const std::map<SourcePlace, Way>& ways) {
    std::vector<const Way*> sorted;
    for (const auto& [source, way] : ways) sorted.push_back(&way);
    std::ranges::stable_sort(sorted, {}, [](const Way* way) { return way->taint.rank; });
    sorted.resize(std::min(sorted.size(), kMostWays));
    return sorted;
  }

  struct Written {
    Taint taint;
    const Summary* summary;
  };

  static void collect_sources(const Summary& summary, ValueRef value, std::vector<Taint>& out, int depth) {
    constexpr int kDeepest = 4;
    for (const Taint& taint : summary.values[value].taints)
      if (!taint.atom.is_input()) out.push_back(taint);
    if (depth >= kDeepest) return;
    for (ObjectId id : summary.values[value].objects)
      for (const auto& [object, content] : summary.things) {
        if (object != id) continue;
        const Content& what = summary.contents[content];
        for (ValueRef part : {what.own, what.rest}) collect_sources(summary, part, out, depth + 1);
        for (ValueRef element : what.elements) collect_sources(summary, element, out, depth + 1);
        for (const auto& [key, field] : what.fields) collect_sources(summary, field, out, depth + 1);
      }
  }

  bool is_of_rule(Atom atom, std::uint16_t rule) const {
    if (atom.is_input()) return false;
    if (atom.is_point()) return program_.match_of(atom).rule == rule;
    return rules_[rule].wants(atom.origin());
  }

  void add_point(const Summary& summary, const Hit& hit) {
    const ProgramFunction& where = program_.function(hit.sink.function);
    const RulePoints& points = program_.file(where.file).points;
    const EndpointMatch& match = points.match(points.at(where.local, hit.sink.step)[hit.sink.point]);
    std::vector<Taint> taints = hit.taints;
    std::erase_if(taints, [&](const Taint& taint) { return !is_of_rule(taint.atom, match.rule) || program_.clean_sets().has_rule(taint.cleaned, match.rule); });
    if (match.endpoint->needs) {
      if (!program_.has_labels(match.rule, *match.endpoint->needs, taints)) return;
    } else {
      std::erase_if(taints, [&](const Taint& taint) { return taint.atom.is_point() && !program_.match_of(taint.atom).endpoint->label.empty(); });
    }
    for (const Taint& taint : taints) note({where.file.index, match.range, match.rule}, summary, hit, &taint, &match);
  }

  void add_model(const Summary& summary, const Hit& hit) {
    const ProgramFunction& where = program_.function(hit.sink.function);
    const ProgramFile& file = program_.file(where.file);
    const Function& function = program_.graph_function(hit.sink.function);
    const Step& step = function.steps[hit.sink.step];
    const Node& node = file.unit->node(step.node.valid() ? step.node : function.node);
    for (std::uint16_t rule = 0; rule < rules_.size(); ++rule) {
      bool is_for_it = (rules_[rule].harms & one(hit.sink.harm)) != 0 && std::ranges::find(rules_[rule].languages, file.language) != rules_[rule].languages.end();
      if (!is_for_it) continue;
      Place place{where.file.index, {node.begin, node.end}, rule};
      if (hit.value != kNothing) note(place, summary, hit, nullptr, nullptr);
      for (const Taint& taint : hit.taints)
        if (is_of_rule(taint.atom, rule) && !program_.clean_sets().has_rule(taint.cleaned, rule)) note(place, summary, hit, &taint, nullptr);
    }
  }

  void note(const Place& place, const Summary& summary, const Hit& hit, const Taint* taint, const EndpointMatch* sink) {
    Best& best = found_[place];
    if (!taint) return;
    auto [known, is_new] = best.ways.try_emplace(place_of(taint->atom), Way{*taint, hit.sink, &summary, sink});
    const Taint& before = known->second.taint;
    if (!is_new && std::tie(taint->rank, taint->atom) < std::tie(before.rank, before.atom)) known->second = {*taint, hit.sink, &summary, sink};
  }

  const Program& program_;
  const std::vector<FlowRule>& rules_;
  std::map<Place, Best> found_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::map<Atom, Written>> writes_;  // by whose it is and its name
};

// On a stack that calls in calls do not exhaust.
constexpr std::size_t kBatch = 8;

}  // namespace

FlowAnalysis analyze_program(const Program& program, const std::vector<FlowRule>& rules, unsigned jobs) {
  EntryPoints entries(program);
  SummaryTable table;
  const Relevance relevance = relevant_functions(program, entries, rules);
  std::vector<std::unique_ptr<Solver>> solvers;  // they keep what traces name
  for (unsigned i = 0; i < std::max(1u, jobs); ++i) solvers.push_back(std::make_unique<Solver>(program, entries, table, relevance.has_any));
  std::atomic<std::uint32_t> next = 0;
  run_on_threads(static_cast<unsigned>(solvers.size()), [&](unsigned thread) {
    for (std::uint32_t begin = next.fetch_add(kBatch); begin < program.function_count(); begin = next.fetch_add(kBatch))
      for (std::uint32_t i = begin; i < std::min<std::uint32_t>(begin + kBatch, program.function_count()); ++i)
        if (relevance.is_root[i]) solvers[thread]->summary({i}, {});
  });
  Collector collector(program, rules);
  FlowAnalysis analysis;
  for (const std::unique_ptr<Solver>& solver : solvers) analysis.runs += solver->runs();
  std::set<ProgramFunctionId> cut;
  table.each([&](ProgramFunctionId id, const Context&, const Summary& summary) {
    collector.add(summary);
    collector.note_writes(summary);
    if (summary.was_cut) cut.insert(id);
  });
  table.each([&](ProgramFunctionId, const Context&, const Summary& summary) { collector.add_shared(summary); });
  analysis.findings = collector.finish();
  analysis.cut.assign(cut.begin(), cut.end());
  return analysis;
}

}  // namespace sluice::flow
