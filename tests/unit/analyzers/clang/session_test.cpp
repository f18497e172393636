// libclang in a scan: facts on the Unit, flags of headers, what happens without it.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "analyzers/clang/confined.h"
#include "analyzers/scan/scan.h"
#include "analyzers/syntax/shaper.h"
#include "tests/unit/analyzers/clang/session_of.h"

namespace sluice {
namespace {

namespace fs = std::filesystem;

// The facts of the first node of that kind whose code is that.
const NodeFacts* facts_of(const Unit& unit, Kind kind, std::string_view code) {
  for (std::uint32_t i = 0; i < unit.size(); ++i)
    if (unit.node({i}).kind == kind && unit.code(NodeId{i}) == code) return unit.facts({i});
  return nullptr;
}

std::string text(const Unit& unit, NameId name) { return name.valid() ? std::string(unit.names().text(name)) : "-"; }

SourceTree tree_of(const std::map<std::string, std::string>& files) {
  SourceTree tree;
  tree.discovery.root = "/nonexistent";
  tree.sources = test::sources_of(files);
  return tree;
}

}  // namespace

TEST_CASE("nodes get types, callees, constants and macro origins", "[analyzers][clang]") {
  Diagnostics diags;
  SourceSet sources = test::sources_of({{"a.cpp", R"(
#define SIZE 4
namespace io { struct File { int read(char *to, unsigned long n); }; }
enum { kTwice = SIZE * 2 };
int use(io::File &file) {
  char buffer[SIZE + 1];
  auto got = file.read(buffer, kTwice);
  return got + SIZE;
})"}});
  auto session = test::session_of(sources, "/nonexistent", diags);
  if (!session) return;
  Unit unit = read_unit(Language::Cpp, sources[{0}].text, nullptr);
  clang::FileOutput output = session->analyze(sources[{0}], unit);
  REQUIRE(output.was_parsed);
  CHECK(output.errors == 0);
  unit = clang::with_facts(std::move(unit), output);
  const NodeFacts* call = facts_of(unit, Kind::Call, "file.read(buffer, kTwice)");
  REQUIRE(call);
  CHECK(text(unit, call->type) == "int");
  CHECK(text(unit, call->callee) == "io.File.read");
  const NodeFacts* buffer = facts_of(unit, Kind::VarDef, "char buffer[SIZE + 1];");
  REQUIRE(buffer);
  CHECK(text(unit, buffer->type) == "char[5]");
  const NodeFacts* constant = facts_of(unit, Kind::Name, "kTwice");
  REQUIRE(constant);
  const NodeFacts* sum = facts_of(unit, Kind::Name, "got");
  REQUIRE(sum);
  CHECK(text(unit, sum->type) == "int");
  bool has_macro = false;
  for (std::uint32_t i = 0; i < unit.size(); ++i) has_macro |= unit.facts({i}) && unit.facts({i})->from_macro;
  CHECK(has_macro);
  CHECK(dump(unit).find("calls io.File.read") != std::string::npos);
}

TEST_CASE("a header is read with the flags of the first file that includes it", "[analyzers][clang]") {
  char name[] = "/tmp/sluice-clang-test-XXXXXX";
  REQUIRE(mkdtemp(name));
  std::string root = fs::canonical(name).string();
  std::ofstream(root + "/compile_commands.json") << R"([{"directory": ".", "command": "cc -DROOM=8 b.c", "file": "b.c"}, {"directory": ".", "command": "cc -DROOM=9 c.c", "file": "c.c"}])";
  std::map<std::string, std::string> files = {{"b.c", "#include \"outer.h\"\n"}, {"c.c", "#include \"outer.h\"\n"}, {"outer.h", "#include \"inner.h\"\n"}, {"inner.h", "int a[ROOM];\n"}, {"alone.h", "int b;\n"}};
  for (const auto& [path, content] : files) std::ofstream(root + "/" + path) << content;
  Diagnostics diags;
  SourceSet sources = test::sources_of(files);
  auto session = test::session_of(sources, root, diags);
  if (session) {
    for (const Source& source : sources.all()) {
      CAPTURE(source.path);
      const auto& flags = session->flags_of(source);
      CHECK((std::ranges::find(flags, "-DROOM=8") != flags.end()) == (source.path != "alone.h" && source.path != "c.c"));
    }
    bool says_how_many = false;
    for (const Diagnostic& diagnostic : diags.list())
      says_how_many |= diagnostic.message == "of 5 C and C++ files 2 have flags in the compile database, 2 those of a file that includes them, 1 guessed ones";
    CHECK(says_how_many);
  }
  fs::remove_all(root);
}

TEST_CASE("a file is read when it calls what a check looks for, also by a macro or a declared format", "[analyzers][clang]") {
  Diagnostics diags;
  SourceSet sources = test::sources_of({{"a.c", "void f(void) { puts(strcpy_name); }"},
                                        {"b.c", "void f(void) { strcpy (a, b); }"},
                                        {"c.c", "void f(void) { COPY_TEXT(a, b); }"},
                                        {"d.c", "void f(void) { log_text(a); }"},
                                        {"e.c", "void f(void) { trace(a); }"},
                                        {"f.c", "void f(void) { other(a); EVP_x(); }"},
                                        {"g.c", "void f(void) { other(a); }"},
                                        {"x.h", "#define COPY(a, b) \\\n  strcpy(a, b)\n#define COPY_TEXT COPY\nint other(int);\n"
                                                "void log_text(const char *format, ...) __attribute__((format(printf, 1, 2)));\nvoid trace(const char *, ...) LIKE_PRINTF(1, 2);\n"}});
  auto session = test::session_of(sources, "/nonexistent", diags);
  if (!session) return;
  std::string read;
  for (const Source& source : sources.all())
    if (session->is_worth_analyzing(source)) read += source.path[0];
  CHECK(read == "bcdefx");
}

TEST_CASE("a function with a compile error is not said to lack a test", "[analyzers][clang]") {
  Diagnostics diags;
  SourceSet sources = test::sources_of({{"a.c", "void *malloc(unsigned long);\n"
                                                "int f(void) { char *p = malloc(1); if (!p) return UNKNOWN; p[0] = 0; return 0; }\n"
                                                "int g(void) { char *p = malloc(1); p[0] = 0; return 0; }\n"}});
  auto session = test::session_of(sources, "/nonexistent", diags);
  if (!session) return;
  clang::FileOutput output = session->analyze(sources[{0}], read_unit(Language::C, sources[{0}].text, nullptr));
  CHECK(output.errors == 1);
  REQUIRE(output.findings.size() == 1);
  CHECK(sources[{0}].lines.line_of(output.findings.front().range.begin) == 3);
}

TEST_CASE("without the module C is scanned by its tree alone, and a note says so", "[analyzers][clang]") {
  ScanOptions options;
  options.clang = clang::SessionOptions{.module_folder = "/nonexistent"};
  auto result = scan(tree_of({{"a.c", "int a;\n"}}), {}, options);
  REQUIRE(result);
  REQUIRE(result->diagnostics.list().size() == 1);
  CHECK(result->diagnostics.list().front().code == "clang-missing");
  CHECK(result->diagnostics.list().front().level == DiagnosticLevel::Note);
  // Who scans no C hears nothing of it.
  auto other = scan(tree_of({{"a.py", "a = 1\n"}}), {}, options);
  REQUIRE(other);
  CHECK(other->diagnostics.list().empty());
}

TEST_CASE("a scan with types gives the same for any number of threads", "[analyzers][clang]") {
  std::map<std::string, std::string> files;
  for (int i = 0; i < 40; ++i)
    files[fmt::format("f{:02}.c", i)] = "char *strcpy(char *, const char *);\nvoid f(char *a, char *b) { strcpy(a, b); }\n#include \"missing.h\"\n";
  ScanOptions options;
  options.clang = clang::SessionOptions{.module_folder = fs::path(SLUICE_BINARY).parent_path().string()};
  auto one = scan(tree_of(files), {}, options);
  options.jobs = 8;
  auto many = scan(tree_of(files), {}, options);
  REQUIRE(one);
  REQUIRE(many);
  CHECK(one->diagnostics.list() == many->diagnostics.list());
  REQUIRE(one->findings.size() == many->findings.size());
  bool has_module = one->diagnostics.list().front().code != "clang-missing";
  CHECK(one->findings.size() == (has_module ? 40 : 0));
  for (std::size_t i = 0; i < one->findings.size(); ++i) {
    CHECK(one->findings[i].source == many->findings[i].source);
    CHECK(one->findings[i].range == many->findings[i].range);
    CHECK(one->findings[i].message == many->findings[i].message);
    CHECK(one->findings[i].definition == "f");
  }
}

TEST_CASE("code that is made to read other files or never to end harms nobody", "[analyzers][clang]") {
  Diagnostics diags;
  SourceSet sources = test::sources_of({{"endless.c", "#include \"/dev/zero\"\nint a;\n"}});
  auto session = test::session_of(sources, "/nonexistent", diags);
  if (!session) return;
  Unit unit = read_unit(Language::C, sources[{0}].text, nullptr);
  clang::FileOutput output = session->analyze(sources[{0}], unit);
  CHECK(!output.problem.empty());
}

TEST_CASE("a result passes between processes whole, and half of one is refused", "[analyzers][clang]") {
  clang::FileOutput out;
  out.was_parsed = true;
  out.errors = 3;
  out.problem = "p";
  out.texts = {"int", std::string("a\0b", 3)};
  out.rows = {{7, 0, 1, clang::FactsRow::kNoText, true}};
  out.findings = {{"id", {1, 2}, "m", {{{3, 4}, "s"}}}};
  std::string bytes = clang::pack(out);
  clang::FileOutput back;
  REQUIRE(clang::unpack(bytes, back));
  CHECK(back.texts == out.texts);
  CHECK(back.rows.front().callee == 1);
  CHECK(back.rows.front().from_macro);
  CHECK(back.findings.front().trace.front().range == ByteRange{3, 4});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    clang::FileOutput part;
    CHECK(!clang::unpack(std::string_view(bytes).substr(0, size), part));
  }
}

}  // namespace sluice
