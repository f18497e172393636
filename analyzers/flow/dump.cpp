#include <fmt/format.h>

#include "analyzers/flow/flow_graph.h"
#include "base/text.h"

namespace sluice::flow {
namespace {

constexpr std::string_view kOps[] = {"constant", "parameter", "self", "load", "store", "field", "set-field", "element",
                                     "set-element", "unary", "binary", "join", "convert", "call", "new", "list", "map",
                                     "spread", "closure", "item", "caught", "return", "throw", "yield", "unknown"};

class Dump {
 public:
  explicit Dump(const Graph& graph) : graph_(graph), temporaries_(graph.variables.size()) {
    std::vector<std::uint32_t> counts(graph.functions.size());
    for (std::size_t i = 0; i < graph.variables.size(); ++i)
      if (graph.variables[i].is_temporary) temporaries_[i] = counts[graph.variables[i].owner.index]++;
  }

  std::string run() {
    for (std::uint32_t i = 0; i < graph_.functions.size(); ++i) write(graph_.functions[i], i);
    return std::move(out_);
  }

 private:
  // Long texts are cut: the code is at hand.
  std::string shown(std::string_view text) const {
    constexpr std::size_t kMost = 40;
    std::string cut(text.substr(0, kMost));
    for (char& c : cut) c = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    return escape_terminal(cut) + (text.size() > kMost ? "…" : "");
  }
  std::string word(NameId name) const { return name.valid() ? escape_terminal(graph_.names.text(name)) : ""; }
  std::string variable(VariableId id) const {
    const Variable& variable = graph_.variables[id.index];
    if (variable.is_temporary || !variable.name.valid()) return fmt::format("${}", temporaries_[id.index]);
    std::string text = word(variable.name);
    // Another function's variable, as closures use it.
    bool is_outer = variable.owner.valid() && variable.owner.index != current_ && variable.owner.index != 0;
    return is_outer ? fmt::format("{}@{}", text, function_name(variable.owner)) : text;
  }
  std::string function_name(FunctionId id) const {
    const Function& function = graph_.functions[id.index];
    if (id.index == 0) return "file";
    std::string text = escape_terminal(function.qualified_name);
    return function.name.valid() ? text : fmt::format("{}#{}", text, id.index);
  }
  static std::string value(ValueId id) { return id.valid() ? fmt::format("%{}", id.index) : "-"; }

  void write(const Function& function, std::uint32_t index) {
    current_ = index;
    if (index > 0) out_ += '\n';
    bool is_class = graph_.unit->node(function.node).kind == Kind::Class;
    out_ += fmt::format("{} {}", index == 0 ? "code of" : is_class ? "class" : "function", function_name({index}));
    if (index > 0 && !is_class) write_parameters(function);
    if (function.is_static) out_ += " static";
    if (function.is_constructor) out_ += " constructor";
    if (!function.has_body) out_ += " declared only";
    if (function.was_cut) out_ += " CUT: it has too many steps";
    out_ += '\n';
    for (std::uint32_t i = 0; i < function.blocks.size(); ++i) write_block(function, i);
  }

  void write_parameters(const Function& function) {
    out_ += '(';
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
      const Parameter& parameter = function.parameters[i];
      std::string_view mark = parameter.is_rest ? "*" : parameter.is_keywords ? "**" : parameter.is_block ? "&" : "";
      out_ += fmt::format("{}{}{}", i == 0 ? "" : ", ", mark, variable(parameter.variable));
    }
    out_ += ')';
  }

  void write_block(const Function& function, std::uint32_t index) {
    const Block& block = function.blocks[index];
    out_ += fmt::format(" b{}:\n", index);
    for (std::uint32_t i = block.begin; i < block.end; ++i) out_ += fmt::format("  %{} = {}\n", i, step(function, function.steps[i]));
    bool is_plain = block.successors.size() == 1;
    if (block.condition.valid()) {
      out_ += fmt::format("  if {} then b{} else b{}\n", value(block.condition), block.successors[0].index, block.successors[1].index);
    } else if (block.subject.valid() && block.labels.empty()) {
      out_ += fmt::format("  more of {} then b{} else b{}\n", value(block.subject), block.successors[0].index, block.successors[1].index);
    } else if (block.subject.valid()) {
      out_ += fmt::format("  switch {}{}\n", value(block.subject), ways(block));
    } else if (is_plain) {
      out_ += fmt::format("  goto b{}\n", block.successors[0].index);
    } else if (!block.successors.empty()) {
      out_ += "  any of";
      for (BlockId next : block.successors) out_ += fmt::format(" b{}", next.index);
      out_ += '\n';
    }
    if (block.handlers.empty()) return;
    out_ += "  on exception";
    for (BlockId next : block.handlers) out_ += fmt::format(" b{}", next.index);
    out_ += '\n';
  }

  static std::string ways(const Block& block) {
    std::string text;
    for (std::size_t i = 0; i < block.successors.size(); ++i) {
      text += i == 0 ? "" : ",";
      for (ValueId label : block.labels[i]) text += " " + value(label);
      text += fmt::format("{} b{}", block.labels[i].empty() ? " else" : ":", block.successors[i].index);
    }
    return text;
  }

  std::string step(const Function& function, const Step& step) const {
    std::string text(kOps[static_cast<std::size_t>(step.op)]);
    if (step.op == Op::Call || step.op == Op::New) return text + call(function.calls[step.number]);
    if (step.op == Op::Constant && !step.name.valid()) return fmt::format("{} {}", text, shown(graph_.unit->code(step.node)));
    if (step.op == Op::Closure) return fmt::format("{} {}", text, function_name({step.number}));
    if (step.op == Op::Parameter) return fmt::format("{} {}", text, step.number);
    if (step.variable.valid()) text += " " + variable(step.variable);
    if (step.name.valid()) text += " " + word(step.name);
    for (ValueId operand : function.operands_of(step)) text += " " + value(operand);
    if (step.op == Op::Element && step.count == 1) text += fmt::format(" at {}", step.number);
    return text;
  }

  std::string call(const Call& call) const {
    std::string text = " " + (call.qualified.valid() ? word(call.qualified) : call.name.valid() ? word(call.name) : std::string("?"));
    if (call.function.valid()) text += " " + value(call.function);
    text += '(';
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      const Argument& argument = call.arguments[i];
      text += fmt::format("{}{}{}{}", i == 0 ? "" : ", ", argument.keyword.valid() ? word(argument.keyword) + "=" : "", argument.is_spread ? "*" : "", value(argument.value));
    }
    text += ')';
    if (call.receiver.valid()) text += " on " + value(call.receiver);
    return text;
  }

  const Graph& graph_;
  std::vector<std::uint32_t> temporaries_;  // by variable: which of its function's
  std::string out_;
  std::uint32_t current_ = 0;
};

}  // namespace

std::string dump(const Graph& graph) { return Dump(graph).run(); }

}  // namespace sluice::flow
