// sarif/json_parser.h - the scanner behind json::Document: text in, flat nodes out.
//
// Without recursion: the containers that are open stand on a stack of their own, so
// a hundred thousand brackets are an error message and not a stack overflow.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sarif/json.h"

namespace sluice::sarif::json {

class Parser {
 public:
  struct Mistake {
    std::uint32_t offset;
    std::string code, message;
  };

  // `text` is valid UTF-8 of less than 4 GiB; reading begins at `begin`.
  Parser(std::string_view text, std::size_t begin, std::vector<Node>& nodes) : text_(text), at_(begin), nodes_(nodes) {}
  std::optional<Mistake> run();

 private:
  enum class Want { Value, FirstItemOrEnd, Item, FirstKeyOrEnd, Key, CommaOrEnd };
  bool step();
  bool read_value();
  bool open(Type type);
  void close();
  void value_done();
  bool read_key();
  bool read_comma_or_end();
  bool read_string();
  bool read_escape();
  bool read_number();
  bool read_digits();
  bool read_word(std::string_view word, Type type);
  void skip_blanks();
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool mistake(std::string_view code, std::string message);
  bool unexpected(std::string_view expected);

  std::string_view text_;
  std::size_t at_;
  std::vector<Node>& nodes_;
  std::vector<std::uint32_t> open_;  // nodes of the containers around us
  Want want_ = Want::Value;
  bool done_ = false;
  std::optional<Mistake> mistake_;
};

}  // namespace sluice::sarif::json
