// sarif/run_import.h - carries results of one run into another: everything that a result
// refers to by index (rules, artifacts, taxa ...) is found or added there, and the
// indices are rewritten.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sarif/log.h"

namespace sluice::sarif {

// Why results of `from` cannot live in `into` without loss; nothing when they can.
std::optional<std::string> obstacle_to_import(const Run& from, const Run& into);

// Both runs outlive the importer; `into` may gain rules, artifacts and the like.
class RunImporter {
 public:
  RunImporter(const Run& from, Run& into);
  void adapt(Result& result);          // a copy of one of `from`'s
  void adapt(Invocation& invocation);  // the same

 private:
  using Map = std::vector<std::int32_t>;  // from index -> into index
  struct Rewriter;
  void map_taxonomies(const Run& from, Run& into);
  template <class T>
  void rewrite(T& object);

  Map rules_, notifications_, artifacts_, logical_locations_, thread_flow_locations_, taxonomies_;
  std::vector<Map> taxa_;  // by `from`'s taxonomy
  std::int32_t invocation_offset_ = 0;
};

}  // namespace sluice::sarif
