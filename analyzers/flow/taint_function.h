// analyzers/flow/taint_function.h - one function, block by block, until its states do not change.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analyzers/flow/safe_values.h"
#include "analyzers/flow/taint_points.h"
#include "analyzers/flow/taint_value.h"

namespace sluice::flow {

// What variables hold at one place of a function.
struct TaintState {
  std::map<std::uint32_t, TaintValue> variables;  // by VariableId; what is not there holds nothing
  TaintSet control;                               // of sources that taint what runs after them
  bool unite(const TaintState& other);            // true when it grew
};

// What all functions of a file share while one rule runs.
struct TaintRun {
  const Graph& graph;
  const std::vector<EndpointMatch>& matches;
  TaintPoints points;
  const TaintOptions& options;
  SafeValues safe;
  std::vector<std::string> labels;                        // by number; the first is that of sources without one
  std::set<std::pair<std::uint32_t, std::uint32_t>> found;  // sink's match, source's match
  std::set<std::uint32_t> functions_run;                  // those whose sinks were asked

  TaintRun(const Graph& graph_of, const std::vector<EndpointMatch>& matches_of, const TaintOptions& options_of);
  std::uint32_t label_number(const std::string& label);
};

class FunctionTaint {
 public:
  FunctionTaint(TaintRun& run, FunctionId function, int depth = 0);
  // The state at the function's ends.
  TaintState analyze(const TaintState& at_begin);

 private:
  struct Path {
    std::uint32_t variable = 0;
    std::vector<std::string> parts;
    bool is_whole = true;  // false: some element of it, nobody knows which
  };

  void visit_block(std::uint32_t block);
  void visit(ValueId id);
  TaintValue value_of(const Step& step);
  TaintValue joined(const Step& step, std::size_t from = 0) const;
  TaintValue called(const Step& step) const;
  TaintValue collection(const Step& step) const;
  void assign(const Path& path, TaintValue value);
  void run_closure(FunctionId lambda);
  void add_sources(FunctionId lambda, TaintValue& value) const;

  // The matches at a step.
  void apply_points(ValueId id, bool is_clean);
  void apply_source(const EndpointMatch& match, std::uint32_t number, bool is_best, ValueId id);
  void apply_propagator(const EndpointMatch& match, std::uint32_t number, bool is_from, ValueId id);
  void ask_sink(const EndpointMatch& match, std::uint32_t number, ValueId id);
  bool has_labels(const TaintEndpoint& endpoint, const TaintSet& set) const;
  TaintSet passed_on(const TaintEndpoint& endpoint, const TaintSet& set);

  std::optional<Path> path_of(ValueId id) const;
  std::optional<std::string> key_of(ValueId id) const;
  TaintValue& place(const Path& path);
  const TaintValue& operand(const Step& step, std::size_t i) const;
  bool is_taken(const Block& block, std::size_t successor) const;

  TaintRun& run_;
  const Function& function_;
  FunctionId id_;
  int depth_;
  std::vector<TaintValue> values_;   // by step
  TaintState state_;                 // where the visit is
  bool is_asking_ = false;           // the states are final: sinks are asked, lambdas run
  std::map<std::uint32_t, TaintSet> carried_;      // by propagator's match: what went in
  std::map<std::uint32_t, Path> targets_;          // and where it goes
};

}  // namespace sluice::flow
