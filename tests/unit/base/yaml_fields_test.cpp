#include "base/yaml_fields.h"

#include <catch2/catch.hpp>

using namespace sluice;

TEST_CASE("all mistakes of a map are told at once, each at its place", "[base]") {
  auto document = yaml::Document::parse("f.yaml",
                                        "title: [x]\n"
                                        "days: 400\n"
                                        "effect: holt\n"
                                        "ship: 2026-02-30\n"
                                        "empty:\n"
                                        "titlee: x\n");
  REQUIRE(document);
  Errors errors;
  yaml::Fields fields(document->root(), errors);
  fields.text("title");
  fields.text("id");
  CHECK_FALSE(fields.whole("days", 0, 365));
  CHECK_FALSE(fields.word<int>("effect", {{"hold", 1}, {"report", 2}}));
  CHECK_FALSE(fields.day("ship"));
  CHECK_FALSE(fields.optional_text("empty"));
  fields.finish();
  CHECK(to_string(errors) ==
        "f.yaml:1:8: expected text\n"
        "f.yaml:1:1: `id` is missing\n"
        "f.yaml:2:7: `days` must be from 0 to 365\n"
        "f.yaml:3:9: expected one of `hold`, `report`; did you mean `hold`?\n"
        "f.yaml:4:7: `ship` must be a day such as 2026-03-09\n"
        "f.yaml:5:1: `empty` has no value\n"
        "f.yaml:6:1: unknown key `titlee`; did you mean `title`?\n");
}
