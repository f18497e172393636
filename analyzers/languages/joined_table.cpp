#include "analyzers/languages/joined_table.h"

#include <fmt/format.h>
#include <tree_sitter/api.h>

#include <algorithm>
#include <optional>
#include <set>

#include "analyzers/syntax/shapers.h"
#include "base/text.h"
#include "base/yaml_fields.h"

namespace sluice {
namespace {

constexpr std::size_t kMaxNodes = 5000;

// The names that a grammar has, to check a table against.
struct GrammarNames {
  std::set<std::string_view> nodes, tokens, fields;

  explicit GrammarNames(const TSLanguage* grammar) {
    for (std::uint32_t i = 0; i < ts_language_symbol_count(grammar); ++i) {
      auto symbol = static_cast<TSSymbol>(i);
      TSSymbolType type = ts_language_symbol_type(grammar, symbol);
      if (type == TSSymbolTypeRegular) nodes.insert(ts_language_symbol_name(grammar, symbol));
      if (type == TSSymbolTypeAnonymous) tokens.insert(ts_language_symbol_name(grammar, symbol));
    }
    for (std::uint32_t i = 1; i <= ts_language_field_count(grammar); ++i)
      fields.insert(ts_language_field_name_for_id(grammar, static_cast<TSFieldId>(i)));
  }
};

bool is_leaf_kind(Kind kind) {
  switch (kind) {
    case Kind::Name: case Kind::String: case Kind::Character: case Kind::StringText: case Kind::Number: case Kind::Boolean:
    case Kind::Null: case Kind::Regex: case Kind::Symbol: case Kind::Token: case Kind::Modifier:
      return true;
    default: return false;
  }
}

template <class Enum>
std::vector<std::string_view> enum_names(Enum end) {
  std::vector<std::string_view> names;
  for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(end); ++i) names.push_back(to_string(static_cast<Enum>(i)));
  return names;
}

using ShapeFunction = void (*)(Shaper&, RawIndex, Role);
constexpr std::pair<std::string_view, ShapeFunction> kShapeFunctions[] = {
    {"dotted", shape_dotted},         {"infix", shape_infix},
    {"parameters", shape_parameters}, {"modifiers", shape_modifiers},
    {"concatenated", shape_concatenated}, {"try", shape_try},
};

class TableReader {
 public:
  TableReader(const TSLanguage* (*grammar)(), JoinedTable& table, Errors& errors)
      : names_(grammar()), table_(table), definition_(table.definition), errors_(errors) {
    definition_.grammar = grammar;
  }

  void read(const yaml::Node& root) {
    yaml::Fields fields(root, errors_);
    if (const yaml::Node* nodes = fields.required("nodes")) read_nodes(*nodes);
    if (const yaml::Node* roles = fields.find("fields")) read_default_fields(*roles);
    words(fields, "tokens", names_.tokens, "token", table_.tokens);
    words(fields, "interpolations", names_.nodes, "node", table_.interpolations);
    table_.implied_names = keep(fields.texts("implied-names"));
    definition_.has_bare_interpolations = fields.flag("bare-interpolations").value_or(false);
    definition_.has_bare_expressions = fields.flag("bare-expressions").value_or(false);
    definition_.restarts_behind_errors = fields.flag("restarts-behind-errors").value_or(false);
    definition_.is_full = fields.flag("full").value_or(true);
    using enum ImportStyle;
    definition_.imports = fields.word<ImportStyle>("imports", {{"none", None}, {"names", Names}, {"last-name", LastName}, {"last-path", LastPath}}).value_or(None);
    definition_.has_indented_texts = fields.flag("indented-texts").value_or(false);
    if (const yaml::Node* same = fields.find("equivalences")) read_equivalences(*same);
    if (const yaml::Node* pattern = fields.find("pattern")) read_pattern(*pattern);
    fields.finish();
    complete();
  }

 private:
  std::string_view keep(std::string text) { return table_.texts.emplace_back(std::move(text)); }
  std::vector<std::string_view> keep(std::vector<std::string> all) {
    std::vector<std::string_view> kept;
    for (std::string& text : all) kept.push_back(keep(std::move(text)));
    return kept;
  }

  void unknown(const yaml::Node& node, std::string_view what, const std::string& word, std::span<const std::string_view> known) {
    auto near = nearest(word, known);
    errors_.add(node.place(), "language-table", fmt::format("there is no {} `{}`{}", what, word, near ? fmt::format("; did you mean `{}`?", *near) : ""));
  }

  bool is_known(const yaml::Node& node, const std::set<std::string_view>& known, std::string_view what) {
    if (node.is_scalar() && known.contains(node.scalar())) return true;
    std::vector<std::string_view> all(known.begin(), known.end());
    unknown(node, fmt::format("{} of the grammar called", what), node.scalar(), all);
    return false;
  }

  // A list, or what stands for a list of one.
  static std::vector<const yaml::Node*> items_of(const yaml::Node& list) {
    if (!list.is_sequence()) return {&list};
    std::vector<const yaml::Node*> items;
    for (const yaml::Node& item : list.items()) items.push_back(&item);
    return items;
  }

  void words(yaml::Fields& fields, std::string_view key, const std::set<std::string_view>& known, std::string_view what, std::vector<std::string_view>& out) {
    const yaml::Node* list = fields.find(key);
    if (!list) return;
    for (const yaml::Node* item : items_of(*list))
      if (is_known(*item, known, what)) out.push_back(keep(item->scalar()));
  }

  std::optional<Role> role_of(const yaml::Node& node) {
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(Role::Count); ++i)
      if (node.is_scalar() && to_string(static_cast<Role>(i)) == node.scalar()) return static_cast<Role>(i);
    unknown(node, "role", node.scalar(), enum_names(Role::Count));
    return std::nullopt;
  }

  std::optional<Kind> kind_of(const yaml::Node& node) {
    // What comes behind Text is for patterns only.
    for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(Kind::Text); ++i)
      if (node.is_scalar() && to_string(static_cast<Kind>(i)) == node.scalar()) return static_cast<Kind>(i);
    unknown(node, "kind", node.scalar(), enum_names(Kind::Hole));
    return std::nullopt;
  }

  // --- nodes ---

  void read_nodes(const yaml::Node& nodes) {
    if (!nodes.is_map()) return errors_.add(nodes.place(), "language-table", "`nodes` is a mapping from the grammar's nodes to kinds");
    if (nodes.pairs().size() > kMaxNodes) return errors_.add(nodes.place(), "language-table", fmt::format("more than {} nodes", kMaxNodes));
    for (const yaml::Pair& pair : nodes.pairs()) {
      bool is_token = !names_.nodes.contains(pair.key.scalar()) && names_.tokens.contains(pair.key.scalar());
      if (!is_token && !is_known(pair.key, names_.nodes, "node")) continue;
      NodeShape shape;
      shape.type = keep(pair.key.scalar());
      if (pair.value.is_map()) read_row(pair.value, shape);
      else read_word(pair.value, shape);
      table_.shapes.push_back(shape);
    }
  }

  void set_kind(NodeShape& shape, Kind kind) {
    shape.kind = kind;
    if (is_leaf_kind(kind)) shape.make = Make::Leaf;
  }

  // A kind, or what becomes of a node that gets none.
  void read_kind(const yaml::Node& node, NodeShape& shape) {
    constexpr std::pair<std::string_view, Make> kWords[] = {{"comment", Make::Comment}, {"splice", Make::Splice}, {"drop", Make::Drop}};
    for (auto [word, make] : kWords)
      if (node.is_scalar() && node.scalar() == word) {
        shape.make = make;
        return;
      }
    if (auto kind = kind_of(node)) set_kind(shape, *kind);
  }

  void read_word(const yaml::Node& node, NodeShape& shape) {
    read_kind(node, shape);
    // Arguments, bodies and the like: by the roles that fields have in most grammars.
    if (shape.make == Make::Node) use_recipe(shape, {});
  }

  void use_recipe(NodeShape& shape, JoinedShape more) {
    shape.shape = shape_joined;
    shape.joined = &table_.more.emplace_back(std::move(more));
  }

  void read_row(const yaml::Node& node, NodeShape& shape) {
    yaml::Fields fields(node, errors_);
    read_row_of(fields, shape, CanVary::Yes);
    fields.finish();
  }

  enum class CanVary { Yes, No };

  void read_row_of(yaml::Fields& fields, NodeShape& shape, CanVary can_vary) {
    if (const yaml::Node* kind = fields.required("kind")) read_kind(*kind, shape);
    if (auto is_leaf = fields.flag("leaf")) shape.make = *is_leaf ? Make::Leaf : Make::Node;
    if (const yaml::Node* roles = fields.find("fields")) read_fields(*roles, shape);
    using enum TextFrom;
    if (auto text = fields.word<TextFrom>("text", {{"operator", Operator}, {"first-token", FirstToken}, {"source", Source}})) shape.text = *text;
    const yaml::Node* rest = fields.find("rest");
    if (auto role = rest ? role_of(*rest) : std::nullopt) shape.rest = *role;
    JoinedShape more = read_recipe(fields);
    const yaml::Node* function = fields.find("shape");
    if (function) read_function(*function, shape);
    if (const yaml::Node* variants = can_vary == CanVary::Yes ? fields.find("variants") : nullptr) read_variants(*variants, shape.type, more);
    bool is_string_of_parts = shape.kind == Kind::String && !more.content.empty();
    bool needs_recipe = shape.make == Make::Node || is_string_of_parts || !more.variants.empty() || can_vary == CanVary::No;
    if (!function && needs_recipe) use_recipe(shape, std::move(more));
  }

  void read_variants(const yaml::Node& variants, std::string_view type, JoinedShape& more) {
    if (!variants.is_sequence()) return errors_.add(variants.place(), "language-table", "`variants` is a list of rows");
    for (const yaml::Node& item : variants.items()) {
      yaml::Fields fields(item, errors_);
      JoinedVariant variant;
      variant.shape.type = type;
      if (const yaml::Node* tokens = fields.find("tokens"))
        for (const yaml::Node* each : items_of(*tokens))
          if (is_known(*each, names_.tokens, "token")) variant.tokens.push_back(each->scalar());
      for (auto [key, name] : {std::pair{"has", &variant.has}, std::pair{"lacks", &variant.lacks}})
        if (const yaml::Node* field = fields.find(key); field && is_known(*field, names_.fields, "field")) *name = field->scalar();
      if (variant.tokens.empty() && variant.has.empty() && variant.lacks.empty())
        errors_.add(item.place(), "language-table", "a variant says when it holds: `tokens`, `has` or `lacks`");
      read_row_of(fields, variant.shape, CanVary::No);
      fields.finish();
      more.variants.push_back(std::move(variant));
    }
  }

  JoinedShape read_recipe(yaml::Fields& fields) {
    JoinedShape more;
    more.is_statement = fields.flag("statement").value_or(false);
    if (const yaml::Node* content = fields.find("content"))
      for (const yaml::Node* each : items_of(*content))
        if (names_.fields.contains(each->scalar()) || is_known(*each, names_.nodes, "node or field")) more.content.push_back(each->scalar());
    if (const yaml::Node* tokens = fields.find("modifiers"))
      for (const yaml::Node* each : items_of(*tokens))
        if (is_known(*each, names_.tokens, "token")) more.modifiers.push_back(each->scalar());
    const yaml::Node* last = fields.find("last");
    if (last) more.last = role_of(*last);
    if (const yaml::Node* places = fields.find("places")) {
      if (!places->is_sequence()) errors_.add(places->place(), "language-table", "`places` is a list of roles");
      for (const yaml::Node& place : places->items())
        if (auto role = role_of(place)) more.places.push_back(*role);
    }
    if (const yaml::Node* types = fields.find("types"))
      for (const yaml::Pair& pair : types->pairs())
        if (auto role = role_of(pair.value); is_known(pair.key, names_.nodes, "node") && role) more.types.emplace_back(pair.key.scalar(), *role);
    if (const yaml::Node* gather = fields.find("gather"))
      for (const yaml::Pair& pair : gather->pairs()) {
        auto role = role_of(pair.key);
        auto kind = kind_of(pair.value);
        if (role && kind) more.gather.emplace_back(*role, *kind);
      }
    return more;
  }

  void read_fields(const yaml::Node& roles, NodeShape& shape) {
    if (!roles.is_map()) return errors_.add(roles.place(), "language-table", "`fields` is a mapping from the grammar's fields to roles");
    std::size_t count = 0;
    for (const yaml::Pair& pair : roles.pairs()) {
      auto role = role_of(pair.value);
      if (!is_known(pair.key, names_.fields, "field") || !role) continue;
      if (count == shape.fields.size()) return errors_.add(pair.key.place(), "language-table", fmt::format("a node has at most {} fields with a role of their own", count));
      shape.fields[count++] = {keep(pair.key.scalar()), *role};
    }
  }

  void read_function(const yaml::Node& node, NodeShape& shape) {
    std::vector<std::string_view> words;
    for (auto [word, function] : kShapeFunctions) {
      if (node.is_scalar() && node.scalar() == word) {
        shape.shape = function;
        return;
      }
      words.push_back(word);
    }
    errors_.add(node.place(), "language-table", fmt::format("there is no shape `{}`; expected one of {}", node.scalar(), fmt::join(words, ", ")));
  }

  void read_default_fields(const yaml::Node& roles) {
    for (const yaml::Pair& pair : roles.pairs()) {
      auto role = role_of(pair.value);
      if (is_known(pair.key, names_.fields, "field") && role) table_.fields.push_back({keep(pair.key.scalar()), *role});
    }
  }

  void read_equivalences(const yaml::Node& node) {
    yaml::Fields fields(node, errors_);
    Equivalences& same = definition_.equivalences;
    const std::pair<std::string_view, bool*> flags[] = {
        {"open-objects", &same.has_open_objects},
        {"optional-key-quotes", &same.has_optional_key_quotes},
        {"coerced-literals", &same.coerces_literals},
        {"nested-blocks", &same.finds_nested_blocks},
        {"calls-without-parentheses", &same.calls_without_parentheses},
        {"left-out-empty-bodies", &same.leaves_out_empty_bodies},
        {"for-only", &same.has_for_only},
    };
    for (auto [key, flag] : flags) *flag = fields.flag(key).value_or(false);
    fields.finish();
  }

  // --- patterns ---

  void read_pattern(const yaml::Node& node) {
    yaml::Fields fields(node, errors_);
    PatternSyntax& pattern = definition_.pattern;
    if (const yaml::Node* contexts = fields.find("contexts")) read_contexts(*contexts);
    table_.ellipsis = stand_ins(fields, "ellipsis");
    table_.metavariable = stand_ins(fields, "metavariable");
    if (auto text = fields.optional_text("parameter")) pattern.parameter = keep(*text);
    if (auto text = fields.optional_text("quotes")) pattern.quotes = keep(*text);
    if (auto text = fields.optional_text("line-comment")) pattern.line_comment = keep(*text);
    if (auto text = fields.optional_text("interpolation")) pattern.interpolation = keep(*text);
    if (auto text = fields.optional_text("template-prefix")) pattern.template_prefix = keep(*text);
    std::string keywords;
    for (const std::string& word : fields.texts("keywords")) keywords += (keywords.empty() ? "" : " ") + word;
    pattern.keywords = keep(keywords);
    pattern.dollar_in_names = fields.flag("dollar-in-names").value_or(false);
    pattern.spread_before_name = fields.flag("spread-before-name").value_or(false);
    using enum TypedHoleForm;
    pattern.typed_hole = fields.word<TypedHoleForm>("typed-metavariable", {{"type-first", TypeFirst}, {"name-first", NameFirst}, {"argument", Argument}}).value_or(None);
    fields.finish();
  }

  void read_contexts(const yaml::Node& contexts) {
    if (!contexts.is_sequence()) return errors_.add(contexts.place(), "language-table", "`contexts` is a list");
    for (const yaml::Node& item : contexts.items()) {
      yaml::Fields fields(item, errors_);
      PatternWrapper wrapper;
      wrapper.before = keep(fields.optional_text("before").value_or(""));
      wrapper.after = keep(fields.optional_text("after").value_or(""));
      wrapper.only_braced = fields.flag("only-braced").value_or(false);
      wrapper.is_head = fields.flag("head").value_or(false);
      wrapper.is_fallback = fields.flag("fallback").value_or(false);
      fields.finish();
      table_.wrappers.push_back(wrapper);
    }
  }

  std::vector<std::string_view> stand_ins(yaml::Fields& fields, std::string_view key) {
    const yaml::Node* list = fields.find(key);
    if (!list) return {};
    auto texts = list->as_texts();
    if (!texts) return errors_.append(texts.error()), std::vector<std::string_view>{};
    for (const std::string& text : *texts)
      if (text.find('@') == std::string::npos) errors_.add(list->place(), "language-table", fmt::format("the stand-in `{}` has no `@`, which is where its word goes", text));
    return keep(*std::move(texts));
  }

  // Spans only when nothing is added any more. A pattern is tried as it is at least.
  void complete() {
    if (table_.wrappers.empty()) table_.wrappers.push_back({});
    if (table_.ellipsis.empty()) table_.ellipsis.push_back("@");
    if (table_.metavariable.empty()) table_.metavariable.push_back("@");
    definition_.shapes = table_.shapes;
    definition_.fields = table_.fields;
    definition_.tokens = table_.tokens;
    definition_.interpolations = table_.interpolations;
    definition_.implied_names = table_.implied_names;
    definition_.pattern.wrappers = table_.wrappers;
    definition_.pattern.ellipsis = table_.ellipsis;
    definition_.pattern.metavariable = table_.metavariable;
  }

  GrammarNames names_;
  JoinedTable& table_;
  LanguageDefinition& definition_;
  Errors& errors_;
};

}  // namespace

Result<std::unique_ptr<JoinedTable>> parse_joined_table(const std::string& file, std::string_view text, const TSLanguage* (*grammar)()) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(file, text));
  auto table = std::make_unique<JoinedTable>();
  Errors errors;
  TableReader(grammar, *table, errors).read(document.root());
  errors.sort_by_place();
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return table;
}

}  // namespace sluice
