#include "analyzers/flow/models.h"

#include <catch2/catch.hpp>
#include <set>

using namespace sluice;
using namespace sluice::flow;

namespace {

// Texts that stand as files of a language.
struct Files {
  std::vector<std::pair<std::string, std::string>> list;

  std::vector<EmbeddedFile> embedded() const {
    std::vector<EmbeddedFile> files;
    for (const auto& [name, text] : list) files.push_back({name, text});
    return files;
  }
};

Models java(std::string text) {
  Files files{{{"java/a.yaml", std::move(text)}}};
  auto models = load_models(files.embedded(), std::vector{Language::Java});
  if (!models) FAIL(to_string(models.error()));
  return *std::move(models);
}

std::string mistakes_of(std::string text) {
  Files files{{{"java/a.yaml", std::move(text)}}};
  auto models = load_models(files.embedded(), std::vector{Language::Java});
  return models ? "" : to_string(models.error());
}

const ModelEffects& effects_of(const Models& models, std::string_view type, std::string_view member) {
  std::span<const Model> found = models.find(Language::Java, type, member);
  REQUIRE(found.size() == 1);
  return found[0].effects;
}

std::string text_of(const ModelFlow& flow) { return to_string(flow.from) + (flow.is_same ? " => " : " -> ") + to_string(flow.to); }

std::vector<std::string> flows_of(const ModelEffects& effects) {
  std::vector<std::string> texts;
  for (const ModelFlow& flow : effects.flows) texts.push_back(text_of(flow));
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a place in a call is read and written back", "[analyzers][models]") {
  const std::string text = GENERATE(as<std::string>(), "arg0", "arg1..", "arg*", "arg-last", "arg1:sql", "arg:shell", "receiver", "return",
                                    "return1", "assigned", "parameter0", "parameter*", "call", "first", "last", "element of return",
                                    "key of receiver", "field rows of element of arg0", "parameter1 of arg0", "result of arg-last");
  auto slot = parse_slot(text);
  REQUIRE(slot);
  CHECK(to_string(*slot) == text);
}

TEST_CASE("the path of a place goes from the base on", "[analyzers][models]") {
  auto slot = parse_slot("element of field rows of arg2");
  REQUIRE(slot);
  CHECK(slot->base == SlotBase::Argument);
  CHECK(slot->number == 2);
  REQUIRE(slot->path.size() == 2);
  CHECK(slot->path[0] == SlotStep{SlotStep::Kind::Field, 0, "rows"});
  CHECK(slot->path[1] == SlotStep{SlotStep::Kind::Element, 0, {}});
}

TEST_CASE("what is no place is refused", "[analyzers][models]") {
  const std::string text = GENERATE(as<std::string>(), "", "arg", "argument0", "arg-1", "arg1.", "arg9999", "arg0:", "elements of arg0",
                                    "field of arg0", "of arg0", "element of", "parameter of return");
  CHECK_FALSE(parse_slot(text));
}

TEST_CASE("a model's forms are read", "[analyzers][models]") {
  const Models models = java(R"(
models:
  a.Text:
    join: arg0, arg1 -> return
    add: [arg0 -> receiver, receiver => return]
    clean: {flow: arg0 -> return, sanitizer: "xss, header"}
    decode: {flow: arg0 -> return, restores: "all at return"}
    check: {sanitizer: {for: [path], at: arg0, when: true}}
    hash: {sink: {kind: weak-hash, at: arg0, values: [MD5, "SHA1*"], cwe: 327}}
    ask: {sink: sql at arg0, returns: a.Rows, source: database}
    put: {map-put: "on field map of receiver, key arg0, value arg1"}
    run: {when: {args: 2..3, "arg:shell": ["true"], types: [String, int]}, sink: command at arg0}
)");
  CHECK(flows_of(effects_of(models, "a.Text", "join")) == Texts{"arg0 -> return", "arg1 -> return"});
  CHECK(flows_of(effects_of(models, "a.Text", "add")) == Texts{"arg0 -> receiver", "receiver => return"});
  CHECK(effects_of(models, "a.Text", "clean").sanitizers[0].harms == (one(Harm::Xss) | one(Harm::Header)));
  CHECK(effects_of(models, "a.Text", "decode").restorers.at(0).harms == kAllHarms);
  const ModelSanitizer& check = effects_of(models, "a.Text", "check").sanitizers.at(0);
  CHECK(check.when == std::optional(true));
  CHECK(to_string(check.at) == "arg0");
  const ModelSink& hash = effects_of(models, "a.Text", "hash").sinks.at(0);
  CHECK(hash.harm == Harm::WeakHash);
  CHECK(hash.cwe == 327);
  CHECK(hash.values == std::vector<std::string_view>{"MD5", "SHA1*"});
  const ModelEffects& ask = effects_of(models, "a.Text", "ask");
  CHECK(ask.sinks.at(0).cwe == 89);
  CHECK(ask.sources.at(0).origin == Origin::Database);
  CHECK(to_string(ask.sources.at(0).at) == "return");
  CHECK(ask.types.at(0).type == "a.Rows");
  const ModelContainer& put = effects_of(models, "a.Text", "put").containers.at(0);
  CHECK(put.op == ContainerOp::MapPut);
  CHECK(to_string(put.on) == "field map of receiver");
  CHECK(to_string(put.keys.at(0)) == "arg0");
  CHECK(to_string(put.value.value()) == "arg1");
  const ModelCondition& run = models.find(Language::Java, "a.Text", "run")[0].when;
  CHECK(run.least_arguments == 2);
  CHECK(run.most_arguments == 3);
  CHECK(run.parameter_types == std::vector<std::string_view>{"String", "int"});
  CHECK(to_string(run.constants.at(0).at) == "arg:shell");
}

TEST_CASE("overloads are several models of one member", "[analyzers][models]") {
  const Models models = java("models: {a.T: {m: [{when: {args: 1}, flow: arg0 -> return}, {when: {args: 2}, flow: arg1 -> return}]}}");
  std::span<const Model> found = models.find(Language::Java, "a.T", "m");
  REQUIRE(found.size() == 2);
  CHECK(found[0].when.most_arguments == 1);
  CHECK(found[1].when.least_arguments == 2);
}

TEST_CASE("calls that make a page of a template are read", "[analyzers][models]") {
  Models models = java(R"(models:
  a.A:
    one: { renders: "arg0 with keywords, arg1, field bag of receiver as Bag, plain unless field safe of receiver" }
    two: { renders: "plain function with self" }
entry-points:
  - named-parameter: [web.request]
    renders: return with parameter*
)");
  using What = ModelRender::Given::What;
  const ModelRender one = effects_of(models, "a.A", "one").renders.at(0);
  REQUIRE(one.page);
  CHECK(to_string(*one.page) == "arg0");
  CHECK(one.plain == ModelRender::Plain::Unless);
  REQUIRE(one.setting);
  CHECK(to_string(*one.setting) == "field safe of receiver");
  REQUIRE(one.given.size() == 3);
  CHECK(one.given[0].what == What::Keywords);
  CHECK((one.given[1].what == What::Value && to_string(one.given[1].at) == "arg1" && one.given[1].name.empty()));
  CHECK((to_string(one.given[2].at) == "field bag of receiver" && one.given[2].name == "Bag"));
  const ModelRender two = effects_of(models, "a.A", "two").renders.at(0);
  CHECK((!two.page && two.plain == ModelRender::Plain::Always && two.given.at(0).what == What::Self));
  REQUIRE(models.entry_points(Language::Java).size() == 1);
  CHECK(models.entry_points(Language::Java)[0].how == EntryPoint::How::NamedParameter);
  CHECK(to_string(*models.entry_points(Language::Java)[0].effects.renders.at(0).page) == "return");
  CHECK_THAT(mistakes_of("models: {a.A: {b: {renders: \"moon with arg0\"}}}"), Catch::Contains("java/a.yaml:1:"));
}

TEST_CASE("all mistakes of a file are told with their places", "[analyzers][models]") {
  const std::string told = mistakes_of(R"(models:
  a.T:
    one: arg0 return
    two: {sink: sqll at arg0}
    three: {source: moon}
    four: {flows: arg0 -> return}
    five: {map-put: "kee arg0"}
    six: {sanitizer: xss at arg0 when perhaps}
    seven: {when: {args: many}, flow: arg0 -> return}
    eight: argument0 -> return
entry-points:
  - {overrides: a.T, source: remote at parameter0}
  - {source: remote at parameter0}
)");
  CHECK_THAT(told, Catch::Contains("java/a.yaml:3:10: expected `FROM -> TO`"));
  CHECK_THAT(told, Catch::Contains("java/a.yaml:4:17: `sqll` is no kind of harm; did you mean `sql`?"));
  CHECK_THAT(told, Catch::Contains("java/a.yaml:5:21: `moon` is no origin"));
  CHECK_THAT(told, Catch::Contains("java/a.yaml:6:12: unknown key `flows`"));
  CHECK_THAT(told, Catch::Contains("java/a.yaml:7:21: `kee arg0`: expected `on`, `key`, `index` or `value`"));
  CHECK_THAT(told, Catch::Contains("java/a.yaml:8:22: `perhaps`"));
  CHECK_THAT(told, Catch::Contains("java/a.yaml:9:26: expected a number of arguments"));
  CHECK_THAT(told, Catch::Contains("java/a.yaml:10:12: `argument0`: expected `arg0`"));
  CHECK_THAT(told, Catch::Contains("java/a.yaml:12:5: `members` goes with `overrides`"));
  CHECK_THAT(told, Catch::Contains("java/a.yaml:13:5: expected one of `annotated-parameter`"));
}

TEST_CASE("a file without models is refused", "[analyzers][models]") {
  CHECK_THAT(mistakes_of("rules: []"), Catch::Contains("expected `models` or `entry-points`"));
  CHECK_THAT(mistakes_of("[1, 2]"), Catch::Contains("java/a.yaml:1:1"));
  CHECK_THAT(mistakes_of("models: {a: b}"), Catch::Contains("java/a.yaml:1:13"));
}

TEST_CASE("a member is found by type, supertype and then `*`", "[analyzers][models]") {
  const Models models = java(R"(
models:
  a.Base: {get: arg0 -> return, set: arg0 -> receiver, "*": receiver -> return}
  a.Middle: {extends: [a.Base], set: arg1 -> receiver}
  a.Leaf: {extends: [a.Middle, a.Leaf]}
)");
  CHECK(flows_of(effects_of(models, "a.Leaf", "get")) == Texts{"arg0 -> return"});
  CHECK(flows_of(effects_of(models, "a.Leaf", "set")) == Texts{"arg1 -> receiver"});
  CHECK(flows_of(effects_of(models, "a.Leaf", "other")) == Texts{"receiver -> return"});
  CHECK(models.find(Language::Java, "a.Nowhere", "get").empty());
  CHECK(models.find(Language::Python, "a.Base", "get").empty());
  CHECK(models.is_a(Language::Java, "Leaf", "a.Base"));
  CHECK_FALSE(models.is_a(Language::Java, "a.Base", "a.Leaf"));
  CHECK_FALSE(models.is_a(Language::Java, "a.Nowhere", "a.Nowhere"));
}

TEST_CASE("types that extend each other end", "[analyzers][models]") {
  const Models models = java("models: {a.A: {extends: [a.B], m: arg0 -> return}, a.B: {extends: [a.A]}}");
  CHECK(models.find(Language::Java, "a.B", "m").size() == 1);
  CHECK(models.find(Language::Java, "a.B", "n").empty());
}

TEST_CASE("a type is known however it is written", "[analyzers][models]") {
  const Models models = java(R"(
aliases: {new.pack: a}
models:
  a.Map.Entry: {m: arg0 -> return}
  b.Twice: {m: arg0 -> return}
  c.Twice: {n: arg0 -> return}
  "net/http.Request": {m: arg0 -> return}
  github.com/x/y.Thing: {m: arg0 -> return}
)");
  using Pair = std::pair<std::string, std::string>;
  const auto& [written, whole] = GENERATE(values<Pair>({{"a.Map.Entry", "a.Map.Entry"}, {"Map.Entry<String, List<T>>", "a.Map.Entry"},
                                                        {"Entry", "a.Map.Entry"}, {"Entry[]", "a.Map.Entry"}, {"const Entry &", "a.Map.Entry"},
                                                        {"new.pack.Map.Entry", "a.Map.Entry"}, {"*http.Request", "net/http.Request"},
                                                        {"github.com/x/v2/y.Thing", "github.com/x/y.Thing"}, {"Twice", ""}, {"", ""},
                                                        {"x.Entry", ""}, {"new.packMap.Entry", ""}}));
  CAPTURE(written);
  CHECK(models.find_type(Language::Java, written) == whole);
}

TEST_CASE("without a type a member is known where all types agree", "[analyzers][models]") {
  const Models models = java(R"(
models:
  a.A: {same: arg0 -> return, other: arg0 -> return, alone: receiver -> return, new: arg0 -> receiver}
  a.B: {same: arg0 -> return, other: arg1 -> return}
)");
  CHECK(models.find_by_member(Language::Java, "same").size() == 1);
  CHECK(models.find_by_member(Language::Java, "alone").size() == 1);
  CHECK(models.find_by_member(Language::Java, "other").empty());
  CHECK(models.find_by_member(Language::Java, "new").empty());
  CHECK(models.find_by_member(Language::Java, "none").empty());
}

TEST_CASE("entry points are read", "[analyzers][models]") {
  const Models models = java(R"(
entry-points:
  - {annotated-parameter: [a.Param, a.Body], source: remote at parameter0}
  - {overrides: a.Servlet, members: [doGet], types: {parameter0: a.Request}, sink: xss at return}
)");
  std::span<const EntryPoint> entries = models.entry_points(Language::Java);
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].name == "a.Param");
  CHECK(entries[1].name == "a.Body");
  CHECK(entries[2].how == EntryPoint::How::Override);
  CHECK(entries[2].members == std::vector<std::string_view>{"doGet"});
  CHECK(entries[2].effects.types.at(0).type == "a.Request");
  CHECK(entries[2].effects.sinks.at(0).harm == Harm::Xss);
}

TEST_CASE("only the languages that were asked for are read", "[analyzers][models]") {
  Files files{{{"java/a.yaml", "models: {a.T: {m: arg0 -> return}}"}, {"python/b.yaml", "no model at all"}, {"c/c.yaml", "models: {global: {m: arg0 -> return}}"}}};
  auto models = load_models(files.embedded(), std::vector{Language::Java, Language::Cpp, Language::Yaml});
  REQUIRE(models);
  CHECK(models->find(Language::Java, "a.T", "m").size() == 1);
  CHECK(models->find(Language::C, "global", "m").size() == 1);
  CHECK(models->find(Language::Cpp, "global", "m").size() == 1);
  CHECK(models->all(Language::Python).empty());
}

TEST_CASE("harms have words of their own", "[analyzers][models]") {
  std::set<std::string_view> words;
  for (const HarmInfo& harm : all_harms()) {
    CHECK(words.insert(harm.word).second);
    CHECK(find_harm(harm.word) == harm.harm);
    CHECK(&info(harm.harm) == &harm);
    CHECK(harm.cwe > 0);
  }
  CHECK_FALSE(find_harm("none"));
}
