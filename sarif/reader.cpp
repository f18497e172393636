#include "sarif/reader.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

#include "base/file.h"
#include "sarif/enums.h"
#include "sarif/fields.h"
#include "sarif/json.h"

namespace sluice::sarif {
namespace {

using json::Value;

constexpr std::size_t kMaxMistakes = 1000;  // a log with more is no log

std::string listed(std::span<const std::string_view> words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

// The Io of sarif/fields.h that reads. Members of the objects around the current one
// stay on one stack, `slots_`, so that an object costs no allocation of its own.
class ModelReader {
 public:
  template <class T>
  void object(const Value& value, T& t) {
    if (!value.is_object()) return mistake_type(value, "an object");
    const std::size_t outer_begin = std::exchange(begin_, slots_.size());
    const std::optional<Value> outer = std::exchange(object_, value);
    for (const json::Pair pair : value.pairs()) slots_.push_back({pair, false});
    fields(*this, t);
    slots_.erase(slots_.begin() + static_cast<std::ptrdiff_t>(begin_), slots_.end());
    begin_ = outer_begin;
    object_ = outer;
  }

  template <class T>
  void operator()(std::string_view name, T& member) {
    Slot* slot = find(name);
    if (!slot || is_empty(slot->pair.value, member)) return;  // what is empty stays for `extra`
    slot->used = true;
    const Value value = slot->pair.value;  // reading may move the slots
    const std::string_view outer_name = std::exchange(name_, name);
    read(value, member);
    name_ = outer_name;
  }

  template <class T>
  void required(std::string_view name, T& member) {
    Slot* slot = find(name);
    if (!slot) return mistake(*object_, "sarif-missing-member", fmt::format("member `{}` is missing here", name));
    slot->used = true;
    const Value value = slot->pair.value;
    const std::string_view outer_name = std::exchange(name_, name);
    read(value, member);
    name_ = outer_name;
  }

  template <class Integer>
  void count(std::string_view name, Integer& member, std::int64_t absent) {
    Slot* slot = find(name);
    if (!slot || slot->pair.value.is_null()) return;
    const std::string_view outer_name = std::exchange(name_, name);
    read(slot->pair.value, member);
    name_ = outer_name;
    slot->used = member != absent;
  }

  void extra(Members& members) {
    for (std::size_t i = begin_; i < slots_.size(); ++i)
      if (!slots_[i].used) members.set_json(slots_[i].pair.key.text(), slots_[i].pair.value.compact());
  }

  Errors take_errors() { return std::move(errors_); }

 private:
  struct Slot {
    json::Pair pair;
    bool used;
  };

  Slot* find(std::string_view name) {
    for (std::size_t i = begin_; i < slots_.size(); ++i)
      if (slots_[i].pair.key.text_is(name)) return &slots_[i];
    return nullptr;
  }

  // Values that the model could not tell from absence.
  template <class T>
  static bool is_empty(const Value& value, const T&) {
    if constexpr (std::same_as<T, std::string>) return value.is_null() || value.raw() == "\"\"";
    if constexpr (std::same_as<T, double>) return value.is_null() || value.number() == -1.0;
    return value.is_null() || (value.is_object() && value.size() == 0);  // maps and Members
  }
  template <class T>
  static bool is_empty(const Value& value, const std::optional<T>&) {
    return value.is_null();
  }
  template <class T>
  static bool is_empty(const Value& value, const std::vector<T>&) {
    return value.is_null() || (value.is_array() && value.size() == 0);
  }

  void read(const Value& value, std::string& out) {
    if (!value.is_string()) return mistake_type(value, "a string");
    out = value.text();
  }
  void read(const Value& value, bool& out) {
    if (!value.is_bool()) return mistake_type(value, "true or false");
    out = value.type() == json::Type::True;
  }
  void read(const Value& value, double& out) {
    const std::optional<double> number = value.number();
    if (!number) return mistake_type(value, "a number");
    out = *number;
  }
  template <std::integral Integer>
  void read(const Value& value, Integer& out) {
    const std::optional<std::int64_t> number = value.integer();
    if (!number) return mistake_type(value, "an integer");
    if (*number < std::numeric_limits<Integer>::min() || *number > std::numeric_limits<Integer>::max())
      return mistake(value, "sarif-out-of-range", fmt::format("`{}` is out of range", name_));
    out = static_cast<Integer>(*number);
  }
  template <class E>
  requires std::is_enum_v<E>
  void read(const Value& value, E& out) {
    if (!value.is_string()) return mistake_type(value, "a string");
    const std::optional<E> found = value_of_word<E>(value.text());
    if (!found)
      return mistake(value, "sarif-unknown-word",
                     fmt::format("`{}` is `{}`; expected {}", name_, value.text(), listed(Words<E>::list)));
    out = *found;
  }
  template <class T>
  void read(const Value& value, std::optional<T>& out) {
    read(value, out.emplace());
  }

  template <class T>
  void read(const Value& value, std::vector<T>& out) {
    if (!value.is_array()) return mistake_type(value, "an array");
    out.reserve(value.size());
    for (const Value item : value.items()) read(item, out.emplace_back());
  }
  template <class T>
  void read(const Value& value, std::map<std::string, T>& out) {
    if (!value.is_object()) return mistake_type(value, "an object");
    for (const json::Pair pair : value.pairs()) read(pair.value, out[pair.key.text()]);
  }
  void read(const Value& value, Members& out) {
    if (!value.is_object()) return mistake_type(value, "an object");
    for (const json::Pair pair : value.pairs()) out.set_json(pair.key.text(), pair.value.compact());
  }
  template <class T>
  requires std::is_class_v<T>
  void read(const Value& value, T& out) { object(value, out); }

  void mistake(const Value& value, std::string_view code, std::string message) {
    if (errors_.list.size() < kMaxMistakes)
      errors_.add(value.place(), code, std::move(message));
    else if (errors_.list.size() == kMaxMistakes)
      errors_.add(value.place(), code, std::move(message) + "; further mistakes are not shown");
  }
  void mistake_type(const Value& value, std::string_view expected) {
    const std::string what = name_.empty() ? "the document" : fmt::format("`{}`", name_);
    mistake(value, "sarif-wrong-type",
            fmt::format("{} is {}; expected {}", what, json::to_string(value.type()), expected));
  }

  std::vector<Slot> slots_;
  std::size_t begin_ = 0;
  std::optional<Value> object_;  // the one whose members are being read
  std::string_view name_;        // of the member being read
  Errors errors_;
};

}  // namespace

sluice::Result<Log> read_log(std::string file, std::string text) {
  SLUICE_TRY(const json::Document document, json::Document::parse(std::move(file), std::move(text)));
  Log log;
  ModelReader reader;
  reader.object(document.root(), log);
  Errors errors = reader.take_errors();
  if (errors.empty() && log.version != "2.1.0")
    errors.add(document.root().find("version")->place(), "sarif-version",
               fmt::format("`version` is `{}`; expected 2.1.0", log.version));
  std::ranges::stable_sort(errors.list, {}, &Error::place);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return log;
}

sluice::Result<Log> load_log(const std::filesystem::path& path) {
  SLUICE_TRY(std::string text, read_file(path));
  return read_log(path.string(), std::move(text));
}

}  // namespace sluice::sarif
