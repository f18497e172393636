// analyzers/source/language.h - the languages by name, and which one a file is in.
//
// The ids are those that rules write (`languages: [js]`); every spelling of the rule
// language is known, also of languages Sluice has no front end for yet, so that a rule
// for one of those is refused by name and not as a typo.
//
// To add a language: one enumerator here, one row in language.cpp (names, extensions,
// file names, interpreters), one front end in analyzers/languages/. Those of shared
// libraries join at run time, before anything is read (join_language).
//
// Not here: `.h` files need their includers to decide (header_language.h).
#pragma once
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

enum class Language : std::uint8_t {
  // Source languages with a front end.
  C, Cpp, CSharp, Java, Kotlin, Scala, Go, Python, Js, Ts, Tsx, Php, Ruby, Rust, Swift,
  Bash, PowerShell, Terraform, Solidity, Ocaml, Apex, Clojure, Elixir, Dart, Lua,
  // Data and markup.
  Yaml, Json, Xml, Html, Dockerfile,
  Text,  // every file that is none of the others
  // What rules may say of files of every language.
  Generic, Regex, Spacegrep, Aliengrep,
  // Known to the rule language, no front end here: such files are read as Text.
  Cairo, Circom, Crystal, Hack, Jsonnet, Julia, Lisp, MoveOnSui, MoveOnAptos, PromQl, Protobuf, Ql, R, Scheme,
  VisualBasic, Vue,
};
inline constexpr std::size_t kBuiltInLanguageCount = static_cast<std::size_t>(Language::Vue) + 1;
// Languages that join at run time have the numbers behind those.
inline constexpr std::size_t kMaxJoinedLanguages = 32;
inline constexpr std::size_t kLanguageCount = kBuiltInLanguageCount + kMaxJoinedLanguages;

enum class LanguageKind : std::uint8_t {
  Analyzed,   // has a front end; files can be in it
  AnyFile,    // Generic, Regex and their like: not a file's language but a rule's
  Unsupported,
};

struct LanguageInfo {
  Language language;
  LanguageKind kind;
  std::string_view id;            // canonical, as in rules: "csharp", "js", "terraform"
  std::string_view title;         // for people: "C#"
  // Lists of words separated by one space.
  std::string_view aliases;       // other spellings in rules
  std::string_view extensions;    // lower case, without the dot
  std::string_view file_names;    // exact names
  std::string_view interpreters;  // of a `#!` line, without version digits
};

std::span<const LanguageInfo> all_languages();  // in the order of the enumerators, then those that joined
const LanguageInfo& info(Language language);
std::string_view name(Language language);  // the id
// By id or alias, in any case; nothing for a word that is no language.
std::optional<Language> find_language(std::string_view name_or_alias);

// What a language that joins is called and known by. Its extensions and file names go before
// those of the built-in languages.
struct NewLanguage {
  std::string id, title;
  std::vector<std::string> aliases, extensions, file_names, interpreters;
};
// Makes it one of all_languages(). An id that the rule language knows and Sluice has no front end
// for (`julia`) gets one; that of any other known language is refused with what is wrong.
// For the program's start: no thread may be at work and no file be read yet.
std::expected<Language, std::string> join_language(const NewLanguage& language);

// True when a rule written for `rule` runs on a file in `file`: the same language, a rule
// for `ts` on TSX, one for any file (`generic`, `regex`) on everything.
bool covers(Language rule, Language file);

struct LanguageChoice {
  Language language = Language::Text;
  std::string reason;           // "extension .py", "file name Dockerfile", "#! line (python3)"
  bool is_ambiguous_header = false;  // a `.h`: C or C++ is still to be decided
  friend bool operator==(const LanguageChoice&, const LanguageChoice&) = default;
};

// The language by name alone, and by the first bytes too where the name leaves it open (no
// extension, `.config`, Qt's `.ts`). `head` may be empty when the file was not read yet.
// A `.h` is Language::C with `is_ambiguous_header`.
LanguageChoice language_of(std::string_view path, std::string_view head = {});

}  // namespace sluice
