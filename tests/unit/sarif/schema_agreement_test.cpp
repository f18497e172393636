// Our schema check against a second one: valijson, over logs with random changes. Both must
// say yes or no together; where one cannot (formats, see below) the schema is trimmed.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "embedded/sarif_data.h"
#include "sample_log.h"
#include "sarif/json.h"
#include "sarif/schema_check.h"
#include "sarif/writer.h"

using namespace sluice;
using namespace sluice::sarif;
using Tree = nlohmann::json;

namespace {

// valijson 1.0 knows no uri format, and its dates accept days that do not exist.
void drop_formats(Tree& schema) {
  if (!schema.is_structured()) return;
  if (schema.is_object()) schema.erase("format");
  for (Tree& member : schema) drop_formats(member);
}

Tree schema_document() {
  for (const EmbeddedFile& file : embedded::sarif_data())
    if (file.path.ends_with(".json")) return Tree::parse(file.bytes);
  return {};
}

void collect(Tree& value, std::vector<Tree*>& values) {
  values.push_back(&value);
  if (!value.is_structured()) return;
  for (Tree& child : value) collect(child, values);
}

void change(Tree& log, std::mt19937& random) {
  static const std::vector<Tree> kValues = {nullptr,
                                            true,
                                            -2,
                                            0,
                                            7,
                                            1.5,
                                            "x",
                                            "fail",
                                            "error",
                                            Tree::array(),
                                            Tree::object(),
                                            Tree::array({1, 1}),
                                            Tree::object({{"text", "t"}}),
                                            Tree::object({{"index", -1}})};
  std::vector<Tree*> values;
  collect(log, values);
  Tree& target = *values[random() % values.size()];
  const Tree& value = kValues[random() % kValues.size()];
  const auto choice = random() % 4;
  if (choice == 0 && target.is_object() && !target.empty())
    target.erase(std::next(target.begin(), static_cast<long>(random() % target.size())));
  else if (choice == 1 && target.is_object())
    target[random() % 2 ? "unknown" : "message"] = value;
  else if (choice == 2 && target.is_array() && !target.empty())
    target.push_back(Tree(target[0]));
  else
    target = value;
}

}  // namespace

TEST_CASE("our schema check and valijson agree", "[sarif]") {
  Tree document = schema_document();
  drop_formats(document);
  valijson::Schema theirs;
  valijson::SchemaParser(valijson::SchemaParser::kDraft4)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(document), theirs);
  const auto ours = Schema::compile(document.dump());
  REQUIRE(ours);

  const Tree clean = Tree::parse(write_log(test::sample_log()));
  std::mt19937 random(4);
  int valid = 0, invalid = 0;
  for (int round = 0; round < 400; ++round) {
    Tree log = clean;
    if (round > 0) change(log, random);
    const std::string text = log.dump();
    const auto read = json::Document::parse("f", text);
    REQUIRE(read);
    ViolationSink sink(*read);
    ours->check(read->root(), sink);
    const std::vector<Violation> violations = std::move(sink).take();
    valijson::Validator validator;
    const bool they_accept = validator.validate(theirs, valijson::adapters::NlohmannJsonAdapter(log), nullptr);
    INFO(text);
    INFO((violations.empty() ? std::string("ours accepts") : violations[0].pointer + " " + violations[0].message));
    REQUIRE(violations.empty() == they_accept);
    ++(they_accept ? valid : invalid);
  }
  // The changes must exercise both verdicts.
  CHECK(valid > 40);
  CHECK(invalid > 40);
}
