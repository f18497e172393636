// sarif/walk.h - visits every object of the model below one: `walk(result, visitor)` calls
// visitor(object) for the object itself and for each one in it, outer before inner.
// The visitor takes what it cares about and leaves the rest to an overload for anything.
#pragma once
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "sarif/fields.h"

namespace sluice::sarif {

// The Io of fields.h that walks.
template <class Visitor>
class Walker {
 public:
  explicit Walker(Visitor& visitor) : visitor_(visitor) {}

  template <class T>
  void object(T& t) {
    visitor_(t);
    fields(*this, t);
  }
  template <class T>
  void operator()(std::string_view, T& member) {
    visit(member);
  }
  template <class T>
  void required(std::string_view, T& member) {
    visit(member);
  }
  template <class T>
  void count(std::string_view, T&, std::int64_t) {}
  void extra(const Members&) {}

 private:
  template <class T>
  void visit(std::optional<T>& value) {
    if (value) visit(*value);
  }
  template <class T>
  void visit(std::vector<T>& list) {
    for (T& item : list) visit(item);
  }
  template <class T>
  void visit(std::map<std::string, T>& map) {
    for (auto& [name, value] : map) visit(value);
  }
  void visit(std::string&) {}
  void visit(Members&) {}
  template <class T>
  void visit(T& value) {
    if constexpr (std::is_class_v<T>) object(value);
  }

  Visitor& visitor_;
};

template <class T, class Visitor>
void walk(T& object, Visitor&& visitor) {
  Walker<std::remove_reference_t<Visitor>>(visitor).object(object);
}

}  // namespace sluice::sarif
