// Memory that was asked for and is used without a look at whether it came.
//
//   char *p = malloc(n);
//   p[0] = 0;              reported
//   if (!p) return;        any test of p, anywhere before the use, is enough: `if (p)`,
//   p[0] = 0;              `p == NULL`, `assert(p)`, `p ? a : b`, `is_ok(p)` in a condition
//
// The function is read once, from top to bottom, with what each variable holds at that point:
// an allocation nobody has looked at yet, or something else. Branches are read apart and
// joined; a loop's body is read once. A test counts for the rest of the function, whatever
// branch it stands in: tests in one branch of two often belong to allocations in one branch
// of two, and a reader who is told about those stops reading. So this misses some, and is
// seldom wrong.
#include <algorithm>
#include <map>
#include <set>

#include "analyzers/clang/checks/check.h"

namespace sluice::clang {
namespace {

constexpr std::string_view kAllocators[] = {"malloc", "calloc", "realloc", "reallocarray", "strdup", "strndup", "wcsdup", "_strdup", "_wcsdup",
                                            "aligned_alloc", "valloc", "memalign", "HeapAlloc", "LocalAlloc", "GlobalAlloc"};
constexpr std::string_view kNoReturn[] = {"exit", "_exit", "_Exit", "quick_exit", "abort", "longjmp", "siglongjmp", "err", "errx", "verr", "verrx",
                                          "__assert_fail", "__assert_rtn", "_wassert", "__assert", "terminate", "unreachable", "ExitProcess"};

// Functions that read or write what their arguments point to; a bit for each argument.
struct Use {
  std::string_view function;
  unsigned arguments;
};
constexpr Use kUses[] = {{"memcpy", 3},  {"memmove", 3}, {"memset", 1},  {"memcmp", 3},   {"memchr", 1},   {"strcpy", 3},   {"strncpy", 3}, {"strcat", 3},
                         {"strncat", 3}, {"strlcpy", 3}, {"strlcat", 3}, {"strcmp", 3},   {"strncmp", 3},  {"strcasecmp", 3}, {"strncasecmp", 3},
                         {"strlen", 1},  {"strnlen", 1}, {"strchr", 1},  {"strrchr", 1},  {"strstr", 3},   {"strtok", 2},   {"strspn", 3},  {"strcspn", 3},
                         {"sprintf", 1}, {"snprintf", 1}, {"vsprintf", 1}, {"vsnprintf", 1}, {"fgets", 1}, {"gets", 1},     {"fread", 1},   {"fwrite", 1},
                         {"wcscpy", 3},  {"wcsncpy", 3}, {"wcscat", 3},  {"wcslen", 1},   {"wmemcpy", 3},  {"wmemset", 1},  {"memset_s", 1}, {"bcopy", 3},
                         {"bzero", 1},   {"atoi", 1},    {"atol", 1},    {"strtol", 1},   {"strtoul", 1},  {"puts", 1},     {"fputs", 1},   {"qsort", 1}};
// A function with such a word in its name is taken to look at what it is given.
constexpr std::string_view kTestWords[] = {"assert", "check", "verify", "require", "ensure", "expect", "validate", "valid", "must"};

template <std::size_t n>
bool holds(const std::string_view (&names)[n], std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

// What a variable may hold: the calls that allocated it and were not looked at when they were put there.
using State = std::map<std::string, std::set<At>>;

void join(State& into, const State& from) {
  for (const auto& [variable, sites] : from) into[variable].insert(sites.begin(), sites.end());
}

class FunctionReader {
 public:
  FunctionReader(const Tree& tree, const RuleInfo& info, Sink& sink) : tree_(tree), info_(info), sink_(sink) {}

  void read(At function) {
    for (At child : tree_.children(function)) statement(child);
  }

 private:
  // --- Statements: what becomes of the state ---

  void statement(At at) {
    if (++depth_ > kMaxDepth) return void(--depth_);
    dispatch(at);
    --depth_;
  }

  void dispatch(At at) {
    switch (tree_[at].kind) {
      case CXCursor_IfStmt: case CXCursor_ConditionalOperator: return branch(at);
      case CXCursor_WhileStmt: case CXCursor_ForStmt: case CXCursor_DoStmt: case CXCursor_CXXForRangeStmt: return loop(at);
      case CXCursor_SwitchStmt: return choose(at);
      case CXCursor_CaseStmt: case CXCursor_DefaultStmt: return label_of_switch(at);
      case CXCursor_ReturnStmt: case CXCursor_GotoStmt: case CXCursor_ContinueStmt: case CXCursor_CXXThrowExpr:
        parts(at);
        is_dead_ = true;
        return;
      case CXCursor_BreakStmt:
        if (!breaks_.empty() && !is_dead_) join(breaks_.back(), state_);
        is_dead_ = true;
        return;
      case CXCursor_LabelStmt: is_dead_ = false; return parts(at);
      case CXCursor_VarDecl: return define(at);
      case CXCursor_BinaryOperator: return binary(at);
      case CXCursor_UnaryOperator: return unary(at);
      case CXCursor_ArraySubscriptExpr: return index(at);
      case CXCursor_MemberRefExpr: return member(at);
      case CXCursor_CallExpr: return call(at);
      case CXCursor_UnaryExpr: return;  // sizeof: not evaluated
      default: return parts(at);
    }
  }

  void parts(At at) {
    for (At child : tree_.children(at)) statement(child);
  }

  void branch(At at) {
    std::vector<At> children = tree_.children(at);
    // `if (int n = f(); n)` has more children before the branches; only the last two or so are those.
    std::size_t first_branch = 0;
    while (first_branch < children.size() && !is_branch(at, children[first_branch], first_branch)) ++first_branch;
    for (std::size_t i = 0; i < first_branch; ++i) {
      statement(children[i]);
      note_tests(children[i]);
    }
    State before = state_;
    bool was_dead = is_dead_, is_any_alive = false;
    State after;
    bool has_else = children.size() >= first_branch + 2;
    for (std::size_t i = first_branch; i < children.size(); ++i) {
      state_ = before;
      is_dead_ = was_dead;
      statement(children[i]);
      if (!is_dead_) join(after, state_);
      is_any_alive |= !is_dead_;
    }
    if (!has_else) join(after, before);
    state_ = std::move(after);
    is_dead_ = was_dead || (has_else && !is_any_alive);
  }

  bool is_branch(At at, At child, std::size_t position) const {
    bool is_expression_if = tree_[at].kind == CXCursor_ConditionalOperator;
    if (is_expression_if) return position > 0;
    // The condition, and what is declared in it, stand before the branches.
    return position > 0 && (clang_isStatement(tree_[child].kind) ? tree_[child].kind != CXCursor_DeclStmt : is_past_condition(at, child));
  }

  // A branch that is a bare expression: the condition before it is an expression too.
  bool is_past_condition(At at, At child) const {
    for (At before = tree_.first_child(at); before != child; before = tree_.next_sibling(before))
      if (clang_isExpression(tree_[before].kind)) return true;
    return false;
  }

  void loop(At at) {
    State before = state_;
    breaks_.emplace_back();
    bool is_do = tree_[at].kind == CXCursor_DoStmt;
    for (At child : tree_.children(at)) {
      statement(child);
      if (clang_isExpression(tree_[child].kind)) note_tests(child);
    }
    if (is_dead_) state_.clear();
    if (!is_do) join(state_, before);
    join(state_, breaks_.back());
    breaks_.pop_back();
    is_dead_ = false;
  }

  void choose(At at) {
    breaks_.emplace_back();
    std::vector<At> children = tree_.children(at);
    for (std::size_t i = 0; i + 1 < children.size(); ++i) statement(children[i]);
    entries_.push_back(state_);
    if (!children.empty()) statement(children.back());
    if (is_dead_) state_.clear();
    join(state_, entries_.back());
    join(state_, breaks_.back());
    entries_.pop_back();
    breaks_.pop_back();
    is_dead_ = false;
  }

  void label_of_switch(At at) {
    if (is_dead_) state_.clear();
    is_dead_ = false;
    if (!entries_.empty()) join(state_, entries_.back());
    parts(at);
  }

  // --- Expressions ---

  void define(At at) {
    parts(at);
    std::vector<At> children = tree_.children(at);
    bool has_value = !children.empty() && clang_isExpression(tree_[children.back()].kind);
    if (has_value) assign(tree_.lvalue(at), children.back());
  }

  void binary(At at) {
    std::vector<At> sides = tree_.children(at);
    if (sides.size() != 2) return parts(at);
    switch (clang_getCursorBinaryOperatorKind(tree_[at].cursor)) {
      case CXBinaryOperator_Assign:
        statement(sides[1]);
        statement(sides[0]);
        return assign(tree_.lvalue(sides[0]), sides[1]);
      case CXBinaryOperator_LAnd: case CXBinaryOperator_LOr:
        statement(sides[0]);
        note_tests(sides[0]);
        statement(sides[1]);
        return note_tests(sides[1]);
      case CXBinaryOperator_EQ: case CXBinaryOperator_NE: case CXBinaryOperator_LT: case CXBinaryOperator_GT:
      case CXBinaryOperator_LE: case CXBinaryOperator_GE:
        parts(at);
        note_tests(sides[0]);
        return note_tests(sides[1]);
      default: return parts(at);
    }
  }

  void unary(At at) {
    At operand = tree_.first_child(at);
    switch (clang_getCursorUnaryOperatorKind(tree_[at].cursor)) {
      case CXUnaryOperator_Deref: parts(at); return use(operand, at);
      case CXUnaryOperator_LNot: parts(at); return note_tests(operand);
      case CXUnaryOperator_AddrOf: return address_of(operand);
      default: return parts(at);
    }
  }

  // `&p[i]` and `&p->x` compute an address. Who gets `&p` may do anything with p.
  void address_of(At operand) {
    At target = tree_.strip(operand);
    if (target == kNowhere) return;
    std::string variable = tree_.lvalue(target);
    if (!variable.empty()) state_.erase(variable);
    for (At child : tree_.children(target)) statement(child);
  }

  void index(At at) {
    parts(at);
    use(tree_.first_child(at), at);
  }

  void member(At at) {
    parts(at);
    At object = tree_.first_child(at);
    if (object == kNowhere || !clang_isExpression(tree_[object].kind)) return;
    bool is_pointer = clang_getCanonicalType(clang_getCursorType(tree_[object].cursor)).kind == CXType_Pointer;
    if (is_pointer) use(object, at);
  }

  void call(At at) {
    parts(at);
    std::string callee = tree_.free_callee(at);
    if (callee.starts_with("__builtin_")) callee.erase(0, 10);
    std::vector<At> arguments = tree_.arguments(at);
    bool is_expectation = callee == "expect" || callee == "expect_with_probability";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      for (const Use& entry : kUses)
        if (entry.function == callee && (entry.arguments >> i & 1)) use(arguments[i], at);
      if (is_expectation || looks_at_arguments(callee)) note_tests(arguments[i]);
    }
    bool frees = callee == "free" || callee == "cfree";
    if (frees && !arguments.empty()) state_.erase(tree_.lvalue(arguments[0]));
    if (is_no_return(at, callee)) is_dead_ = true;
  }

  static bool looks_at_arguments(std::string_view callee) {
    for (const std::string& word : words_of(callee))
      if (holds(kTestWords, word)) return true;
    return false;
  }

  bool is_no_return(At call, std::string_view callee) const {
    if (holds(kNoReturn, callee)) return true;
    CXString spelled = clang_getTypeSpelling(clang_getCursorType(tree_.callee(call)));
    std::string_view type = clang_getCString(spelled) ? clang_getCString(spelled) : "";
    bool found = type.find("noreturn") != std::string_view::npos;
    clang_disposeString(spelled);
    return found;
  }

  // --- What is known of variables ---

  // The call that allocates, when the value is one.
  At allocation(At value) const {
    value = tree_.strip(value);
    return tree_.is_call(value) && holds(kAllocators, tree_.free_callee(value)) ? value : kNowhere;
  }

  void assign(const std::string& variable, At value) {
    if (variable.empty()) return;
    // Members of what was there before.
    std::string members = variable + ".";
    std::erase_if(state_, [&](const auto& entry) { return entry.first == variable || entry.first.starts_with(members); });
    if (is_dead_) return;
    At source = tree_.strip(value);
    if (At site = allocation(value); site != kNowhere) {
      state_[variable] = {site};
      return;
    }
    bool is_assignment = source != kNowhere && tree_[source].kind == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(tree_[source].cursor) == CXBinaryOperator_Assign;
    if (is_assignment) source = tree_.first_child(source);
    auto copied = state_.find(tree_.lvalue(source));
    if (copied != state_.end()) state_[variable] = std::set<At>(copied->second);
  }

  // Whoever looks at a value in a condition knows what it is afterwards.
  void note_tests(At condition) {
    At at = tree_.strip(condition);
    if (at == kNowhere) return;
    if (tree_[at].kind == CXCursor_BinaryOperator && clang_getCursorBinaryOperatorKind(tree_[at].cursor) == CXBinaryOperator_Assign) at = tree_.strip(tree_.first_child(at));
    if (tree_[at].kind == CXCursor_VarDecl || tree_[at].kind == CXCursor_DeclStmt) {
      for (At child = at; child < tree_[at].last; ++child)
        if (tree_[child].kind == CXCursor_VarDecl) mark_tested(tree_.lvalue(child));
      return;
    }
    // A function that is given the value in a condition looks at it.
    if (tree_.is_call(at))
      for (At argument : tree_.arguments(at)) mark_tested(tree_.lvalue(argument));
    mark_tested(tree_.lvalue(at));
  }

  void mark_tested(const std::string& variable) {
    auto found = state_.find(variable);
    if (variable.empty() || found == state_.end()) return;
    tested_.insert(found->second.begin(), found->second.end());
  }

  // `pointer` is followed at `where`.
  void use(At pointer, At where) {
    if (is_dead_ || pointer == kNowhere) return;
    if (At site = allocation(pointer); site != kNowhere) return report(site, where, tree_.free_callee(site));
    At at = base_of(pointer);
    auto found = state_.find(tree_.lvalue(at));
    if (found == state_.end()) return;
    for (At site : found->second)
      if (!tested_.contains(site)) report(site, where, std::string(tree_.code(at)));
  }

  // `p` of `p + 1`.
  At base_of(At pointer) const {
    At at = tree_.strip(pointer);
    for (int i = 0; i < 10 && at != kNowhere && tree_[at].kind == CXCursor_BinaryOperator; ++i) {
      auto op = clang_getCursorBinaryOperatorKind(tree_[at].cursor);
      if (op != CXBinaryOperator_Add && op != CXBinaryOperator_Sub) break;
      at = tree_.strip(tree_.first_child(at));
    }
    return at;
  }

  void report(At site, At where, const std::string& name) {
    if (!reported_.insert(site).second) return;
    std::string allocator = tree_.free_callee(site);
    std::string what = name == allocator ? "The result" : fmt::format("`{}`", name);
    sink_.report(info_, tree_[where].range,
                 fmt::format("{} of `{}` is used without a test: it is null when there is no memory. Test it before the first use, and handle the failure.",
                             name == allocator ? what : what + ", the result", allocator),
                 {{tree_[site].range, fmt::format("`{}` may give null", allocator)}, {tree_[where].range, "used here"}});
  }

  static constexpr int kMaxDepth = 1000;  // the Tree's own bound is below
  const Tree& tree_;
  const RuleInfo& info_;
  Sink& sink_;
  State state_;
  std::vector<State> breaks_;   // of each loop or switch around: the states at its `break`s
  std::vector<State> entries_;  // of each switch around: the state at its begin
  std::set<At> tested_, reported_;
  bool is_dead_ = false;        // nothing gets here
  int depth_ = 0;
};

class UncheckedAllocation : public Check {
 public:
  const RuleInfo& info() const override { return info_; }
  std::vector<std::string> words() const override { return joined(kAllocators); }
  void on_function(const Tree& tree, At function, Sink& sink) const override {
    // Where statements are missing, so may be the test: nothing is said of such a function.
    if (!tree.is_damaged(function)) FunctionReader(tree, info_, sink).read(function);
  }

 private:
  RuleInfo info_ = make_info({
      .id = "clang-unchecked-allocation",
      .severity = Severity::Warning,
      .message = "Memory from `malloc` or its kin is used without a test. The pointer is null when there is no memory, and what is then written or read crashes "
                 "the program or hits memory near address 0. Test it before the first use, and handle the failure.",
      .cwe = {"CWE-690: Unchecked Return Value to NULL Pointer Dereference"},
      .owasp = {"A10:2025 - Mishandling of Exceptional Conditions"},
      .security_severity = "5.3",
      .confidence = "MEDIUM",
      .references = {"https://cwe.mitre.org/data/definitions/690.html", "https://wiki.sei.cmu.edu/confluence/display/c/ERR33-C.+Detect+and+handle+standard+library+errors"},
      .replaces = {},
  });
};

}  // namespace

std::unique_ptr<Check> make_unchecked_allocation() { return std::make_unique<UncheckedAllocation>(); }

}  // namespace sluice::clang
