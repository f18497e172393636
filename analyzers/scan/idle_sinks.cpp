#include "analyzers/scan/idle_sinks.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "analyzers/flow/file_context.h"
#include "analyzers/languages/definition.h"

namespace sluice {
namespace {

using flow::EndpointMatch;

class IdleSinks {
 public:
  IdleSinks(const Unit& unit, const std::vector<Rule>& rules, bool is_alone, const std::vector<EndpointMatch>& matches)
      : unit_(unit), rules_(rules), is_alone_(is_alone), constants_(find_definition(unit.language())->execution.constants), in_order_(unit.size()) {
    for (const EndpointMatch& match : matches) {
      const TaintEndpoint& endpoint = *match.endpoint;
      if (endpoint.control) governed_.insert(match.rule);
      if (endpoint.kind == TaintEndpoint::Kind::Source || endpoint.kind == TaintEndpoint::Kind::Propagator) bringing_[match.rule].push_back(match.range);
    }
    for (auto& [rule, ranges] : bringing_) std::ranges::sort(ranges);
    std::iota(in_order_.begin(), in_order_.end(), 0u);
    std::ranges::stable_sort(in_order_, {}, [&](std::uint32_t i) { return unit.nodes()[i].begin; });
    for (const Node& node : unit.nodes())
      if (node.role == Role::Name && node.parent != NodeId::kNone && is_definition(unit.nodes()[node.parent].kind)) defined_.insert(node.text);
  }

  bool holds(const EndpointMatch& match) {
    const TaintEndpoint& endpoint = *match.endpoint;
    if (endpoint.kind != TaintEndpoint::Kind::Sink || endpoint.at_exit || endpoint.needs) return false;
    if (has_models(rules_[match.rule]) || governed_.contains(match.rule) || has_source(match)) return false;
    auto [known, is_new] = idle_.try_emplace(match.range, false);
    if (is_new) known->second = is_idle(match.range);
    return known->second;
  }

 private:
  static bool is_definition(Kind kind) { return kind == Kind::Function || kind == Kind::Class; }

  // What a call gives may be a source.
  static bool has_models(const Rule& rule) {
    return std::ranges::any_of(rule.endpoints, [](const TaintEndpoint& endpoint) { return endpoint.kind == TaintEndpoint::Kind::Source && !endpoint.models.empty(); });
  }

  // A source or a propagator of the rule touches the sink.
  bool has_source(const EndpointMatch& match) const {
    auto ranges = bringing_.find(match.rule);
    return ranges != bringing_.end() &&
           std::ranges::any_of(ranges->second, [&](ByteRange range) { return range.begin < match.range.end && match.range.begin < range.end; });
  }

  bool is_idle(ByteRange range) const {
    bool has_any = false;
    auto begin_of = [&](std::uint32_t i) { return unit_.nodes()[i].begin; };
    for (auto at = std::ranges::lower_bound(in_order_, range.begin, {}, begin_of); at != in_order_.end() && begin_of(*at) < range.end; ++at) {
      // What reaches beyond the sink holds it.
      if (unit_.nodes()[*at].end > range.end) continue;
      has_any = true;
      if (!is_idle(NodeId{*at})) return false;
    }
    return has_any;
  }

  bool is_idle(NodeId id) const {
    const Node& node = unit_.node(id);
    switch (node.kind) {
      case Kind::String: case Kind::Character: case Kind::StringText: case Kind::Template: case Kind::Interpolation:
      case Kind::Number: case Kind::Boolean: case Kind::Null: case Kind::Regex: case Kind::Symbol: case Kind::Token:
      case Kind::Arguments: case Kind::KeywordArgument: case Kind::Pair: case Kind::Array: case Kind::Tuple: case Kind::Map:
      case Kind::Binary: case Kind::Unary: case Kind::Conditional: case Kind::ExprStmt: return true;
      case Kind::Member: return is_alone_ && (node.role == Role::Callee || unit_.canonical(id).valid());
      case Kind::Call: return gives_nothing(id);
      case Kind::Name: return is_idle_name(id);
      default: return false;
    }
  }

  bool is_idle_name(NodeId id) const {
    const Node& node = unit_.node(id);
    if (unit_.canonical(id).valid()) return is_alone_;  // what another file gives may be anything
    if (node.role == Role::Name) return true;  // of a member or a keyword: its object is asked
    if (unit_.declaration(id).valid()) return false;
    return node.role == Role::Callee || flow::is_one_of(unit_.text(id), constants_);
  }

  // What is called is of nobody whose code is here.
  bool gives_nothing(NodeId call) const {
    NodeId callee = unit_.child(call, Role::Callee);
    if (!callee.valid()) return false;
    if (is_import(call, callee)) return true;
    NodeId name = unit_.node(callee).kind == Kind::Member ? unit_.child(callee, Role::Name) : callee;
    return is_alone_ && name.valid() && !defined_.contains(unit_.node(name).text) && unit_.node(name).kind == Kind::Name;
  }

  // `require("fs")`: a way to write an import.
  bool is_import(NodeId call, NodeId callee) const {
    if (unit_.language() != Language::Js && unit_.language() != Language::Ts && unit_.language() != Language::Tsx) return false;
    if (unit_.node(callee).kind != Kind::Name) return false;
    NodeId arguments = unit_.child(call, Role::Arguments);
    NodeId path = arguments.valid() ? unit_.first_child(arguments) : NodeId{};
    return unit_.text(callee) == "require" && !unit_.declaration(callee).valid() && path.valid() && unit_.node(path).kind == Kind::String && !unit_.next_sibling(path).valid();
  }

  const Unit& unit_;
  const std::vector<Rule>& rules_;
  const bool is_alone_;
  const std::string_view constants_;
  std::set<std::uint16_t> governed_;                            // rules with a source that taints what runs after it
  std::map<std::uint16_t, std::vector<ByteRange>> bringing_;    // sources and propagators by rule
  std::set<NameId> defined_;                                    // functions and classes of the file
  std::vector<std::uint32_t> in_order_;                         // nodes by where they begin
  std::map<ByteRange, bool> idle_;
};

}  // namespace

void drop_idle_sinks(const Unit& unit, const std::vector<Rule>& rules, bool is_alone, std::vector<flow::EndpointMatch>& matches) {
  if (matches.empty()) return;
  IdleSinks idle(unit, rules, is_alone, matches);
  std::erase_if(matches, [&](const EndpointMatch& match) { return idle.holds(match); });
}

}  // namespace sluice
