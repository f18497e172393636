// analyzers/flow/engine/continuation.h - which summaries of an earlier scan still hold in this program.
//
// One holds when all that it asked is answered as it was then, and all summaries that it was given hold.
// What is found with it is found with it again; it need not be made.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyzers/flow/engine/hits.h"
#include "analyzers/flow/engine/kept_analysis.h"
#include "analyzers/flow/engine/program.h"
#include "analyzers/flow/engine/relevance.h"

namespace sluice::flow {

using SummaryKey = std::pair<ProgramFunctionId, Context>;

struct Earlier {
  const KeptAnalysis* kept = nullptr;
  std::vector<FileId> files;       // by file of `kept`: the same file, unchanged, in this program; not valid: there is none
  bool declares_alike = false;     // all files together declare what they declared then
  bool has_same_settings = false;
};

class Continuation {
 public:
  // Null: there was no earlier scan.
  Continuation(const Program& program, const Relevance& relevance, const Earlier* earlier);

  bool is_usable() const { return is_usable_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(holds_.size()); }
  const KeptSummary& kept(std::uint32_t summary) const { return earlier_->kept->summaries[summary]; }
  const Earlier& earlier() const { return *earlier_; }
  bool holds(std::uint32_t summary) const { return holds_[summary]; }
  // Holds, and is asked for from some root.
  bool is_live(std::uint32_t summary) const { return is_live_[summary]; }
  // The live one of a function for all callers.
  bool has_root(ProgramFunctionId function) const { return roots_.contains(function.index); }

  // The live one with that key.
  std::uint32_t find(const SummaryKey& key) const;

  // --- what numbers of the earlier scan are in this program; of summaries that hold ---
  SummaryKey key(std::uint32_t summary) const;
  ProgramFunctionId function(KeptFunction function) const { return program_.global(file(function.file), {function.function}); }
  FileId file(std::uint32_t file) const { return earlier_->files[file]; }
  SharedPlace place(const KeptShared& shared) const { return {function(shared.owner), symbol(shared.name)}; }
  Atom source(const KeptHit& hit) const { return Atom::at(function(hit.source), hit.source_place); }

 private:
  Symbol symbol(std::uint32_t name) const { return name == kNoKept ? Symbol{} : program_.symbol(earlier_->kept->names[name]); }
  std::vector<bool> changed_names() const;
  bool holds_by_itself(const KeptSummary& summary, const std::vector<bool>& is_changed_name, const Relevance& relevance) const;
  void drop_dependent();
  void find_live(const Relevance& relevance);

  const Program& program_;
  const Earlier* earlier_;
  bool is_usable_ = false;
  std::vector<bool> holds_, is_live_;
  std::unordered_set<std::uint32_t> roots_;  // functions
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_function_;
};

}  // namespace sluice::flow
