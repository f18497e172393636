#include "analyzers/flow/taint_value.h"

#include <catch2/catch.hpp>

using namespace sluice::flow;

TEST_CASE("a set of taints is sorted and has each once", "[analyzers][flow]") {
  TaintSet set;
  for (std::uint32_t source : {3u, 1u, 3u, 2u}) set.add({source, 0});
  set.add({1, 5});
  CHECK(set.list() == std::vector<Taint>{{1, 0}, {1, 5}, {2, 0}, {3, 0}});
  CHECK(set.has_label(5));
  set.drop_label(0);
  CHECK(set.list() == std::vector<Taint>{{1, 5}});
  TaintSet same = set;
  CHECK_FALSE(same.unite(set));
}

TEST_CASE("a part that was written says what it holds, others hold what the whole holds", "[analyzers][flow]") {
  TaintValue value;
  value.own.add({1, 0});
  value.part_to_write("clean") = {};
  CHECK(value.part("clean").own.empty());
  CHECK_FALSE(value.part("other").own.empty());
  CHECK(value.all().list().size() == 1);
}

TEST_CASE("where ways meet, a part is worth what either way says", "[analyzers][flow]") {
  TaintValue written, whole;
  written.part_to_write("a").own.add({1, 0});
  whole.own.add({2, 0});
  TaintValue joined = written;
  CHECK(joined.unite(whole));
  CHECK(joined.part("a").own.list() == std::vector<Taint>{{1, 0}, {2, 0}});
  CHECK(joined.part("b").own.list() == std::vector<Taint>{{2, 0}});
  TaintValue other_way = whole;
  CHECK(other_way.unite(written));
  CHECK(other_way.part("a").own.list() == joined.part("a").own.list());
  CHECK_FALSE(joined.unite(whole));  // it ends
}

TEST_CASE("depth and width of a value are bounded", "[analyzers][flow]") {
  TaintValue value;
  TaintValue* at = &value;
  for (int i = 0; i < 1000; ++i) at = &at->part_to_write("next");
  at->own.add({1, 0});
  CHECK(value.all().list().size() == 1);
  for (int i = 0; i < 1000; ++i) value.part_to_write(std::to_string(i)).own.add({2, 0});
  CHECK(value.part("999").own.has_label(0));  // folded into the whole
}
