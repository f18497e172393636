#include "analyzers/flow/slot.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "base/text.h"

namespace sluice::flow {
namespace {

constexpr std::uint16_t kMostNumber = 200;  // a call with more arguments than that is no model's

constexpr std::string_view kExpected =
    "expected `arg0`, `arg1..`, `arg*`, `arg-last`, `arg0:keyword`, `arg:keyword`, `receiver`, `return`, `assigned`, `parameter0`, "
    "`call`, `first` or `last`";
constexpr std::string_view kExpectedPart = "expected `element`, `first`, `key`, `value`, `field NAME`, `parameter0` or `result` before ` of `";

std::optional<std::uint16_t> number_of(std::string_view digits) {
  std::uint16_t number = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  bool is_number = error == std::errc{} && end == digits.data() + digits.size() && number <= kMostNumber;
  return is_number ? std::optional(number) : std::nullopt;
}

std::optional<SlotStep> parse_step(std::string_view text) {
  using Kind = SlotStep::Kind;
  if (text == "element") return SlotStep{Kind::Element, 0, {}};
  if (text == "first") return SlotStep{Kind::First, 0, {}};
  if (text == "key") return SlotStep{Kind::Key, 0, {}};
  if (text == "value") return SlotStep{Kind::Value, 0, {}};
  if (text == "result") return SlotStep{Kind::Result, 0, {}};
  if (text.starts_with("field ") && text.size() > 6) return SlotStep{Kind::Field, 0, trim(text.substr(6))};
  if (!text.starts_with("parameter")) return std::nullopt;
  auto number = number_of(text.substr(9));
  return number ? std::optional(SlotStep{Kind::Parameter, *number, {}}) : std::nullopt;
}

// `0`, `1..`, `*`, `-last`, `0:keyword`, `:keyword`: what stands behind `arg` or `parameter`.
bool parse_which(std::string_view text, Slot& slot) {
  if (text == "*") {
    slot.and_later = true, slot.keyword = "*";
    return true;
  }
  if (text == "-last") {
    slot.number = Slot::kLast;
    return true;
  }
  if (std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    slot.keyword = text.substr(colon + 1);
    text = text.substr(0, colon);
    if (slot.keyword.empty()) return false;
    if (text.empty()) {
      slot.number = Slot::kNoNumber;
      return true;
    }
  }
  if (text.ends_with("..")) slot.and_later = true, text.remove_suffix(2);
  auto number = number_of(text);
  slot.number = number.value_or(0);
  return number.has_value();
}

bool parse_base(std::string_view text, Slot& slot) {
  struct Word {
    std::string_view word;
    SlotBase base;
  };
  constexpr Word kWords[] = {{"receiver", SlotBase::Receiver}, {"return", SlotBase::Return}, {"assigned", SlotBase::Assigned},
                             {"call", SlotBase::Call},         {"first", SlotBase::First},   {"last", SlotBase::Last}};
  for (const Word& each : kWords) {
    slot.base = each.base;
    if (text == each.word) return true;
  }
  constexpr Word kNumbered[] = {{"arg", SlotBase::Argument}, {"return", SlotBase::Return}, {"parameter", SlotBase::Parameter}};
  for (const Word& each : kNumbered) {
    slot.base = each.base;
    if (text.starts_with(each.word)) return parse_which(text.substr(each.word.size()), slot);
  }
  return false;
}

std::string which_text(const Slot& slot) {
  if (slot.keyword == "*") return "*";
  if (slot.number == Slot::kLast) return "-last";
  std::string keyword = slot.keyword.empty() ? "" : fmt::format(":{}", slot.keyword);
  if (slot.number == Slot::kNoNumber) return keyword;
  return fmt::format("{}{}{}", slot.number, slot.and_later ? ".." : "", keyword);
}

std::string base_text(const Slot& slot) {
  switch (slot.base) {
    case SlotBase::Argument: return "arg" + which_text(slot);
    case SlotBase::Receiver: return "receiver";
    case SlotBase::Return: return slot.number == 0 && !slot.and_later ? "return" : "return" + which_text(slot);
    case SlotBase::Assigned: return "assigned";
    case SlotBase::Parameter: return "parameter" + which_text(slot);
    case SlotBase::Call: return "call";
    case SlotBase::First: return "first";
    case SlotBase::Last: return "last";
  }
  return {};
}

std::string step_text(const SlotStep& step) {
  switch (step.kind) {
    case SlotStep::Kind::Element: return "element";
    case SlotStep::Kind::First: return "first";
    case SlotStep::Kind::Key: return "key";
    case SlotStep::Kind::Value: return "value";
    case SlotStep::Kind::Field: return fmt::format("field {}", step.name);
    case SlotStep::Kind::Parameter: return fmt::format("parameter{}", step.number);
    case SlotStep::Kind::Result: return "result";
  }
  return {};
}

}  // namespace

std::expected<Slot, std::string> parse_slot(std::string_view text) {
  Slot slot;
  text = trim(text);
  while (true) {
    std::size_t of = text.find(" of ");
    if (of == std::string_view::npos) break;
    auto step = parse_step(trim(text.substr(0, of)));
    if (!step) return std::unexpected(fmt::format("`{}`: {}", trim(text.substr(0, of)), kExpectedPart));
    slot.path.insert(slot.path.begin(), *step);
    text = trim(text.substr(of + 4));
  }
  if (!parse_base(text, slot)) return std::unexpected(fmt::format("`{}`: {}", text, kExpected));
  return slot;
}

std::string to_string(const Slot& slot) {
  std::string text = base_text(slot);
  for (const SlotStep& step : slot.path) text = step_text(step) + " of " + text;
  return text;
}

}  // namespace sluice::flow
