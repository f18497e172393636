#include "sarif/json_writer.h"

#include <charconv>

#include "sarif/members.h"

namespace sluice::sarif::json {

void Writer::new_line(std::string& out) const {
  if (layout_ == Layout::Compact) return;
  out += '\n';
  out.append(2 * depth(), ' ');
}

void Writer::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (empty_.empty()) return;
  if (!empty_.back()) out_ += ',';
  empty_.back() = false;
  new_line(out_);
}

void Writer::open(char bracket) {
  before_value();
  out_ += bracket;
  empty_.push_back(true);
}

void Writer::close(char bracket) {
  const bool empty = empty_.back();
  empty_.pop_back();
  if (!empty) new_line(out_);
  out_ += bracket;
}

void Writer::key(std::string_view name) {
  before_value();
  append_json_string(out_, name);
  out_ += ':';
  if (layout_ != Layout::Compact) out_ += ' ';
  after_key_ = true;
}

void Writer::number(std::int64_t number) {
  char digits[24];
  value({digits, std::to_chars(digits, digits + sizeof digits, number).ptr});
}

void Writer::text(std::string_view text) {
  before_value();
  append_json_string(out_, text);
}

void Writer::value(std::string_view json) {
  before_value();
  out_ += json;
}

namespace {
std::size_t end_of_string(std::string_view json, std::size_t quote) {
  std::size_t i = quote + 1;
  while (json[i] != '"') i += json[i] == '\\' ? 2 : 1;
  return i + 1;
}
}  // namespace

void Writer::compact(std::string_view json) {
  for (std::size_t i = 0; i < json.size();) {
    const char c = json[i];
    if (c == '{' || c == '[') {
      open(c), ++i;
    } else if (c == '}' || c == ']') {
      close(c), ++i;
    } else if (c == ',') {
      ++i;
    } else {
      const std::size_t end = c == '"' ? end_of_string(json, i) : std::min(json.find_first_of(",]}", i), json.size());
      value(json.substr(i, end - i));
      i = end;
      if (i < json.size() && json[i] == ':') {
        out_ += layout_ == Layout::Compact ? ":" : ": ";
        after_key_ = true;
        ++i;
      }
    }
  }
}

}  // namespace sluice::sarif::json
