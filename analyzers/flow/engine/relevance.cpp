#include "analyzers/flow/engine/relevance.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace sluice::flow {
namespace {

// What the code of a template is called by, as far as names go.
constexpr std::string_view kPage = "sluice_page", kPlainPage = "sluice_plain_page";

class Search {
 public:
  Search(const Program& program, const EntryPoints& entries, const std::vector<FlowRule>& rules)
      : program_(program), entries_(entries), ends_(program.function_count()), own_name_(program.function_count(), kNoName) {
    for (std::uint16_t i = 0; i < rules.size(); ++i)
      if (rules[i].origins != 0 || rules[i].harms != 0) mixed_ |= RulePoints::bit_of(i);
  }

  Relevance run() {
    for (std::uint32_t i = 0; i < program_.function_count(); ++i) look_at({i});
    // Who names a function may have it called.
    for (const auto& [name, function] : mentions_)
      if (names_[name].namesakes > 0) names_[name].callers.push_back(function);
    spread(&RulePoints::Ends::sources);
    spread(&RulePoints::Ends::sinks);
    spread(&RulePoints::Ends::others);
    std::size_t count = ends_.size();
    Relevance relevance{std::vector<bool>(count, false), std::vector<bool>(count, false)};
    for (std::uint32_t i = 0; i < count; ++i) {
      const RulePoints::Ends& ends = ends_[i];
      bool meets = (ends.sources & ends.sinks) != 0;
      // What one function leaves in a variable of the file another may find there.
      const FunctionFacts& facts = program_.facts_of({i});
      bool shares = facts.shares && (ends.sources | ends.sinks) != 0;
      relevance.is_root[i] = (meets || shares || facts.has_sink_by_value) && !is_plain_page({i});
      relevance.has_any[i] = (ends.sources | ends.sinks | ends.others) != 0 || facts.has_sink_by_value;
    }
    return relevance;
  }

 private:
  static constexpr std::uint64_t kModels = std::uint64_t{1} << 63;
  // A name that so many functions have is nobody's: calls of it are followed by type alone.
  static constexpr std::uint32_t kMostNamesakes = 16;

  void look_at(ProgramFunctionId id) {
    const FunctionHeader& function = program_.header_of(id);
    const FunctionFacts& facts = program_.facts_of(id);
    RulePoints::Ends& ends = ends_[id.index];
    ends = facts.ends;
    bool is_entry = !entries_.of(id).empty();
    // A rule of patterns and models is one of both.
    if (facts.has_source || is_entry || (ends.sources & mixed_) != 0) ends.sources |= kModels;
    if (facts.has_sink || is_entry || (ends.sinks & mixed_) != 0) ends.sinks |= kModels;
    bool makes_page = facts.renders || std::ranges::any_of(entries_.of(id), [](const FoundEntry& entry) { return !entry.entry->effects.renders.empty(); });
    if (makes_page) note_renderer(id);
    if (!function.name.empty()) {
      own_name_[id.index] = number_of(function.name);
      ++names_[own_name_[id.index]].namesakes;
    }
    // A file of PHP is run by those that include it: they name it.
    if (program_.function(id).local == FunctionId{0} && program_.header(program_.function(id).file).language == Language::Php) {
      own_name_[id.index] = number_of(file_name(program_.header(program_.function(id).file).path));
      ++names_[own_name_[id.index]].namesakes;
    }
    for (const std::string& name : facts.calls) names_[number_of(name)].callers.push_back(id.index);
    for (const std::string& name : facts.mentions) mentions_.emplace_back(number_of(name), id.index);
    for (const auto& [local, name] : facts.other_names) {
      const std::uint32_t number = number_of(name);
      other_names_[program_.global(program_.function(id).file, {local}).index].push_back(number);
      ++names_[number].namesakes;
    }
  }

  static std::string_view file_name(std::string_view path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
  }

  std::uint32_t number_of(std::string_view name) {
    auto [known, is_new] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.emplace_back();
    return known->second;
  }

  // It, or the function that it stands in, runs only where somebody sets the engine so.
  bool is_plain_page(ProgramFunctionId id) const {
    const FileId file = program_.function(id).file;
    if (!program_.header(file).is_template) return false;
    for (const FunctionHeader* at = &program_.header_of(id);; at = &program_.header_of(program_.global(file, {at->outer}))) {
      if (at->name == kPlainPage) return true;
      if (at->outer == FunctionHeader::kNone) return false;
    }
  }

  void note_renderer(ProgramFunctionId id) {
    if (program_.templates().empty()) return;
    for (std::string_view page : {kPage, kPlainPage})
      if (std::vector<std::uint32_t>& callers = names_[number_of(page)].callers; callers.empty() || callers.back() != id.index) callers.push_back(id.index);
  }

  // To all that may call what has it.
  void spread(std::uint64_t RulePoints::Ends::*what) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < ends_.size(); ++i)
      if (ends_[i].*what) open.push_back(i);
    std::vector<std::uint64_t> given(names_.size(), 0);  // by name
    std::vector<std::uint32_t> names;
    while (!open.empty()) {
      ProgramFunctionId id{open.back()};
      open.pop_back();
      std::uint64_t bits = ends_[id.index].*what;
      auto give = [&](std::uint32_t function) {
        if ((bits & ~(ends_[function].*what)) == 0) return;
        ends_[function].*what |= bits;
        open.push_back(function);
      };
      const ProgramFunction& where = program_.function(id);
      const FunctionHeader& function = program_.header_of(id);
      const bool is_inner = function.outer != FunctionHeader::kNone;
      bool stands_in_another = is_inner && function.outer != 0 && !where.owner.valid();
      if (stands_in_another || (is_inner && function.is_lambda)) give(program_.global(where.file, {function.outer}).index);
      names.clear();
      auto take = [&](std::uint32_t name, bool is_of_template = false) {
        if (is_of_template || names_[name].namesakes <= kMostNamesakes) names.push_back(name);
      };
      if (own_name_[id.index] != kNoName) take(own_name_[id.index], program_.header(where.file).is_template);
      if (auto others = other_names_.find(id.index); others != other_names_.end())
        for (std::uint32_t name : others->second) take(name);
      if (function.is_constructor && where.owner.valid())
        if (auto known = numbers_.find(program_.text(program_.class_of(where.owner).name)); known != numbers_.end()) names.push_back(known->second);
      // A destructor is called by whoever makes such things.
      if (function.name.starts_with('~'))
        if (auto known = numbers_.find(std::string_view(function.name).substr(1)); known != numbers_.end()) names.push_back(known->second);
      for (std::uint32_t name : names) {
        if ((bits & ~given[name]) == 0) continue;
        given[name] |= bits;
        for (std::uint32_t caller : names_[name].callers) give(caller);
      }
    }
  }

  const Program& program_;
  const EntryPoints& entries_;
  std::vector<RulePoints::Ends> ends_;     // by function
  std::uint64_t mixed_ = 0;                // rules with models for some of their ends
  struct Name {
    std::vector<std::uint32_t> callers;  // of what is called so
    std::uint32_t namesakes = 0;         // how many functions have it
  };
  static constexpr std::uint32_t kNoName = ~0u;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;                // of names
  std::vector<Name> names_;
  std::vector<std::uint32_t> own_name_;                                        // by function
  std::vector<std::pair<std::uint32_t, std::uint32_t>> mentions_;              // names that are used as values, and by whom
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> other_names_;  // by function
};

}  // namespace

Relevance relevant_functions(const Program& program, const EntryPoints& entries, const std::vector<FlowRule>& rules) {
  return Search(program, entries, rules).run();
}

}  // namespace sluice::flow
