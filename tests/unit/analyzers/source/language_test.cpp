#include "analyzers/source/language.h"

#include <catch2/catch.hpp>
#include <map>
#include <utility>

#include "analyzers/source/header_language.h"
#include "base/text.h"

using namespace sluice;

TEST_CASE("every spelling of the rule language is known, in any case", "[analyzers][source]") {
  const std::pair<const char*, Language> spellings[] = {
      {"bash", Language::Bash},     {"sh", Language::Bash},        {"c", Language::C},           {"cpp", Language::Cpp},
      {"c++", Language::Cpp},       {"csharp", Language::CSharp},  {"c#", Language::CSharp},     {"dockerfile", Language::Dockerfile},
      {"docker", Language::Dockerfile}, {"go", Language::Go},      {"golang", Language::Go},     {"html", Language::Html},
      {"java", Language::Java},     {"js", Language::Js},          {"javascript", Language::Js}, {"json", Language::Json},
      {"kotlin", Language::Kotlin}, {"kt", Language::Kotlin},      {"php", Language::Php},       {"python", Language::Python},
      {"py", Language::Python},     {"python2", Language::Python}, {"python3", Language::Python}, {"ruby", Language::Ruby},
      {"rb", Language::Ruby},       {"rust", Language::Rust},      {"rs", Language::Rust},       {"scala", Language::Scala},
      {"swift", Language::Swift},   {"terraform", Language::Terraform}, {"tf", Language::Terraform}, {"hcl", Language::Terraform},
      {"ts", Language::Ts},         {"typescript", Language::Ts},  {"xml", Language::Xml},       {"yaml", Language::Yaml},
      {"regex", Language::Regex},   {"none", Language::Regex},     {"generic", Language::Generic}, {"powershell", Language::PowerShell},
      {"JavaScript", Language::Js}, {"C#", Language::CSharp},      {"ex", Language::Elixir},     {"sol", Language::Solidity},
      {"apex", Language::Apex},     {"clojure", Language::Clojure}, {"dart", Language::Dart},     {"elixir", Language::Elixir},
      {"lua", Language::Lua},       {"ocaml", Language::Ocaml},    {"solidity", Language::Solidity},
      {"vb", Language::VisualBasic}, {"vbnet", Language::VisualBasic}, {"spacegrep", Language::Spacegrep}, {"ql", Language::Ql}};
  for (const auto& [spelling, language] : spellings) {
    INFO(spelling);
    CHECK(find_language(spelling) == language);
  }
  for (const char* word : {"cairo", "circom", "crystal", "hack", "jsonnet", "julia", "lisp", "move_on_sui", "move_on_aptos", "promql",
                           "protobuf", "r", "scheme", "vue"}) {
    INFO(word);
    auto language = find_language(word);
    REQUIRE(language);
    CHECK(info(*language).kind == LanguageKind::Unsupported);
  }
  CHECK_FALSE(find_language("cobol"));
  CHECK_FALSE(find_language(""));
}

TEST_CASE("no word of the language table stands twice", "[analyzers][source]") {
  for (auto column : {&LanguageInfo::extensions, &LanguageInfo::file_names, &LanguageInfo::interpreters}) {
    std::map<std::string_view, int> seen;
    for (const LanguageInfo& row : all_languages())
      for (std::string_view word : split(row.*column, ' '))
        if (!word.empty()) CHECK(++seen[word] == 1);
  }
  std::map<std::string_view, int> names;
  for (const LanguageInfo& row : all_languages()) {
    CHECK(++names[row.id] == 1);
    for (std::string_view word : split(row.aliases, ' '))
      if (!word.empty()) CHECK(++names[word] == 1);
  }
}

TEST_CASE("files get their language by name", "[analyzers][source]") {
  const std::pair<const char*, Language> files[] = {
      {"a.c", Language::C},         {"a.cpp", Language::Cpp},     {"a.C", Language::Cpp},       {"a.hpp", Language::Cpp},
      {"A.JAVA", Language::Java},   {"a.cs", Language::CSharp},   {"a.kts", Language::Kotlin},  {"a.go", Language::Go},
      {"a.mjs", Language::Js},      {"a.jsx", Language::Js},      {"a.ts", Language::Ts},       {"a.tsx", Language::Tsx},
      {"a.cts", Language::Ts},      {"a.php", Language::Php},     {"Rakefile", Language::Ruby}, {"a.rs", Language::Rust},
      {"a.psm1", Language::PowerShell}, {"x/a.tfvars", Language::Terraform}, {"a.yml", Language::Yaml}, {"a.jsonc", Language::Json},
      {"a.sarif", Language::Json},  {"web.config", Language::Xml}, {"a.csproj", Language::Xml}, {"a.resx", Language::Xml},
      {"pom.xml", Language::Xml},   {"a.cshtml", Language::Html}, {"a.aspx", Language::Html},   {"Dockerfile", Language::Dockerfile},
      {"Dockerfile.prod", Language::Dockerfile}, {"api.dockerfile", Language::Dockerfile}, {"Containerfile", Language::Dockerfile},
      {"README", Language::Text},   {".bashrc", Language::Bash},  {"a.unknown", Language::Text}, {".gitignore", Language::Text},
      {"a.sol", Language::Solidity}, {"a.ml", Language::Ocaml},   {"a.mli", Language::Text},    {"a.cls", Language::Apex},
      {"a.trigger", Language::Apex}, {"a.cljs", Language::Clojure}, {"a.exs", Language::Elixir}, {"a.dart", Language::Dart},
      {"a.lua", Language::Lua},     {"a.py/b", Language::Text}};
  for (const auto& [path, language] : files) {
    INFO(path);
    CHECK(language_of(path).language == language);
  }
  CHECK(language_of("a.h").is_ambiguous_header);
  CHECK_FALSE(language_of("a.H").is_ambiguous_header);
}

TEST_CASE("the first bytes decide where the name does not", "[analyzers][source]") {
  CHECK(language_of("run", "#!/usr/bin/env -S python3.11 -u\n").language == Language::Python);
  CHECK(language_of("run", "#!/bin/sh\n").language == Language::Bash);
  CHECK(language_of("run", "#! /usr/bin/env VAR=1 node\n").language == Language::Js);
  CHECK(language_of("run", "#!/opt/cobol\n").language == Language::Text);
  CHECK(language_of("run", "#!").language == Language::Text);
  CHECK(language_of("page", "<?php echo 1;").language == Language::Php);
  CHECK(language_of("app.config", "key=value\n").language == Language::Text);
  CHECK(language_of("app.config", "<configuration/>").language == Language::Xml);
  CHECK(language_of("a.cls", "public class A {}").language == Language::Apex);
  CHECK(language_of("a.cls", "% a class of TeX\n\\NeedsTeXFormat{LaTeX2e}").language == Language::Text);
  CHECK(language_of("a.cls", "VERSION 1.0 CLASS\r\nBEGIN").language == Language::Text);
  CHECK(language_of("de.ts", "<?xml version='1.0'?><!DOCTYPE TS>").language == Language::Xml);
  CHECK(language_of("a.py", "#!/bin/sh\n").language == Language::Python);
}

TEST_CASE("rules for TypeScript cover TSX, and generic ones everything", "[analyzers][source]") {
  CHECK(covers(Language::Ts, Language::Tsx));
  CHECK_FALSE(covers(Language::Tsx, Language::Ts));
  CHECK_FALSE(covers(Language::Js, Language::Ts));
  CHECK(covers(Language::Generic, Language::Text));
  CHECK(covers(Language::Regex, Language::C));
}

TEST_CASE("C++ is told by its words, not by what is in comments or guarded", "[analyzers][source]") {
  CHECK(find_cpp_marker("int a;\nnamespace x {\n}\n") == "`namespace` at line 2");
  CHECK(find_cpp_marker("#include <vector>\n") == "`#include <vector>` at line 1");
  for (const char* cpp : {"class A {};", "template <class T> T f();", "struct A { public: int x; };", "void f() { std::swap(a, b); }",
                          "using X = int;", "enum class E { A };", "struct A { virtual void f(); };", "int x = static_cast<int>(y);"}) {
    INFO(cpp);
    CHECK_FALSE(find_cpp_marker(cpp).empty());
  }
  for (const char* c : {"#include <stdio.h>\nint f(void);\n", "/* class A */ int a; // namespace x\n", "const char* s = \"class A {\";\n",
                        "#ifdef __cplusplus\nextern \"C\" {\nclass A;\n#if X\n#endif\n#endif\nint f(void);\n",
                        "#if defined(__cplusplus)\nnamespace x {\n#else\nint a;\n#endif\n", "struct device { struct class *class; };",
                        "int public;", "#error don't\nint namespace_;\n", "", "struct [[gnu::packed]] a { int b; };", "unsigned long virtual;"}) {
    INFO(c);
    CHECK(find_cpp_marker(c) == "");
  }
}

TEST_CASE("includes are read through comments and continued lines", "[analyzers][source]") {
  CHECK(includes_of("#include <a.h>\n  #  include \"b/c.h\" // x\n// #include \"no.h\"\n/*\n#include \"no.h\"\n*/\n#include MACRO\n#include \\\n \"d.h\"\n") ==
        std::vector<std::string>{"a.h", "b/c.h"});
}
