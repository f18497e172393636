#include "analyzers/source/language.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "base/result.h"
#include "base/text.h"

namespace sluice {
namespace {

using enum Language;
using enum LanguageKind;

// The one list. Extensions in lower case; `C` and `H` in upper case are C++ by compilers' custom.
// Templates that are HTML with islands of another language are read as HTML.
constexpr LanguageInfo kLanguages[] = {
    {C, Analyzed, "c", "C", "", "c h", "", ""},
    {Cpp, Analyzed, "cpp", "C++", "c++ cxx", "cpp cc cxx c++ hpp hh hxx h++ ipp tpp txx tcc inl ixx cppm ino C H", "", ""},
    {CSharp, Analyzed, "csharp", "C#", "c# cs", "cs csx", "", "dotnet-script"},
    {Java, Analyzed, "java", "Java", "", "java", "", ""},
    {Kotlin, Analyzed, "kotlin", "Kotlin", "kt", "kt kts", "", "kotlin"},
    {Scala, Analyzed, "scala", "Scala", "", "scala sc sbt", "", "scala"},
    {Go, Analyzed, "go", "Go", "golang", "go", "", ""},
    {Python, Analyzed, "python", "Python", "py python2 python3", "py pyi pyw", "SConstruct SConscript", "python pypy"},
    {Js, Analyzed, "js", "JavaScript", "javascript", "js mjs cjs jsx", "", "node nodejs bun"},
    {Ts, Analyzed, "ts", "TypeScript", "typescript", "ts mts cts", "", "ts-node deno tsx"},
    {Tsx, Analyzed, "tsx", "TSX", "", "tsx", "", ""},
    {Php, Analyzed, "php", "PHP", "", "php phtml php3 php4 php5 php7 php8", "", "php"},
    {Ruby, Analyzed, "ruby", "Ruby", "rb", "rb rake gemspec ru podspec",
     "Gemfile Rakefile Guardfile Vagrantfile Podfile Fastfile Brewfile", "ruby jruby"},
    {Rust, Analyzed, "rust", "Rust", "rs", "rs", "", "rust-script"},
    {Swift, Analyzed, "swift", "Swift", "", "swift", "", "swift"},
    {Bash, Analyzed, "bash", "Bash", "sh shell", "sh bash ksh bats", ".bashrc .bash_profile .profile .bash_login PKGBUILD APKBUILD",
     "sh bash dash ash ksh"},
    {PowerShell, Analyzed, "powershell", "PowerShell", "pwsh ps1", "ps1 psm1 psd1", "", "pwsh powershell"},
    {Terraform, Analyzed, "terraform", "HCL/Terraform", "tf hcl", "tf tfvars hcl tofu", "", ""},
    {Solidity, Analyzed, "solidity", "Solidity", "sol", "sol", "", ""},
    {Ocaml, Analyzed, "ocaml", "OCaml", "", "ml", "", "ocaml"},
    {Apex, Analyzed, "apex", "Apex", "", "cls trigger apex", "", ""},
    {Clojure, Analyzed, "clojure", "Clojure", "", "clj cljs cljc edn bb", "", "clojure clj bb"},
    {Elixir, Analyzed, "elixir", "Elixir", "ex", "ex exs", "", "elixir"},
    {Dart, Analyzed, "dart", "Dart", "", "dart", "", "dart"},
    {Lua, Analyzed, "lua", "Lua", "", "lua rockspec nse", "", "lua luajit"},
    {Yaml, Analyzed, "yaml", "YAML", "yml", "yaml yml", ".clang-format .clang-tidy", ""},
    {Json, Analyzed, "json", "JSON", "", "json jsonc sarif webmanifest geojson ipynb tfstate har avsc code-workspace",
     ".babelrc .jshintrc composer.lock Pipfile.lock", ""},
    {Xml, Analyzed, "xml", "XML", "",
     "xml config csproj vbproj fsproj vcxproj proj props targets nuspec resx xaml axaml xsd xsl xslt wsdl plist svg "
     "storyboard xib jspx tld rss atom edmx dbml rdlc pubxml ruleset sitemap slnx vsixmanifest appxmanifest wxs filters iml",
     "", ""},
    {Html, Analyzed, "html", "HTML", "htm",
     "html htm xhtml shtml cshtml vbhtml razor aspx ascx master jsp jspf vue svelte ejs hbs handlebars mustache twig erb", "", ""},
    {Dockerfile, Analyzed, "dockerfile", "Dockerfile", "docker", "dockerfile containerfile", "Dockerfile Containerfile", ""},
    {Text, Analyzed, "text", "text", "", "", "", ""},
    {Generic, AnyFile, "generic", "generic", "", "", "", ""},
    {Regex, AnyFile, "regex", "regex", "none", "", "", ""},
    {Spacegrep, AnyFile, "spacegrep", "spacegrep", "", "", "", ""},
    {Aliengrep, AnyFile, "aliengrep", "aliengrep", "", "", "", ""},
    {Cairo, Unsupported, "cairo", "Cairo", "", "", "", ""},
    {Circom, Unsupported, "circom", "Circom", "", "", "", ""},
    {Crystal, Unsupported, "crystal", "Crystal", "", "", "", ""},
    {Hack, Unsupported, "hack", "Hack", "", "", "", ""},
    {Jsonnet, Unsupported, "jsonnet", "Jsonnet", "", "", "", ""},
    {Julia, Unsupported, "julia", "Julia", "", "", "", ""},
    {Lisp, Unsupported, "lisp", "Lisp", "", "", "", ""},
    {MoveOnSui, Unsupported, "move_on_sui", "Move on Sui", "", "", "", ""},
    {MoveOnAptos, Unsupported, "move_on_aptos", "Move on Aptos", "", "", "", ""},
    {PromQl, Unsupported, "promql", "PromQL", "", "", "", ""},
    {Protobuf, Unsupported, "protobuf", "Protocol Buffers", "", "", "", ""},
    {Ql, Unsupported, "ql", "QL", "", "", "", ""},
    {R, Unsupported, "r", "R", "", "", "", ""},
    {Scheme, Unsupported, "scheme", "Scheme", "", "", "", ""},
    {VisualBasic, Unsupported, "vb", "Visual Basic", "vbnet", "", "", ""},
    {Vue, Unsupported, "vue", "Vue", "", "", "", ""},
};
static_assert(std::size(kLanguages) == kBuiltInLanguageCount);
constexpr bool rows_follow_the_enumerators() {
  for (std::size_t i = 0; i < kBuiltInLanguageCount; ++i)
    if (static_cast<std::size_t>(kLanguages[i].language) != i) return false;
  return true;
}
static_assert(rows_follow_the_enumerators());

// The rows of all languages, those that joined behind the others. It is written before anything
// else is done and only read from then on.
class Registry {
 public:
  Registry() : rows_(std::begin(kLanguages), std::end(kLanguages)) { rows_.reserve(kLanguageCount); }

  const std::vector<LanguageInfo>& rows() const { return rows_; }
  // The rows of those that joined, the last first.
  const std::vector<Language>& joined() const { return joined_; }

  std::expected<Language, std::string> join(const NewLanguage& wanted) {
    std::string id = to_lower(wanted.id);
    auto known = std::ranges::find_if(rows_, [&](const LanguageInfo& row) { return row.id == id || has_word(row.aliases, id); });
    bool has_place = known != rows_.end() && known->kind == Unsupported;
    if (known != rows_.end() && !has_place) return std::unexpected("`" + id + "` is " + std::string(known->title) + ", which is there already");
    if (!has_place && rows_.size() == kLanguageCount) return std::unexpected(std::string("there are too many languages"));
    for (Language other : joined_)
      for (const std::string& extension : wanted.extensions)
        if (has_word(rows_[static_cast<std::size_t>(other)].extensions, extension))
          return std::unexpected("the extension ." + extension + " is that of " + std::string(rows_[static_cast<std::size_t>(other)].id));
    auto number = has_place ? static_cast<std::size_t>(known - rows_.begin()) : rows_.size();
    LanguageInfo row{static_cast<Language>(number), Analyzed, keep(id), keep(wanted.title), keep(joined_words(wanted.aliases)),
                     keep(joined_words(wanted.extensions)), keep(joined_words(wanted.file_names)), keep(joined_words(wanted.interpreters))};
    if (has_place) rows_[number] = row;
    else rows_.push_back(row);
    joined_.push_back(row.language);
    return row.language;
  }

 private:
  static bool has_word(std::string_view words, std::string_view word) { return std::ranges::count(split(words, ' '), word) > 0 && !word.empty(); }
  static std::string joined_words(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
  }
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  std::vector<LanguageInfo> rows_;
  std::vector<Language> joined_;
  std::deque<std::string> texts_;
};

Registry& registry() {
  static Registry languages;
  return languages;
}

using Words = std::unordered_map<std::string_view, Language>;

// The words of one column of the table. No word stands in two rows (checked by a test).
Words words_of(std::string_view LanguageInfo::*column) {
  Words words;
  for (const LanguageInfo& row : kLanguages)
    for (std::string_view word : split(row.*column, ' '))
      if (!word.empty()) words.emplace(word, row.language);
  return words;
}

// The languages that joined are few, and asked first.
std::optional<Language> find_word(const Words& words, std::string_view LanguageInfo::*column, std::string_view word) {
  if (word.empty()) return std::nullopt;
  for (Language language : registry().joined())
    if (std::ranges::count(split(info(language).*column, ' '), word) > 0) return language;
  auto found = words.find(word);
  if (found == words.end()) return std::nullopt;
  return found->second;
}

std::string_view file_name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// Without the dot; empty when there is none or the name only begins with one.
std::string_view extension_of(std::string_view name) {
  std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot + 1);
}

std::string_view without_version(std::string_view interpreter) {
  std::size_t end = interpreter.find_last_not_of("0123456789.-");
  return end == std::string_view::npos ? interpreter : interpreter.substr(0, end + 1);
}

// The program of a `#!` line: `#!/usr/bin/env -S python3 -u` is python3.
std::string_view interpreter_of(std::string_view head) {
  if (!head.starts_with("#!")) return {};
  std::string_view line = head.substr(2, head.find('\n') - 2);
  bool is_env = false;
  for (std::string_view word : split(line, ' ')) {
    word = trim(word);
    bool is_option_or_setting = is_env && (word.starts_with('-') || word.find('=') != std::string_view::npos);
    if (word.empty() || is_option_or_setting) continue;
    word = file_name_of(word);
    if (word != "env") return word;
    is_env = true;
  }
  return {};
}

std::string_view without_leading_space(std::string_view text) {
  std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

std::optional<LanguageChoice> by_name(std::string_view name) {
  static const Words names = words_of(&LanguageInfo::file_names);
  static const Words extensions = words_of(&LanguageInfo::extensions);
  if (auto language = find_word(names, &LanguageInfo::file_names, name)) return LanguageChoice{*language, "file name " + std::string(name)};
  if (name.starts_with("Dockerfile.") || name.starts_with("Containerfile."))
    return LanguageChoice{Dockerfile, "file name Dockerfile.*"};
  std::string_view extension = extension_of(name);
  std::string lower = to_lower(extension);
  // `.C` and `.H` are told from `.c` and `.h` by their case, all others are not.
  auto language = find_word(extensions, &LanguageInfo::extensions, extension);
  if (!language) language = find_word(extensions, &LanguageInfo::extensions, lower);
  if (!language) return std::nullopt;
  return LanguageChoice{*language, "extension ." + lower, extension == "h"};
}

std::optional<LanguageChoice> by_content(std::string_view head) {
  static const Words interpreters = words_of(&LanguageInfo::interpreters);
  std::string_view interpreter = interpreter_of(head);
  auto language = find_word(interpreters, &LanguageInfo::interpreters, interpreter);
  if (!language) language = find_word(interpreters, &LanguageInfo::interpreters, without_version(interpreter));
  if (language) return LanguageChoice{*language, "#! line (" + std::string(interpreter) + ")"};
  std::string_view start = without_leading_space(head);
  if (start.starts_with("<?php")) return LanguageChoice{Php, "begins with <?php"};
  if (start.starts_with("<?xml")) return LanguageChoice{Xml, "begins with <?xml"};
  return std::nullopt;
}

// Extensions that several formats share.
LanguageChoice refined(LanguageChoice choice, std::string_view name, std::string_view head) {
  std::string_view start = without_leading_space(head);
  if (start.empty()) return choice;
  bool is_markup = start.starts_with('<');
  if (choice.language == Xml && extension_of(name) == "config" && !is_markup)
    return {Text, "extension .config, but it does not begin with `<`"};
  if (choice.language == Ts && (start.starts_with("<?xml") || start.starts_with("<!DOCTYPE TS")))
    return {Xml, "extension .ts, but it is a Qt translation file"};
  // TeX and Visual Basic have classes in `.cls` too.
  bool is_other_class = start.starts_with('\\') || start.starts_with('%') || start.starts_with("VERSION ");
  if (choice.language == Apex && is_other_class) return {Text, "extension .cls, but it is not Apex"};
  return choice;
}

}  // namespace

std::span<const LanguageInfo> all_languages() { return registry().rows(); }

std::expected<Language, std::string> join_language(const NewLanguage& language) { return registry().join(language); }

const LanguageInfo& info(Language language) {
  auto index = static_cast<std::size_t>(language);
  const std::vector<LanguageInfo>& rows = registry().rows();
  SLUICE_ASSERT(index < rows.size(), "a Language is one of its enumerators, or joined");
  return rows[index];
}

std::string_view name(Language language) { return info(language).id; }

std::optional<Language> find_language(std::string_view name_or_alias) {
  static const Words ids = words_of(&LanguageInfo::id);
  static const Words aliases = words_of(&LanguageInfo::aliases);
  std::string lower = to_lower(name_or_alias);
  if (auto language = find_word(ids, &LanguageInfo::id, lower)) return language;
  return find_word(aliases, &LanguageInfo::aliases, lower);
}

bool covers(Language rule, Language file) {
  if (rule == file || info(rule).kind == AnyFile) return true;
  return rule == Ts && file == Tsx;
}

LanguageChoice language_of(std::string_view path, std::string_view head) {
  std::string_view file_name = file_name_of(path);
  if (auto choice = by_name(file_name)) return refined(*std::move(choice), file_name, head);
  if (auto choice = by_content(head)) return *std::move(choice);
  std::string_view extension = extension_of(file_name);
  if (extension.empty()) return {Text, "no extension"};
  return {Text, "extension ." + to_lower(extension) + " is of no known language"};
}

}  // namespace sluice
