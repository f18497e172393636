#include "tests/unit/analyzers/flow/interpreter.h"

#include <map>
#include <memory>
#include <optional>
#include <stdexcept>

#include "tests/unit/analyzers/flow/interpreter_library.h"

namespace sluice::flow::test {

// One call of a function.
struct Environment {
  FunctionId function;
  std::map<std::uint32_t, Value> variables;
  std::shared_ptr<Environment> outer;
  std::shared_ptr<Object> self;
  Value block;  // what Ruby's `yield` calls
};

namespace {

class Interpreter {
 public:
  explicit Interpreter(const Graph& graph)
      : graph_(graph), unit_(*graph.unit),
        library_({.call = [this](const Value& function, const Items& given) { return call_value(function, nullptr, given); },
                  .find = [this](const std::string& name) { return find_named(name); },
                  .make = [this](const Value& of, const Items& given) {
                    return of.is(Type::Object) ? make(of.object, given, {}) : make_named(of.text, given, {});
                  }}) {}

  std::string run() {
    try {
      file_ = std::make_shared<Environment>();
      file_->function = {0};
      execute({0}, file_, {});
      for (std::uint32_t i = 1; i < graph_.functions.size(); ++i)
        if (name_of(graph_.functions[i]) == "main" || name_of(graph_.functions[i]) == "Main") run_main({i});
    } catch (const Thrown& thrown) {
      return library_.printed() + "! thrown: " + shown(thrown.value);
    } catch (const std::runtime_error& error) {
      return library_.printed() + "! " + error.what();
    }
    return library_.printed();
  }

 private:
  std::string name_of(const Function& function) const { return function.name.valid() ? std::string(graph_.names.text(function.name)) : ""; }
  std::string word(NameId name) const { return name.valid() ? std::string(graph_.names.text(name)) : ""; }

  void run_main(FunctionId id) {
    FunctionId outer = graph_.functions[id.index].outer;
    std::shared_ptr<Object> self;
    if (outer.index != 0)
      if (auto found = find_named(name_of(graph_.functions[outer.index]))) self = found->object;
    call_function(id, file_, self, {}, {}, {});
  }

  // --- variables ---

  Value& cell(VariableId id, Environment& at) {
    const Variable& variable = graph_.variables[id.index];
    if (!variable.owner.valid()) return foreign_[id.index];
    for (Environment* environment = &at; environment; environment = environment->outer.get())
      if (environment->function == variable.owner) return environment->variables[id.index];
    return file_->variables[id.index];
  }

  // Something of the file by its name: a class, or a function of old.
  std::optional<Value> find_named(const std::string& name) {
    for (std::uint32_t i = 0; i < graph_.variables.size(); ++i) {
      if (word(graph_.variables[i].name) != name || graph_.variables[i].owner != FunctionId{0}) continue;
      const Value& value = file_->variables[i];
      if (!value.is(Type::Undefined)) return value;
    }
    return std::nullopt;
  }

  // --- calls ---

  Value call_value(const Value& callee, std::shared_ptr<Object> self, const Items& given, const std::map<std::string, Value>& named = {}, const Value& block = {}) {
    if (callee.is(Type::Object) && callee.object->is_class) return make(callee.object, given, named);
    if (!callee.is(Type::Closure)) throw std::runtime_error("called what is no function: " + shown(callee));
    bool is_lambda = unit_.node(graph_.functions[callee.function.index].node).kind == Kind::Lambda;
    return call_function(callee.function, callee.around, is_lambda || !self ? callee.self : self, given, named, block);
  }

  Value call_function(FunctionId id, std::shared_ptr<Environment> around, std::shared_ptr<Object> self, const Items& given,
                      const std::map<std::string, Value>& named, const Value& block) {
    if (++depth_ > 200) throw std::runtime_error("too deep");
    auto environment = std::make_shared<Environment>();
    environment->function = id;
    environment->outer = std::move(around);
    environment->self = std::move(self);
    environment->block = block;
    const Function& function = graph_.functions[id.index];
    Items values;
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
      const Parameter& parameter = function.parameters[i];
      if (parameter.is_rest) values.push_back(Value::of(Items(given.begin() + static_cast<long>(std::min(i, given.size())), given.end())));
      else if (parameter.is_block) values.push_back(block);
      else if (auto found = named.find(word(parameter.name)); found != named.end()) values.push_back(found->second);
      else values.push_back(i < given.size() ? given[i] : Value{});
    }
    Value result = execute(id, environment, values);
    --depth_;
    return result;
  }

  // Go's methods stand beside their type.
  std::optional<FunctionId> method_beside_class(const std::string& name) const {
    for (std::uint32_t i = 0; i < graph_.functions.size(); ++i)
      if (name_of(graph_.functions[i]) == name && unit_.child(graph_.functions[i].node, Role::Object).valid()) return FunctionId{i};
    return std::nullopt;
  }

  Value make(const std::shared_ptr<Object>& of, const Items& given, const std::map<std::string, Value>& named) {
    Value value{.type = Type::Object, .object = std::make_shared<Object>()};
    value.object->class_name = of->class_name;
    value.object->parent = of;
    std::vector<Object*> line;
    for (Object* at = of.get(); at; at = at->parent.get()) line.push_back(at);
    for (std::size_t i = line.size(); i-- > 0;)
      for (const auto& [name, field] : line[i]->fields) value.object->fields[name] = field;
    if (!graph_.functions[of->body.index].parameters.empty()) {
      run_class(of->body, of->around, value.object, given);
      return value;
    }
    for (const auto& [name, field] : value.object->fields) {
      if (!field.is(Type::Closure) || !graph_.functions[field.function.index].is_constructor) continue;
      call_value(field, value.object, given, named);
      return value;
    }
    if (!given.empty()) value.object->fields["message"] = given[0];
    return value;
  }

  Value make_named(const std::string& name, const Items& given, const std::map<std::string, Value>& named) {
    if (auto found = find_named(name); found && found->is(Type::Object)) return make(found->object, given, named);
    if (name.find("List") != std::string::npos || name == "String" || name == "int") return Value::of(Items(name == "int" && !given.empty() ? static_cast<std::size_t>(given[0].number) : 0, Value::of(0L)));
    if (name.find("Map") != std::string::npos || name == "Dictionary") return Value::new_map();
    Value value{.type = Type::Object, .object = std::make_shared<Object>()};
    value.object->class_name = name;
    if (!given.empty()) value.object->fields["message"] = given[0];
    return value;
  }

  Value call(const Step& step, const std::vector<Value>& values, const std::shared_ptr<Environment>& at) {
    const Call& call = graph_.functions[at->function.index].calls[step.number];
    auto value = [&](ValueId id) { return values[id.index]; };
    Items given;
    std::map<std::string, Value> named;
    for (const Argument& argument : call.arguments) {
      Value one = value(argument.value);
      if (argument.keyword.valid()) named[word(argument.keyword)] = one;
      else if (argument.is_spread) given.insert(given.end(), one.list->begin(), one.list->end());
      else given.push_back(one);
    }
    std::string name = word(call.name);
    bool is_ruby = unit_.language() == Language::Ruby;
    Value block;
    if (is_ruby && !given.empty() && given.back().is(Type::Closure)) block = given.back();
    if (is_ruby && name == "yield") {
      const Environment* with_block = at.get();
      while (with_block->block.is(Type::Undefined) && with_block->outer) with_block = with_block->outer.get();
      return call_value(with_block->block, at->self, given);
    }
    if (step.op == Op::New && !call.function.valid()) return make_named(name, given, named);
    if (call.function.valid()) return call_value(value(call.function), at->self, given, named, block);
    if (call.variable.valid()) return call_value(cell(call.variable, *at), nullptr, given, named, block);
    if (call.receiver.valid()) {
      Value receiver = value(call.receiver);
      if (receiver.is(Type::Object)) {
        if (name == "new") return make(receiver.object, given, named);
        for (Object* of = receiver.object.get(); of; of = of->parent.get())
          if (auto found = of->fields.find(name); found != of->fields.end() && found->second.is(Type::Closure)) return call_value(found->second, receiver.object, given, named, block);
        if (auto found = receiver.object->fields.find(name); found != receiver.object->fields.end()) return found->second;
        if (name == "message" || name == "getMessage") return receiver.object->fields["message"];
      }
      if (receiver.is(Type::Map))
        for (auto& [key, item] : *receiver.map)
          if (shown(key) == name && item.is(Type::Closure)) return call_value(item, nullptr, given, named);
      if (receiver.is(Type::Closure) && (name == "call" || name == "apply" || name == "Invoke")) return call_value(receiver, nullptr, given, named);
      if (receiver.is(Type::Object))
        if (auto method = method_beside_class(name)) return call_function(*method, file_, receiver.object, given, named, {});
      return library_.call(name, receiver, given);
    }
    if (at->self)
      if (auto found = at->self->fields.find(name); found != at->self->fields.end() && found->second.is(Type::Closure)) return call_value(found->second, at->self, given, named, block);
    return library_.call(name, {}, given);
  }

  // --- steps ---

  Value execute(FunctionId id, std::shared_ptr<Environment> at, const Items& given) {
    const Function& function = graph_.functions[id.index];
    std::vector<Value> values(function.steps.size());
    std::map<std::uint32_t, std::size_t> places;  // of loops, by the step that is looped over
    Value caught;
    BlockId block{0};
    while (true) {
      const Block& now = function.blocks[block.index];
      std::optional<Value> thrown;
      for (std::uint32_t i = now.begin; i < now.end; ++i) {
        if (++steps_ > 100000) throw std::runtime_error("too many steps");
        const Step& step = function.steps[i];
        std::vector<Value> operands;
        for (ValueId operand : function.operands_of(step)) operands.push_back(operand.valid() ? values[operand.index] : Value{});
        places.erase(i);
        if (step.op == Op::Return) return operands.empty() ? Value{} : operands[0];
        if (step.op == Op::Item) {
          ValueId container = function.operands_of(step)[0];
          values[i] = item(operands[0], places.contains(container.index) ? places[container.index] - 1 : 0, step.name.valid());
          continue;
        }
        try {
          if (step.op == Op::Throw) throw Thrown{operands.empty() ? Value{} : operands[0]};
          if (step.op == Op::Parameter) values[i] = step.number < given.size() ? given[step.number] : Value{};
          else if (step.op == Op::Caught) values[i] = caught;
          else if (step.op == Op::Call || step.op == Op::New) values[i] = call(step, values, at);
          else values[i] = evaluate(step, operands, function, at);
        } catch (const Thrown& exception) {
          thrown = exception.value;
          break;
        }
      }
      if (thrown) {
        caught = *thrown;
        block = handler_of(function, now, *thrown);
        if (!block.valid()) throw Thrown{*thrown};
        continue;
      }
      if (now.successors.empty()) return {};
      block = next(function, now, values, places);
    }
  }

  BlockId next(const Function& function, const Block& now, const std::vector<Value>& values, std::map<std::uint32_t, std::size_t>& places) {
    if (now.condition.valid()) return now.successors[truth(values[now.condition.index]) ? 0 : 1];
    if (!now.subject.valid()) return now.successors[0];
    const Value& subject = values[now.subject.index];
    if (now.labels.empty()) {
      std::size_t& place = places[now.subject.index];
      return now.successors[place++ < static_cast<std::size_t>(size(subject)) ? 0 : 1];
    }
    BlockId otherwise;
    for (std::size_t i = 0; i < now.successors.size(); ++i) {
      if (now.labels[i].empty()) otherwise = now.successors[i];
      for (ValueId label : now.labels[i])
        if (fits(function.steps[label.index], values[label.index], subject)) return now.successors[i];
    }
    return otherwise;
  }

  bool fits(const Step& label, const Value& value, const Value& subject) const {
    if (label.op != Op::Unknown) return is_equal(value, subject);
    Kind kind = unit_.node(label.node).kind;
    bool is_list = kind == Kind::Array || kind == Kind::Tuple;
    if (kind == Kind::Case) return true;
    std::uint32_t count = 0;
    for ([[maybe_unused]] NodeId part : unit_.children(label.node)) ++count;
    return is_list && subject.is(Type::List) && subject.list->size() == count;
  }

  // The first whose type is that of the exception, or that takes all.
  BlockId handler_of(const Function& function, const Block& now, const Value& thrown) const {
    for (BlockId handler : now.handlers) {
      NodeId node = function.steps[function.blocks[handler.index].begin].node;
      if (unit_.node(node).kind != Kind::Catch) return handler;
      bool has_type = false;
      for (NodeId part : unit_.children(node)) {
        if (unit_.node(part).role != Role::Type) continue;
        has_type = true;
        for (std::uint32_t i = part.index; i < unit_.node(part).last; ++i)
          if (unit_.node({i}).kind == Kind::Name && is_of(thrown, std::string(unit_.text({i})))) return handler;
      }
      if (!has_type) return handler;
    }
    return {};
  }

  static bool is_of(const Value& thrown, const std::string& type) {
    if (type == "Exception" || type == "Throwable" || type == "StandardError") return true;
    for (Object* at = thrown.object.get(); at; at = at->parent.get())
      if (at->class_name == type) return true;
    return false;
  }

  Value item(const Value& container, std::size_t place, bool is_key) const {
    if (container.is(Type::List)) return is_key ? Value::of(static_cast<long>(place)) : container.list->at(place);
    if (!container.is(Type::Map)) throw std::runtime_error("an item of " + shown(container));
    bool gives_key = is_key || unit_.language() == Language::Python;
    if (unit_.language() == Language::Ruby) return Value::of(Items{container.map->at(place).first, container.map->at(place).second});
    return gives_key ? container.map->at(place).first : container.map->at(place).second;
  }

  Value evaluate(const Step& step, const Items& operands, const Function& function, const std::shared_ptr<Environment>& at) {
    switch (step.op) {
      case Op::Constant: return step.name.valid() ? Value::of(true) : constant(step.node);
      case Op::Self: return {.type = at->self ? Type::Object : Type::Undefined, .object = at->self};
      case Op::Load: return load(step, *at);
      case Op::Store: return cell(step.variable, *at) = operands[0];
      case Op::Field: return field(operands[0], word(step.name));
      case Op::SetField: return set_field(operands[0], word(step.name), operands[1]);
      case Op::Element: return element(operands, step.number);
      case Op::SetElement: return set_element(operands);
      case Op::Unary: return unary(word(step.name), operands[0]);
      case Op::Binary: return binary(word(step.name), operands[0], operands[1]);
      case Op::Join: {
        std::string text;
        for (const Value& piece : operands) text += shown(piece);
        return Value::of(text);
      }
      case Op::Convert: return operands.at(0);
      case Op::List: return list(step, operands, function);
      case Op::Map: return map(operands);
      case Op::Spread: return operands.at(0);
      case Op::Closure: return closure({step.number}, at);
      case Op::Unknown: return unknown(step, operands);
      default: throw std::runtime_error("a step that nobody runs");
    }
  }

  Value constant(NodeId node) const {
    std::string text(unit_.text(node));
    switch (unit_.node(node).kind) {
      case Kind::Number: return Value::of(std::stol(text));
      case Kind::Boolean: return Value::of(text == "true" || text == "True");
      case Kind::Null: return Value::null();
      default: return Value::of(unescaped(text));
    }
  }

  Value load(const Step& step, Environment& at) {
    Value& value = cell(step.variable, at);
    const Variable& variable = graph_.variables[step.variable.index];
    if (!value.is(Type::Undefined) || variable.owner.valid()) return value;
    return Value::builtin(word(variable.name));
  }

  Value closure(FunctionId id, const std::shared_ptr<Environment>& at) {
    NodeId node = graph_.functions[id.index].node;
    if (unit_.node(node).kind != Kind::Class) return {.type = Type::Closure, .function = id, .around = at, .self = at->self};
    Value value{.type = Type::Object, .object = std::make_shared<Object>()};
    value.object->class_name = name_of(graph_.functions[id.index]);
    value.object->is_class = true;
    if (NodeId parent = unit_.child(node, Role::Parent); parent.valid())
      if (auto found = find_named(std::string(unit_.code(parent))); found && found->is(Type::Object)) value.object->parent = found->object;
    value.object->body = id;
    value.object->around = at;
    run_class(id, at, value.object, {});
    return value;
  }

  void run_class(FunctionId id, std::shared_ptr<Environment> around, std::shared_ptr<Object> self, const Items& given) {
    auto inside = std::make_shared<Environment>();
    inside->function = id;
    inside->outer = std::move(around);
    inside->self = std::move(self);
    execute(id, inside, given);
  }

  Value field(const Value& on, const std::string& name) const {
    if (on.is(Type::Object)) {
      for (Object* at = on.object.get(); at; at = at->parent.get())
        if (auto found = at->fields.find(name); found != at->fields.end()) return found->second;
      return {};
    }
    if (on.is(Type::Map)) return *find(on, Value::of(name));
    if (on.is(Type::Builtin)) return Value::builtin(on.text + "." + name);
    if (name == "length" || name == "Length" || name == "Count") return Value::of(size(on));
    throw std::runtime_error("field " + name + " of " + shown(on));
  }

  static Value set_field(const Value& on, const std::string& name, const Value& value) {
    if (on.is(Type::Object)) on.object->fields[name] = value;
    else if (on.is(Type::Map)) set(on, Value::of(name), value);
    else throw std::runtime_error("sets field " + name + " of " + shown(on));
    return value;
  }

  static Value element(const Items& operands, std::uint32_t place) {
    Value key = operands.size() > 1 ? operands[1] : Value::of(static_cast<long>(place));
    if (operands[0].is(Type::Map)) return *find(operands[0], key);
    if (operands[0].is(Type::Text)) return Value::of(operands[0].text.substr(static_cast<std::size_t>(key.number), 1));
    if (!operands[0].is(Type::List)) throw std::runtime_error("an element of " + shown(operands[0]));
    auto at = static_cast<std::size_t>(key.number < 0 ? key.number + static_cast<long>(operands[0].list->size()) : key.number);
    return at < operands[0].list->size() ? (*operands[0].list)[at] : Value{};
  }

  static Value set_element(const Items& operands) {
    if (operands.size() == 2) operands[0].list->push_back(operands[1]);
    else set(operands[0], operands[1], operands[2]);
    return operands.back();
  }

  static Value unary(const std::string& op, const Value& value) {
    if (op == "!" || op == "not") return Value::of(!truth(value));
    if (op == "is null") return Value::of(value.is(Type::Null) || value.is(Type::Undefined));
    if (op == "++") return Value::of(value.number + 1);
    if (op == "--") return Value::of(value.number - 1);
    if (op == "-") return Value::of(-value.number);
    if (op == "&") return value;
    throw std::runtime_error("operator " + op);
  }

  static Value binary(const std::string& op, const Value& a, const Value& b) {
    bool is_text = a.is(Type::Text) || b.is(Type::Text);
    if (op == "." || (op == "+" && is_text)) return Value::of(shown(a) + shown(b));
    if (op == "+" && a.is(Type::List)) {
      Items all = *a.list;
      all.insert(all.end(), b.list->begin(), b.list->end());
      return Value::of(all);
    }
    if (op == "<<" && a.is(Type::List)) return a.list->push_back(b), a;
    if (op == "==" || op == "===") return Value::of(is_equal(a, b));
    if (op == "!=" || op == "!==") return Value::of(!is_equal(a, b));
    if (op == "..") {
      Items items;
      for (long i = a.number; i <= b.number; ++i) items.push_back(Value::of(i));
      return Value::of(items);
    }
    if ((op == "/" || op == "%" || op == "//") && b.number == 0) throw Thrown{Value::of(std::string("division by zero"))};
    static const std::map<std::string, long (*)(long, long)> kNumbers = {
        {"+", [](long x, long y) { return x + y; }}, {"-", [](long x, long y) { return x - y; }},
        {"*", [](long x, long y) { return x * y; }}, {"/", [](long x, long y) { return x / y; }},
        {"//", [](long x, long y) { return x / y; }}, {"%", [](long x, long y) { return x % y; }}};
    if (auto found = kNumbers.find(op); found != kNumbers.end()) return Value::of(found->second(a.number, b.number));
    if (op == "<") return Value::of(a.number < b.number);
    if (op == ">") return Value::of(a.number > b.number);
    if (op == "<=") return Value::of(a.number <= b.number);
    if (op == ">=") return Value::of(a.number >= b.number);
    throw std::runtime_error("operator " + op);
  }

  Value list(const Step& step, const Items& operands, const Function& function) const {
    Items items;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const Step& from = function.steps[function.operands_of(step)[i].index];
      if (from.op == Op::Spread) items.insert(items.end(), operands[i].list->begin(), operands[i].list->end());
      else items.push_back(operands[i]);
    }
    return Value::of(items);
  }

  static Value map(const Items& operands) {
    Value made = Value::new_map();
    for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
      if (!operands[i].is(Type::Undefined)) set(made, operands[i], operands[i + 1]);
      else for (const auto& [key, value] : *operands[i + 1].map) set(made, key, value);
    }
    return made;
  }

  Value unknown(const Step& step, const Items& operands) const {
    if (operands.empty()) return {};
    bool is_rest = unit_.node(step.node).kind == Kind::Spread && operands[0].is(Type::List);
    if (is_rest) return Value::of(Items(operands[0].list->begin() + static_cast<long>(std::min<std::size_t>(step.number, operands[0].list->size())), operands[0].list->end()));
    return operands.size() > 1 && operands[0].is(Type::Undefined) ? operands[1] : operands[0];
  }

  const Graph& graph_;
  const Unit& unit_;
  std::shared_ptr<Environment> file_;
  std::map<std::uint32_t, Value> foreign_;
  Library library_;
  std::size_t steps_ = 0, depth_ = 0;
};

}  // namespace

std::string run(const Graph& graph) { return Interpreter(graph).run(); }

}  // namespace sluice::flow::test
