#include "gate/cvss.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/file.h"

using namespace sluice;
using namespace sluice::gate;

namespace {

struct Expected {
  std::string version, vector;
  std::optional<double> base, temporal, environmental;
};

std::vector<Expected> load_vectors(const std::filesystem::path& path) {
  auto optional_number = [](const nlohmann::json& row, std::size_t index) {
    return row.size() > index && row[index].is_number() ? std::optional(row[index].get<double>()) : std::nullopt;
  };
  auto bytes = read_file(path);
  REQUIRE(bytes);
  std::vector<Expected> vectors;
  nlohmann::json document = nlohmann::json::parse(*bytes);
  for (const auto& row : document["vectors"])
    vectors.push_back({row[0], row[1], optional_number(row, 2), optional_number(row, 3), optional_number(row, 4)});
  return vectors;
}

std::string text_of(std::optional<double> number) { return number ? fmt::format("{:.1f}", *number) : "none"; }
std::string text_of(std::optional<Score> score) { return score ? to_string(*score) : "none"; }

void check_vector(const Expected& expected) {
  INFO(expected.vector);
  auto result = score_cvss(expected.vector);
  REQUIRE(result);
  CHECK(to_string(result->version) == expected.version);
  CHECK(to_string(result->base) == text_of(expected.base));
  CHECK(text_of(result->temporal) == text_of(expected.temporal));
  CHECK(text_of(result->environmental) == text_of(expected.environmental));
}

std::string codes_of(std::string_view vector) {
  auto result = score_cvss(vector);
  std::string codes;
  if (result) return "scored " + to_string(result->base);
  for (const Error& error : result.error().list)
    codes += fmt::format("{}{}@{}", codes.empty() ? "" : " ", error.code, error.place.column);
  return codes;
}

}  // namespace

TEST_CASE("CVSS: boundary vectors score as published", "[gate][cvss]") {
  auto vectors = load_vectors(SLUICE_SOURCE_DIR "/tests/unit/gate/data/cvss_vectors.json");
  REQUIRE(vectors.size() >= 30);
  for (const Expected& expected : vectors) check_vector(expected);
}

TEST_CASE("CVSS: the reference vectors score the same", "[gate][cvss]") {
  std::filesystem::path path = SLUICE_SOURCE_DIR "/../shared/data/cvss/vectors.json";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: " << path << " is not there");
    return;
  }
  auto vectors = load_vectors(path);
  REQUIRE(vectors.size() > 3000);
  for (const Expected& expected : vectors) check_vector(expected);
}

TEST_CASE("CVSS: a wrong vector says what is wrong and where", "[gate][cvss]") {
  CHECK(codes_of("") == "cvss-empty@1");
  CHECK(codes_of("CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H") == "cvss-prefix@1");
  CHECK(codes_of("CVSS:2.0/AV:N/AC:L/Au:N/C:P/I:P/A:P") == "cvss-prefix@1");
  CHECK(codes_of("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H") == "cvss-prefix@1");
  CHECK(codes_of("(AV:N/AC:L/Au:N/C:P/I:P/A:P)") == "cvss-syntax@1");
  CHECK(codes_of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/") == "cvss-syntax@46");
  CHECK(codes_of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H") == "cvss-missing-metric@10");
  CHECK(codes_of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:Q") == "cvss-bad-value@44");
  CHECK(codes_of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/A:H") == "cvss-duplicate-metric@46");
  CHECK(codes_of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/ZZ:H") == "cvss-unknown-metric@46");
  CHECK(codes_of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/RC") == "cvss-syntax@46");
  CHECK(codes_of("CVSS:3.1/AV:n/AC:L/PR:N/UI:N/S:U/C:H/I:H") == "cvss-bad-value@13 cvss-missing-metric@10");
  CHECK(codes_of(std::string(100000, '/')) == "cvss-too-long@1");
}

TEST_CASE("CVSS: the order of metrics matters in 4.0 alone", "[gate][cvss]") {
  CHECK(codes_of("CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N") == "cvss-order@15");
  CHECK(codes_of("CVSS:3.1/AC:L/AV:N/PR:N/UI:N/S:U/C:H/I:H/A:H") == "scored 9.8");
}

TEST_CASE("CVSS 4.0: threat and environment are told and do not touch the base score", "[gate][cvss]") {
  auto result = score_cvss("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U/MAV:L");
  REQUIRE(result);
  CHECK(result->nomenclature == "CVSS-BTE");
  CHECK(to_string(result->base_only) == "9.3");
  CHECK(result->base < result->base_only);
}

TEST_CASE("CVSS: words are those of FIRST, and of NVD for 2.0", "[gate][cvss]") {
  CHECK(severity_word(Score{0}, CvssVersion::V3_1) == "None");
  CHECK(severity_word(Score{39}, CvssVersion::V3_1) == "Low");
  CHECK(severity_word(Score{40}, CvssVersion::V4_0) == "Medium");
  CHECK(severity_word(Score{69}, CvssVersion::V3_0) == "Medium");
  CHECK(severity_word(Score{89}, CvssVersion::V3_1) == "High");
  CHECK(severity_word(Score{90}, CvssVersion::V3_1) == "Critical");
  CHECK(severity_word(Score{100}, CvssVersion::V2_0) == "High");
}

TEST_CASE("a band begins at its threshold", "[gate][cvss]") {
  BandThresholds product;
  CHECK(band_of(Score{80}, product) == Band::High);
  CHECK(band_of(Score{79}, product) == Band::Medium);
  CHECK(band_of(Score{50}, product) == Band::Medium);
  CHECK(band_of(Score{49}, product) == Band::Low);
  CHECK(band_of(Score{69}, {.medium = Score{40}, .high = Score{70}}) == Band::Medium);
}

TEST_CASE("a score is read as tenths", "[gate][cvss]") {
  CHECK(parse_score("9.8") == Score{98});
  CHECK(parse_score("10") == Score{100});
  CHECK(parse_score("4.95") == Score{50});
  for (std::string_view wrong : {"", "-1", "10.1", "nan", "9.8 ", "inf", "1e1", "High"}) {
    INFO(wrong);
    CHECK_FALSE(parse_score(wrong));
  }
}
