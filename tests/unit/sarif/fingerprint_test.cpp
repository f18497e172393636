#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "sarif/fingerprint.h"

using namespace sluice;
using namespace sluice::sarif;

namespace {

std::vector<std::string> texts_of(std::string_view file_bytes) {
  std::vector<std::string> texts;
  for (const LineHash& hash : line_hashes(file_bytes)) texts.push_back(hash.text());
  return texts;
}

}  // namespace

TEST_CASE("the line hash is GitHub's", "[sarif]") {
  const auto text = read_file(SLUICE_SOURCE_DIR "/tests/unit/sarif/data/line_hash_vectors.json");
  REQUIRE(text);
  const auto vectors = nlohmann::json::parse(*text)["vectors"];
  REQUIRE(vectors.size() == 9);
  for (const auto& vector : vectors) {
    const auto input = vector["input"].get<std::string>();
    INFO(input);
    CHECK(texts_of(input) == vector["hashes"].get<std::vector<std::string>>());
  }
}

// Computed with a second implementation, in Python: bad bytes, a byte order mark, an emoji.
TEST_CASE("the line hash counts UTF-16 units of what decoders make of the bytes", "[sarif]") {
  CHECK(texts_of("\xEF\xBB\xBFx = 1\n") == std::vector<std::string>{"973f80c4b80f40b6:1", "c129715d7a2bc9a3:1"});
  CHECK(texts_of("\xF0\x9F\x94\x92 lock\n") == std::vector<std::string>{"e1f4704b05555941:1", "c129715d7a2bc9a3:1"});
  // E2 82 is the begin of a character that does not go on: one U+FFFD, not two.
  CHECK(texts_of("a\xE2\x82z\xFF") == std::vector<std::string>{"8db91a3aeaa518a4:1"});
}

TEST_CASE("our fingerprint stays when blanks change and differs otherwise", "[sarif]") {
  const std::string base = sluice_fingerprint("rule", "ns::f", "call(a, b)", 0);
  CHECK(base.size() == 32);
  CHECK(sluice_fingerprint("rule", "ns::f", "call( a,\n\t b )", 0) == base);
  CHECK(sluice_fingerprint("rule2", "ns::f", "call(a, b)", 0) != base);
  CHECK(sluice_fingerprint("rule", "ns::g", "call(a, b)", 0) != base);
  CHECK(sluice_fingerprint("rule", "ns::f", "call(a, c)", 0) != base);
  CHECK(sluice_fingerprint("rule", "ns::f", "call(a, b)", 1) != base);
  // The parts do not run into each other.
  CHECK(sluice_fingerprint("ab", "c", "d", 0) != sluice_fingerprint("a", "bc", "d", 0));
}

// The key is a promise: results of stored baselines are found again by this very value.
TEST_CASE("our fingerprint of version 1 does not change", "[sarif]") {
  CHECK(sluice_fingerprint("c-sql-injection", "lookup", "db_exec(d, q)", 0) == "29062ded7c6f4495c88573686766f7d2");
}
