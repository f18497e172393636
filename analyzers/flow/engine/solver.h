// analyzers/flow/engine/solver.h - the summaries of all functions, from the called to the callers.
//
// A summary is made when somebody asks for it. Functions that call each other in a circle are found while
// that goes on, and looked at together until their summaries agree, in the order of the program: the same
// whoever asked first, so that the number of threads changes nothing.
#pragma once
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <unordered_map>
#include <vector>

#include "analyzers/flow/engine/dependencies.h"
#include "analyzers/flow/engine/entry_points.h"
#include "analyzers/flow/engine/program.h"
#include "analyzers/flow/engine/summary.h"

namespace sluice::flow {

// All summaries that are final. Any number of threads.
class SummaryTable {
 public:
  const Summary* find(ProgramFunctionId function, const Context& context) const;
  // What is there already stays: the same came from another thread.
  const Summary* add(ProgramFunctionId function, const Context& context, std::unique_ptr<Summary> summary);
  // In the order of functions and contexts.
  template <class Visit>
  void each(Visit visit) const {
    for (const Shard& shard : shards_)
      for (const auto& [key, summary] : shard.known) visit(key.first, key.second, *summary);
  }

 private:
  static constexpr std::size_t kShards = 64;
  struct Shard {
    mutable std::mutex mutex;
    std::map<std::pair<ProgramFunctionId, Context>, std::unique_ptr<Summary>> known;
  };
  Shard shards_[kShards];
};

// One thread's way through the program.
class Solver {
 public:
  using Key = std::pair<ProgramFunctionId, Context>;
  // `has_any`: by function, whether a rule speaks about it or about what it may call; others are only looked at
  // when they are small.
  // `records`: whether somebody wants to know what each summary depends on.
  Solver(const Program& program, const EntryPoints& entries, SummaryTable& table, const std::vector<bool>& has_any, bool records)
      : program_(program), entries_(entries), table_(table), has_any_(has_any), records_(records) {}
  // Null when there is no body, or too much is open.
  const Summary* summary(ProgramFunctionId function, const Context& context);
  // What they asked, and which summaries they were given, by summary.
  struct Record {
    Dependencies asked;
    std::vector<const Key*> summaries;  // each once
  };
  const std::map<Key, Record>& records() const { return record_of_; }
  std::size_t depth() const { return open_.size(); }
  std::uint64_t runs() const { return runs_; }       // functions that were looked at, each time counted

  // What the program and the models say, remembered: the same is asked again and again.
  const std::vector<ClassId>& classes(Symbol type, FileId from);
  const Program::Meaning& meaning(Symbol qualified, FileId from);
  const Program::Meaning& imported(FileId file, NodeId declaration);
  std::span<const Model> models(Language language, Symbol type, Symbol member);
  std::span<const FoundEntry> entry_points(ProgramFunctionId function) const { return entries_.of(function); }
  bool has_pattern_rules() const { return program_.has_pattern_rules(); }

 private:
  struct Open {
    ProgramFunctionId function;
    Context context;
    std::size_t lowest;                       // the outermost that it depends on
    std::unique_ptr<Summary> so_far;
    Dependencies asked{};
    std::set<const Key*> summaries{};         // of record_of_
  };
  std::unique_ptr<Summary> look_at(std::size_t open);
  const Summary* answer(ProgramFunctionId function, const Context& context);
  const Summary* close_circle(std::size_t index);
  static std::uint64_t pair(std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} << 32 | b; }
  std::uint64_t runs_ = 0;
  const Program& program_;
  const EntryPoints& entries_;
  SummaryTable& table_;
  const std::vector<bool>& has_any_;
  const bool records_;
  std::map<Key, Record> record_of_;
  std::deque<Open> open_;  // they stay where they are: a Run refers to its context
  std::map<Key, std::unique_ptr<Summary>> pending_;  // parts of circles that are not closed yet
  std::map<Key, std::size_t> pending_lowest_;
  std::vector<std::unique_ptr<Summary>> kept_;       // earlier states of such: somebody's trace may name them
  std::unordered_map<std::uint64_t, std::vector<ClassId>> classes_;
  std::unordered_map<std::uint64_t, std::pair<ImportedName, Program::Meaning>> imported_;  // by file and declaration
  std::unordered_map<std::uint64_t, Program::Meaning> meanings_;
  std::unordered_map<std::uint64_t, std::span<const Model>> models_;
};

}  // namespace sluice::flow
