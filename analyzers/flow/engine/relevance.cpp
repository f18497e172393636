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
  std::unordered_set<std::string_view> renderers;  // that make a page of a template
  bool elements_are_sinks = false, elements_are_sources = false;
};

// What the code of a template is called by, as far as names go.
constexpr std::string_view kPage = "sluice_page", kPlainPage = "sluice_plain_page";

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
    bool is_renderer = !model.effects.renders.empty();
    if (!is_source && !is_sink && !is_by_value && !is_renderer) continue;
    std::string_view name = model.member;
    if (is_renderer) words.renderers.insert(name);
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
      : program_(program), entries_(entries), rules_(rules), ends_(program.function_count()), shares_(program.function_count(), false), by_value_(program.function_count(), false) {
    for (std::uint16_t i = 0; i < rules.size(); ++i)
      if (rules[i].origins != 0 || rules[i].harms != 0) mixed_ |= RulePoints::bit_of(i);
  }

  Relevance run() {
    for (std::uint32_t f = 0; f < program_.files().size(); ++f) look_at({f});
    // Who names a function may have it called.
    for (const auto& [name, function] : mentions_)
      if (namesakes_.contains(name)) callers_[name].push_back(function);
    spread(&RulePoints::Ends::sources);
    spread(&RulePoints::Ends::sinks);
    spread(&RulePoints::Ends::others);
    std::size_t count = ends_.size();
    Relevance relevance{std::vector<bool>(count, false), std::vector<bool>(count, false)};
    for (std::uint32_t i = 0; i < count; ++i) {
      const RulePoints::Ends& ends = ends_[i];
      bool meets = (ends.sources & ends.sinks) != 0;
      // What one function leaves in a variable of the file another may find there.
      bool shares = shares_[i] && (ends.sources | ends.sinks) != 0;
      relevance.is_root[i] = (meets || shares || by_value_[i]) && !is_plain_page({i});
      relevance.has_any[i] = (ends.sources | ends.sinks | ends.others) != 0 || by_value_[i];
    }
    return relevance;
  }

 private:
  static constexpr std::uint64_t kModels = std::uint64_t{1} << 63;
  // A name that so many functions have is nobody's: calls of it are followed by type alone.
  static constexpr std::uint32_t kMostNamesakes = 16;

  void look_at(FileId id) {
    const ProgramFile& file = program_.file(id);
    auto [known, is_new] = words_.try_emplace(file.language);
    if (is_new) known->second = words_of(program_.models(), file.language, rules_);
    for (std::uint32_t f = 0; f < file.graph->functions.size(); ++f) look_at(file, {f}, program_.global(id, {f}), known->second);
  }

  void look_at(const ProgramFile& file, FunctionId local, ProgramFunctionId id, const Words& words) {
    const Function& function = file.graph->functions[local.index];
    RulePoints::Ends& ends = ends_[id.index];
    ends = file.points.ends_in(local);
    // A rule of patterns and models is one of both.
    if (ends.sources & mixed_) ends.sources |= kModels;
    if (ends.sinks & mixed_) ends.sinks |= kModels;
    if (!entries_.of(id).empty()) ends.sources |= kModels, ends.sinks |= kModels;
    if (std::ranges::any_of(entries_.of(id), [](const FoundEntry& entry) { return !entry.entry->effects.renders.empty(); })) note_renderer(id);
    auto note = [&](std::string_view name) {
      if (words.sources.contains(name)) ends.sources |= kModels;
      if (words.sinks.contains(name)) ends.sinks |= kModels;
      if (words.sinks_by_value.contains(name)) by_value_[id.index] = true;
    };
    if (function.name.valid()) ++namesakes_[file.graph->names.text(function.name)];
    for (const Call& call : function.calls) {
      if (!call.name.valid()) continue;
      std::string_view name = file.graph->names.text(call.name);
      note(name);
      callers_[name].push_back(id.index);
      if (words.renderers.contains(name)) note_renderer(id);
    }
    note_other_names(file, id, function);
    for (const Step& step : function.steps) {
      if (step.op == Op::Field || step.op == Op::SetField) note(file.graph->names.text(step.name));
      if (step.op == Op::Element && words.elements_are_sources) ends.sources |= kModels;
      if (step.op == Op::SetElement && words.elements_are_sinks) ends.sinks |= kModels;
      bool is_variable = step.op == Op::Load || step.op == Op::Store;
      if (step.op == Op::SetField || (is_variable && file.variables[step.variable.index] == kWrittenElsewhere)) shares_[id.index] = true;
      if (step.op == Op::Field) mentions_.emplace_back(file.graph->names.text(step.name), id.index);
      bool names_functions = file.language == Language::Php || file.language == Language::Ruby;
      if (step.op == Op::Constant && names_functions && step.node.valid() && file.unit->node(step.node).text.valid()) mentions_.emplace_back(file.unit->text(step.node), id.index);
      // What is there without an import may be a source by itself (`$_GET`).
      if (step.op != Op::Load) continue;
      const Variable& variable = file.graph->variables[step.variable.index];
      bool is_function = !variable.owner.valid() || variable.owner == FunctionId{0} || file.functions_of_variables[step.variable.index].valid();
      if (is_function && variable.name.valid()) mentions_.emplace_back(file.graph->names.text(variable.name), id.index);
      if (!variable.owner.valid() && variable.name.valid()) note(file.graph->names.text(variable.name));
    }
  }

  // The names that functions without one, or with another, are put under: `exports.write = function () {}`.
  void note_other_names(const ProgramFile& file, ProgramFunctionId id, const Function& function) {
    const ProgramFunction& where = program_.function(id);
    auto note = [&](ValueId value, std::string_view name) {
      if (!value.valid() || name.empty()) return;
      const Step& step = function.steps[value.index];
      if (step.op != Op::Closure || file.graph->functions[step.number].name.valid()) return;
      other_names_[program_.global(where.file, {step.number}).index].push_back(name);
      ++namesakes_[name];
    };
    for (const Step& step : function.steps) {
      if (step.op == Op::Store && step.count == 1 && file.graph->variables[step.variable.index].name.valid()) note(function.operands[step.first], file.graph->names.text(file.graph->variables[step.variable.index].name));
      if (step.op == Op::SetField && step.count == 2) note(function.operands[step.first + 1], file.graph->names.text(step.name));
      for (std::uint32_t i = 0; step.op == Op::Map && i + 1 < step.count; i += 2) {
        ValueId key = function.operands[step.first + i];
        NodeId word = key.valid() ? function.steps[key.index].node : NodeId{};
        if (word.valid() && file.unit->node(word).text.valid()) note(function.operands[step.first + i + 1], file.unit->text(word));
      }
    }
  }

  // It, or the function that it stands in, runs only where somebody sets the engine so.
  bool is_plain_page(ProgramFunctionId id) const {
    const ProgramFile& file = program_.file(program_.function(id).file);
    for (FunctionId at = program_.function(id).local; file.is_template && at.valid(); at = file.graph->functions[at.index].outer)
      if (NameId name = file.graph->functions[at.index].name; name.valid() && file.graph->names.text(name) == kPlainPage) return true;
    return false;
  }

  void note_renderer(ProgramFunctionId id) {
    if (program_.templates().empty()) return;
    for (std::string_view page : {kPage, kPlainPage})
      if (std::vector<std::uint32_t>& callers = callers_[page]; callers.empty() || callers.back() != id.index) callers.push_back(id.index);
  }

  // To all that may call what has it.
  void spread(std::uint64_t RulePoints::Ends::*what) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < ends_.size(); ++i)
      if (ends_[i].*what) open.push_back(i);
    std::unordered_map<std::string_view, std::uint64_t> given;  // by name
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
      const ProgramFile& file = program_.file(where.file);
      const Function& function = program_.graph_function(id);
      bool stands_in_another = function.outer.valid() && function.outer.index != 0 && !where.owner.valid();
      bool is_lambda = function.outer.valid() && file.unit->node(function.node).kind == Kind::Lambda;
      if (stands_in_another || is_lambda) give(program_.global(where.file, function.outer).index);
      std::vector<std::string_view> names;
      bool is_known = function.name.valid() && (file.is_template || namesakes_[file.graph->names.text(function.name)] <= kMostNamesakes);
      if (is_known) names.push_back(file.graph->names.text(function.name));
      if (auto others = other_names_.find(id.index); others != other_names_.end())
        for (std::string_view name : others->second)
          if (namesakes_[name] <= kMostNamesakes) names.push_back(name);
      if (function.is_constructor && where.owner.valid()) names.push_back(program_.text(program_.class_of(where.owner).name));
      for (std::string_view name : names) {
        std::uint64_t& known = given[name];
        if ((bits & ~known) == 0) continue;
        known |= bits;
        if (auto callers = callers_.find(name); callers != callers_.end())
          for (std::uint32_t caller : callers->second) give(caller);
      }
    }
  }

  const Program& program_;
  const EntryPoints& entries_;
  const std::vector<FlowRule>& rules_;
  std::vector<RulePoints::Ends> ends_;     // by function
  std::uint64_t mixed_ = 0;                // rules with models for some of their ends
  std::vector<bool> shares_, by_value_;    // by function
  std::map<Language, Words> words_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> callers_;  // by the name that is called
  std::vector<std::pair<std::string_view, std::uint32_t>> mentions_;          // names that are used as values, and by whom
  std::unordered_map<std::uint32_t, std::vector<std::string_view>> other_names_;  // by function
  std::unordered_map<std::string_view, std::uint32_t> namesakes_;             // how many functions have it
};

}  // namespace

Relevance relevant_functions(const Program& program, const EntryPoints& entries, const std::vector<FlowRule>& rules) {
  return Search(program, entries, rules).run();
}

}  // namespace sluice::flow
