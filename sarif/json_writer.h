// sarif/json_writer.h - appends JSON tokens to a string, with or without layout.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "sarif/writer.h"

namespace sluice::sarif::json {

class Writer {
 public:
  // `depth`: how many containers stand around what is written; for layout only.
  // `sink`: is handed what stands in `out` while a long array is written, which then begins anew.
  Writer(std::string& out, Layout layout, std::size_t depth = 0, TextSink sink = {}) : out_(out), layout_(layout), depth_(depth), sink_(std::move(sink)) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);  // of the next value
  void text(std::string_view value);
  void number(std::int64_t value);
  void value(std::string_view json);    // a number or a word, as it is
  void compact(std::string_view json);  // any compact JSON, laid out like the rest
  // An array of `count` values that threads share, each on one line if the layout says so.
  // `write_one(writer, i)` writes the i-th, to a writer of its own; what comes out does not depend on `jobs`.
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
    begin_array();
    InOrder in_order(count, [&](const std::string& part) {
      if (!part.empty()) value(part);
      if (sink_ && out_.size() >= kSinkSize) sink_(out_), out_.clear();
    });
    for_each_index(count, jobs, [&] {
      return [&, out = std::string()](std::size_t part) mutable {
        out.clear();
        write_part(part, [&](const auto& write_one) {
          if (!out.empty()) out += ',', new_line(out);
          Writer writer(out, layout_ == Layout::Lines ? Layout::Compact : layout_, depth());
          write_one(writer);
        });
        in_order.give(part, std::string(out));
      };
    });
    end_array();
  }

 private:
  static constexpr std::size_t kSinkSize = 1 << 20;  // bytes

  void open(char bracket);
  void close(char bracket);
  void before_value();
  void new_line(std::string& out) const;
  std::size_t depth() const { return depth_ + empty_.size(); }

  std::string& out_;
  Layout layout_;
  std::size_t depth_;
  TextSink sink_;
  std::vector<bool> empty_;  // for each open container: nothing in it yet
  bool after_key_ = false;
};

}  // namespace sluice::sarif::json
