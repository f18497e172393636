// sarif/json.h - JSON text as values that know their place.
//
// A wrong SARIF log must be told as file:line:col, every mistake of it, and a log of
// half a gigabyte must be read in seconds. So a document is one flat table of 16-byte
// nodes beside the text: no allocation per value, strings decoded when asked for,
// lines worked out when a place is told.
//
// Strict RFC 8259, UTF-8. A byte order mark is skipped (`has_byte_order_mark`).
// Refused, with a place: other syntax, bytes that are not UTF-8, a key twice in one
// object, nesting beyond kMaxDepth, texts of 4 GiB and more.
//
// Not here: JSON out (sarif/writer.h), SARIF (sarif/reader.h).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::sarif::json {

inline constexpr std::size_t kMaxDepth = 256;

enum class Type : std::uint8_t { Null, False, True, Number, String, Array, Object };
std::string_view to_string(Type type);  // as messages say it: "an object", "a string" ...

struct Node {
  std::uint32_t begin = 0, end = 0;  // bytes of the value's text
  std::uint32_t next = 0;            // the node after this value and all that is in it
  Type type = Type::Null;
  bool escaped = false;  // a string with a backslash in it
};
static_assert(sizeof(Node) == 16);  // there are millions of them

class Document;
class Items;
class Pairs;

// One value of a Document; refers into it and dies with it.
class Value {
 public:
  Value(const Document& document, std::uint32_t node) : document_(&document), node_(node) {}

  Type type() const { return node().type; }
  bool is_null() const { return type() == Type::Null; }
  bool is_bool() const { return type() == Type::True || type() == Type::False; }
  bool is_number() const { return type() == Type::Number; }
  bool is_string() const { return type() == Type::String; }
  bool is_array() const { return type() == Type::Array; }
  bool is_object() const { return type() == Type::Object; }

  std::string_view raw() const;  // as it stands in the text
  std::string compact() const;   // the same without blanks between tokens
  std::string text() const;      // of a string, decoded; else empty
  bool text_is(std::string_view expected) const;
  std::optional<double> number() const;
  std::optional<std::int64_t> integer() const;  // also 5.0 and 5e0
  Items items() const;                          // of an array; else none
  Pairs pairs() const;                          // of an object; else none
  std::size_t size() const;                     // items or pairs; linear
  std::optional<Value> find(std::string_view key) const;

  Place place() const;
  std::uint32_t index() const { return node_; }

 private:
  friend class Items;
  friend class Pairs;
  const Node& node() const;
  const Document* document_;
  std::uint32_t node_;
};

struct Pair {
  Value key, value;
};

// The children of an array, for range-for.
class Items {
 public:
  struct Iterator {
    const Document* document;
    std::uint32_t node;
    Value operator*() const { return {*document, node}; }
    Iterator& operator++();
    bool operator==(const Iterator& other) const { return node == other.node; }
  };
  Items(const Document& document, std::uint32_t begin, std::uint32_t end)
      : document_(&document), begin_(begin), end_(end) {}
  Iterator begin() const { return {document_, begin_}; }
  Iterator end() const { return {document_, end_}; }

 private:
  const Document* document_;
  std::uint32_t begin_, end_;
};

// The members of an object, for range-for.
class Pairs {
 public:
  struct Iterator {
    const Document* document;
    std::uint32_t node;
    Pair operator*() const { return {Value(*document, node), Value(*document, node + 1)}; }
    Iterator& operator++();
    bool operator==(const Iterator& other) const { return node == other.node; }
  };
  Pairs(const Document& document, std::uint32_t begin, std::uint32_t end)
      : document_(&document), begin_(begin), end_(end) {}
  Iterator begin() const { return {document_, begin_}; }
  Iterator end() const { return {document_, end_}; }

 private:
  const Document* document_;
  std::uint32_t begin_, end_;
};

class Document {
 public:
  // `file` names the text in places. Syntax ends at the first mistake; all keys that
  // occur twice are told at once.
  static sluice::Result<Document> parse(std::string file, std::string text);

  Value root() const { return {*this, 0}; }
  const std::string& text() const { return text_; }
  const std::string& file() const { return file_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  bool has_byte_order_mark() const { return has_byte_order_mark_; }
  Place place_at(std::uint32_t offset) const;

 private:
  std::string file_, text_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> line_begins_;  // offsets
  bool has_byte_order_mark_ = false;
};

// A JSON string with its quotes, decoded. Lone surrogates become U+FFFD.
std::string decode_string(std::string_view quoted);

}  // namespace sluice::sarif::json
