// What each kind of step gives.
#include <algorithm>
#include <charconv>

#include "analyzers/flow/engine/run.h"
#include "analyzers/flow/engine/solver.h"
#include "analyzers/languages/definition.h"

namespace sluice::flow {
namespace {

// Operators that say something about values instead of passing them on.
bool is_test(std::string_view op) {
  static constexpr std::string_view kTests[] = {"==", "!=", "===", "!==", "<", ">", "<=", ">=", "<=>", "in", "not in", "is", "is not", "instanceof", "typeof", "&&", "||", "and", "or", "not", "!", "=~", "!~", "<>"};
  return std::ranges::find(kTests, op) != std::end(kTests);
}

}  // namespace

void Run::visit(std::uint32_t number) {
  current_step_ = number;
  const Step& step = function_.steps[number];
  at_[number] = evaluate(step, number);
  if (!state_.tested.empty()) at_[number] = without_tested(number, at_[number]);
  apply_points(number);
  if (step.op == Op::Store) store(step, at_[number]);
  if (step.op == Op::Return) {
    result_ = values_.unite(result_, at_[number]);
    leave_entry_point(number);
    note_answer(step);
  }
  if (step.op == Op::Throw) thrown_ = values_.unite(thrown_, at_[number]);
}

ValueRef Run::operand(const Step& step, std::size_t i) const {
  ValueId id = operand_id(step, i);
  return id.valid() ? at_[id.index] : kNothing;
}

// Whether it is null: a constant says so, and a thing is not.
ValueRef Run::is_nothing(ValueRef ref) {
  const Value& value = values_[ref];
  if (ref == kNothing) return known(Known::truth(true));
  bool may_be_null = value.is_unknown, may_be_there = value.is_unknown || !value.objects.empty() || !value.taints.empty();
  for (Symbol constant : value.constants) (program_.text(constant) == "z" ? may_be_null : may_be_there) = true;
  may_be_null |= std::ranges::any_of(value.objects, [&](ObjectId id) { return objects_[id].is_input() || objects_[id].is_opaque; });
  if (may_be_null == may_be_there) {
    note_wanted(ref);
    return unknown_with(deep({ref}, kAllHarms));
  }
  return known(Known::truth(may_be_null));
}

// A list without its first elements, where these are known.
ValueRef Run::without_first(ValueRef list, std::size_t count) { return part_of_list(list, static_cast<std::int64_t>(count), INT64_MAX); }

// What the compiler worked out: macros, enumerators, constant expressions.
std::optional<ValueRef> Run::folded(const Step& step) {
  bool is_c = language_ == Language::C || language_ == Language::Cpp;
  if (!is_c || !step.node.valid() || step.op == Op::Constant || step.op == Op::Store || step.op == Op::Return) return std::nullopt;
  const NodeFacts* facts = file_.unit->facts(step.node);
  std::string_view number = facts && facts->constant.valid() ? file_.unit->names().text(facts->constant) : std::string_view();
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  bool is_number = !number.empty() && error == std::errc{} && end == number.data() + number.size();
  return is_number ? std::optional(known(Known::of(value))) : std::nullopt;
}

ValueRef Run::evaluate(const Step& step, std::uint32_t number) {
  if (std::optional<ValueRef> known = folded(step)) return *known;
  switch (step.op) {
    case Op::Constant: return constant(step);
    case Op::Parameter: return parameter(step);
    case Op::Self: return self();
    case Op::Load: return load(step);
    case Op::Store: {
      ValueRef value = aliases_.contains(step.variable.index) || places_behind_.contains(step.variable.index) ? operand(step, 0) : taken(step, 0);
      NodeId declaration = file_.graph->variables[step.variable.index].declaration;
      NodeId around = declaration.valid() ? file_.unit->parent(declaration) : NodeId{};
      if (around.valid() && (file_.unit->node(around).kind == Kind::VarDef || file_.unit->node(around).kind == Kind::Parameter || file_.unit->node(around).kind == Kind::ForEach))
        if (!values_[value].type.valid()) value = with_type(value, program_.declared_type(file_, around));
      return without_sign(step, value);
    }
    case Op::Field: return read_field(operand(step, 0), member_of(operand(step, 0), program_.symbol(file_, step.name)), &step, number);
    case Op::SetField: {
      ValueRef value = taken(step, 1), object = text(step.name) == "*" ? operand(step, 0) : thing_at(operand_id(step, 0));
      if (set_property(step, number, object, value)) return value;
      CallParts parts{.step = number, .receiver = object, .receiver_step = operand_id(step, 0), .arguments = {}, .assigned = value, .plain_arguments = {}};
      if (Symbol type = values_[object].type; type.valid())
        if (std::span<const Model> models = models_for(type, text(step.name)); !models.empty()) apply_models(models, parts);
      write(object, member_of(object, program_.symbol(file_, step.name)), value);
      return value;
    }
    case Op::Element: {
      ValueRef container = operand(step, 0);
      if (step.count == 1) return read_element(container, known(Known::of(static_cast<std::int64_t>(step.number))));
      if (std::optional<ValueRef> part = sliced(step)) return *part;
      if (has_pointers()) ask_index(step);
      ValueRef index = operand(step, 1);
      bool is_literal = !values_[container].constants.empty() && values_[container].taints.empty();
      if (Symbol type = values_[container].type; type.valid() && !is_literal)
        if (std::span<const Model> models = models_for(type, "[]"); !models.empty()) {
          CallParts parts{.step = number, .receiver = container, .receiver_step = operand_id(step, 0), .arguments = {}, .plain_arguments = {index}};
          if (auto value = apply_models(models, parts)) return values_.with_taints(*value, index_taints(index));
        }
      return values_.with_taints(read_element(container, index), index_taints(index));
    }
    case Op::SetElement: {
      ValueRef container = through(thing_at(operand_id(step, 0))), value = taken(step, step.count - 1);
      if (step.count == 2) {
        append(container, value);
        return value;
      }
      if (has_pointers()) ask_index(step);
      ValueRef index = operand(step, 1);
      ValueRef chosen = values_.with_taints(value, index_taints(index));  // what chooses where it goes
      if (Symbol type = values_[container].type; type.valid())
        if (std::span<const Model> models = models_for(type, "[]="); !models.empty()) {
          CallParts parts{.step = number, .receiver = container, .receiver_step = operand_id(step, 0), .arguments = {}, .assigned = value, .plain_arguments = {index}};
          if (apply_models(models, parts)) return chosen;
        }
      write_element(container, index, value);
      return chosen;
    }
    case Op::Unary: {
      ValueRef value = operand(step, 0);
      if (std::optional<Known> one = one_known(value))
        if (std::optional<Known> out = known_unary(text(step.name), *one, language_)) return known(*out);
      // `&x` names the cell of x, `&T{}` what was made; `*p` in an expression is a Field.
      if (text(step.name) == "&") {
        const Step& of = function_.steps[operand_id(step, 0).index];
        auto cell = of.op == Op::Load ? cells_.find(alias_of(of.variable).index) : cells_.end();
        if (cell != cells_.end()) return object_value(cell->second);
        for (ObjectId id : values_[value].objects)
          if (of.op == Op::New) objects_.edit(id).is_value = false;
        return value;
      }
      if (text(step.name) == "*") return value;
      if (language_ == Language::Cpp && text(step.name).starts_with("delete")) {
        for (ObjectId id : std::vector(values_[through(value)].objects)) destroy(id);
        return kNothing;
      }
      if (text(step.name) == "is null") return is_nothing(value);
      if (text(step.name) == "delete") {
        remove_place(operand_id(step, 0));
        return values_.unknown();
      }
      if (text(step.name) == "typeof") return values_.unknown();
      if (has_pointers()) ask_arithmetic(step);
      return unknown_with(deep({value}, is_test(text(step.name)) ? kAllHarms : ruled_out_by_arithmetic(step)));
    }
    case Op::Binary:
      if (std::optional<ValueRef> own = own_operator(step)) return *own;
      if (std::optional<ValueRef> changed = shifted(step)) return *changed;
      if (std::optional<ValueRef> both = joined_functions(step)) return *both;
      if (std::optional<ValueRef> both = union_of_maps(step)) return *both;
      if (std::optional<ValueRef> given = library_operator(step)) return *given;
      if (has_pointers()) ask_arithmetic(step);
      return binary(step);
    case Op::Join: return join_text(step);
    case Op::Convert: {
      ValueRef value = operand(step, 0);
      Symbol type = step.node.valid() ? program_.declared_type(file_, step.node) : Symbol{};
      std::string_view word = program_.text(type);
      static constexpr std::string_view kNumbers[] = {"int", "long", "short", "double", "float", "Integer", "Long", "bool", "boolean", "integer", "byte", "decimal"};
      if (has_pointers()) ask_narrowing(step);
      const bool is_checked = language_ != Language::C && language_ != Language::Cpp;
      if (std::ranges::find(kNumbers, word) != std::end(kNumbers)) return unknown_with(deep({value}, is_checked ? kAllHarms : kAllHarms & ~kHarmsOfNumbers), type);
      return type.valid() ? with_type(value, type) : value;
    }
    case Op::Call: case Op::New: return call(step, number);
    case Op::List: case Op::Map: return collection(step, number);
    case Op::Spread: case Op::Return: case Op::Throw: return operand(step, 0);
    case Op::Closure: return closure(step);
    case Op::Item: {
      ValueRef container = operand(step, 0), out = kNothing;
      bool gives_keys = step.name.valid() || language_ == Language::Python;
      Value what = values_[container];
      for (ObjectId id : what.objects) {
        Content content = contents_[state_.content_of(id)];
        if (std::optional<ValueRef> sent = received(content); sent && language_ == Language::Go) {
          out = values_.unite(out, *sent);
          continue;
        }
        bool is_open = objects_[id].is_input() || objects_[id].is_opaque;
        if (step.name.valid() && !is_open) {
          out = values_.unite(out, values_.unite(content.keys, values_.unknown()));
          continue;
        }
        bool is_map = (!content.fields.empty() || content.keys != kNothing) && !content.is_list;
        out = values_.unite(out, read_any(id, is_map && !gives_keys));
        if (!is_map || !gives_keys) continue;
        out = values_.unite(out, content.keys);
        if (content.keys == kNothing) out = values_.unite(out, values_.unknown());
      }
      if (what.objects.empty() || what.is_unknown) out = values_.unite(out, values_.unknown());
      out = values_.with_taints(out, moved(what.taints));
      return out;
    }
    case Op::Caught: return values_.unite(unknown_with(moved(values_[thrown_].taints)), thrown_);
    case Op::Yield: {
      // What a generator gives is a list of whatever it yields.
      ValueRef value = operand(step, 0);
      ObjectId made = objects_.add({.kind = Object::Kind::Made, .number = 0, .detail = 0xfffffe, .parent = {}, .key = {}, .type = {}});
      ValueRef list = object_value(made);
      write_any(list, value);
      result_ = values_.unite(result_, list);
      return values_.unknown();
    }
    case Op::Unknown: {
      if (step.count == 1) return step.number > 0 ? without_first(operand(step, 0), step.number) : operand(step, 0);
      if (const Step& first = function_.steps[operand_id(step, 0).index]; step.count == 2 && first.op == Op::Parameter && first.number < 63) {
        bool is_given = std::ranges::any_of(context_.arguments, [&](const Context::Argument& each) { return each.parameter == first.number && each.is_given; });
        if (is_given) return operand(step, 0);
        if (!values_[operand(step, 1)].taints.empty()) wants_ |= std::uint64_t{1} << first.number;
      }
      ValueRef out = kNothing;
      for (std::size_t i = 0; i < step.count; ++i) out = values_.unite(out, operand(step, i));
      return step.count == 0 ? values_.unknown() : out;
    }
  }
  return values_.unknown();
}

// What chooses an element taints it for rules with patterns of their own.
std::vector<Taint> Run::index_taints(ValueRef index) {
  std::vector<Taint> taints = moved(deep({index}), kAllHarms);
  for (std::uint16_t rule : program_.rules_with_safe_indexes())
    for (Taint& taint : taints) taint.cleaned = program_.clean_sets().with_rule(taint.cleaned, rule);
  return taints;
}

// --- steps ---

ValueRef Run::constant(const Step& step) {
  if (step.node.valid() && !step.name.valid()) {
    // The key of an object: `{name: 1}`.
    if (file_.unit->node(step.node).kind == Kind::Name && file_.unit->node(step.node).text.valid()) return known(Known::of(std::string(file_.unit->text(step.node))));
    if (std::optional<Known> what = known_literal(*file_.unit, step.node)) return known(*what);
    return values_.unknown();
  }
  std::string_view word = text(step.name);
  if (word == "true" || word == "True" || word == "TRUE") return known(Known::truth(true));
  if (word == "false" || word == "False" || word == "FALSE") return known(Known::truth(false));
  if (word == "null" || word == "None" || word == "nil" || word == "undefined") return known(Known{});
  if (step.node.valid())
    if (std::optional<Known> what = known_literal(*file_.unit, step.node); what && what->type == Known::Type::Text && step.node.valid() && file_.unit->node(step.node).kind != Kind::Name) return known(*what);
  if (!step.name.valid() || word.empty()) return values_.unknown();
  if (word.find_first_not_of("0123456789") == std::string_view::npos && word.size() < 19) return known(Known::of(std::int64_t{std::stoll(std::string(word))}));
  ValueRef named = known(Known::of(std::string(word)));
  bool is_of_enum = step.node.valid() && file_.unit->node(step.node).kind == Kind::VarDef && owner_.valid();
  return is_of_enum ? with_type(named, program_.symbol(program_.class_of(owner_).qualified)) : named;
}

// What takes all that is left is a list, or a map.
Symbol Run::type_of_rest(const Parameter& parameter) const {
  if (!parameter.is_rest && !parameter.is_keywords) return {};
  switch (language_) {
    case Language::Python: return program_.symbol(parameter.is_keywords ? "dict" : "list");
    case Language::Ruby: return program_.symbol(parameter.is_keywords ? "Hash" : "Array");
    case Language::Js: case Language::Ts: case Language::Tsx: return program_.symbol("Array");
    default: return {};
  }
}

ValueRef Run::parameter(const Step& step) {
  const Parameter* declared = step.number < function_.parameters.size() ? &function_.parameters[step.number] : nullptr;
  Symbol type = declared && declared->node.valid() ? program_.declared_type(file_, declared->node) : Symbol{};
  if (declared && !type.valid()) type = type_of_rest(*declared);
  ObjectId input = objects_.add({.kind = Object::Kind::Parameter, .number = step.number, .detail = 0, .parent = {}, .key = {}, .type = type});
  ValueRef value = object_value(input);
  for (const Context::Argument& given : context_.arguments) {
    if (given.parameter != step.number) continue;
    if (given.type.valid() && !type.valid()) {
      objects_.edit(input).type = given.type;
      objects_.edit(input).is_exact_type = given.is_exact_type;
      value = object_value(input);
    }
    if (given.function.valid()) value = object_value(objects_.add({.kind = Object::Kind::Closure, .number = given.function.index, .detail = 0, .parent = input, .key = {}, .type = {}}));
    if (given.constant.valid()) {
      Value known;
      known.constants.push_back(given.constant);
      known.type = program_.text(given.constant).starts_with('s') ? text_type() : Symbol{};
      value = values_.add(std::move(known));
    }
  }
  if (auto given = parameter_values_.find(step.number); given != parameter_values_.end()) {
    ValueRef with = values_.unite(value, given->second);
    return type.valid() ? as_declared(with, type) : with;
  }
  return as_declared(value, type);
}

// A value in a place of that type: whoever wrote a number, it is nothing but a number.
ValueRef Run::as_declared(ValueRef value, Symbol type) {
  if (!type.valid() || value == kNothing) return value;
  bool is_kept = language_ == Language::Java || language_ == Language::CSharp || language_ == Language::Go || language_ == Language::Php || language_ == Language::Python;
  bool is_data = is_kept && values_[value].constants.empty() && is_number(type);
  return is_data ? unknown_with(deep({value}, kAllHarms & ~kHarmsOfNumbers), type) : with_type(value, type);
}

ValueRef Run::self() {
  if (function_.is_static && owner_.valid() && !file_.classes.contains(function_.node.index)) return object_value(objects_.add({.kind = Object::Kind::Class, .number = owner_.index, .detail = 0, .parent = {}, .key = {}, .type = {}}));
  ObjectId input = objects_.add({.kind = Object::Kind::Self, .number = 0, .detail = 0, .parent = {}, .key = {}, .type = {}});
  Object& object = objects_.edit(input);
  if (!object.type.valid()) {
    object.type = context_.self_type;
    if (!object.type.valid() && owner_.valid()) object.type = language_ == Language::Cpp ? program_.symbol(program_.class_of(owner_).qualified) : program_.class_of(owner_).name;
  }
  return object_value(input);
}

ValueRef Run::load(const Step& step) {
  if (aliases_.contains(step.variable.index) && !aliases_.contains(alias_of(step.variable).index)) {
    Step same = step;
    same.variable = alias_of(step.variable);
    return load(same);
  }
  if (auto cell = cells_.find(step.variable.index); cell != cells_.end()) return read(cell->second, program_.symbol("*"));
  const Variable& variable = file_.graph->variables[step.variable.index];
  if (ObjectId lasting = lasting_frame(variable); lasting.valid()) return read(lasting, lasting_key(step.variable));
  if (language_ == Language::Php && (!variable.owner.valid() || variable.owner == FunctionId{0}) && !included_.empty())
    if (std::optional<ValueRef> given = included_variable(text(variable.name), step.variable)) return *given;
  if (!variable.owner.valid()) {
    if (is_own_field(variable)) return read_field(self(), program_.symbol(file_, variable.name), nullptr, current_step_);
    if (std::optional<ValueRef> method = own_method(variable)) return *method;
    if (text(variable.name) == "undefined") return known(Known{});
    // What this function stored into a variable that is declared elsewhere.
    if (auto place = places_.find(step.variable.index); place != places_.end() && state_.variables[place->second] != kNothing) return state_.variables[place->second];
    NameId canonical = step.node.valid() && file_.unit->node(step.node).kind == Kind::Name ? file_.unit->canonical(step.node) : NameId{};
    return named(step.node, canonical.valid() ? text(canonical) : text(variable.name));
  }
  std::uint8_t use = file_.variables[step.variable.index];
  bool is_own = variable.owner == local_;
  // An import is a variable as well: what it names stands in another file, or in a library.
  bool is_of_file = variable.owner == FunctionId{0} && variable.declaration.valid() && (language_ == Language::Js || language_ == Language::Ts || language_ == Language::Tsx || language_ == Language::Python);
  if (use != kWrittenElsewhere && is_of_file)
    if (const Program::Meaning& meaning = solver_.imported(program_.function(id_).file, variable.declaration); meaning.name.valid()) {
      if (ValueRef value = meaning.is_known() ? meaning_value(meaning) : kNothing; value != kNothing) return value;
      bool is_own_name = step.node.valid() && file_.unit->node(step.node).kind == Kind::Name && !file_.unit->canonical(step.node).valid();
      if (is_own_name) return named(step.node, program_.text(meaning.name));
    }
  if (use != kWrittenElsewhere && step.node.valid() && file_.unit->node(step.node).kind == Kind::Name)
    if (NameId canonical = file_.unit->canonical(step.node); canonical.valid()) return named(step.node, text(canonical));
  if (is_own && use == kOwn) {
    auto place = places_.find(step.variable.index);
    if (place == places_.end()) return kNothing;
    ValueRef value = state_.variables[place->second];
    return value == kNothing && variable.is_temporary ? known(Known::truth(false)) : value;
  }
  ObjectId frame = frame_of(variable.owner);
  Symbol key = program_.variable_symbol(file_, step.variable);
  const Content& left = contents_[state_.content_of(frame)];
  bool was_written = std::ranges::any_of(left.fields, [&](const auto& field) { return field.first == key; });
  // A variable of the file, or of a class: what its code leaves in it.
  bool is_outer = variable.owner == FunctionId{0};
  NodeId around = variable.declaration.valid() ? file_.unit->parent(variable.declaration) : NodeId{};
  // What a function around this one declares, as a parameter or a variable.
  auto typed = [&](ValueRef value) {
    bool is_declared = around.valid() && (file_.unit->node(around).kind == Kind::VarDef || file_.unit->node(around).kind == Kind::Parameter);
    return is_declared && !values_[value].type.valid() ? with_type(value, program_.declared_type(file_, around)) : value;
  };
  if (is_own || was_written || !is_outer) return typed(read(frame, key));
  Program::Meaning meaning;
  meaning.file = program_.function(id_).file;
  meaning.variable = step.variable;
  ValueRef value = meaning_value(meaning);
  bool may_be_more = use == kWrittenElsewhere || value == kNothing || is_changed(value);
  if (may_be_more) value = values_.unite(value, read(frame, key));
  return typed(value);
}

void Run::store(const Step& step, ValueRef value) {
  // Variables that are names for each other in a circle are what they are.
  if (auto other = aliases_.find(step.variable.index); other != aliases_.end() && !aliases_.contains(alias_of(step.variable).index)) {
    ValueId from = step.op == Op::Store ? operand_id(step, 0) : ValueId{};
    bool is_binding = from.valid() && function_.steps[from.index].op == Op::Load && function_.steps[from.index].variable == other->second;
    if (is_binding) return;
    Step same = step;
    same.op = Op::Load;
    same.variable = alias_of(step.variable);
    return store(same, value);
  }
  if (auto behind = places_behind_.find(step.variable.index); behind != places_behind_.end()) {
    bool is_binding = step.op == Op::Store && operand_id(step, 0) == behind->second;
    if (!is_binding) write_place(behind->second, value);
  }
  if (auto cell = cells_.find(step.variable.index); cell != cells_.end()) return write(object_value(cell->second), program_.symbol("*"), value);
  const Variable& variable = file_.graph->variables[step.variable.index];
  if (ObjectId lasting = lasting_frame(variable); lasting.valid()) {
    bool is_begin = variable.declaration.valid() && step.op == Op::Store && step.node == variable.declaration;
    return write(object_value(lasting), lasting_key(step.variable), is_begin ? values_.unite(read(lasting, lasting_key(step.variable)), value) : value);
  }
  bool is_own = variable.owner == local_;
  if (is_own && file_.variables[step.variable.index] == kOwn) {
    state_.variables[places_.at(step.variable.index)] = value;
    return;
  }
  if (!variable.owner.valid()) {
    if (is_own_field(variable)) return write(self(), program_.symbol(file_, variable.name), value);
    if (has_pointers() && variable.name.valid()) {
      // A global of another file.
      const Program::Meaning& meaning = solver_.meaning(program_.symbol(file_, variable.name), program_.function(id_).file);
      if (meaning.file.valid() && meaning.variable.valid()) {
        ObjectId frame = objects_.add({.kind = Object::Kind::Frame, .number = program_.global(meaning.file, {0}).index, .detail = 0, .parent = {}, .key = {}, .type = {}});
        return write(object_value(frame), program_.variable_symbol(program_.file(meaning.file), meaning.variable), value);
      }
    }
    if (auto place = places_.find(step.variable.index); place != places_.end()) state_.variables[place->second] = value;
    return;
  }
  write(object_value(frame_of(variable.owner)), program_.variable_symbol(file_, step.variable), value);
}

// Of C: what a pointer points to when it is no structure; nothing: it does not say.
static bool is_plain_type(std::string_view type) {
  static constexpr std::string_view kPlain[] = {"", "char", "wchar_t", "void", "int", "short", "long", "unsigned", "uint8_t", "char16_t", "char32_t", "byte", "TCHAR", "CHAR", "WCHAR", "BYTE"};
  return std::ranges::find(kPlain, type) != std::end(kPlain);
}

ValueRef Run::binary(const Step& step) {
  ValueRef left = operand(step, 0), right = operand(step, 1);
  std::string_view op = text(step.name);
  const Value &a = values_[left], &b = values_[right];
  bool is_known = !a.is_unknown && !b.is_unknown && a.objects.empty() && b.objects.empty() && !a.constants.empty() && !b.constants.empty() && a.taints.empty() && b.taints.empty();
  if (is_known && a.constants.size() * b.constants.size() <= kMostConstants) {
    ValueRef out = kNothing;
    std::vector<Symbol> lefts = a.constants, rights = b.constants;
    for (Symbol x : lefts)
      for (Symbol y : rights) {
        std::optional<Known> folded = known_binary(op, parse_known(program_.text(x)), parse_known(program_.text(y)), language_);
        out = values_.unite(out, folded ? known(*folded) : values_.unknown());
      }
    return out;
  }
  // `text + 3` in C is a place in the same text.
  auto is_pointer = [&](ObjectId id) {
    if (contents_[state_.content_of(id)].is_list) return true;
    return objects_[id].is_input() && (language_ == Language::C || is_plain_type(program_.text(objects_[id].type)));
  };
  bool is_offset = has_pointers() && language_ != Language::Go && (op == "+" || op == "-") && b.objects.empty() && std::ranges::any_of(a.objects, is_pointer);
  if (is_offset) {
    Value place = a;
    place.is_unknown = true;
    return values_.with_taints(values_.add(std::move(place)), std::vector(b.taints));
  }
  if (is_test(op)) {
    note_wanted(left);
    note_wanted(right);
    return unknown_with(deep({left, right}, kAllHarms));
  }
  if (op == "+" || op == "." || op == "%")
    if (std::optional<ValueRef> text = continued(left, right, op == "%")) return *text;
  bool is_text = values_[left].type == text_type() || values_[right].type == text_type();
  // `path / name` of a class with operators of its own is of that class.
  Symbol own = values_[left].type.valid() && values_[left].type != text_type() ? values_[left].type : Symbol{};
  return unknown_with(deep({left, right}, ruled_out_by_arithmetic(step)), own.valid() ? own : is_text ? text_type() : Symbol{});
}

ValueRef Run::join_text(const Step& step) {
  std::string all;
  bool is_known = true;
  std::vector<Taint> taints;
  Symbol begin;
  for (std::size_t i = 0; i < step.count; ++i) {
    ValueRef piece = operand(step, i);
    if (i == 0) begin = values_[piece].begin;
    if (!is_known || begin.valid()) {
      if (!begin.valid() && !all.empty()) begin = program_.symbol(all);
      std::vector<Taint> more = deep({piece}, ruled_out_behind(begin.valid() ? program_.text(begin) : std::string_view()));
      unite_taints(taints, more, program_.clean_sets());
      continue;
    }
    std::optional<Known> one = one_known(piece);
    std::optional<std::string> piece_text = one ? joined_text(*one, language_) : std::nullopt;
    is_known &= piece_text.has_value();
    if (piece_text) all += *piece_text;
    else if (i > 0) begin = program_.symbol(all);
    std::vector<Taint> more = deep({piece}, piece_text ? 0 : ruled_out_behind(all));
    unite_taints(taints, more, program_.clean_sets());
  }
  if (is_known && !begin.valid() && all.size() < 4096) return known(Known::of(std::move(all)));
  // A text is no object with operators of a query.
  const bool is_script = language_ == Language::Js || language_ == Language::Ts || language_ == Language::Tsx;
  for (Taint& taint : taints)
    if (is_script) taint.cleaned = program_.clean_sets().with_harms(taint.cleaned, one(Harm::NoSql));
  return beginning_with(unknown_with(moved(std::move(taints)), text_type()), begin);
}

// `[2]string{...}` of Go, which is a value; a slice is none.
bool Run::is_array(NodeId literal) const {
  if (!literal.valid()) return false;
  const NodeId around = file_.unit->parent(literal);
  NodeId type = file_.unit->child(literal, Role::Type);
  if (!type.valid() && around.valid()) type = file_.unit->child(around, Role::Type);
  const std::string_view code = type.valid() ? file_.unit->code(type) : std::string_view();
  return code.starts_with('[') && !code.starts_with("[]");
}

ValueRef Run::collection(const Step& step, std::uint32_t number) {
  bool is_map = step.op == Op::Map;
  Symbol type;
  if (language_ == Language::Python) type = program_.symbol(is_map ? "dict" : "list");
  else if (language_ == Language::Ruby) type = program_.symbol(is_map ? "Hash" : "Array");
  else if (!is_map && (language_ == Language::Js || language_ == Language::Ts || language_ == Language::Tsx)) type = program_.symbol("Array");
  ObjectId thing = make(number, 0, type, false, !is_map);
  objects_.edit(thing).is_value = language_ == Language::Php || (language_ == Language::Go && is_array(step.node));
  ValueRef made = object_value(thing);
  for (std::size_t i = 0; i < step.count; i += is_map ? 2 : 1) {
    ValueId id = operand_id(step, is_map ? i + 1 : i);
    ValueRef element = id.valid() ? at_[id.index] : kNothing;
    ValueId key = is_map ? operand_id(step, i) : ValueId{};
    bool is_spread = (id.valid() && function_.steps[id.index].op == Op::Spread) || (is_map && !key.valid());
    if (is_spread && !is_map && !values_[element].objects.empty()) {
      append_contents(made, element);
    } else if (is_spread) {
      for (ObjectId from : std::vector(values_[element].objects)) {
        Content content = contents_[state_.content_of(from)];
        for (const auto& [name, field] : content.fields) write(made, name, field);
        write_any(made, read_any(from, false));
      }
      if (values_[element].objects.empty()) write_any(made, unknown_with(deep({element})));
    } else if (is_map) {
      write_element(made, at_[key.index], element);
    } else {
      append(made, element);
    }
  }
  return made;
}

ValueRef Run::closure(const Step& step) {
  const Function& made = file_.graph->functions[step.number];
  Kind kind = file_.unit->node(made.node).kind;
  if (kind == Kind::Class)
    if (auto known = file_.classes.find(made.node.index); known != file_.classes.end())
      return object_value(objects_.add({.kind = Object::Kind::Class, .number = known->second.index, .detail = 0, .parent = {}, .key = {}, .type = {}}));
  ProgramFunctionId function = program_.global(program_.function(id_).file, {step.number});
  ObjectId frame = frame_of(local_);
  ValueRef value = object_value(objects_.add({.kind = Object::Kind::Closure, .number = function.index, .detail = 0, .parent = frame, .key = {}, .type = {}}));
  run_unseen(value);
  return value;
}

// Who calls a function value may be code that nobody sees: with the variables around it as they are now.
void Run::run_unseen(ValueRef function) {
  State before = state_;
  ValueRef thrown = thrown_;
  for (ObjectId id : std::vector(values_[function].objects)) {
    ProgramFunctionId callee{objects_[id].number};
    if (file_.unit->node(program_.graph_function(callee).node).kind != Kind::Lambda) continue;
    const Summary* summary = solver_.summary(callee, {});
    if (!summary || summary->hits.empty()) continue;
    ValueRef nothing = values_.unknown();
    std::vector<ValueRef> arguments(program_.graph_function(callee).parameters.size(), nothing);
    CallParts parts{.step = current_step_, .arguments = {}, .plain_arguments = std::move(arguments)};
    apply_summary(*summary, parts, {.function = callee, .self = self(), .closure = id}, 500);
  }
  state_ = std::move(before);
  thrown_ = thrown;
}

}  // namespace sluice::flow
