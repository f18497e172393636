// analyzers/flow/slot.h - which value of a call a library model speaks of.
//
//   arg0                     the first argument; `arg1..` it and all behind, `arg*` all, `arg-last`
//   arg1:sql                 the second one, or the one given by the keyword `sql`; `arg:shell` by keyword only
//   receiver, return         `return1` is the second of several results
//   assigned                 what is written into a property
//   parameter0               of a function that the framework calls (entry points)
//   call                     the call itself, whatever it is given
//   first, last              as an index of a list
//   element of X             any element of the list, `first of X` the one at its begin; `key of X`, `value of X`: of a map
//   field name of X          a field or property, or the entry of a map by that name
//   parameter0 of X          what a callback gets; `result of X`: what it returns
//
// The texts of a Slot are those that it was parsed from: they must live as long.
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::flow {

enum class SlotBase : std::uint8_t { Argument, Receiver, Return, Assigned, Parameter, Call, First, Last };

struct SlotStep {
  enum class Kind : std::uint8_t { Element, First, Key, Value, Field, Parameter, Result };
  Kind kind = Kind::Element;
  std::uint16_t number = 0;  // of Parameter
  std::string_view name;     // of Field
  friend bool operator==(const SlotStep&, const SlotStep&) = default;
};

struct Slot {
  static constexpr std::uint16_t kLast = 0xffff;      // `arg-last`
  static constexpr std::uint16_t kNoNumber = 0xfffe;  // `arg:name`: by keyword only
  SlotBase base = SlotBase::Return;
  bool and_later = false;         // `arg1..`; of `arg*` keywords count as well
  std::uint16_t number = 0;       // of Argument, Return, Parameter
  std::string_view keyword;       // of Argument; "*" of `arg*`
  std::vector<SlotStep> path;     // from the base on: `element of field rows of return` is field, element
  friend bool operator==(const Slot&, const Slot&) = default;
};

// The error says what is expected.
std::expected<Slot, std::string> parse_slot(std::string_view text);
// As parse_slot reads it.
std::string to_string(const Slot& slot);

}  // namespace sluice::flow
