// Formats that are not fixed in the program: `printf(text)`.
//
// Which functions take a format: those of the C library and Windows, by name, and every
// function that is declared with the attribute `format`. A function that passes its own
// format on (`void log(const char *format, ...)` with `vprintf(format, list)`) is not
// reported: those who call it are, when it has the attribute.
#include <algorithm>

#include "analyzers/clang/checks/check.h"
#include "analyzers/clang/parse/handles.h"

namespace sluice::clang {
namespace {

struct Family {
  std::string_view name;
  unsigned format;  // index of the format
};
constexpr Family kFamilies[] = {
    {"printf", 0},   {"vprintf", 0},   {"fprintf", 1},  {"vfprintf", 1},  {"sprintf", 1},   {"vsprintf", 1},  {"snprintf", 2},
    {"vsnprintf", 2}, {"dprintf", 1},  {"vdprintf", 1}, {"asprintf", 1},  {"vasprintf", 1}, {"wprintf", 0},   {"vwprintf", 0},
    {"fwprintf", 1}, {"vfwprintf", 1}, {"swprintf", 2}, {"vswprintf", 2}, {"syslog", 1},    {"vsyslog", 1},   {"err", 1},
    {"errx", 1},     {"warn", 0},      {"warnx", 0},    {"verr", 1},      {"verrx", 1},     {"vwarn", 0},     {"vwarnx", 0},
    {"error", 2},    {"scanf", 0},     {"fscanf", 1},   {"sscanf", 1},    {"vscanf", 0},    {"vfscanf", 1},   {"vsscanf", 1},
    {"_snprintf", 2}, {"_vsnprintf", 2}, {"_snwprintf", 2}, {"_tprintf", 0}, {"printf_s", 0}, {"fprintf_s", 1}, {"sprintf_s", 2},
    {"snprintf_s", 3}, {"_snprintf_s", 3}, {"wsprintfA", 1}, {"wsprintfW", 1}, {"StringCchPrintfA", 2}, {"StringCchPrintfW", 2},
    {"__printf_chk", 1}, {"__fprintf_chk", 2}, {"__sprintf_chk", 3}, {"__snprintf_chk", 4}, {"__vsnprintf_chk", 4}};

// Translations of a fixed text: index of the text.
constexpr Family kTranslations[] = {{"gettext", 0}, {"_", 0}, {"N_", 0}, {"dgettext", 1}, {"dcgettext", 1}, {"ngettext", 0}, {"dngettext", 1}};

template <std::size_t n>
const Family* find(const Family (&families)[n], std::string_view name) {
  auto found = std::ranges::find(families, name, &Family::name);
  return found == std::end(families) ? nullptr : found;
}

// The tokens between `begin` and `end` of an attribute, as written.
std::vector<std::string> tokens_of(CXCursor cursor) {
  CXTranslationUnit unit = clang_Cursor_getTranslationUnit(cursor);
  CXToken* tokens = nullptr;
  unsigned count = 0;
  clang_tokenize(unit, clang_getCursorExtent(cursor), &tokens, &count);
  std::vector<std::string> out;
  for (unsigned i = 0; i < count; ++i) out.push_back(take(clang_getTokenSpelling(unit, tokens[i])));
  clang_disposeTokens(unit, tokens, count);
  return out;
}

// `format(printf, 1, 2)`, or a macro such as `PRINTF_LIKE(1, 2)`.
bool speaks_of_format(CXCursor attribute) {
  return std::ranges::any_of(tokens_of(attribute), [](std::string token) {
    std::ranges::transform(token, token.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    bool is_argument = token.find("format_arg") != std::string::npos;
    return !is_argument && (token.find("format") != std::string::npos || token.find("printf") != std::string::npos);
  });
}

bool has_format_attribute(CXCursor function) {
  bool found = false;
  clang_visitChildren(function, [](CXCursor child, CXCursor, CXClientData out) {
    // Attributes libclang has no kind for are UnexposedAttr; `format` is one of them.
    bool is_format = clang_getCursorKind(child) == CXCursor_UnexposedAttr && speaks_of_format(child);
    *static_cast<bool*>(out) = is_format;
    return is_format ? CXChildVisit_Break : CXChildVisit_Continue;
  }, &found);
  return found;
}

// Index of the format among the arguments of a call of a function that has the attribute: the
// last text before the `...` or the list. The attribute's own number is not asked: within a
// macro libclang shows the macro's text, where it is a parameter.
std::optional<unsigned> declared_format(CXCursor function) {
  if (!has_format_attribute(function)) return std::nullopt;
  std::optional<unsigned> last_text;
  for (int i = 0; i < clang_Cursor_getNumArguments(function); ++i) {
    CXType written = clang_getCursorType(clang_Cursor_getArgument(function, static_cast<unsigned>(i)));
    // Windows' list of arguments is a `char *`.
    if (take(clang_getTypeSpelling(written)).find("va_list") != std::string::npos) continue;
    CXType type = clang_getCanonicalType(written);
    CXTypeKind pointee = clang_getPointeeType(type).kind;
    bool is_text = type.kind == CXType_Pointer && (pointee == CXType_Char_S || pointee == CXType_Char_U || pointee == CXType_WChar);
    if (is_text) last_text = static_cast<unsigned>(i);
  }
  return last_text;
}

class FormatStringNotLiteral : public Check {
 public:
  const RuleInfo& info() const override { return info_; }
  std::vector<std::string> words() const override { return names_in(kFamilies, &Family::name); }

  void on_function(const Tree& tree, At function, Sink& sink) const override {
    for (At at = function; at < tree[function].last; ++at)
      if (tree.is_call(at)) check_call(tree, function, at, sink);
  }

 private:
  void check_call(const Tree& tree, At function, At call, Sink& sink) const {
    CXCursor callee = tree.callee(call);
    if (!clang_isDeclaration(clang_getCursorKind(callee))) return;
    std::string name = take(clang_getCursorSpelling(callee));
    std::string free_name = tree.free_callee(call);
    if (free_name.starts_with("__builtin_")) free_name.erase(0, 10);
    auto index = declared_format(callee);
    if (const Family* family = find(kFamilies, free_name); family && !index) index = family->format;
    std::vector<At> arguments = tree.arguments(call);
    if (!index || arguments.size() <= *index || is_fine(tree, function, arguments[*index])) return;
    sink.report(info_, tree[call].range,
                fmt::format("The format of `{}` is not fixed in the program; whoever chooses it reads and writes memory with `%s` and `%n`. "
                            "Write `{}(..., \"%s\", text)`.", name, name));
  }

  static bool is_fine(const Tree& tree, At function, At format) {
    if (is_fixed_text(tree, format)) return true;
    At value = tree.strip(format);
    if (tree.is_call(value)) return is_translation(tree, value);
    if (tree[value].kind == CXCursor_ConditionalOperator) {
      std::vector<At> parts = tree.children(value);
      return parts.size() == 3 && is_fine(tree, function, parts[1]) && is_fine(tree, function, parts[2]);
    }
    if (tree[value].kind == CXCursor_StringLiteral) return true;
    return passes_on(tree, function, value);
  }

  static bool is_translation(const Tree& tree, At call) {
    const Family* translation = find(kTranslations, tree.free_callee(call));
    std::vector<At> arguments = tree.arguments(call);
    return translation && arguments.size() > translation->format && is_fixed_text(tree, arguments[translation->format]);
  }

  // A parameter that is itself a format: by attribute, or of a function with `...` or a list of arguments.
  static bool passes_on(const Tree& tree, At function, At value) {
    if (tree[value].kind != CXCursor_DeclRefExpr) return false;
    CXCursor parameter = tree.referenced(value);
    if (clang_getCursorKind(parameter) != CXCursor_ParmDecl) return false;
    CXCursor declaration = tree[function].cursor;
    if (clang_isFunctionTypeVariadic(clang_getCursorType(declaration))) return true;
    auto own_format = declared_format(declaration);
    if (!own_format) own_format = declared_format(clang_getCanonicalCursor(declaration));
    for (int i = 0; i < clang_Cursor_getNumArguments(declaration); ++i) {
      CXCursor argument = clang_Cursor_getArgument(declaration, static_cast<unsigned>(i));
      bool is_list = take(clang_getTypeSpelling(clang_getCursorType(argument))).find("va_list") != std::string::npos;
      bool is_own_format = own_format && *own_format == static_cast<unsigned>(i) && clang_equalCursors(argument, parameter);
      if (is_list || is_own_format) return true;
    }
    return false;
  }

  RuleInfo info_ = make_info({
      .id = "clang-format-string-not-literal",
      .severity = Severity::Error,
      .message = "The format of a function of the printf family is not fixed in the program. Whoever chooses it reads memory with `%s` and writes it with `%n`. "
                 "Give a literal format and pass the text as an argument: `printf(\"%s\", text)`.",
      .cwe = {"CWE-134: Use of Externally-Controlled Format String"},
      .owasp = {"A03:2021 - Injection", "A05:2025 - Injection"},
      .security_severity = "8.1",
      .confidence = "MEDIUM",
      .references = {"https://owasp.org/www-community/attacks/Format_string_attack", "https://cwe.mitre.org/data/definitions/134.html"},
      .replaces = {"c-format-string"},
  });
};

}  // namespace

std::unique_ptr<Check> make_format_string_not_literal() { return std::make_unique<FormatStringNotLiteral>(); }

}  // namespace sluice::clang
