// analyzers/flow/engine/entry_points.h - which functions of a program a framework calls with data of its
// own, by the library models' entry points.
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {

struct FoundEntry {
  const EntryPoint* entry = nullptr;
  std::string route;                  // the path that it is for, where that is one only
  std::string route_text;             // as it is written
  std::uint32_t first_parameter = 0;  // which parameter the model's `parameter0` is
};

class EntryPoints {
 public:
  explicit EntryPoints(const Program& program);
  std::span<const FoundEntry> of(ProgramFunctionId function) const;

 private:
  void add(const Program& program, ProgramFunctionId id, const FunctionHeader& function);
  std::unordered_map<std::uint32_t, std::vector<FoundEntry>> found_;
};

// For a header: what annotations (attributes, decorators) of the function and its parameters say, in the order
// of the models' entry points.
std::vector<HeaderEntry> annotated_entries(const Graph& graph, const Function& function, const Models& models);
// It says that no other code may call it.
bool is_hidden(const Unit& unit, NodeId function);

}  // namespace sluice::flow
