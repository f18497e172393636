#include "signoff/strict_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/file.h"
#include "base/text.h"

namespace sluice::signoff {
namespace {

using Json = nlohmann::ordered_json;

// Looks at the text without making values of it, so that hostile text costs little.
struct Checker : nlohmann::json_sax<Json> {
  std::vector<std::set<std::string>> open;
  std::string mistake;
  std::size_t mistake_at = 0;
  std::size_t depth = 0;

  bool descend() {
    if (++depth <= kMostJsonDepth) return true;
    mistake = fmt::format("nested deeper than {}", kMostJsonDepth);
    return false;
  }
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override {
    open.emplace_back();
    return descend();
  }
  bool key(string_t& name) override {
    if (open.back().insert(name).second) return true;
    mistake = "the member `" + escape_terminal(name.substr(0, 100)) + "` stands twice in one object";
    return false;
  }
  bool end_object() override {
    open.pop_back();
    --depth;
    return true;
  }
  bool start_array(std::size_t) override { return descend(); }
  bool end_array() override {
    --depth;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
    mistake = "this is not JSON from here on";
    mistake_at = position == 0 ? 0 : position - 1;
    return false;
  }
};

std::string short_text(const Json& value) {
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > 80) text = text.substr(0, 77) + "...";
  return to_valid_utf8(text);
}

std::string escaped_pointer(std::string_view name) {
  std::string out;
  for (char c : name) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return out;
}

std::string describe(const std::string& pointer, const Json* was_signed, const Json* found) {
  return fmt::format("{}: signed is {}, found is {}", pointer.empty() ? "/" : pointer, was_signed ? short_text(*was_signed) : "nothing",
                     found ? short_text(*found) : "nothing");
}

const Json* member(const Json& object, const std::string& name) {
  auto at = object.find(name);
  return at == object.end() ? nullptr : &*at;
}

// Depth is bounded by parse_json.
std::string difference(const std::string& pointer, const Json& a, const Json& b) {
  if (a == b) return {};
  if (a.is_object() && b.is_object()) {
    for (const auto& [name, value] : a.items()) {
      std::string at = pointer + "/" + escaped_pointer(name);
      const Json* other = member(b, name);
      std::string found = other ? difference(at, value, *other) : describe(at, &value, nullptr);
      if (!found.empty()) return found;
    }
    for (const auto& [name, value] : b.items())
      if (!member(a, name)) return describe(pointer + "/" + escaped_pointer(name), nullptr, &value);
  }
  if (a.is_array() && b.is_array()) {
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
      std::string at = fmt::format("{}/{}", pointer, i);
      if (i >= a.size() || i >= b.size()) return describe(at, i < a.size() ? &a[i] : nullptr, i < b.size() ? &b[i] : nullptr);
      if (std::string found = difference(at, a[i], b[i]); !found.empty()) return found;
    }
  }
  return describe(pointer, &a, &b);
}

}  // namespace

Result<Json> parse_json(const std::string& file, std::string_view text) {
  Checker checker;
  if (!Json::sax_parse(text, &checker)) {
    if (checker.mistake_at == 0 && checker.depth == 0 && checker.open.empty()) return fail({file, 1, 1}, "signoff-json", checker.mistake);
    Place place = checker.mistake_at > 0 ? place_of(file, text, checker.mistake_at) : Place{file};
    return fail(place, "signoff-json", checker.mistake);
  }
  return Json::parse(text, nullptr, false);
}

std::string first_difference(const Json& was_signed, const Json& found) { return difference({}, was_signed, found); }

}  // namespace sluice::signoff
