#include "analyzers/flow/model_reader.h"

#include <fmt/format.h>

#include <charconv>

#include "analyzers/flow/effects_reader.h"
#include "base/text.h"
#include "base/yaml_fields.h"

namespace sluice::flow {
namespace {

class FileReader {
 public:
  FileReader(std::string_view name, TextPool& pool) : name_(pool.keep(name)), pool_(pool), effects_(pool, errors_) {}

  void read(const yaml::Node& root) {
    yaml::Fields fields(root, errors_);
    if (const yaml::Node* aliases = fields.find("aliases")) read_aliases(*aliases);
    if (const yaml::Node* models = fields.find("models")) read_types(*models);
    if (const yaml::Node* entries = fields.find("entry-points")) read_entries(*entries);
    if (!fields.find("models") && !fields.find("entry-points")) complain(root, "expected `models` or `entry-points`");
    fields.finish();
  }

  Errors errors_;
  ModelFile file_;

 private:
  std::uint32_t line_of(const yaml::Node& node) const { return node.place().line; }

  // `put, replace`: the same is said of each.
  std::vector<std::string_view> names(const yaml::Node& node) {
    std::vector<std::string_view> names;
    for (std::string_view name : split(node.scalar(), ',')) {
      name = trim(name);
      if (name.empty()) complain(node, "expected a name, or several separated by commas");
      else names.push_back(pool_.keep(name));
    }
    return names;
  }

  void read_aliases(const yaml::Node& node) {
    if (!node.is_map()) return complain(node, "expected a mapping from another name to the one that models use");
    for (const yaml::Pair& pair : node.pairs()) {
      if (pair.value.is_scalar()) file_.aliases.push_back({pool_.keep(pair.key.scalar()), pool_.keep(pair.value.scalar())});
      else complain(pair.value, "expected the name that models use");
    }
  }

  void read_types(const yaml::Node& node) {
    if (!node.is_map()) return complain(node, "expected a mapping from types to their members");
    for (const yaml::Pair& pair : node.pairs()) {
      // Several types that are alike share their members.
      for (std::string_view type : names(pair.key)) read_type(type, pair.value);
    }
  }

  void read_type(std::string_view type, const yaml::Node& node) {
    if (!node.is_map()) return complain(node, "expected a mapping from members to what they do");
    TypeModel& known = file_.types.emplace_back(TypeModel{type, {}});
    for (const yaml::Pair& pair : node.pairs()) {
      if (pair.key.scalar() == "extends") known.supertypes = effects_.texts(pair.value);
      else read_member(type, pair);
    }
  }

  void read_member(std::string_view type, const yaml::Pair& pair) {
    std::vector<Model> models = read_variants(pair.value);
    for (std::string_view member : names(pair.key)) {
      for (Model model : models) {
        model.type = type, model.member = member;
        file_.models.push_back(std::move(model));
      }
    }
  }

  // Text and a list of texts say what flows where; a list of mappings has one for each overload.
  std::vector<Model> read_variants(const yaml::Node& node) {
    std::vector<Model> models;
    bool has_overloads = node.is_sequence() && !node.items().empty() && node.items()[0].is_map();
    if (has_overloads)
      for (const yaml::Node& item : node.items()) models.push_back(read_model(item));
    else models.push_back(read_model(node));
    return models;
  }

  Model read_model(const yaml::Node& node) {
    Model model;
    model.file = name_, model.line = line_of(node);
    if (!node.is_map()) {
      effects_.read_flows(node, model.effects);
      return model;
    }
    yaml::Fields fields(node, errors_);
    model.effects = effects_.read(fields);
    if (const yaml::Node* when = fields.find("when")) read_condition(*when, model.when);
    fields.finish();
    if (model.effects == ModelEffects{}) complain(node, "says nothing that is done; expected `flow`, `source`, `sink`, `sanitizer`, ...");
    return model;
  }

  // `{args: 1..2, types: [String], arg:shell: [true]}`
  void read_condition(const yaml::Node& node, ModelCondition& condition) {
    if (!node.is_map()) return complain(node, "expected a mapping: `args`, `types`, or places and their constants");
    for (const yaml::Pair& pair : node.pairs()) {
      if (pair.key.scalar() == "args") read_count(pair.value, condition);
      else if (pair.key.scalar() == "types") condition.parameter_types = effects_.texts(pair.value);
      else if (auto at = effects_.slot(pair.key, pair.key.scalar())) condition.constants.push_back({*std::move(at), effects_.texts(pair.value)});
    }
  }

  // `2`, `1..3`, `2..`
  void read_count(const yaml::Node& node, ModelCondition& condition) {
    std::string_view text = node.scalar();
    std::size_t dots = text.find("..");
    std::string_view least = text.substr(0, dots);
    std::string_view most = dots == std::string_view::npos ? least : text.substr(dots + 2);
    bool is_count = read_number(least, condition.least_arguments) && (most.empty() || read_number(most, condition.most_arguments));
    if (!is_count) complain(node, "expected a number of arguments: `2`, `1..3` or `2..`");
  }

  static bool read_number(std::string_view text, std::uint8_t& number) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
  }

  void read_entries(const yaml::Node& node) {
    if (!node.is_sequence()) return complain(node, "expected a list");
    for (const yaml::Node& item : node.items()) read_entry(item);
  }

  void read_entry(const yaml::Node& node) {
    using How = EntryPoint::How;
    constexpr std::pair<std::string_view, How> kHow[] = {{"annotated-parameter", How::AnnotatedParameter},
                                                         {"named-parameter", How::NamedParameter},
                                                         {"annotated-method", How::AnnotatedMethod},
                                                         {"overrides", How::Override},
                                                         {"public-methods-of", How::PublicMethod},
                                                         {"function", How::Function}};
    yaml::Fields fields(node, errors_);
    EntryPoint entry;
    std::vector<std::string_view> who;
    std::size_t ways = 0;
    for (const auto& [key, how] : kHow) {
      const yaml::Node* named = fields.find(key);
      if (!named) continue;
      who = effects_.texts(*named), entry.how = how, ++ways;
    }
    if (const yaml::Node* members = fields.find("members")) entry.members = effects_.texts(*members);
    entry.effects = effects_.read(fields);
    entry.file = name_, entry.line = line_of(node);
    fields.finish();
    if (ways != 1) complain(node, "expected one of `annotated-parameter`, `named-parameter`, `annotated-method`, `overrides`, `public-methods-of`, `function`");
    else if ((entry.how == How::Override) == entry.members.empty()) complain(node, "`members` goes with `overrides`, and is needed there");
    for (std::string_view name : who) {
      entry.name = name;
      file_.entry_points.push_back(entry);
    }
  }

  void complain(const yaml::Node& node, std::string message) { errors_.add(node.place(), "model", std::move(message)); }

  std::string_view name_;
  TextPool& pool_;
  EffectsReader effects_;
};

}  // namespace

std::string_view TextPool::keep(std::string_view text) {
  if (auto known = known_.find(text); known != known_.end()) return *known;
  std::string_view kept = texts_.emplace_back(text);
  known_.insert(kept);
  return kept;
}

Result<ModelFile> parse_model_file(std::string_view name, std::string_view text, TextPool& pool) {
  SLUICE_TRY(yaml::Document document, yaml::Document::parse(std::string(name), text));
  FileReader reader(name, pool);
  reader.read(document.root());
  if (!reader.errors_.empty()) return std::unexpected(std::move(reader.errors_));
  return std::move(reader.file_);
}

}  // namespace sluice::flow
