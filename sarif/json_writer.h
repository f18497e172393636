// sarif/json_writer.h - appends JSON tokens to a string, with or without layout.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.h"
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
  // An array of `count` values that threads share. `write_one(writer, i)` writes the i-th, to a
  // writer of its own; what comes out does not depend on `jobs`.
  template <class WriteOne>
  void array(std::size_t count, unsigned jobs, const WriteOne& write_one) {
    constexpr std::size_t kPart = 256;
    array_of_parts((count + kPart - 1) / kPart, jobs, [&](std::size_t part, const auto& write_value) {
      for (std::size_t i = part * kPart; i < std::min((part + 1) * kPart, count); ++i)
        write_value([&](Writer& writer) { write_one(writer, i); });
    });
  }
  // The same of parts with any number of values: `write_part(i, write_value)` calls
  // `write_value(write_one)` for each value of the i-th, and that calls `write_one(writer)`.
  template <class WritePart>
  void array_of_parts(std::size_t count, unsigned jobs, const WritePart& write_part) {
    std::vector<std::string> parts(count);
    begin_array();
    for_each_index(count, jobs, [&] {
      return [&](std::size_t part) {
        std::string& out = parts[part];
        write_part(part, [&](const auto& write_one) {
          if (!out.empty()) out += ',', new_line(out);
          Writer writer(out, layout_, depth());
          write_one(writer);
        });
      };
    });
    std::size_t size = out_.size();
    for (const std::string& part : parts) size += part.size() + 2 + 2 * depth();
    out_.reserve(size);
    for (const std::string& part : parts)
      if (!part.empty()) value(part);
    end_array();
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void before_value();
  void new_line(std::string& out) const;
  std::size_t depth() const { return depth_ + empty_.size(); }

  std::string& out_;
  Layout layout_;
  std::size_t depth_;
  std::vector<bool> empty_;  // for each open container: nothing in it yet
  bool after_key_ = false;
};

}  // namespace sluice::sarif::json
