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
using nlohmann::json;

namespace {

// valijson 1.0 knows no uri format, and its dates accept days that do not exist.
void drop_formats(json& schema) {
  if (schema.is_object()) schema.erase("format");
  for (json& member : schema) drop_formats(member);
}

json schema_document() {
  for (const EmbeddedFile& file : embedded::sarif_data())
    if (file.path.ends_with(".json")) return json::parse(file.bytes);
  return {};
}

void collect(json& value, std::vector<json*>& values) {
  values.push_back(&value);
  for (json& child : value)
    if (value.is_structured()) collect(child, values);
}

void change(json& log, std::mt19937& random) {
  static const std::vector<json> kValues = {nullptr, true, -2, 0, 7, 1.5, "x", "fail", "error", json::array(), json::object(),
                                            json::array({1, 1}), json::object({{"text", "t"}}), json::object({{"index", -1}})};
  std::vector<json*> values;
  collect(log, values);
  json& target = *values[random() % values.size()];
  const json& value = kValues[random() % kValues.size()];
  const auto choice = random() % 4;
  if (choice == 0 && target.is_object() && !target.empty()) target.erase(std::next(target.begin(), static_cast<long>(random() % target.size())));
  else if (choice == 1 && target.is_object()) target[random() % 2 ? "unknown" : "message"] = value;
  else if (choice == 2 && target.is_array() && !target.empty()) target.push_back(json(target[0]));
  else target = value;
}

}  // namespace

TEST_CASE("our schema check and valijson agree", "[sarif]") {
  json document = schema_document();
  drop_formats(document);
  valijson::Schema theirs;
  valijson::SchemaParser(valijson::SchemaParser::kDraft4).populateSchema(valijson::adapters::NlohmannJsonAdapter(document), theirs);
  const auto ours = Schema::compile(document.dump());
  REQUIRE(ours);

  const json clean = json::parse(write_log(test::sample_log()));
  std::mt19937 random(4);
  int valid = 0, invalid = 0;
  for (int round = 0; round < 400; ++round) {
    json log = clean;
    if (round > 0) change(log, random);
    const std::string text = log.dump();
    const auto read = sarif::json::Document::parse("f", text);
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
