#include "analyzers/scan/secret_mask.h"

#include <catch2/catch.hpp>

using namespace sluice;

TEST_CASE("what stands behind the begin of a secret is blotted out to the end of its line", "[analyzers][scan]") {
  std::string text = "a = 1\nkey = AKIA234567890123  # ours\nb = 2\n";
  CHECK(mask_secrets(text, {{12, 28}}) == "a = 1\nkey = AKIA********************\nb = 2\n");
  CHECK(mask_secrets(text, {}) == text);
}

TEST_CASE("a masked text is as long as it was, and still UTF-8", "[analyzers][scan]") {
  std::string text = "pw=\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F\r\nnext";
  std::string masked = mask_secrets(text, {{0, 11}});
  CHECK(masked == "pw=\xC3\xA4******\r\nnext");
}

TEST_CASE("a secret without a line break behind it, and one at the end of the file", "[analyzers][scan]") {
  CHECK(mask_secrets("abcdef", {{0, 6}}) == "abcd**");
  CHECK(mask_secrets("abc", {{0, 3}}) == "abc");
  CHECK(mask_secrets("x\nabcdef\ny", {{2, 9}}) == "x\nabcd**\n*");
}

TEST_CASE("a message does not repeat a secret", "[analyzers][scan]") {
  CHECK(mask_message("`plum-kettle` is a password", "login(\"me\", \"plum-kettle\")") == "`***` is a password");
  CHECK(mask_message("found AKIA2345 here", "AKIA2345") == "found *** here");
  CHECK(mask_message("nothing of it", "login('plum-kettle')") == "nothing of it");
}
