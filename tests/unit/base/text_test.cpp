#include "base/text.h"

#include <catch2/catch.hpp>

#include "base/digest.h"

using namespace sluice;

TEST_CASE("a terminal never sees control characters", "[base]") {
  CHECK(escape_terminal("a\x1b[31mb") == "a\\x1b[31mb");
  CHECK(escape_terminal("x\xE2\x80\xAEy") == "x\\u{202e}y");
  CHECK(escape_terminal("\xff") == "\\xff");
  CHECK(escape_terminal("caf\xC3\xA9\n") == "caf\xC3\xA9\n");
}

TEST_CASE("markup is inert in HTML", "[base]") {
  CHECK(escape_html("<a href=\"x\">'&") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
}

TEST_CASE("a spreadsheet gets text, no formula", "[base]") { CHECK(escape_csv("=1+\"a\"") == "\"'=1+\"\"a\"\"\""); }

TEST_CASE("digests are the published ones", "[base]") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-2, B.1
  CHECK(stable_guid("a") == stable_guid("a"));
  CHECK(stable_guid("a") != stable_guid("b"));
  CHECK(stable_guid("a")[14] == '5');
}
