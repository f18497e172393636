// analyzers/flow/engine/constant.h - texts, numbers and truths that a value is known to be, and what is
// worked out from them.
//
// In a Value a constant is a Symbol whose first character says what it is: `s` text, `n` whole number,
// `r` other number, `b` truth (`b1`, `b0`), `z` null. A character is a text.
//
// What is not listed here is not known, which is never wrong: the caller then takes every way.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "analyzers/source/language.h"
#include "analyzers/unit/unit.h"

namespace sluice::flow {

struct Known {
  enum class Type : std::uint8_t { Text, Whole, Real, Truth, Null } type = Type::Null;
  std::string text;         // of Text
  std::int64_t whole = 0;   // of Whole; of Truth 0 or 1
  double real = 0;

  static Known of(std::string text) { return {Type::Text, std::move(text), 0, 0}; }
  static Known of(std::int64_t whole) { return {Type::Whole, {}, whole, 0}; }
  static Known of_real(double real) { return {Type::Real, {}, 0, real}; }
  static Known truth(bool is_true) { return {Type::Truth, {}, is_true, 0}; }
  bool is_number() const { return type == Type::Whole || type == Type::Real; }
  double number() const { return type == Type::Real ? real : static_cast<double>(whole); }
  friend bool operator==(const Known&, const Known&) = default;
};

// As a Value's constant is spelled, and back.
std::string spell(const Known& known);
Known parse_known(std::string_view spelled);

// What a literal says; a Name too (`true`, `None`), where the language has names for these.
std::optional<Known> known_literal(const Unit& unit, NodeId literal);

std::optional<Known> known_unary(std::string_view op, const Known& operand, Language language);
std::optional<Known> known_binary(std::string_view op, const Known& left, const Known& right, Language language);
// Methods and functions on texts and numbers that all languages have under some name: `charAt`, `length`.
std::optional<Known> known_call(std::string_view name, const Known* receiver, std::span<const Known> arguments);
// `text[2]`; from the end where the language counts so.
std::optional<Known> known_element(const Known& text, const Known& index, Language language);

std::optional<bool> is_true(const Known& known, Language language);
// The text that the value becomes where texts are joined; none where languages differ.
std::optional<std::string> joined_text(const Known& known, Language language);
// As a key of a map: `1` and `"1"` are one, as languages with one kind of key have it.
std::string key_text(const Known& known);

}  // namespace sluice::flow
