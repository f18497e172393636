#include "base/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <charconv>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"

namespace sluice::yaml {
namespace {

// A hostile file of anchors ("billion laughs") must not fill the memory.
constexpr std::size_t kMaxNodes = 4'000'000;

std::unexpected<Errors> wrong_type(const Node& node, std::string_view expected) {
  return fail(node.place(), "yaml-type", fmt::format("expected {}", expected));
}

}  // namespace

// Builds Nodes from yaml-cpp's events: its own node tree loses tags and is slower.
class Builder : public YAML::EventHandler {
 public:
  explicit Builder(std::shared_ptr<const std::string> file) : file_(std::move(file)) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(make(mark, NodeType::Null), anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    auto found = anchors_.find(anchor);
    Node copy = found == anchors_.end() ? make(mark, NodeType::Null) : found->second;
    count_ += size_of(copy);
    if (count_ > kMaxNodes) throw YAML::ParserException(mark, "too many nodes after following aliases");
    add(std::move(copy), 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    Node node = make(mark, NodeType::Scalar);
    node.quoted_ = tag == "!";
    bool is_null = !node.quoted_ && (value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL");
    if (is_null) node.type_ = NodeType::Null;
    node.scalar_ = value;
    add(std::move(node), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(make(mark, NodeType::Sequence), anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(make(mark, NodeType::Map), anchor);
  }
  void OnMapEnd() override { close(); }

  // The document's root; Null at line 1 when there was no document.
  Node take_root() {
    if (root_.line_ == 0) {
      root_.file_ = file_;
      root_.line_ = root_.column_ = 1;
    }
    return std::move(root_);
  }
  Errors errors;

 private:
  struct Open {
    Node node;
    YAML::anchor_t anchor = 0;
    std::optional<Node> key;  // of a map: the key whose value comes next
    std::unordered_map<std::string, std::uint32_t> seen;
  };

  Node make(const YAML::Mark& mark, NodeType type) {
    if (++count_ > kMaxNodes) throw YAML::ParserException(mark, "too many nodes");
    Node node;
    node.file_ = file_;
    node.type_ = type;
    node.line_ = static_cast<std::uint32_t>(mark.line + 1);
    node.column_ = static_cast<std::uint32_t>(mark.column + 1);
    return node;
  }

  static std::size_t size_of(const Node& node) {
    std::size_t size = 1;
    for (const Node& item : node.items_) size += size_of(item);
    for (const Pair& pair : node.pairs_) size += 1 + size_of(pair.value);
    return size;
  }

  void open(Node node, YAML::anchor_t anchor) { stack_.push_back({std::move(node), anchor, {}, {}}); }

  void close() {
    Open done = std::move(stack_.back());
    stack_.pop_back();
    add(std::move(done.node), done.anchor);
  }

  void add(Node node, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = node;
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = stack_.back();
    if (parent.node.type_ == NodeType::Sequence) {
      parent.node.items_.push_back(std::move(node));
    } else if (!parent.key) {
      auto [known, is_new] = parent.seen.emplace(node.scalar_, node.line_);
      if (!is_new && node.is_scalar())
        errors.add(node.place(), "yaml-duplicate-key",
                   fmt::format("key `{}` is there twice, first in line {}", node.scalar_, known->second));
      parent.key = std::move(node);
    } else {
      parent.node.pairs_.push_back({std::move(*parent.key), std::move(node)});
      parent.key.reset();
    }
  }

  std::shared_ptr<const std::string> file_;
  Node root_;
  std::vector<Open> stack_;
  std::unordered_map<YAML::anchor_t, Node> anchors_;
  std::size_t count_ = 0;
};

Result<Document> Document::parse(std::string file, std::string_view text) {
  Document document;
  document.file_ = std::make_shared<const std::string>(std::move(file));
  Builder builder(document.file_);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
  } catch (const YAML::Exception& error) {
    Place place{*document.file_, 0, 0};
    if (!error.mark.is_null()) {
      place.line = static_cast<std::uint32_t>(error.mark.line + 1);
      place.column = static_cast<std::uint32_t>(error.mark.column + 1);
    }
    return fail(place, "yaml-syntax", "not YAML: " + error.msg);
  }
  if (!builder.errors.empty()) return std::unexpected(std::move(builder.errors));
  document.root_ = std::make_unique<Node>(builder.take_root());
  return document;
}

const Node* Node::find(std::string_view key) const {
  for (const Pair& pair : pairs_)
    if (pair.key.scalar_ == key) return &pair.value;
  return nullptr;
}

Result<std::string> Node::as_text() const {
  if (!is_scalar()) return wrong_type(*this, "text");
  return scalar_;
}

Result<bool> Node::as_bool() const {
  if (is_scalar() && !quoted_) {
    if (scalar_ == "true" || scalar_ == "True" || scalar_ == "yes" || scalar_ == "on") return true;
    if (scalar_ == "false" || scalar_ == "False" || scalar_ == "no" || scalar_ == "off") return false;
  }
  return wrong_type(*this, "`true` or `false`");
}

Result<std::int64_t> Node::as_int() const {
  std::int64_t value = 0;
  const char* end = scalar_.data() + scalar_.size();
  auto [stop, error] = std::from_chars(scalar_.data(), end, value);
  if (!is_scalar() || quoted_ || error != std::errc{} || stop != end) return wrong_type(*this, "a whole number");
  return value;
}

Result<double> Node::as_number() const {
  double value = 0;
  const char* end = scalar_.data() + scalar_.size();
  auto [stop, error] = std::from_chars(scalar_.data(), end, value);
  if (!is_scalar() || quoted_ || error != std::errc{} || stop != end) return wrong_type(*this, "a number");
  return value;
}

Result<std::vector<std::string>> Node::as_texts() const {
  if (is_scalar()) return std::vector<std::string>{scalar_};
  if (!is_sequence()) return wrong_type(*this, "a list of texts");
  std::vector<std::string> texts;
  for (const Node& item : items_) {
    SLUICE_TRY(std::string text, item.as_text());
    texts.push_back(std::move(text));
  }
  return texts;
}

Result<const Node*> Node::member(std::string_view key) const {
  if (!is_map()) return wrong_type(*this, "a mapping");
  const Node* found = find(key);
  if (!found) return fail(place(), "yaml-missing-key", fmt::format("`{}` is missing", key));
  return found;
}

Result<std::string> Node::text(std::string_view key) const {
  SLUICE_TRY(const Node* found, member(key));
  if (!found->is_scalar()) return fail(found->place(), "yaml-type", fmt::format("`{}` must be text", key));
  return found->scalar_;
}

Result<std::vector<std::string>> Node::texts(std::string_view key) const {
  SLUICE_TRY(const Node* found, member(key));
  return found->as_texts();
}

Errors Node::unknown_keys(std::vector<std::string_view> known) const {
  Errors errors;
  for (const Pair& pair : pairs_) {
    const std::string& key = pair.key.scalar_;
    if (std::ranges::find(known, key) != known.end()) continue;
    std::string message = fmt::format("unknown key `{}`", key);
    if (auto near = nearest(key, known)) message += fmt::format("; did you mean `{}`?", *near);
    errors.add(pair.key.place(), "yaml-unknown-key", std::move(message));
  }
  return errors;
}

}  // namespace sluice::yaml
