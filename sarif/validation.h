// sarif/validation.h - what the validator's rules share: looking into a log that may have any shape.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sarif/validator.h"

namespace sluice::sarif {

// The value at the end of a path of keys, when every step is there.
std::optional<json::Value> at(const json::Value& value, std::initializer_list<std::string_view> keys);
std::string text_at(const json::Value& value, std::initializer_list<std::string_view> keys);
std::optional<std::int64_t> integer_at(const json::Value& value, std::initializer_list<std::string_view> keys);
// The items of the array there; none when there is no array.
std::vector<json::Value> items_at(const json::Value& value, std::initializer_list<std::string_view> keys);
bool has(const json::Value& value, std::string_view key);  // there and not null

// A sink that knows its rules: the level comes from the table.
class Reporter {
 public:
  Reporter(std::span<const ValidationRule> rules, ViolationSink& sink) : rules_(rules), sink_(sink) {}
  void tell(std::string_view id, const json::Value& at, std::string message) const;
  void tell(std::string_view id, Level level, const json::Value& at, std::string message) const;

 private:
  std::span<const ValidationRule> rules_;
  ViolationSink& sink_;
};

void check_standard(const json::Document& document, ViolationSink& sink);
void check_consumers(const json::Document& document, ViolationSink& sink);

}  // namespace sluice::sarif
