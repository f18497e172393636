// sarif/enums.h - the standard's words for the enumerations of log.h, in their order.
#pragma once
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "sarif/log.h"

namespace sluice::sarif {

template <class E>
struct Words;
template <>
struct Words<Level> {
  static constexpr std::array<std::string_view, 4> list = {"none", "note", "warning", "error"};
};
template <>
struct Words<Kind> {
  static constexpr std::array<std::string_view, 6> list = {"notApplicable", "pass", "fail",
                                                           "review",        "open", "informational"};
};
template <>
struct Words<BaselineState> {
  static constexpr std::array<std::string_view, 4> list = {"new", "unchanged", "updated", "absent"};
};
template <>
struct Words<SuppressionKind> {
  static constexpr std::array<std::string_view, 2> list = {"inSource", "external"};
};
template <>
struct Words<SuppressionStatus> {
  static constexpr std::array<std::string_view, 3> list = {"accepted", "underReview", "rejected"};
};
template <>
struct Words<Importance> {
  static constexpr std::array<std::string_view, 3> list = {"important", "essential", "unimportant"};
};
template <>
struct Words<ColumnKind> {
  static constexpr std::array<std::string_view, 2> list = {"utf16CodeUnits", "unicodeCodePoints"};
};

template <class E>
std::string_view word_of(E value) {
  return Words<E>::list[static_cast<std::size_t>(value)];
}

template <class E>
std::optional<E> value_of_word(std::string_view word) {
  const auto it = std::ranges::find(Words<E>::list, word);
  if (it == Words<E>::list.end()) return std::nullopt;
  return static_cast<E>(it - Words<E>::list.begin());
}

}  // namespace sluice::sarif
