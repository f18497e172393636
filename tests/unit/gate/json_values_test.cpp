// The fast reader of items and the library must agree: what it takes the library takes, with the same value.
#include "gate/json_values.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "gate/importer.h"

using namespace sluice::gate;
using nlohmann::json;

namespace {

constexpr JsonBounds kBounds{1000, 10};

std::optional<CheckedItems> check_items(const std::string& array) { return check_json_items(array, 1, kBounds); }

json read_items(const std::string& array, std::size_t count) {
  json items = json::array();
  std::size_t at = 1;
  for (std::size_t i = 0; i < count; ++i) {
    at = array.find_first_not_of(" \t\r\n,", at);
    items.push_back(read_checked_json(array, at));
  }
  return items;
}

void check_agreement(const std::string& array) {
  auto checked = check_items(array);
  if (!checked) return;
  std::string whole = array.substr(0, checked->end + 1);
  INFO(whole);
  json expected = json::parse(whole, nullptr, false);
  REQUIRE_FALSE(expected.is_discarded());
  REQUIRE(expected.size() == checked->count);
  CHECK(read_items(array, checked->count) == expected);
}

}  // namespace

TEST_CASE("items of every form are read as the library reads them", "[gate]") {
  const std::string good[] = {
      R"([])", R"([ ])", R"([{}])", R"([{"a":1,"b":[true,false,null,{}]} , "text"])", R"([-0,0,-1,1.5,-2.25e3,1E+2,18446744073709551615])",
      R"([18446744073709551616,-9223372036854775808,-9223372036854775809,0.1])", R"(["\"\\\/\b\f\n\r\t","\u00e9\u20AC\ud83d\ude00\u0000"])",
      "[\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"]", R"([[[[[[[[[[1]]]]]]]]]])", "[\n1\t,\r\n 2 ]", R"([{"k" : "v" , "l":{"k":"v"}}])"};
  for (const std::string& array : good) {
    INFO(array);
    CHECK(check_items(array));
    check_agreement(array);
  }
}

TEST_CASE("what is wrong or unusual in items is left to the library", "[gate]") {
  const std::string bad[] = {R"([)", R"([1)", R"([1,])", R"([,1])", R"([1 2])", R"([01])", R"([1.])", R"([.5])", R"([+1])", R"([1e])", R"([1e999])",
                             R"([tru])", R"(["a)", R"(["\x"])", R"(["\u12g4"])", R"(["\ud83d"])", R"(["\ude00"])", R"(["\ud83d\u0041"])",
                             "[\"\n\"]", "[\"\xC3\"]", "[\"\xFF\"]", "[\"\xED\xA0\x80\"]", "[\"\xC0\x80\"]", R"([{"a":1,"a":2}])", R"([{"a":1,"\u0061":2}])",
                             R"([{"a" 1}])", R"([{a:1}])", R"([{"a":1,}])", R"([{"a":1])", R"([[[[[[[[[[[[1]]]]]]]]]]]])", R"([")" + std::string(1000, 'a') + R"("])"};
  for (const std::string& array : bad) {
    INFO(array);
    CHECK_FALSE(check_items(array));
  }
}

TEST_CASE("an object of many keys has none twice", "[gate]") {
  std::string object = "[{";
  for (int i = 0; i < 60; ++i) object += (i ? ",\"k" : "\"k") + std::to_string(i) + "\":0";
  CHECK(check_items(object + "}]"));
  CHECK_FALSE(check_items(object + ",\"k59\":0}]"));
  CHECK_FALSE(check_items(object + ",\"k3\":0}]"));
}

TEST_CASE("whatever bytes are changed, the fast reader takes nothing that the library refuses", "[gate]") {
  const std::string seed = R"([{"id":"CVE-1","n":-12.5e1,"s":"a\u00e9\n","l":[1,true,null,{"x":{}}]},"é"])";
  const std::string letters = "\"\\{}[],:0123456789eE+-.truefalsn \n\xC3\xA9u";
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string changed = seed;
    for (int change = 0; change < 1 + round % 3; ++change) {
      std::size_t at = 1 + random() % (changed.size() - 1);
      if (random() % 3 == 0) changed.erase(at, 1);
      else if (random() % 2) changed.insert(at, 1, letters[random() % letters.size()]);
      else changed[at] = letters[random() % letters.size()];
    }
    check_agreement(changed);
  }
}

TEST_CASE("a mistake behind a list of items is told at its place", "[gate]") {
  auto report = import_report("auto", "r.json", "{\"matches\": [{\"a\": 1},\n {\"b\": 2}],\n \"descriptor\": nope}");
  REQUIRE_FALSE(report);
  CHECK(report.error().list[0].place.line == 3);
}
