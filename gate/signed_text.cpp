#include "gate/signed_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace sluice::gate {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += fmt::format("\\{}", c);
    else if (byte < 0x20 || byte == 0x7f) out += fmt::format("\\u{:04x}", byte);
    else out += c;
  }
  return out + "\"";
}

std::string address_of(std::string_view name) {
  std::size_t open = name.find('<'), close = name.rfind('>');
  if (open != std::string_view::npos && close != std::string_view::npos && close > open) name = name.substr(open + 1, close - open - 1);
  return to_lower(trim(name));
}

}  // namespace

SignedText::SignedText(std::string_view heading) : text_(fmt::format("{}\n", heading)) {}

void SignedText::line(std::string_view name, std::string_view text) { text_ += fmt::format("{}: {}\n", name, in_quotes(text)); }

void SignedText::line(std::string_view name, std::vector<std::string> list) {
  std::ranges::sort(list);
  std::string out;
  for (const std::string& entry : list) out += (out.empty() ? "" : ", ") + in_quotes(entry);
  text_ += fmt::format("{}: [{}]\n", name, out);
}

void SignedText::line(std::string_view name, Date day) { text_ += fmt::format("{}: {}\n", name, day_text(day)); }

bool same_person(std::string_view a, std::string_view b) { return address_of(a) == address_of(b); }

}  // namespace sluice::gate
