// tests/unit/analyzers/flow/interpreter_library.h - the functions of the languages' own libraries that
// the interpreter's programs call: printing, texts, lists, maps.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "tests/unit/analyzers/flow/interpreter_value.h"

namespace sluice::flow::test {

class Library {
 public:
  // What the functions need of the program that runs.
  struct Program {
    std::function<Value(const Value& function, const Items& given)> call;
    std::function<std::optional<Value>(const std::string& name)> find;
    std::function<Value(const Value& of_class, const Items& given)> make;
  };
  explicit Library(Program program) : program_(std::move(program)) {}

  // `on`: the receiver; undefined for none. Throws std::runtime_error where there is no such function.
  Value call(const std::string& name, const Value& on, const Items& given);
  const std::string& printed() const { return printed_; }

 private:
  void print(const Items& given, std::string_view between, std::string_view end);
  Value formatted(const Items& given);
  Value raised(const Items& given);
  Value of_list(const std::string& name, const Value& on, const Items& given);

  Program program_;
  std::string printed_;
};

}  // namespace sluice::flow::test
