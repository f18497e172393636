// Which flags of a hostile compile_commands.json are followed.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "analyzers/clang/compile_database.h"
#include "analyzers/clang/safe_flags.h"

namespace sluice::clang {
namespace {

namespace fs = std::filesystem;
using Flags = std::vector<std::string>;

// A tree on disk that goes with the test.
class Tree {
 public:
  Tree() {
    char name[] = "/tmp/sluice-clang-test-XXXXXX";
    REQUIRE(mkdtemp(name));
    root_ = fs::canonical(name).string();
  }
  ~Tree() { fs::remove_all(root_); }
  const std::string& root() const { return root_; }
  void add(const std::string& path, const std::string& text = "") const {
    fs::create_directories((fs::path(root_) / path).parent_path());
    std::ofstream(fs::path(root_) / path) << text;
  }
  FileScope scope() const { return {root_, root_}; }

 private:
  std::string root_;
};

std::uint32_t count(const Diagnostics& diags, std::string_view code) {
  return static_cast<std::uint32_t>(std::ranges::count(diags.list(), code, &Diagnostic::code));
}

}  // namespace

TEST_CASE("harmless flags pass", "[analyzers][clang]") {
  Tree tree;
  tree.add("include/a.h");
  tree.add("src/a.c");
  const Flags command = {"/usr/bin/gcc", "-Iinclude", "-I", "/usr/include", "-DA=1", "-D", "B", "-UC", "-std=c11", "-include", "include/a.h", "-m32", "-march=native",
                         "-fno-exceptions", "-fshort-enums", "-pthread", "-nostdinc++", "src/a.c"};
  const SafeFlags safe = safe_flags(command, tree.root(), tree.scope());
  CHECK(safe.flags == Flags{"-I", tree.root() + "/include", "-I", "/usr/include", "-DA=1", "-D", "B", "-UC", "-std=c11", "-include", tree.root() + "/include/a.h", "-m32",
                            "-march=native", "-fno-exceptions", "-fshort-enums", "-pthread", "-nostdinc++"});
  CHECK(safe.dropped.empty());
}

TEST_CASE("what loads, writes or leads outside is dropped and named", "[analyzers][clang]") {
  Tree tree;
  const Flags hostile[] = {{"-fplugin=x.so"}, {"-fpass-plugin=x.so"}, {"-Xclang", "-load", "-Xclang", "x.so"}, {"-load", "x.so"}, {"-mllvm", "-x"}, {"-plugin", "x"},
                           {"-fmodule-map-file=/etc/m"}, {"-I/home/other"}, {"-I../.."}, {"-include", "/etc/passwd"}, {"-isystem", "/etc"}, {"--sysroot=/etc"},
                           {"-ivfsoverlay", "x.yaml"}, {"-specs=x"}, {"-wrapper", "sh"}, {"@/etc/passwd"}, {"--config", "x"}, {"-Wp,-include,/etc/passwd"}, {"-x", "cuda"},
                           {"-resource-dir", "/tmp"}, {"-B", "/tmp"}, {"--unheard-of"}};
  for (const Flags& arguments : hostile) {
    CAPTURE(arguments);
    Flags command = {"clang"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const SafeFlags safe = safe_flags(command, tree.root(), tree.scope());
    CHECK(safe.flags.empty());
    CHECK(!safe.dropped.empty());
  }
}

TEST_CASE("outputs, warnings and optimizations are left out without a word", "[analyzers][clang]") {
  Tree tree;
  const SafeFlags safe = safe_flags({"cc", "-c", "-O2", "-g", "-Wall", "-Werror", "-o", "a.o", "-MD", "-MF", "a.d", "-fstack-protector", "-flto", "-ftime-trace", "a.c"}, tree.root(), tree.scope());
  CHECK(safe.flags.empty());
  CHECK(safe.dropped.empty());
}

TEST_CASE("a link of the tree leads nowhere else", "[analyzers][clang]") {
  Tree tree;
  fs::create_symlink("/etc", tree.root() + "/headers");
  CHECK(safe_flags({"cc", "-Iheaders"}, tree.root(), tree.scope()).flags.empty());
}

TEST_CASE("wrappers are skipped, and a cross compiler's name says the target", "[analyzers][clang]") {
  Tree tree;
  CHECK(safe_flags({"ccache", "distcc", "gcc", "-DA"}, tree.root(), tree.scope()).flags == Flags{"-DA"});
  CHECK(safe_flags({"env", "A=b", "/usr/bin/ccache", "g++", "-DA"}, tree.root(), tree.scope()).flags == Flags{"-DA"});
  CHECK(safe_flags({"/opt/bin/arm-none-eabi-gcc-12", "-DA"}, tree.root(), tree.scope()).flags == Flags{"--target=arm-none-eabi", "-DA"});
  CHECK(safe_flags({"ccache"}, tree.root(), tree.scope()).flags.empty());
}

TEST_CASE("the flags of cl.exe are mapped", "[analyzers][clang]") {
  Tree tree;
  tree.add("inc/a.h");
  const SafeFlags safe = safe_flags({"C:\\VS\\bin\\cl.exe", "/Iinc", "/DA", "/std:c++20", "/external:I", "inc", "/FIinc\\a.h", "/EHsc", "/Zi", "/FoA.obj"}, tree.root(), tree.scope());
  const Flags expected = {"--target=x86_64-pc-windows-msvc", "-fms-extensions", "-fms-compatibility", "-I", tree.root() + "/inc", "-DA", "-std=c++20",
                          "-isystem", tree.root() + "/inc", "-include", tree.root() + "/inc/a.h", "-fexceptions"};
  CHECK(safe.flags == expected);
  CHECK(safe.dropped.empty());
}

TEST_CASE("a command line is split as a shell splits it", "[analyzers][clang]") {
  CHECK(split_command(R"(gcc -DA="b c" '-DB=x y' -D\"q\" a\ b C:\work\a.c)") == Flags{"gcc", "-DA=b c", "-DB=x y", "-D\"q\"", "a b", "C:\\work\\a.c"});
  CHECK(split_command("  ").empty());
}

TEST_CASE("a database is read in both forms, with one note for each flag", "[analyzers][clang]") {
  Tree tree;
  tree.add("a.c");
  tree.add("b.c");
  tree.add("include/x.h");
  tree.add("build/flags.rsp", "-DFROM_FILE");
  tree.add("build/compile_commands.json", R"([
    {"directory": ".", "command": "ccache gcc -DA -fplugin=x.so @flags.rsp -c ../a.c", "file": "../a.c"},
    {"directory": "/home/ci/tree", "arguments": ["gcc", "-fplugin=y.so", "-I/home/ci/tree/include", "-I.", "-I/home/ci", "b.c"], "file": "b.c"},
    {"directory": ".", "command": "gcc -DSECOND ../a.c", "file": "../a.c"},
    {"directory": ".", "command": "gcc gone.c", "file": "gone.c"},
    {"directory": 7, "file": []}, "text"])");
  Diagnostics diags;
  std::string path = find_compile_database("", tree.root());
  REQUIRE(path == tree.root() + "/build/compile_commands.json");
  CompileDatabase database = load_compile_database(path, tree.root(), diags);
  CHECK(database.entries == 5);
  CHECK(database.missing_files == 2);
  REQUIRE(database.flags.size() == 2);
  CHECK(database.flags[tree.root() + "/a.c"] == Flags{"-DA", "-DFROM_FILE"});
  // A path of another machine: its longest ending that is here.
  // Where the tree was is learned from the files.
  CHECK(database.flags[tree.root() + "/b.c"] == Flags{"-I", tree.root() + "/include", "-I", tree.root()});
  CHECK(count(diags, "clang-flag-dropped") == 2);  // -fplugin, and the folder above the tree
}

TEST_CASE("a database that is none is told of, and the scan goes on", "[analyzers][clang]") {
  const std::string deep(100'000, '[');
  for (const std::string& text : {std::string("{"), std::string("{}"), std::string(""), deep, std::string("[[[[[[[[[[[[1]]]]]]]]]]]]")}) {
    CAPTURE(text.substr(0, 20));
    Tree tree;
    tree.add("compile_commands.json", text);
    Diagnostics diags;
    CompileDatabase database = load_compile_database(find_compile_database("", tree.root()), tree.root(), diags);
    CHECK(database.flags.empty());
    CHECK(count(diags, "clang-database-unread") == 1);
  }
}

}  // namespace sluice::clang
