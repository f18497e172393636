#include "sarif/schema_check.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_set>

#include "sarif/formats.h"
#include "sarif/members.h"

namespace sluice::sarif {
namespace {

using json::Type;
using json::Value;

struct FreePattern {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
using Pattern = std::unique_ptr<pcre2_code, FreePattern>;

struct FreeMatchData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

struct Rule {
  std::string reference;  // $ref: a name in definitions
  const Rule* target = nullptr;
  std::vector<std::string> types;
  std::vector<std::string> words;  // enum; the schema has only words
  std::map<std::string, std::unique_ptr<Rule>, std::less<>> properties;
  std::unique_ptr<Rule> additional;
  bool additional_allowed = true;
  std::vector<std::string> required;
  std::unique_ptr<Rule> items;
  std::size_t min_items = 0;
  bool unique_items = false;
  std::optional<double> minimum, maximum;
  std::string pattern_text, format;
  Pattern pattern;
  std::vector<std::unique_ptr<Rule>> any_of, one_of;
};

bool is_note(std::string_view keyword) {
  static constexpr std::string_view kNotes[] = {"description", "default", "title", "$schema", "id", "definitions"};
  return std::ranges::find(kNotes, keyword) != std::end(kNotes);
}

std::vector<std::string> texts_of(const Value& value) {
  std::vector<std::string> texts;
  if (value.is_string()) texts.push_back(value.text());
  for (const Value item : value.items()) texts.push_back(item.text());
  return texts;
}

// Same content, same text: keys sorted, escapes undone, 1.0 like 1.
void append_canonical(std::string& out, const Value& value) {
  if (value.is_string())
    out += json_string(value.text());
  else if (value.is_number())
    out += value.number() ? json_number(*value.number()) : std::string(value.raw());
  else if (!value.is_array() && !value.is_object())
    out += value.raw();
  if (value.is_array()) {
    out += '[';
    for (const Value item : value.items()) {
      append_canonical(out, item);
      out += ',';
    }
    out += ']';
  }
  if (!value.is_object()) return;
  std::map<std::string, Value> members;
  for (const json::Pair pair : value.pairs()) members.emplace(pair.key.text(), pair.value);
  out += '{';
  for (const auto& [key, member] : members) {
    out += json_string(key) + ':';
    append_canonical(out, member);
    out += ',';
  }
  out += '}';
}

bool matches_type(const Value& value, std::string_view type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_bool();
  if (type == "null") return value.is_null();
  if (type == "number") return value.is_number();
  return type == "integer" && value.integer().has_value();
}

bool matches_format(std::string_view text, std::string_view format) {
  if (format == "uri") return is_uri(text);
  if (format == "uri-reference") return is_uri_reference(text);
  return is_date_time(text);
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string shortened(std::string text) {
  constexpr std::size_t kShown = 60;
  if (text.size() <= kShown) return text;
  std::size_t end = kShown;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

}  // namespace

struct Schema::Compiled {
  std::map<std::string, std::unique_ptr<Rule>, std::less<>> definitions;
  std::unique_ptr<Rule> root;
  Errors errors;
  std::vector<Rule*> references;

  std::unique_ptr<Rule> compile(const Value& value);
  void keyword(Rule& rule, std::string_view name, const Value& value);
  void compile_pattern(Rule& rule, const Value& value);
  void resolve();
};

namespace {

// Checks one value; knows where to tell what it finds, or (for anyOf) only that it did.
class Checker {
 public:
  explicit Checker(ViolationSink* sink) : sink_(sink) {}
  bool ok() const { return ok_; }

  // Recursion follows the document, whose depth the parser bounds.
  void check(const Rule& rule, const Value& value) {
    if (rule.target) return check(*rule.target, value);
    if (!check_type(rule, value)) return;
    if (value.is_string()) check_string(rule, value);
    if (value.is_number()) check_number(rule, value);
    if (value.is_array()) check_array(rule, value);
    if (value.is_object()) check_object(rule, value);
    check_choices(rule, value);
  }

 private:
  void mistake(std::string_view keyword, const Value& at, std::string message) {
    ok_ = false;
    if (sink_) sink_->add(fmt::format("schema-{}", keyword), Level::Error, at, std::move(message));
  }

  bool check_type(const Rule& rule, const Value& value) {
    const bool wrong_type = !rule.types.empty() && std::ranges::none_of(rule.types, [&](const std::string& type) {
      return matches_type(value, type);
    });
    if (wrong_type) {
      mistake("type", value, fmt::format("this is {}; expected {}", json::to_string(value.type()), joined(rule.types)));
      return false;
    }
    if (rule.words.empty() ||
        std::ranges::any_of(rule.words, [&](const std::string& word) { return value.text_is(word); }))
      return true;
    mistake("enum", value, fmt::format("`{}` is not one of {}", shortened(value.compact()), joined(rule.words)));
    return false;
  }

  void check_string(const Rule& rule, const Value& value) {
    if (rule.pattern && !matches(rule, value.text()))
      mistake("pattern", value, fmt::format("`{}` does not match {}", shortened(value.text()), rule.pattern_text));
    if (!rule.format.empty() && !matches_format(value.text(), rule.format))
      mistake("format", value, fmt::format("`{}` is not a valid {}", shortened(value.text()), rule.format));
  }

  static bool matches(const Rule& rule, const std::string& text) {
    const std::unique_ptr<pcre2_match_data, FreeMatchData> data(pcre2_match_data_create(1, nullptr));
    const auto subject = reinterpret_cast<PCRE2_SPTR>(text.data());
    return pcre2_match(rule.pattern.get(), subject, text.size(), 0, 0, data.get(), nullptr) >= 0;
  }

  void check_number(const Rule& rule, const Value& value) {
    const std::optional<double> number = value.number();
    if (!number) return mistake("number", value, "this number is out of range");
    if (rule.minimum && *number < *rule.minimum)
      mistake("minimum", value, fmt::format("{} is less than {}", value.raw(), *rule.minimum));
    if (rule.maximum && *number > *rule.maximum)
      mistake("maximum", value, fmt::format("{} is more than {}", value.raw(), *rule.maximum));
  }

  void check_array(const Rule& rule, const Value& value) {
    if (rule.min_items > 0 && value.size() < rule.min_items)
      mistake("min-items", value,
              fmt::format("there are {} items; expected at least {}", value.size(), rule.min_items));
    if (rule.items)
      for (const Value item : value.items()) check(*rule.items, item);
    if (!rule.unique_items) return;
    std::unordered_set<std::string> seen;
    for (const Value item : value.items()) {
      std::string canonical;
      append_canonical(canonical, item);
      if (!seen.insert(std::move(canonical)).second)
        mistake("unique-items", item, "this item stands twice in the array");
    }
  }

  void check_object(const Rule& rule, const Value& value) {
    for (const std::string& name : rule.required)
      if (!value.find(name)) mistake("required", value, fmt::format("member `{}` is missing here", name));
    for (const json::Pair pair : value.pairs()) {
      const auto known = rule.properties.find(pair.key.text());
      if (known != rule.properties.end())
        check(*known->second, pair.value);
      else if (rule.additional)
        check(*rule.additional, pair.value);
      else if (!rule.additional_allowed)
        mistake("additional-properties", pair.key,
                fmt::format("member `{}` is not known here", shortened(pair.key.text())));
    }
  }

  void check_choices(const Rule& rule, const Value& value) {
    const auto fitting = [&](const std::vector<std::unique_ptr<Rule>>& choices) {
      return std::ranges::count_if(choices, [&](const std::unique_ptr<Rule>& choice) {
        Checker quiet(nullptr);
        quiet.check(*choice, value);
        return quiet.ok();
      });
    };
    if (!rule.any_of.empty() && fitting(rule.any_of) == 0)
      mistake("any-of", value, fmt::format("expected {} here", told(rule.any_of)));
    if (!rule.one_of.empty() && fitting(rule.one_of) != 1)
      mistake("one-of", value, fmt::format("expected exactly one of: {}", told(rule.one_of)));
  }

  // The choices of the SARIF schema differ in the members they require.
  static std::string told(const std::vector<std::unique_ptr<Rule>>& choices) {
    std::vector<std::string> texts;
    for (const std::unique_ptr<Rule>& choice : choices)
      texts.push_back(choice->required.empty() ? "another form" : fmt::format("member `{}`", joined(choice->required)));
    return fmt::format("{}", fmt::join(texts, " or "));
  }

  ViolationSink* sink_;
  bool ok_ = true;
};

}  // namespace

std::unique_ptr<Rule> Schema::Compiled::compile(const Value& value) {
  auto rule = std::make_unique<Rule>();
  for (const json::Pair pair : value.pairs()) keyword(*rule, pair.key.text(), pair.value);
  return rule;
}

void Schema::Compiled::keyword(Rule& rule, std::string_view name, const Value& value) {
  const auto compile_all = [&](std::vector<std::unique_ptr<Rule>>& list) {
    for (const Value item : value.items()) list.push_back(compile(item));
  };
  if (is_note(name)) return;
  if (name == "$ref") {
    constexpr std::string_view kPrefix = "#/definitions/";
    rule.reference = value.text().starts_with(kPrefix) ? value.text().substr(kPrefix.size()) : value.text();
    references.push_back(&rule);
  } else if (name == "type") {
    rule.types = texts_of(value);
  } else if (name == "enum") {
    rule.words = texts_of(value);
  } else if (name == "properties") {
    for (const json::Pair pair : value.pairs()) rule.properties.emplace(pair.key.text(), compile(pair.value));
  } else if (name == "additionalProperties") {
    rule.additional_allowed = value.type() != Type::False;
    if (value.is_object()) rule.additional = compile(value);
  } else if (name == "required") {
    rule.required = texts_of(value);
  } else if (name == "items") {
    rule.items = compile(value);
  } else if (name == "minItems") {
    rule.min_items = static_cast<std::size_t>(value.integer().value_or(0));
  } else if (name == "uniqueItems") {
    rule.unique_items = value.type() == Type::True;
  } else if (name == "minimum") {
    rule.minimum = value.number();
  } else if (name == "maximum") {
    rule.maximum = value.number();
  } else if (name == "pattern") {
    compile_pattern(rule, value);
  } else if (name == "format") {
    rule.format = value.text();
  } else if (name == "anyOf") {
    compile_all(rule.any_of);
  } else if (name == "oneOf") {
    compile_all(rule.one_of);
  } else {
    errors.add(value.place(), "schema-keyword", fmt::format("keyword `{}` is not known", name));
  }
}

void Schema::Compiled::compile_pattern(Rule& rule, const Value& value) {
  rule.pattern_text = value.text();
  int error = 0;
  PCRE2_SIZE offset = 0;
  rule.pattern.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(rule.pattern_text.data()), rule.pattern_text.size(),
                                   PCRE2_UTF | PCRE2_DOLLAR_ENDONLY, &error, &offset, nullptr));
  if (!rule.pattern) errors.add(value.place(), "schema-pattern", "this pattern does not compile");
}

void Schema::Compiled::resolve() {
  for (Rule* rule : references) {
    const auto target = definitions.find(rule->reference);
    if (target == definitions.end())
      errors.add({}, "schema-reference", fmt::format("`{}` is not defined", rule->reference));
    else
      rule->target = target->second.get();
  }
}

Schema::Schema(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Schema::Schema(Schema&&) noexcept = default;
Schema::~Schema() = default;

sluice::Result<Schema> Schema::compile(std::string_view schema_text) {
  SLUICE_TRY(const json::Document document, json::Document::parse("schema", std::string(schema_text)));
  auto compiled = std::make_unique<Compiled>();
  compiled->root = compiled->compile(document.root());
  if (const std::optional<Value> definitions = document.root().find("definitions"))
    for (const json::Pair pair : definitions->pairs())
      compiled->definitions.emplace(pair.key.text(), compiled->compile(pair.value));
  compiled->resolve();
  if (!compiled->errors.empty()) return std::unexpected(std::move(compiled->errors));
  return Schema(std::move(compiled));
}

void Schema::check(const Value& value, ViolationSink& sink) const { Checker(&sink).check(*compiled_->root, value); }

}  // namespace sluice::sarif
