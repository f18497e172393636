// Random numbers that can be guessed, for what must not be guessed.
//
// `rand()` is fine for a dice. It is reported where its value goes into something that is
// named like a secret: `token[i] = rand()`, `int nonce = rand()`, `return rand()` in
// `make_session_key`. `RAND_pseudo_bytes` is reported always: it exists for secrets alone.
#include <algorithm>

#include "analyzers/clang/checks/check.h"
#include "analyzers/clang/parse/handles.h"

namespace sluice::clang {
namespace {

constexpr std::string_view kGuessable[] = {"rand", "rand_r", "random", "random_r", "drand48", "lrand48", "mrand48", "erand48", "nrand48", "jrand48"};
constexpr std::string_view kSecretWords[] = {"key", "keys", "token", "tokens", "iv", "ivs", "salt", "nonce", "password", "passwd", "passphrase", "pwd", "secret", "secrets",
                                             "otp", "csrf", "cookie", "challenge", "apikey", "sessionid", "session"};

std::string secret_word(std::string_view name) {
  for (const std::string& word : words_of(name))
    if (std::ranges::find(kSecretWords, word) != std::end(kSecretWords)) return word;
  return {};
}

class WeakRandom : public Check {
 public:
  const RuleInfo& info() const override { return info_; }
  std::vector<std::string> words() const override { return joined(kGuessable, std::vector<std::string>{"RAND_pseudo_bytes"}); }

  void on_call(const Tree& tree, At call, std::string_view callee, Sink& sink) const override {
    if (callee == "RAND_pseudo_bytes") return report(tree, call, "`RAND_pseudo_bytes` gives bytes that may be guessed", sink);
    if (std::ranges::find(kGuessable, callee) == std::end(kGuessable)) return;
    std::string name = receiver(tree, call);
    if (!secret_word(name).empty()) report(tree, call, fmt::format("`{}` gives numbers that can be guessed, and `{}` must not be", callee, name), sink);
  }

 private:
  // The name of what the value goes into: a variable, a member, the function that returns it.
  static std::string receiver(const Tree& tree, At call) {
    At child = call;
    for (At at = tree[call].parent; at != kNowhere; child = at, at = tree[at].parent) {
      CXCursorKind kind = tree[at].kind;
      if (kind == CXCursor_VarDecl) return take(clang_getCursorSpelling(tree[at].cursor));
      if (kind == CXCursor_BinaryOperator || kind == CXCursor_CompoundAssignOperator) {
        bool assigns = kind == CXCursor_CompoundAssignOperator || clang_getCursorBinaryOperatorKind(tree[at].cursor) == CXBinaryOperator_Assign;
        bool is_value = assigns && tree.first_child(at) != child;
        if (is_value) return name_of(tree, tree.first_child(at));
        continue;
      }
      if (kind == CXCursor_ReturnStmt) {
        At function = tree.enclosing_function(at);
        return function == kNowhere ? std::string() : take(clang_getCursorSpelling(tree[function].cursor));
      }
      // An index, a condition and the argument of a call are other uses.
      bool goes_on = clang_isExpression(kind) && kind != CXCursor_CallExpr && !(kind == CXCursor_ArraySubscriptExpr && tree.first_child(at) != child);
      if (!goes_on) return {};
    }
    return {};
  }

  // `token` of `session->token[i]`, `*token`.
  static std::string name_of(const Tree& tree, At target) {
    for (At at = tree.strip(target); at != kNowhere; at = tree.strip(tree.first_child(at))) {
      if (tree[at].kind == CXCursor_DeclRefExpr || tree[at].kind == CXCursor_MemberRefExpr) return take(clang_getCursorSpelling(tree[at].cursor));
      if (tree[at].kind == CXCursor_CallExpr) return {};
    }
    return {};
  }

  void report(const Tree& tree, At call, std::string what, Sink& sink) const {
    sink.report(info_, tree[call].range, what + ": who sees some can compute the others. Use `getrandom`, `RAND_bytes` or `BCryptGenRandom`.");
  }

  RuleInfo info_ = make_info({
      .id = "clang-weak-random",
      .severity = Severity::Warning,
      .message = "Random numbers that can be guessed are used for a key, token, nonce or password: who sees some can compute the others. "
                 "Use `getrandom`, `RAND_bytes` or `BCryptGenRandom`.",
      .cwe = {"CWE-338: Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)"},
      .owasp = {"A02:2021 - Cryptographic Failures", "A04:2025 - Cryptographic Failures"},
      .security_severity = "7.5",
      .confidence = "MEDIUM",
      .references = {"https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html", "https://cwe.mitre.org/data/definitions/338.html"},
      .replaces = {"c-weak-random"},
  });
};

}  // namespace

std::unique_ptr<Check> make_weak_random() { return std::make_unique<WeakRandom>(); }

}  // namespace sluice::clang
