#include "analyzers/flow/effects_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace sluice::flow {
namespace {

// A scalar is a list of one.
std::span<const yaml::Node> items_of(const yaml::Node& node) {
  if (node.is_sequence()) return node.items();
  return {&node, 1};
}

// `sql at arg0 when true`: what stands before ` at `, and behind.
struct Phrase {
  std::string_view what, at, when;
};

Phrase split_phrase(std::string_view text) {
  Phrase phrase;
  if (std::size_t when = text.find(" when "); when != std::string_view::npos) {
    phrase.when = trim(text.substr(when + 6));
    text = text.substr(0, when);
  }
  std::size_t at = text.find(" at ");
  phrase.what = trim(text.substr(0, at));
  if (at != std::string_view::npos) phrase.at = trim(text.substr(at + 4));
  return phrase;
}

}  // namespace

ModelEffects EffectsReader::read(yaml::Fields& fields) {
  ModelEffects effects;
  if (const yaml::Node* node = fields.find("flow")) read_flows(*node, effects);
  if (const yaml::Node* node = fields.find("source"))
    for (const yaml::Node& each : items_of(*node)) read_source(each, effects);
  if (const yaml::Node* node = fields.find("sink"))
    for (const yaml::Node& each : items_of(*node)) read_sink(each, effects);
  if (const yaml::Node* node = fields.find("sanitizer"))
    for (const yaml::Node& each : items_of(*node)) read_sanitizer(each, effects);
  if (const yaml::Node* node = fields.find("restores"))
    for (const yaml::Node& each : items_of(*node)) read_restorer(each, effects);
  std::span<const std::string_view> words = container_words();
  for (std::size_t i = 0; i < words.size(); ++i)
    if (const yaml::Node* node = fields.find(words[i]))
      for (const yaml::Node& each : items_of(*node)) read_container(each, static_cast<ContainerOp>(i), effects);
  if (const yaml::Node* node = fields.find("renders"))
    for (const yaml::Node& each : items_of(*node)) read_render(each, effects);
  if (auto type = fields.optional_text("returns")) effects.types.push_back({Slot{}, pool_.keep(*type)});
  if (const yaml::Node* node = fields.find("types")) read_types(*node, effects);
  return effects;
}

void EffectsReader::read_flows(const yaml::Node& node, ModelEffects& effects) {
  for (const yaml::Node& each : items_of(node)) read_flow(each, effects);
}

void EffectsReader::read_flow(const yaml::Node& node, ModelEffects& effects) {
  const std::string& text = node.scalar();
  std::size_t copied = text.find("->"), same = text.find("=>");
  std::size_t arrow = std::min(copied, same);
  if (!node.is_scalar() || arrow == std::string::npos) return complain(node, "expected `FROM -> TO` or `FROM => TO`");
  std::string_view view = pool_.keep(text);
  std::vector<Slot> targets = slots(node, view.substr(arrow + 2));
  for (const Slot& from : slots(node, view.substr(0, arrow)))
    for (const Slot& to : targets) effects.flows.push_back({from, to, arrow == same});
}

void EffectsReader::read_source(const yaml::Node& node, ModelEffects& effects) {
  if (!node.is_scalar()) return complain(node, "expected `ORIGIN` or `ORIGIN at PLACE`");
  Phrase phrase = split_phrase(node.scalar());
  auto origin = find_origin(phrase.what);
  if (!origin) return complain(node, fmt::format("`{}` is no origin; there are: {}", phrase.what, fmt::join(origin_words(), ", ")));
  for (Slot& at : slots(node, phrase.at.empty() ? "return" : phrase.at)) effects.sources.push_back({*origin, std::move(at)});
}

void EffectsReader::read_sink(const yaml::Node& node, ModelEffects& effects) {
  if (node.is_scalar()) {
    Phrase phrase = split_phrase(node.scalar());
    if (phrase.at.empty()) return complain(node, "expected `KIND at PLACE`");
    auto kind = harm(node, phrase.what);
    for (Slot& at : slots(node, phrase.at))
      if (kind) effects.sinks.push_back({*kind, info(*kind).cwe, std::move(at), {}});
    return;
  }
  yaml::Fields fields(node, errors_);
  std::string word = fields.text("kind"), where = fields.text("at");
  auto cwe = fields.whole("cwe", 1, 9999);
  std::vector<std::string_view> values;
  if (const yaml::Node* list = fields.find("values")) values = texts(*list);
  fields.finish();
  auto kind = word.empty() ? std::nullopt : harm(node, word);
  if (!kind || where.empty()) return;
  for (Slot& at : slots(node, where))
    effects.sinks.push_back({*kind, static_cast<std::uint16_t>(cwe.value_or(info(*kind).cwe)), std::move(at), values});
}

void EffectsReader::read_sanitizer(const yaml::Node& node, ModelEffects& effects) {
  std::string kinds, where, when;
  if (node.is_scalar()) {
    Phrase phrase = split_phrase(node.scalar());
    kinds = phrase.what, where = phrase.at, when = phrase.when;
  } else {
    yaml::Fields fields(node, errors_);
    kinds = fmt::format("{}", fmt::join(fields.texts("for"), ", "));
    where = fields.optional_text("at").value_or("");
    when = fields.optional_text("when").value_or("");
    fields.finish();
  }
  bool is_truth = when.empty() || when == "true" || when == "false";
  if (!is_truth) return complain(node, fmt::format("`{}`: expected `true` or `false` after `when`", when));
  ModelSanitizer sanitizer{harms(node, kinds), {}, when.empty() ? std::nullopt : std::optional(when == "true")};
  for (Slot& at : slots(node, where.empty() ? "return" : where)) {
    sanitizer.at = std::move(at);
    effects.sanitizers.push_back(sanitizer);
  }
}

void EffectsReader::read_restorer(const yaml::Node& node, ModelEffects& effects) {
  if (!node.is_scalar()) return complain(node, "expected `KINDS` or `KINDS at PLACE`");
  Phrase phrase = split_phrase(node.scalar());
  Harms restored = harms(node, phrase.what);
  for (Slot& at : slots(node, phrase.at.empty() ? "return" : phrase.at)) effects.restorers.push_back({restored, std::move(at)});
}

// `key arg0, value arg1`, `on arg0, index first`; empty for what needs neither.
void EffectsReader::read_container(const yaml::Node& node, ContainerOp op, ModelEffects& effects) {
  ModelContainer container{op, Slot{SlotBase::Receiver, false, 0, {}, {}}, {}, {}};
  if (!node.is_scalar()) return complain(node, "expected `on PLACE`, `key PLACE`, `index PLACE`, `value PLACE`, separated by commas");
  std::string_view text = node.scalar() == "receiver" ? std::string_view() : std::string_view(node.scalar());
  for (std::string_view part : split(text, ',')) {
    part = trim(part);
    if (part.empty()) continue;
    std::size_t space = part.find(' ');
    std::string_view word = part.substr(0, space);
    bool is_known = space != std::string_view::npos && (word == "on" || word == "key" || word == "index" || word == "value");
    if (!is_known) return complain(node, fmt::format("`{}`: expected `on`, `key`, `index` or `value` and a place", part));
    auto place = slot(node, part.substr(space));
    if (!place) return;
    if (word == "on") container.on = *std::move(place);
    else if (word == "value") container.value = *std::move(place);
    else container.keys.push_back(*std::move(place));
  }
  effects.containers.push_back(std::move(container));
}

// `arg0 with keywords, arg1, arg2 as model, plain unless arg3`; `plain arg0 with ...`; `function with self`.
void EffectsReader::read_render(const yaml::Node& node, ModelEffects& effects) {
  if (!node.is_scalar()) return complain(node, "expected `PLACE with PLACE, PLACE as NAME, ...`");
  std::string_view text = pool_.keep(node.scalar());
  ModelRender render;
  if (text.starts_with("plain ")) render.plain = ModelRender::Plain::Always, text.remove_prefix(6);
  std::size_t with = text.find(" with ");
  std::string_view page = trim(text.substr(0, with));
  if (page != "function") {
    render.page = slot(node, page);
    if (!render.page) return;
  }
  for (std::string_view each : split(with == std::string_view::npos ? std::string_view() : text.substr(with + 6), ',')) {
    each = trim(each);
    if (each.empty()) continue;
    constexpr std::pair<std::string_view, ModelRender::Plain> kSettings[] = {
        {"plain unless ", ModelRender::Plain::Unless}, {"plain if not ", ModelRender::Plain::IfFalse}, {"plain if ", ModelRender::Plain::If}};
    auto setting = std::ranges::find_if(kSettings, [&](const auto& word) { return each.starts_with(word.first); });
    if (setting != std::end(kSettings)) {
      render.plain = setting->second;
      render.setting = slot(node, each.substr(setting->first.size()));
      continue;
    }
    ModelRender::Given given;
    if (std::size_t as = each.find(" as "); as != std::string_view::npos) given.name = trim(each.substr(as + 4)), each = trim(each.substr(0, as));
    if (each == "keywords") given.what = ModelRender::Given::What::Keywords;
    else if (each == "self") given.what = ModelRender::Given::What::Self;
    else if (auto at = slot(node, each)) given.at = *std::move(at);
    else return;
    render.given.push_back(std::move(given));
  }
  effects.renders.push_back(std::move(render));
}

void EffectsReader::read_types(const yaml::Node& node, ModelEffects& effects) {
  if (!node.is_map()) return complain(node, "expected a mapping from a place to a type");
  for (const yaml::Pair& pair : node.pairs()) {
    if (!pair.value.is_scalar() || pair.value.scalar().empty()) complain(pair.value, "expected the name of a type");
    else for (Slot& at : slots(pair.key, pair.key.scalar())) effects.types.push_back({std::move(at), pool_.keep(pair.value.scalar())});
  }
}

std::optional<Slot> EffectsReader::slot(const yaml::Node& node, std::string_view text) {
  auto slot = parse_slot(pool_.keep(text));
  if (slot) return *std::move(slot);
  complain(node, std::move(slot).error());
  return std::nullopt;
}

std::vector<Slot> EffectsReader::slots(const yaml::Node& node, std::string_view comma_separated) {
  std::vector<Slot> slots;
  for (std::string_view each : split(comma_separated, ','))
    if (auto one = slot(node, each)) slots.push_back(*std::move(one));
  return slots;
}

std::vector<std::string_view> EffectsReader::texts(const yaml::Node& node) {
  std::vector<std::string_view> texts;
  for (const yaml::Node& each : items_of(node)) {
    if (each.is_scalar()) texts.push_back(pool_.keep(each.scalar()));
    else complain(each, "expected text");
  }
  return texts;
}

std::optional<Harm> EffectsReader::harm(const yaml::Node& node, std::string_view word) {
  if (auto found = find_harm(word)) return found;
  std::vector<std::string_view> words;
  for (const HarmInfo& each : all_harms()) words.push_back(each.word);
  auto near = nearest(word, words);
  std::string hint = near ? fmt::format("did you mean `{}`?", *near) : fmt::format("there are: {}", fmt::join(words, ", "));
  complain(node, fmt::format("`{}` is no kind of harm; {}", word, hint));
  return std::nullopt;
}

Harms EffectsReader::harms(const yaml::Node& node, std::string_view comma_separated) {
  Harms all = 0;
  for (std::string_view word : split(comma_separated, ',')) {
    word = trim(word);
    if (word == "all") all = kAllHarms;
    else if (auto one_harm = harm(node, word)) all |= one(*one_harm);
  }
  return all;
}

void EffectsReader::complain(const yaml::Node& node, std::string message) {
  errors_.add(node.place(), "model", std::move(message));
}

}  // namespace sluice::flow
