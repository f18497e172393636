// `p = realloc(p, n)`: when it fails, p is null and the old memory, which is still there, has no name.
#include "analyzers/clang/checks/check.h"

namespace sluice::clang {
namespace {

class ReallocLosesMemory : public Check {
 public:
  const RuleInfo& info() const override { return info_; }
  std::vector<std::string> words() const override { return {"realloc", "reallocarray", "_recalloc"}; }

  void on_call(const Tree& tree, At call, std::string_view callee, Sink& sink) const override {
    if (callee != "realloc" && callee != "reallocarray" && callee != "_recalloc") return;
    std::vector<At> arguments = tree.arguments(call);
    At assignment = tree.parent_of_value(call);
    if (arguments.empty() || assignment == kNowhere || tree[assignment].kind != CXCursor_BinaryOperator) return;
    if (clang_getCursorBinaryOperatorKind(tree[assignment].cursor) != CXBinaryOperator_Assign) return;
    std::string target = tree.lvalue(tree.first_child(assignment));
    if (target.empty() || target != tree.lvalue(arguments[0])) return;
    std::string_view name = tree.code(tree.first_child(assignment));
    sink.report(info_, tree[assignment].range,
                fmt::format("When `{}` fails, `{}` becomes null and its old memory is lost. Put the result into another pointer, test it, then assign.", callee, name));
  }

 private:
  RuleInfo info_ = make_info({
      .id = "clang-realloc-loses-memory",
      .severity = Severity::Warning,
      .message = "The result of `realloc` is assigned over its own argument. When it fails, the pointer becomes null and the old memory is lost. "
                 "Put the result into another pointer, test it, then assign.",
      .cwe = {"CWE-401: Missing Release of Memory after Effective Lifetime"},
      .owasp = {},
      .security_severity = "5.3",
      .confidence = "HIGH",
      .references = {"https://cwe.mitre.org/data/definitions/401.html", "https://wiki.sei.cmu.edu/confluence/display/c/MEM31-C.+Free+dynamically+allocated+memory+when+no+longer+needed"},
      .replaces = {},
  });
};

}  // namespace

std::unique_ptr<Check> make_realloc_loses_memory() { return std::make_unique<ReallocLosesMemory>(); }

}  // namespace sluice::clang
