#include "tests/unit/analyzers/flow/interpreter_library.h"

#include <stdexcept>

namespace sluice::flow::test {

void Library::print(const Items& given, std::string_view between, std::string_view end) {
  for (std::size_t i = 0; i < given.size(); ++i) printed_ += (i == 0 ? "" : std::string(between)) + shown(given[i]);
  printed_ += end;
}

Value Library::formatted(const Items& given) {
  std::string text, format = given.empty() ? "" : given[0].text;
  std::size_t next = 1;
  for (std::size_t i = 0; i < format.size(); ++i) {
    bool is_place = format[i] == '%' && i + 1 < format.size() && next < given.size();
    if (!is_place) text += format[i];
    else text += shown(given[next++]), ++i;
  }
  return Value::of(text);
}

Value Library::call(const std::string& name, const Value& on, const Items& given) {
  static const std::map<std::string, int> kPrint = {{"print", 1}, {"println", 1}, {"puts", 1}, {"log", 1}, {"WriteLine", 1}, {"Println", 1}, {"echo", 0}};
  if (auto found = kPrint.find(name); found != kPrint.end()) return print(given, found->second ? " " : "", found->second ? "\n" : ""), Value{};
  if (name == "printf") return printed_ += formatted(given).text, Value{};
  if (name == "raise" || name == "panic") return raised(given);
  if (name == "exit") return {};
  if (name == "str" || name == "String" || name == "to_s" || name == "toString") return Value::of(shown(given.empty() ? on : given[0]));
  if (name == "range") {
    Items items;
    for (long i = given.size() > 1 ? given[0].number : 0; i < given.back().number; ++i) items.push_back(Value::of(i));
    return Value::of(items);
  }
  const Value& first = on.is(Type::Undefined) || on.is(Type::Builtin) ? (given.empty() ? on : given[0]) : on;
  if (name == "len" || name == "size" || name == "length" || name == "count" || name == "strlen") return Value::of(size(first));
  if (on.is(Type::List)) return of_list(name, on, given);
  if (on.is(Type::Map) && (name == "get" || name == "fetch")) return *find(on, given[0]);
  if (on.is(Type::Map) && name == "put") return set(on, given[0], given[1]), Value{};
  if (on.is(Type::Map) && (name == "items" || name == "entries")) return pairs(on);
  if (on.is(Type::Builtin) && on.text == "Object" && name == "entries") return pairs(given[0]);
  if (name == "append" && !given.empty() && given[0].is(Type::List)) {  // Go's
    Items items = *given[0].list;
    items.insert(items.end(), given.begin() + 1, given.end());
    return Value::of(items);
  }
  if (auto found = program_.find(name)) return program_.call(*found, given);
  throw std::runtime_error("no function " + name);
}

Value Library::raised(const Items& given) {
  if (given.empty()) return Value::of(std::string("again"));
  bool is_class = given[0].is(Type::Builtin) || (given[0].is(Type::Object) && given[0].object->is_class);
  return is_class ? program_.make(given[0], Items(given.begin() + 1, given.end())) : given[0];
}

Value Library::of_list(const std::string& name, const Value& on, const Items& given) {
  if (name == "append" || name == "push" || name == "add" || name == "Add" || name == "Append") return on.list->push_back(given.at(0)), on;
  if (name == "get") return on.list->at(static_cast<std::size_t>(given.at(0).number));
  if (name == "pop") {
    Value last = on.list->back();
    on.list->pop_back();
    return last;
  }
  if (name == "join") {
    std::string text;
    for (std::size_t i = 0; i < on.list->size(); ++i) text += (i == 0 ? "" : shown(given.at(0))) + shown((*on.list)[i]);
    return Value::of(text);
  }
  bool is_each = name == "each" || name == "forEach" || name == "ForEach";
  if (!is_each && name != "map") throw std::runtime_error("no method " + name);
  Items made;
  for (const Value& item : Items(*on.list)) made.push_back(program_.call(given.at(0), {item}));
  return is_each ? on : Value::of(made);
}

}  // namespace sluice::flow::test
