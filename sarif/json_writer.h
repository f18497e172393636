// sarif/json_writer.h - appends JSON tokens to a string, with or without layout.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sarif/writer.h"

namespace sluice::sarif::json {

class Writer {
 public:
  // `depth`: how many containers stand around what is written; for layout only.
  Writer(std::string& out, Layout layout, std::size_t depth = 0) : out_(out), layout_(layout), depth_(depth) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);  // of the next value
  void text(std::string_view value);
  void number(std::int64_t value);
  void value(std::string_view json);    // a number or a word, as it is
  void compact(std::string_view json);  // any compact JSON, laid out like the rest

 private:
  void open(char bracket);
  void close(char bracket);
  void before_value();
  void new_line();

  std::string& out_;
  Layout layout_;
  std::size_t depth_;
  std::vector<bool> empty_;  // for each open container: nothing in it yet
  bool after_key_ = false;
};

}  // namespace sluice::sarif::json
