// C23 with GNU and Microsoft extensions, grammar tree-sitter-c. The table: c_family.h.
#include "analyzers/languages/c_family.h"

extern "C" const TSLanguage* tree_sitter_c();

namespace sluice {
namespace {

constexpr PatternWrapper kWrappers[] = {
    {"void slf(void) { slf = (", "); }"}, {"void slf(void) { ", " }"}, {"void slf(void) { ", "; }", false, true},
    {"", "\n", false, true}, {"", ";", false, true}, {"void slf(void) { int slf = ", "; }"}, {"", " {}", false, true},
    {"struct SlW { ", " };"}, {"void slf(void) { ", " {} }", false, true}, {"void slf(void) { switch (0) { ", " } }"},
    {"void slf(", ");"}};
constexpr std::string_view kKeywords =
    "if else while for do switch case default return goto break continue struct union enum typedef";
constexpr std::string_view kEllipsis[] = {"@", "@;", "int @", "int @;", "@,", "@;;", "case @:"};
constexpr std::string_view kMetavariable[] = {"@", "@;", "int @"};

}  // namespace

const LanguageDefinition& c_definition() {
  static constexpr LanguageDefinition kC{
      .language = Language::C,
      .grammar = tree_sitter_c,
      .shapes = c_family::kShapes,
      .pattern = {.wrappers = kWrappers, .ellipsis = kEllipsis, .parameter = "int @", .metavariable = kMetavariable, .keywords = kKeywords,
                  .typed_hole = TypedHoleForm::TypeFirst},
      .execution = {.falls_through = true, .break_leaves_switch = true},
      .is_full = true,
  };
  return kC;
}

}  // namespace sluice
