// base/yaml.h - YAML (and JSON) documents whose every node knows its place.
//
// All that users write (rules, policies, checklists, release files) is read
// through this, so that every mistake is told as file:line:column. Duplicate
// keys are an error; a key nobody asked for is found with `unknown_keys`.
//
// Nodes refer into the Document that made them and die with it.
#pragma once
#include <cstdint>
#include <optional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sluice::yaml {

enum class NodeType : std::uint8_t { Null, Scalar, Sequence, Map };

class Node;
struct Pair;

class Document {
 public:
  // Parses one YAML document. `file` names it in errors. An empty text is a Null root.
  static Result<Document> parse(std::string file, std::string_view text);
  const Node& root() const { return *root_; }

 private:
  std::shared_ptr<const std::string> file_;
  std::unique_ptr<Node> root_;
};

class Node {
 public:
  NodeType type() const { return type_; }
  bool is_null() const { return type_ == NodeType::Null; }
  bool is_scalar() const { return type_ == NodeType::Scalar; }
  bool is_sequence() const { return type_ == NodeType::Sequence; }
  bool is_map() const { return type_ == NodeType::Map; }
  // True for a scalar in quotes or a block: `"1"` is text, `1` may be a number.
  bool is_quoted() const { return quoted_; }

  Place place() const { return {*file_, line_, column_}; }
  const std::string& scalar() const { return scalar_; }
  const std::vector<Node>& items() const { return items_; }  // of a sequence
  const std::vector<Pair>& pairs() const { return pairs_; }  // of a map, in file order

  const Node* find(std::string_view key) const;  // null when absent or not a map
  bool has(std::string_view key) const { return find(key) != nullptr; }

  // Typed reading: an error names the place and what is expected.
  Result<std::string> as_text() const;
  Result<bool> as_bool() const;
  Result<std::int64_t> as_int() const;
  Result<double> as_number() const;
  Result<std::vector<std::string>> as_texts() const;  // a sequence of scalars, or one scalar
  // The same of a member that must be there.
  Result<std::string> text(std::string_view key) const;
  Result<std::vector<std::string>> texts(std::string_view key) const;
  Result<const Node*> member(std::string_view key) const;

  // One error for each key that is not in `known`, with the nearest known one suggested.
  Errors unknown_keys(std::vector<std::string_view> known) const;

 private:
  friend class Builder;
  std::shared_ptr<const std::string> file_;
  NodeType type_ = NodeType::Null;
  bool quoted_ = false;
  std::uint32_t line_ = 0, column_ = 0;
  std::string scalar_;
  std::vector<Node> items_;
  std::vector<Pair> pairs_;
};

struct Pair {
  Node key;
  Node value;
};

}  // namespace sluice::yaml
