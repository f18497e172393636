// sarif/members.h - named JSON values that a model keeps without knowing them.
//
// Foreign logs hold members that no version of this model foresees: tool-specific
// property bags, objects of the standard that Sluice has no use for, plain mistakes.
// They must survive reading and writing, so each is kept as the compact text of its
// JSON value. Text, not a DOM: it is exact (1.0 stays 1.0), cheap to copy, and headers
// stay free of a JSON library.
//
// Not here: JSON text to values with places (sarif/json.h), the model (sarif/log.h).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::sarif {

// `text` as a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD.
std::string json_string(std::string_view text);
void append_json_string(std::string& out, std::string_view text);
// The shortest form that reads back as the same number; a whole number gets `.0`.
std::string json_number(double number);

struct Member {
  std::string name;
  std::string json;  // compact, always valid
  friend bool operator==(const Member&, const Member&) = default;
};

// The members of one JSON object, in the order they came.
class Members {
 public:
  bool empty() const { return list_.empty(); }
  const std::vector<Member>& list() const { return list_; }
  const std::string* find(std::string_view name) const;  // the JSON text
  bool has(std::string_view name) const { return find(name) != nullptr; }

  // The value when it is there and of that type.
  std::optional<std::string> text(std::string_view name) const;
  std::optional<double> number(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;  // the strings of an array

  // Each replaces the member in its place, or appends it.
  void set_json(std::string_view name, std::string json);  // `json`: compact and valid
  void set_text(std::string_view name, std::string_view text);
  void set_number(std::string_view name, double number);
  void set_integer(std::string_view name, std::int64_t number);
  void set_bool(std::string_view name, bool value);
  void set_texts(std::string_view name, const std::vector<std::string>& texts);
  void erase(std::string_view name);
  void sort_by_name();

  friend bool operator==(const Members&, const Members&) = default;

 private:
  std::vector<Member> list_;
};

}  // namespace sluice::sarif
