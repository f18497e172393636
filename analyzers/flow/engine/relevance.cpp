#include "analyzers/flow/engine/relevance.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace sluice::flow {
namespace {

// The members of one language's models that bring something in, or are harmed.
struct Words {
  std::unordered_set<std::string_view> sources, sinks, sinks_by_value;
  bool elements_are_sinks = false, elements_are_sources = false;
};

Words words_of(const Models& models, Language language, const std::vector<FlowRule>& rules) {
  Harms harms = 0;
  std::uint32_t origins = 0;
  for (const FlowRule& rule : rules) {
    if (std::ranges::find(rule.languages, language) == rule.languages.end()) continue;
    harms |= rule.harms;
    origins |= rule.origins;
  }
  Words words;
  if (harms == 0 && origins == 0) return words;
  for (const Model& model : models.all(language)) {
    bool is_source = std::ranges::any_of(model.effects.sources, [&](const ModelSource& source) { return (origins >> static_cast<unsigned>(source.origin) & 1) != 0; });
    bool is_sink = std::ranges::any_of(model.effects.sinks, [&](const ModelSink& sink) { return (harms & one(sink.harm)) != 0 && sink.values.empty() && sink.at.base != SlotBase::Call; });
    bool is_by_value = std::ranges::any_of(model.effects.sinks, [&](const ModelSink& sink) { return (harms & one(sink.harm)) != 0 && (!sink.values.empty() || sink.at.base == SlotBase::Call); });
    if (!is_source && !is_sink && !is_by_value) continue;
    std::string_view name = model.member;
    if (name == "new" || name == "()") name = model.type.substr(model.type.find_last_of("./\\:") + 1);
    bool is_element = name.starts_with("[");
    words.elements_are_sinks |= is_element && is_sink;
    words.elements_are_sources |= is_element && is_source;
    if (is_source) words.sources.insert(name);
    if (is_sink) words.sinks.insert(name);
    if (is_by_value) words.sinks_by_value.insert(name);
  }
  return words;
}

class Search {
 public:
  Search(const Program& program, const EntryPoints& entries, const std::vector<FlowRule>& rules)
      : program_(program), entries_(entries), rules_(rules), has_(program.function_count(), 0) {}

  Relevance run() {
    for (std::uint32_t f = 0; f < program_.files().size(); ++f) look_at({f});
    spread(kSource);
    spread(kSink);
    spread(kCleaner);
    Relevance relevance{std::vector<bool>(has_.size(), false), std::vector<bool>(has_.size(), false)};
    for (std::uint32_t i = 0; i < has_.size(); ++i) {
      bool meets = (has_[i] & kSource) && (has_[i] & kSink);
      // What one function leaves in a variable of the file another may find there.
      bool shares = (has_[i] & kShares) && (has_[i] & (kSource | kSink));
      relevance.is_root[i] = meets || shares || (has_[i] & kByValue);
      relevance.has_any[i] = has_[i] & (kSource | kSink | kByValue | kCleaner);
    }
    return relevance;
  }

 private:
  static constexpr std::uint8_t kSource = 1, kSink = 2, kByValue = 4, kShares = 8, kCleaner = 16;

  void look_at(FileId id) {
    const ProgramFile& file = program_.file(id);
    auto [known, is_new] = words_.try_emplace(file.language);
    if (is_new) known->second = words_of(program_.models(), file.language, rules_);
    const Words& words = known->second;
    for (std::uint32_t f = 0; f < file.graph->functions.size(); ++f) {
      const Function& function = file.graph->functions[f];
      ProgramFunctionId global = program_.global(id, {f});
      std::uint8_t& has = has_[global.index];
      if (!entries_.of(global).empty()) has |= kSource | kSink;
      file.points.each_in({f}, [&](RulePoints::As as) {
        if (as == RulePoints::As::Source) has |= kSource;
        if (as == RulePoints::As::Sink) has |= kSink;
        if (as != RulePoints::As::Source && as != RulePoints::As::Sink) has |= kCleaner;
      });
      auto note = [&](std::string_view name) {
        if (words.sources.contains(name)) has |= kSource;
        if (words.sinks.contains(name)) has |= kSink;
        if (words.sinks_by_value.contains(name)) has |= kByValue;
      };
      for (const Call& call : function.calls) {
        if (!call.name.valid()) continue;
        std::string_view name = file.graph->names.text(call.name);
        note(name);
        callers_[name].push_back(global.index);
      }
      for (const Step& step : function.steps) {
        if (step.op == Op::Field || step.op == Op::SetField) note(file.graph->names.text(step.name));
        if (step.op == Op::Element && words.elements_are_sources) has |= kSource;
        if (step.op == Op::SetElement && words.elements_are_sinks) has |= kSink;
        bool is_variable = step.op == Op::Load || step.op == Op::Store;
        if (step.op == Op::SetField || (is_variable && file.variables[step.variable.index] == kWrittenElsewhere)) has |= kShares;
        // What is there without an import may be a source by itself (`$_GET`).
        if (step.op == Op::Load && !file.graph->variables[step.variable.index].owner.valid() && file.graph->variables[step.variable.index].name.valid()) note(file.graph->names.text(file.graph->variables[step.variable.index].name));
      }
    }
  }

  // To all that may call what has it.
  void spread(std::uint8_t what) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < has_.size(); ++i)
      if (has_[i] & what) open.push_back(i);
    auto give = [&](std::uint32_t function) {
      if (has_[function] & what) return;
      has_[function] |= what;
      open.push_back(function);
    };
    std::unordered_set<std::string_view> spread_names;
    while (!open.empty()) {
      ProgramFunctionId id{open.back()};
      open.pop_back();
      const ProgramFunction& where = program_.function(id);
      const ProgramFile& file = program_.file(where.file);
      const Function& function = program_.graph_function(id);
      if (function.outer.valid() && file.unit->node(function.node).kind == Kind::Lambda) give(program_.global(where.file, function.outer).index);
      std::vector<std::string_view> names;
      if (function.name.valid()) names.push_back(file.graph->names.text(function.name));
      if (where.owner.valid()) names.push_back(program_.text(program_.class_of(where.owner).name));
      bool is_nested = function.outer.valid() && function.outer.index != 0 && !where.owner.valid();
      if (is_nested) give(program_.global(where.file, function.outer).index);
      for (std::string_view name : names) {
        if (!spread_names.insert(name).second) continue;
        auto callers = callers_.find(name);
        if (callers == callers_.end()) continue;
        for (std::uint32_t caller : callers->second) give(caller);
      }
    }
  }

  const Program& program_;
  const EntryPoints& entries_;
  const std::vector<FlowRule>& rules_;
  std::vector<std::uint8_t> has_;
  std::map<Language, Words> words_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> callers_;  // by the name that is called
};

}  // namespace

Relevance relevant_functions(const Program& program, const EntryPoints& entries, const std::vector<FlowRule>& rules) {
  return Search(program, entries, rules).run();
}

}  // namespace sluice::flow
