// gate/signed_text.h - what people put their signature under: text that they can read first.
//
// A heading that names the kind and version, then a line for each field, always all of them and
// in the same order. Texts stand in quotes with line ends written as \u000a, so that no value
// can pretend to be the next field: two different things never give the same bytes.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace sluice::gate {

class SignedText {
 public:
  explicit SignedText(std::string_view heading);
  void line(std::string_view name, std::string_view text);
  void line(std::string_view name, std::vector<std::string> list);  // sorted: its order says nothing
  void line(std::string_view name, Date day);
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

// "Ada Example <ada@example.org>" and "ADA@example.org" are one person.
bool same_person(std::string_view a, std::string_view b);

}  // namespace sluice::gate
