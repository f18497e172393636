#include "base/memory_limit.h"

#include <catch2/catch.hpp>

#include "../analyzers/source/temp_tree.h"

namespace sluice {
namespace {

constexpr char kNoLimitOfVersion1[] = "9223372036854771712\n";

TEST_CASE("the memory limit is the tightest of the process's control groups", "[base]") {
  test::TempTree tree;
  auto limit = [&] { return memory_limit(tree / "cgroup", tree / "mount"); };

  SECTION("none where there are no groups") { CHECK_FALSE(limit()); }

  SECTION("version 2: a parent's limit counts, too") {
    tree.write("cgroup", "0::/ci/job\n");
    tree.write("mount/ci/job/memory.max", "max\n");
    CHECK_FALSE(limit());
    tree.write("mount/ci/memory.max", "2147483648\n");
    CHECK(limit() == 2147483648u);
    tree.write("mount/ci/job/memory.max", "1073741824\n");
    CHECK(limit() == 1073741824u);
  }

  SECTION("version 2 beside version 1, and in a container that sees its group as the root") {
    tree.write("cgroup", "12:cpu,cpuacct:/\n5:memory:/docker/abc\n0::/docker/abc\n");
    tree.write("mount/cpu/memory.limit_in_bytes", "1000\n");  // none of the memory controller's
    tree.write("mount/memory/memory.limit_in_bytes", kNoLimitOfVersion1);
    CHECK_FALSE(limit());
    tree.write("mount/memory/memory.limit_in_bytes", "3000000000\n");
    CHECK(limit() == 3000000000u);
    tree.write("mount/unified/memory.max", "2000000000\n");
    CHECK(limit() == 2000000000u);
  }
}

}  // namespace
}  // namespace sluice
