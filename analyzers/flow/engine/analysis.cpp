#include "analyzers/flow/engine/analysis.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>

#include "analyzers/flow/engine/entry_points.h"
#include "analyzers/flow/engine/keeper.h"
#include "analyzers/flow/engine/relevance.h"
#include "analyzers/flow/engine/solver.h"
#include "analyzers/flow/engine/trace_writer.h"
#include "analyzers/flow/engine/winners.h"
#include "base/big_stack.h"

namespace sluice::flow {
namespace {

// Of sinks of a rule's patterns that lie in each other the outer one is told, unless a lambda stands
// between them: that runs by itself.
void drop_inner_sinks(const Program& program, std::vector<FlowFinding>& findings) {
  auto is_within = [](ByteRange inner, ByteRange outer) { return inner != outer && inner.begin >= outer.begin && inner.end <= outer.end; };
  auto is_in_lambda = [&](const FlowFinding& inner, const FlowFinding& outer) {
    const Graph& graph = *program.file(inner.file).graph;
    return std::ranges::any_of(graph.functions, [&](const Function& function) {
      if (!function.node.valid()) return false;
      const Node& node = graph.unit->node(function.node);
      return is_within({node.begin, node.end}, outer.range) && is_within(inner.range, {node.begin, node.end});
    });
  };
  // A model may name the call whose argument a pattern names: one sink.
  auto have_one_source = [](const FlowFinding& a, const FlowFinding& b) {
    if (a.traces.empty() || b.traces.empty()) return false;
    const FlowStep &from = a.traces.front().front(), &other = b.traces.front().front();
    return from.file == other.file && from.range == other.range;
  };
  std::vector<bool> is_inner(findings.size(), false);
  // They come by file and place: what holds another begins before it, or where it begins.
  for (std::size_t i = 0, of_file = 0; i < findings.size(); ++i) {
    if (findings[of_file].file != findings[i].file) of_file = i;
    if (!findings[i].sink) continue;
    for (std::size_t j = of_file; j < findings.size() && findings[j].file == findings[i].file && findings[j].range.begin <= findings[i].range.begin; ++j) {
      const FlowFinding& outer = findings[j];
      bool holds = outer.rule == findings[i].rule && is_within(findings[i].range, outer.range) && (outer.sink || have_one_source(findings[i], outer));
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

class Analysis {
 public:
  Analysis(const Program& program, const std::vector<FlowRule>& rules, const AnalysisOptions& options)
      : program_(program), options_(options), entries_(program), relevance_(relevant_functions(program, entries_, rules)), earlier_(program, relevance_, options.earlier),
        winners_(program, rules, earlier_) {
    // They keep what traces name.
    for (unsigned i = 0; i < std::max(1u, options.jobs); ++i) solvers_.push_back(std::make_unique<Solver>(program, entries_, table_, relevance_.has_any, static_cast<bool>(options.keeps)));
  }

  FlowAnalysis run() {
    std::vector<SummaryKey> open;
    for (std::uint32_t i = 0; i < program_.function_count(); ++i)
      if (relevance_.is_root[i] && !earlier_.has_root({i})) open.push_back({{i}, {}});
    // What is found decides what else has to be looked at; as a rule nothing.
    for (;;) {
      solve(open);
      winners_.choose(made());
      open = winners_.missing();
      if (open.empty()) break;
    }
    FlowAnalysis analysis;
    analysis.findings = findings();
    analysis.is_as_before = winners_.is_as_before();
    for (const std::unique_ptr<Solver>& solver : solvers_) analysis.runs += solver->runs();
    analysis.cut = cut();
    if (options_.keeps && options_.keeps()) analysis.kept = keep(program_, relevance_, earlier_, winners_, solvers_);
    return analysis;
  }

 private:
  // On stacks that calls in calls do not exhaust.
  void solve(const std::vector<SummaryKey>& open) {
    constexpr std::size_t kBatch = 8;
    std::atomic<std::size_t> next = 0;
    run_on_threads(static_cast<unsigned>(solvers_.size()), [&](unsigned thread) {
      for (std::size_t begin = next.fetch_add(kBatch); begin < open.size(); begin = next.fetch_add(kBatch))
        for (std::size_t i = begin; i < std::min(begin + kBatch, open.size()); ++i) solvers_[thread]->summary(open[i].first, open[i].second);
    });
  }

  // All summaries that were made, in the order of their functions.
  std::vector<MadeSummary> made() const {
    std::vector<MadeSummary> list;
    table_.each([&](ProgramFunctionId id, const Context& context, const Summary& summary) { list.push_back({id, &context, &summary}); });
    std::ranges::stable_sort(list, {}, &MadeSummary::function);
    return list;
  }

  std::vector<FlowFinding> findings() const {
    std::vector<FlowFinding> out;
    TraceWriter writer(program_);
    for (const auto& [place, ways] : winners_.told()) {
      if (winners_.is_as_before()[place.file]) continue;
      FlowFinding finding;
      finding.file = {place.file};
      finding.range = place.range;
      finding.rule = place.rule;
      for (const auto& [source, winner] : ways) {
        const SummaryHit* hit = source.function.valid() ? winners_.hit(place, source, winner) : nullptr;
        if (!hit) continue;
        if (finding.traces.empty()) {
          finding.sink = hit->sink_match;
          if (hit->taint.atom.is_point()) finding.source = &program_.match_of(hit->taint.atom);
          finding.source_is_here = program_.function(source.function).file == finding.file;
        }
        finding.traces.push_back(writer.write(*hit->summary, hit->taint.trace, hit->sink));
      }
      out.push_back(std::move(finding));
    }
    drop_inner_sinks(program_, out);
    return out;
  }

  std::vector<ProgramFunctionId> cut() const {
    std::set<ProgramFunctionId> cut;
    table_.each([&](ProgramFunctionId id, const Context&, const Summary& summary) {
      if (summary.was_cut) cut.insert(id);
    });
    for (std::uint32_t i = 0; i < earlier_.size(); ++i)
      if (earlier_.is_live(i) && earlier_.kept(i).was_cut) cut.insert(earlier_.function(earlier_.kept(i).function));
    return {cut.begin(), cut.end()};
  }

  const Program& program_;
  const AnalysisOptions& options_;
  const EntryPoints entries_;
  const Relevance relevance_;
  const Continuation earlier_;
  SummaryTable table_;
  std::vector<std::unique_ptr<Solver>> solvers_;
  Winners winners_;
};

}  // namespace

FlowAnalysis analyze_program(const Program& program, const std::vector<FlowRule>& rules, const AnalysisOptions& options) { return Analysis(program, rules, options).run(); }

}  // namespace sluice::flow
