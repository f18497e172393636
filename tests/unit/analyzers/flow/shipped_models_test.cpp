// The models that the program ships, as rules/models has them.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "analyzers/flow/models.h"
#include "base/file.h"

namespace fs = std::filesystem;
using namespace sluice;
using namespace sluice::flow;

namespace {

const std::string kFolder = SLUICE_SOURCE_DIR "/rules/models";

const std::vector<Language> kLanguages = {Language::C,      Language::CSharp, Language::Java, Language::Go,
                                          Language::Python, Language::Js,     Language::Php,  Language::Ruby};

const Models& shipped() {
  static const Models models = [] {
    std::vector<std::pair<std::string, std::string>> texts;
    for (const auto& entry : fs::recursive_directory_iterator(kFolder)) {
      if (entry.path().extension() != ".yaml") continue;
      auto text = read_file(entry.path().string());
      REQUIRE(text);
      texts.emplace_back(fs::relative(entry.path(), kFolder).generic_string(), *text);
    }
    std::ranges::sort(texts);
    std::vector<EmbeddedFile> files;
    for (const auto& [name, text] : texts) files.push_back({name, text});
    auto loaded = load_models(files, kLanguages);
    if (!loaded) FAIL(to_string(loaded.error()));
    return *std::move(loaded);
  }();
  return models;
}

// All that is said of a member, as the lines of shipped_models.txt write it.
std::string facts_of(std::string_view language, std::string_view type, std::string_view member) {
  std::string facts;
  for (const Model& model : shipped().find(*find_language(language), type, member)) {
    for (const ModelFlow& flow : model.effects.flows) facts += to_string(flow.from) + (flow.is_same ? " => " : " -> ") + to_string(flow.to) + "; ";
    for (const ModelSink& sink : model.effects.sinks) facts += std::string(info(sink.harm).word) + " at " + to_string(sink.at) + "; ";
    for (const ModelSource& source : model.effects.sources) facts += std::string(word_of(source.origin)) + " at " + to_string(source.at) + "; ";
    for (const ModelSanitizer& sanitizer : model.effects.sanitizers)
      for (const HarmInfo& harm : all_harms())
        if (sanitizer.harms & one(harm.harm)) facts += "cleans " + std::string(harm.word) + "; ";
    for (const ModelRestorer& restorer : model.effects.restorers) facts += (restorer.harms == kAllHarms ? "restores all at " : "restores some at ") + to_string(restorer.at) + "; ";
    for (const ModelContainer& container : model.effects.containers) facts += std::string(container_words()[static_cast<std::size_t>(container.op)]) + "; ";
    for (const ModelRender& each : model.effects.renders) facts += "renders " + (each.page ? to_string(*each.page) : "function") + "; ";
    for (const ModelType& each : model.effects.types) facts += to_string(each.at) + " is " + std::string(each.type) + "; ";
  }
  return facts;
}

}  // namespace

TEST_CASE("every model file that ships is valid", "[analyzers][models]") {
  for (Language language : kLanguages) {
    CAPTURE(name(language));
    CHECK(shipped().all(language).size() > 100);
  }
}

TEST_CASE("every model file names where its facts are from", "[analyzers][models]") {
  for (const auto& entry : fs::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() != ".yaml") continue;
    CAPTURE(entry.path());
    auto text = read_file(entry.path().string());
    REQUIRE(text);
    CHECK(text->starts_with("# "));
    CHECK(text->find("\n# Facts: ") < text->find("\nmodels:"));
  }
}

TEST_CASE("the documentation names every harm and origin", "[analyzers][models]") {
  auto text = read_file(SLUICE_SOURCE_DIR "/docs/library-models.md");
  REQUIRE(text);
  for (const HarmInfo& harm : all_harms()) CHECK_THAT(*text, Catch::Contains("`" + std::string(harm.word) + "`"));
  for (std::string_view origin : origin_words()) CHECK_THAT(*text, Catch::Contains("`" + std::string(origin) + "`"));
  for (std::string_view word : container_words()) CHECK_THAT(*text, Catch::Contains("`" + std::string(word) + "`"));
}

// Two ways to write one type would be two types.
TEST_CASE("types that models refer to are written in one way", "[analyzers][models]") {
  for (Language language : kLanguages) {
    for (const Model& model : shipped().all(language)) {
      for (const ModelType& each : model.effects.types) {
        CAPTURE(std::string(model.file), model.line, std::string(each.type));
        const std::string_view known = shipped().find_type(language, each.type);
        CHECK((known.empty() || known == each.type));
      }
    }
  }
}

TEST_CASE("what the families of shipped models say", "[analyzers][models]") {
  auto text = read_file(SLUICE_SOURCE_DIR "/tests/unit/analyzers/flow/shipped_models.txt");
  REQUIRE(text);
  std::size_t checked = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::string line(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line[0] == '#') continue;
    CAPTURE(line);
    std::size_t a = line.find(' '), b = line.find(' ', a + 1), c = line.find(": ", b);
    REQUIRE(c != std::string::npos);
    const std::string facts = facts_of(line.substr(0, a), line.substr(a + 1, b - a - 1), line.substr(b + 1, c - b - 1));
    CHECK_THAT(facts, Catch::Contains(line.substr(c + 2) + ";"));
    ++checked;
  }
  CHECK(checked > 80);
}
