// base/yaml_fields.h - reads the members of one YAML map and collects every mistake.
//
// A reader that stops at the first mistake shows a user with five mistakes one of
// them. Fields goes on: what is missing or of the wrong type is noted with its place
// and read as a default, and the caller looks at the errors once, at the end.
// A key that was never asked for is unknown: no second list of the keys to keep.
//
//   yaml::Fields fields(node, errors);
//   item.id = fields.text("id");                      // must be there
//   item.weight = fields.whole("weight").value_or(1); // may be there
//   fields.finish();                                  // complains about other keys
#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "base/yaml.h"

namespace sluice::yaml {

class Fields {
 public:
  // Both must outlive the reader. A node that is no map is a mistake, and empty.
  Fields(const Node& map, Errors& errors);

  std::string text(std::string_view key);  // must be there, and not be empty
  std::optional<std::string> optional_text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);  // empty when absent; one text is a list of one
  std::optional<std::int64_t> whole(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<double> number(std::string_view key, double least, double most);
  std::optional<bool> flag(std::string_view key);
  std::optional<Date> day(std::string_view key);
  std::optional<Instant> instant(std::string_view key);
  const Node* find(std::string_view key);      // null when absent
  const Node* required(std::string_view key);  // the same, and absence is a mistake

  // One of the words; nothing when absent or wrong.
  template <class T>
  std::optional<T> word(std::string_view key, std::initializer_list<std::pair<std::string_view, T>> words) {
    const Node* node = find(key);
    return node ? word_of(*node, words) : std::nullopt;
  }
  template <class T>
  std::optional<T> word_of(const Node& node, std::initializer_list<std::pair<std::string_view, T>> words) {
    std::vector<std::string_view> names;
    for (const auto& [name, value] : words) {
      if (node.is_scalar() && node.scalar() == name) return value;
      names.push_back(name);
    }
    complain_word(node, names);
    return std::nullopt;
  }

  void complain(const Node& node, std::string_view code, std::string message);
  void finish();  // one mistake for each key that nobody asked for
  const Node& node() const { return map_; }
  Errors& errors() { return errors_; }

 private:
  void complain_word(const Node& node, const std::vector<std::string_view>& names);
  template <class T>
  std::optional<T> note(Result<T> result);

  const Node& map_;
  Errors& errors_;
  std::vector<std::string> asked_;
};

}  // namespace sluice::yaml
