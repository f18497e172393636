// analyzers/finding.h - what every analyzer reports, whatever it looked at.
//
// A rule of a YAML file and a check in C++ give the same Finding; what describes the
// rule itself is a RuleInfo, once per scan. analyzers/scan/to_log.h makes SARIF of both.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/pattern/rule.h"
#include "analyzers/source/source.h"
#include "analyzers/unit/unit.h"

namespace sluice {

struct RuleInfo {
  std::string id;
  std::string message;  // with metavariables, as the rule has it
  Severity severity = Severity::Warning;
  std::map<std::string, std::vector<std::string>> metadata;  // as Rule::metadata
};
RuleInfo info_of(const Rule& rule);

struct TraceStep {
  SourceId source;
  ByteRange range;
  std::string message;
  std::uint32_t depth = 0;  // of calls, from the outermost function that the way leads through
};
using Trace = std::vector<TraceStep>;  // from source to sink

// Why a finding does not count, though it is kept.
struct InlineSuppression {
  std::string justification;  // what stands behind the ids; may be empty
  friend bool operator==(const InlineSuppression&, const InlineSuppression&) = default;
};

struct Finding {
  std::string rule_id;
  SourceId source;
  ByteRange range;
  Severity severity = Severity::Warning;
  std::string message;
  std::string definition;       // qualified name of what encloses it: `Outer.method`; empty at file level
  std::string definition_kind;  // "function", "type"
  std::vector<std::string> routes;  // of requests that the enclosing function answers, as it is written: "/orders/<int:id>"
  std::optional<std::string> fix;  // the text to put in place of `range`
  std::vector<Trace> traces;       // one for each source that reaches the place, shortest first; none for a finding at one place
  std::optional<InlineSuppression> suppression;
  // Of a match that counts only together with others (analyzers/scan/join.h): which one of the
  // parts of all joins it is of, and what its metavariables stand for. Never in a result.
  std::optional<std::uint32_t> join_part;
  std::vector<std::pair<std::string, std::string>> values;
};

// The definition that encloses a place, for Finding::definition.
struct Definition {
  std::string name, kind;
};
Definition enclosing_definition(const Unit& unit, ByteRange range);

// The routes of the enclosing function, for Finding::routes: those of its annotations, below the one of its class, or
// of the call that it is hung up by (analyzers/routes/enclosing_routes.cpp; others: analyzers/routes/route_table.h).
std::vector<std::string> enclosing_routes(const Unit& unit, ByteRange range);

}  // namespace sluice
