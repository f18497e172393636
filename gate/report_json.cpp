#include "gate/report_json.h"

#include <algorithm>
#include <unordered_set>

#include "base/file.h"
#include "base/text.h"
#include "gate/json_values.h"

namespace sluice::gate {
namespace {

using nlohmann::json;

// Where the library reads, for it tells that of errors only; and the end that a token
// must not pass, since it collects tokens in memory.
struct Reading {
  std::string_view text;
  std::size_t at = 0;
  std::size_t limit = kMaxOutlineBytes;
  std::size_t passed_over = 0;  // bytes that the library was not shown
  bool token_too_long = false;
};

// All cursors of a reading are at one place, so that what is checked by faster means is passed over.
class Cursor {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor() = default;  // the end
  explicit Cursor(Reading* reading) : reading_(reading) {}

  reference operator*() const { return reading_->text[reading_->at]; }
  Cursor& operator++() {
    if (++reading_->at > reading_->limit) {
      reading_->token_too_long = true;
      reading_->limit = reading_->at;
    }
    return *this;
  }
  Cursor operator++(int) {
    Cursor before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_end() == b.at_end(); }
  friend bool operator!=(const Cursor& a, const Cursor& b) { return !(a == b); }

 private:
  bool at_end() const { return !reading_ || reading_->token_too_long || reading_->at == reading_->text.size(); }
  Reading* reading_ = nullptr;
};

// The keys of one open object. Most have few: those are compared one by one.
class Keys {
 public:
  void clear() {
    count_ = 0;
    many_.clear();
  }

  bool add(const std::string& key) {
    constexpr std::size_t kFew = 24;
    if (count_ < kFew) {
      auto end = few_.begin() + static_cast<std::ptrdiff_t>(count_);
      if (std::find(few_.begin(), end, key) != end) return false;
      if (count_ == few_.size()) few_.emplace_back();
      few_[count_++] = key;
      if (count_ == kFew) many_.insert(few_.begin(), few_.end());
      return true;
    }
    return many_.insert(key).second;
  }

 private:
  std::vector<std::string> few_;  // storage is kept from object to object
  std::size_t count_ = 0;
  std::unordered_set<std::string> many_;
};

struct Level {
  bool object = false;
  json* value = nullptr;  // null inside items
  std::string key;        // the member that is being read
  std::size_t index = 0;  // the element that is being read
};

class OutlineReader {
 public:
  OutlineReader(const std::string& file, std::string_view text, std::span<const std::string_view> item_arrays,
                Reading& reading, JsonOutline& outline)
      : file_(file), text_(text), item_arrays_(item_arrays), reading_(reading), outline_(outline) {}

  Errors errors;  // of a document that is valid JSON
  Errors syntax_errors;

  bool null() { return scalar(nullptr); }
  bool boolean(bool value) { return scalar(value); }
  bool number_integer(json::number_integer_t value) { return scalar(value); }
  bool number_unsigned(json::number_unsigned_t value) { return scalar(value); }
  bool number_float(json::number_float_t value, const std::string&) { return scalar(value); }
  bool string(std::string& value) { return scalar(std::move(value)); }
  bool binary(json::binary_t&) { return false; }  // JSON text has none

  bool start_object(std::size_t) { return open(json::object()); }
  bool start_array(std::size_t) { return open(json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (!keys_[depth_ - 1].add(name))
      return reject(begin_of_key(), "report-duplicate-key", fmt::format("key `{}` is twice in one object", name));
    levels_[depth_ - 1].key = std::move(name);
    return go_on();
  }

  bool parse_error(std::size_t position, const std::string&, const json::exception& error) {
    if (reading_.token_too_long) return reject(reading_.at, "report-too-large", "a text or number of more than 64 MiB");
    std::string_view message = error.what();
    // Without the library's own prefix and position.
    if (auto colon = message.find(": "); colon != std::string_view::npos) message.remove_prefix(colon + 2);
    if (auto dash = message.find(" - "); dash != std::string_view::npos) message.remove_prefix(dash + 3);
    std::size_t offset = position == 0 ? 0 : position + reading_.passed_over - 1;
    syntax_errors.add(place_of(file_, text_, offset), "report-syntax",
                      "not valid JSON: " + std::string(message));
    return false;
  }

 private:
  bool reject(std::size_t offset, std::string_view code, std::string message) {
    errors.add(place_of(file_, text_, offset), std::string(code), std::move(message));
    return false;
  }

  bool go_on() {
    reading_.limit = reading_.at + kMaxOutlineBytes;
    if (item_depth_ == 0 && reading_.at - item_bytes_ > kMaxOutlineBytes)
      return reject(reading_.at, "report-too-large", "the report beside its items is larger than 64 MiB");
    return true;
  }

  // The key ends where the reader is, with a quote.
  std::size_t begin_of_key() const {
    std::size_t at = reading_.at - 1;
    auto is_escaped = [&](std::size_t quote) {
      std::size_t slashes = 0;
      while (slashes < quote && text_[quote - 1 - slashes] == '\\') ++slashes;
      return slashes % 2 == 1;
    };
    do at = text_.rfind('"', at - 1);
    while (is_escaped(at));
    return at;
  }

  bool in_items() const { return item_depth_ > 0; }

  json* attach(json&& value) {
    if (depth_ == 0) return &(outline_.root = std::move(value));
    Level& level = levels_[depth_ - 1];
    if (level.object) return &((*level.value)[level.key] = std::move(value));
    level.value->push_back(std::move(value));
    return &level.value->back();
  }

  bool scalar(json value) {
    if (!in_items()) attach(std::move(value));
    return value_ended();
  }

  bool open(json empty) {
    if (depth_ == static_cast<std::size_t>(kMaxReportDepth))
      return reject(reading_.at - 1, "report-too-deep",
                    fmt::format("nested more than {} levels deep", kMaxReportDepth));
    bool object = empty.is_object();
    json* value = in_items() ? nullptr : attach(std::move(empty));
    bool has_items = !object && !in_items() && is_item_array();
    std::string pointer = has_items ? pointer_here() : std::string();
    if (depth_ == levels_.size()) {
      levels_.emplace_back();
      keys_.emplace_back();
    }
    levels_[depth_].object = object;
    levels_[depth_].value = value;
    levels_[depth_].index = 0;
    keys_[depth_].clear();
    ++depth_;
    if (has_items) {
      item_depth_ = depth_;
      items_ = &outline_.items[pointer];
      *items_ = {reading_.at, 0};
      item_begin_ = reading_.at;
      pass_over_items();
    }
    return go_on();
  }

  // What is wrong in them, if anything is, the library tells.
  void pass_over_items() {
    JsonBounds bounds{kMaxOutlineBytes, kMaxReportDepth - static_cast<int>(depth_)};
    auto checked = check_json_items(text_, reading_.at, bounds);
    if (!checked) return;
    items_->count = checked->count;
    reading_.passed_over += checked->end - reading_.at;
    reading_.at = item_begin_ = checked->end;
  }

  bool close() {
    --depth_;
    if (in_items() && depth_ + 1 == item_depth_) {
      item_depth_ = 0;
      item_bytes_ += reading_.at - items_->offset;
    }
    return value_ended();
  }

  bool value_ended() {
    if (depth_ > 0) ++levels_[depth_ - 1].index;
    if (in_items() && depth_ == item_depth_) {
      ++items_->count;
      if (reading_.at - item_begin_ > kMaxOutlineBytes)
        return reject(item_begin_, "report-too-large", "an item of the report is larger than 64 MiB");
      item_begin_ = reading_.at;
    }
    return go_on();
  }

  // The pointer of the array that is about to be opened, in parts.
  std::string part(std::size_t depth) const {
    const Level& level = levels_[depth];
    return level.object ? level.key : std::to_string(level.index);
  }

  std::string pointer_here() const {
    std::string pointer;
    for (std::size_t depth = 0; depth < depth_; ++depth) pointer += "/" + part(depth);
    return pointer;
  }

  bool matches(std::string_view pattern) const {
    std::vector<std::string_view> names;
    if (!pattern.empty()) names = split(pattern.substr(1), '/');
    if (names.size() != depth_) return false;
    for (std::size_t depth = 0; depth < depth_; ++depth)
      if (names[depth] != "*" && names[depth] != part(depth)) return false;
    return true;
  }

  bool is_item_array() const {
    return std::ranges::any_of(item_arrays_, [&](std::string_view pattern) { return matches(pattern); });
  }

  const std::string& file_;
  std::string_view text_;
  std::span<const std::string_view> item_arrays_;
  Reading& reading_;
  JsonOutline& outline_;
  std::vector<Level> levels_;  // the first `depth_` are open
  std::vector<Keys> keys_;
  std::size_t depth_ = 0;
  std::size_t item_depth_ = 0;  // of the open array of items; 0: none is open
  JsonItems* items_ = nullptr;
  std::size_t item_begin_ = 0;
  std::size_t item_bytes_ = 0;  // in arrays of items that are closed
};

}  // namespace

Result<void> parse_json_outline(const std::string& file, std::string_view text,
                                std::span<const std::string_view> item_arrays, JsonOutline& outline,
                                Errors& syntax_errors) {
  Reading reading;
  reading.text = text;
  OutlineReader reader(file, text, item_arrays, reading, outline);
  bool done = json::sax_parse(Cursor(&reading), Cursor(), &reader);
  if (!reader.errors.empty()) return std::unexpected(std::move(reader.errors));
  syntax_errors.append(std::move(reader.syntax_errors));
  SLUICE_ASSERT(done || !syntax_errors.empty(), "JSON that is refused has an error");
  return {};
}

Result<void> for_each_item(std::string_view text, const JsonItems& items, const VisitJson& visit) {
  std::size_t at = items.offset;
  for (std::size_t index = 0; index < items.count; ++index) {
    at = text.find_first_not_of(" \t\r\n,", at);
    SLUICE_CHECK(visit(read_checked_json(text, at), index));
  }
  return {};
}

}  // namespace sluice::gate
