#include "base/parallel.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>

using namespace sluice;

TEST_CASE("texts of threads come in the order of their indices", "[base]") {
  constexpr std::size_t kCount = 500;
  std::string expected, got;
  for (std::size_t i = 0; i < kCount; ++i) expected += std::to_string(i) + ",";
  InOrder in_order(kCount, [&](const std::string& text) { got += text; });
  for_each_index(kCount, 4, [&] {
    return [&](std::size_t i) {
      if (i % 64 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));  // others overtake it
      in_order.give(i, std::to_string(i) + ",");
    };
  });
  CHECK(got == expected);
}

TEST_CASE("a text is handed on as soon as those before it are there", "[base]") {
  std::string got;
  InOrder in_order(3, [&](const std::string& text) { got += text; });
  in_order.give(1, "b");
  CHECK(got.empty());
  in_order.give(0, "a");
  CHECK(got == "ab");
  in_order.give(2, "c");
  CHECK(got == "abc");
}
