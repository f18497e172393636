#include "analyzers/flow/engine/solver.h"

#include <algorithm>

#include "analyzers/flow/engine/run.h"

namespace sluice::flow {
namespace {

constexpr std::size_t kDeepest = 150;        // calls in calls that are open at once
constexpr std::size_t kLargestCircle = 60;   // functions; of larger ones each is looked at once more, not until all agree
constexpr int kRounds = 2;

}  // namespace

const Summary* SummaryTable::find(ProgramFunctionId function, const Context& context) const {
  const Shard& shard = shards_[function.index % kShards];
  std::lock_guard lock(shard.mutex);
  auto known = shard.known.find({function, context});
  return known == shard.known.end() ? nullptr : known->second.get();
}

const Summary* SummaryTable::add(ProgramFunctionId function, const Context& context, std::unique_ptr<Summary> summary) {
  Shard& shard = shards_[function.index % kShards];
  std::lock_guard lock(shard.mutex);
  return shard.known.try_emplace({function, context}, std::move(summary)).first->second.get();
}

const Summary* Solver::summary(ProgramFunctionId function, const Context& context) {
  if (records_ && !open_.empty()) {
    open_.back().asked.note(Dependencies::Kind::Asked, function.index);
    open_.back().asked.note_file(program_.function(function).file);
    open_.back().summaries.insert(&record_of_.try_emplace({function, context}).first->first);
  }
  return answer(function, context);
}

// A look at what is open there, last of all. What it asks is noted.
std::unique_ptr<Summary> Solver::look_at(std::size_t index) {
  Open& open = open_[index];
  ++runs_;
  std::unique_ptr<Summary> made = Run({program_, records_ ? &open.asked : nullptr}, *this, open.function, open.context).analyze();
  if (records_) {
    Record& record = record_of_[{open.function, open.context}];
    record.asked.add(open.asked);
    open.summaries.insert(record.summaries.begin(), record.summaries.end());
    record.summaries.assign(open.summaries.begin(), open.summaries.end());
  }
  return made;
}

const Summary* Solver::answer(ProgramFunctionId function, const Context& context) {
  if (const Summary* known = table_.find(function, context)) return known;
  constexpr std::size_t kSmall = 60;  // steps
  bool is_of_use = has_any_[function.index] || program_.graph_function(function).steps.size() <= kSmall || program_.function(function).local == FunctionId{0};
  if (!is_of_use) return nullptr;
  Key key{function, context};
  if (auto known = pending_.find(key); known != pending_.end()) {
    if (!open_.empty()) open_.back().lowest = std::min(open_.back().lowest, pending_lowest_[key]);
    return known->second.get();
  }
  for (std::size_t i = 0; i < open_.size(); ++i)
    if (open_[i].function == function && open_[i].context == context) {
      open_.back().lowest = std::min(open_.back().lowest, i);
      if (!open_[i].so_far) open_[i].so_far = std::make_unique<Summary>(program_.clean_sets());
      return open_[i].so_far.get();
    }
  if (open_.size() >= kDeepest || !program_.graph_function(function).has_body) return nullptr;
  std::size_t index = open_.size();
  open_.push_back({function, context, index, nullptr});
  std::unique_ptr<Summary> made = look_at(index);
  bool is_circle = open_[index].so_far != nullptr;
  std::size_t lowest = open_[index].lowest;
  if (open_[index].so_far) kept_.push_back(std::move(open_[index].so_far));
  if (lowest == index && !is_circle) {
    open_.pop_back();
    return table_.add(function, context, std::move(made));
  }
  pending_[key] = std::move(made);
  pending_lowest_[key] = lowest;
  if (lowest < index) {
    open_.pop_back();
    open_.back().lowest = std::min(open_.back().lowest, lowest);
    return pending_[key].get();
  }
  close_circle(index);
  open_.pop_back();
  return table_.find(function, context);
}

// All that is pending from `index` on, until it agrees: in the order of the program, from nothing.
const Summary* Solver::close_circle(std::size_t index) {
  std::vector<Key> members;
  auto collect = [&] {
    members.clear();
    for (const auto& [key, lowest] : pending_lowest_)
      if (lowest >= index) members.push_back(key);
  };
  collect();
  for (const Key& key : members) {
    kept_.push_back(std::move(pending_[key]));
    pending_[key] = std::make_unique<Summary>(program_.clean_sets());
    pending_lowest_[key] = index;
  }
  int rounds = members.size() > kLargestCircle ? 1 : kRounds;
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      Key key = members[i];
      open_.push_back({key.first, key.second, index, nullptr});
      std::unique_ptr<Summary> made = look_at(open_.size() - 1);
      if (open_.back().so_far) kept_.push_back(std::move(open_.back().so_far));
      open_.pop_back();
      kept_.push_back(std::move(pending_[key]));
      pending_[key] = std::move(made);
    }
    collect();  // what was met for the first time on the way
  }
  for (const Key& key : members) {
    table_.add(key.first, key.second, std::move(pending_[key]));
    pending_.erase(key);
    pending_lowest_.erase(key);
  }
  return nullptr;
}

// --- what is remembered ---

const std::vector<ClassId>& Solver::classes(Symbol type, FileId from) {
  if (records_) open_.back().asked.note_name(type);
  auto [at, is_new] = classes_.try_emplace(pair(type.index, from.index));
  if (is_new) at->second = program_.classes_named(program_.text(type), from);
  return at->second;
}

const Program::Meaning& Solver::meaning(Symbol qualified, FileId from) {
  if (records_) open_.back().asked.note_name(qualified);
  auto [at, is_new] = meanings_.try_emplace(pair(qualified.index, from.index));
  if (is_new) at->second = program_.find(program_.text(qualified), from);
  return at->second;
}

const Program::Meaning& Solver::imported(FileId file, NodeId declaration) {
  auto [at, is_new] = imported_.try_emplace(pair(file.index, declaration.index));
  if (is_new) {
    const ProgramFile& from = program_.file(file);
    at->second.first = imported_name(*from.unit, from.header.path, declaration);
    at->second.second = program_.meaning_of(at->second.first, file);
    if (!at->second.first.name.empty()) at->second.second.name = program_.symbol(at->second.first.name);
  }
  if (records_ && !at->second.first.name.empty()) open_.back().asked.note_name(program_.symbol(at->second.first.name));
  return at->second.second;
}

std::span<const Model> Solver::models(Language language, Symbol type, Symbol member) {
  auto [at, is_new] = models_.try_emplace(pair(type.index, member.index) ^ std::uint64_t{static_cast<std::uint8_t>(language)} << 56);
  if (is_new) at->second = program_.models().find(language, program_.text(type), program_.text(member));
  return at->second;
}

}  // namespace sluice::flow
