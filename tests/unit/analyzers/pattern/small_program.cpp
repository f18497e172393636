#include "tests/unit/analyzers/pattern/small_program.h"

#include <algorithm>

namespace sluice::testing {
namespace {

using Kind = Tree::Kind;

// Writes a Tree and notes where its parts stand.
class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}
  std::string text;

  void write(Tree& tree) {
    tree.begin = static_cast<std::uint32_t>(text.size());
    write_inside(tree);
    tree.end = static_cast<std::uint32_t>(text.size());
  }

  // Statements, each on its lines.
  void write_list(std::vector<Tree>& statements) {
    for (Tree& statement : statements) {
      text += std::string(indent_, ' ');
      write(statement);
      text += '\n';
    }
  }

 private:
  bool is_python() const { return language_ == Language::Python; }

  void write_inside(Tree& tree) {
    std::vector<Tree>& parts = tree.parts;
    switch (tree.kind) {
      case Kind::Name: case Kind::Number: text += tree.text; return;
      case Kind::String: text += '"' + tree.text + '"'; return;
      case Kind::Call: write(parts[0]), separated("(", parts, 1, ")"); return;
      case Kind::Member: write(parts[0]), text += '.', write(parts[1]); return;
      case Kind::Index: write(parts[0]), separated("[", parts, 1, "]"); return;
      case Kind::Array: separated("[", parts, 0, "]"); return;
      case Kind::Binary:
        write(parts[0]);
        text += tree.text == "&&" && is_python() ? " and " : ' ' + tree.text + ' ';
        return write(parts[1]);
      case Kind::Keyword: text += tree.text + '=', write(parts[0]); return;
      case Kind::Parameters: return parameters(parts);
      case Kind::Hole: text += tree.text; return;
      case Kind::Dots: text += "..."; return;
      case Kind::AnyString: text += "\"...\""; return;
      case Kind::Deep: text += "<... ", write(parts[0]), text += " ...>"; return;
      case Kind::Gap: write(parts[0]), text += ". ... "; return;
      case Kind::Do: write(parts[0]), end_statement(); return;
      case Kind::Assign: write(parts[0]), text += " = ", write(parts[1]), end_statement(); return;
      case Kind::Return:
        text += "return";
        if (!parts.empty()) text += ' ', write(parts[0]);
        return end_statement();
      case Kind::If: return branch(tree);
      case Kind::While: header("while", parts[0]), body(parts[1]); return;
      case Kind::Function:
        text += is_python() ? "def " : language_ == Language::Java ? "void " : "function ";
        write(parts[0]), write(parts[1]), body(parts[2]);
        return;
      case Kind::Block: write_list(parts); return;
    }
  }

  void end_statement() {
    if (!is_python()) text += ';';
  }

  void separated(std::string_view open, std::vector<Tree>& parts, std::size_t first, std::string_view close) {
    text += open;
    for (std::size_t i = first; i < parts.size(); ++i) {
      if (i > first) text += ", ";
      write(parts[i]);
    }
    text += close;
  }

  void parameters(std::vector<Tree>& parts) {
    text += '(';
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) text += ", ";
      if (language_ == Language::Java && parts[i].kind != Kind::Dots) text += "int ";
      write(parts[i]);
    }
    text += ')';
  }

  void header(std::string_view word, Tree& condition) {
    text += word;
    text += is_python() ? " " : " (";
    write(condition);
    if (!is_python()) text += ")";
  }

  void branch(Tree& tree) {
    header("if", tree.parts[0]);
    body(tree.parts[1]);
    if (tree.parts.size() < 3) return;
    text += is_python() ? "\n" + std::string(indent_, ' ') + "else" : " else";
    body(tree.parts[2]);
  }

  // The last line end belongs to what is around.
  void body(Tree& block) {
    text += is_python() ? ":\n" : " {\n";
    indent_ += 2;
    write_list(block.parts);
    indent_ -= 2;
    if (is_python()) text.pop_back();
    else text += std::string(indent_, ' ') + "}";
  }

  Language language_;
  std::size_t indent_ = 0;
};

Tree leaf(Kind kind, std::string text) { return {kind, std::move(text), {}, 0, 0}; }
Tree node(Kind kind, std::vector<Tree> parts, std::string text = {}) { return {kind, std::move(text), std::move(parts), 0, 0}; }

// All parts, the tree itself first.
void collect(const Tree& tree, std::vector<const Tree*>& out) {
  out.push_back(&tree);
  for (const Tree& part : tree.parts) collect(part, out);
}

bool can_be_deep(const Tree& tree) { return tree.kind == Kind::Call || tree.kind == Kind::Binary; }

bool is_worth_a_pattern(const Tree& tree) {
  switch (tree.kind) {
    case Kind::Call: case Kind::Member: case Kind::Index: case Kind::Array: case Kind::Binary: return true;
    default: return is_statement(tree);
  }
}

}  // namespace

bool is_statement(const Tree& tree) {
  switch (tree.kind) {
    case Kind::Do: case Kind::Assign: case Kind::If: case Kind::While: case Kind::Return: case Kind::Function: return true;
    default: return false;
  }
}

std::string write_program(Tree& tree, Language language) {
  Writer writer(language);
  if (language == Language::Java) writer.text = "class A {\n";
  writer.write(tree);
  if (language == Language::Java) writer.text += "}\n";
  return writer.text;
}

std::string write_pattern(Tree tree, Language language) {
  Writer writer(language);
  writer.write(tree);
  return writer.text;
}

// --- programs ---

Tree ProgramMaker::name() { return leaf(Kind::Name, pick({"a", "b", "c"}) + (chance(3) ? scope_ : "")); }

Tree ProgramMaker::atom() {
  switch (below(4)) {
    case 0: return leaf(Kind::Number, pick({"1", "2", "3"}));
    case 1: return leaf(Kind::String, pick({"s", "t"}));
    default: return name();
  }
}

Tree ProgramMaker::call(int depth) {
  Tree callee = leaf(Kind::Name, pick({"f", "g", "h"}));
  if (chance(2)) {
    Tree object = depth > 0 && chance(2) ? call(depth - 1) : chance(4) ? node(Kind::Index, {name(), atom()}) : name();
    callee = node(Kind::Member, {object, leaf(Kind::Name, pick({"m", "n"}))});
  }
  Tree out = node(Kind::Call, {callee});
  for (unsigned i = below(4); i > 0; --i) out.parts.push_back(expression(depth - 1));
  if (language_ == Language::Python && chance(4)) out.parts.push_back(node(Kind::Keyword, {expression(depth - 1)}, "k"));
  if (language_ == Language::Python && chance(6)) out.parts.push_back(node(Kind::Keyword, {atom()}, "l"));
  return out;
}

Tree ProgramMaker::expression(int depth) {
  if (depth <= 0) return atom();
  switch (below(8)) {
    case 0: case 1: case 2: return call(depth - 1);
    case 3: return node(Kind::Member, {chance(2) ? call(depth - 1) : name(), leaf(Kind::Name, pick({"m", "n"}))});
    case 4: return node(Kind::Binary, {atom(), chance(2) ? call(depth - 1) : atom()}, pick({"+", "*", "<", "&&"}));
    case 5: return node(Kind::Index, {name(), atom()});
    case 6:
      if (language_ == Language::Java) return atom();
      return node(Kind::Array, {atom(), expression(depth - 1)});
    default: return atom();
  }
}

Tree ProgramMaker::target() {
  if (chance(4)) return node(Kind::Member, {name(), leaf(Kind::Name, pick({"m", "n"}))});
  return leaf(Kind::Name, pick({"a", "b", "c"}) + scope_);
}

Tree ProgramMaker::statement(int depth) {
  switch (below(depth > 0 ? 9 : 5)) {
    case 0: case 1: return node(Kind::Do, {call(2)});
    case 2: case 3: return node(Kind::Assign, {target(), expression(2)});
    case 4:
      // Code behind a return is no error where it stands in a branch.
      if (scope_.empty() || depth == 3) return node(Kind::Do, {call(1)});
      return chance(3) ? node(Kind::Return, {}) : node(Kind::Return, {expression(2)});
    case 5: case 6: {
      Tree out = node(Kind::If, {expression(2), block(depth - 1)});
      if (chance(2)) out.parts.push_back(block(depth - 1));
      return out;
    }
    case 7: return node(Kind::While, {expression(1), block(depth - 1)});
    default: return language_ == Language::Java ? node(Kind::Do, {call(2)}) : function(depth);
  }
}

Tree ProgramMaker::function(int depth) {
  std::string outer = scope_;
  scope_ = std::to_string(++functions_);
  Tree parameters = node(Kind::Parameters, {});
  for (const char* parameter : {"a", "b"})
    if (chance(2)) parameters.parts.push_back(leaf(Kind::Name, parameter + scope_));
  Tree out = node(Kind::Function, {leaf(Kind::Name, "p" + scope_), parameters, block(depth - 1)});
  scope_ = outer;
  return out;
}

Tree ProgramMaker::block(int depth) {
  Tree out = node(Kind::Block, {});
  for (unsigned i = 1 + below(4); i > 0; --i) out.parts.push_back(statement(depth));
  return out;
}

Tree ProgramMaker::program() {
  functions_ = 0;
  scope_.clear();
  is_monotonous_ = chance(2);
  Tree out = node(Kind::Block, {});
  for (unsigned i = 2 + below(3); i > 0; --i) out.parts.push_back(language_ == Language::Java ? function(3) : statement(3));
  return out;
}

// --- patterns ---

Tree ProgramMaker::hole() { return leaf(Kind::Hole, pick({"$X", "$Y", "$Z", "$X"})); }

// Some of the list give way to `...`, and `...` comes in between.
void ProgramMaker::loosen_list(std::vector<Tree>& list, std::size_t first) {
  if (chance(5)) list.resize(first), list.push_back(leaf(Kind::Dots, ""));
  for (std::size_t i = first; i < list.size(); ++i) {
    if (list[i].kind == Kind::Dots) continue;
    bool is_gap_here = i > first && list[i - 1].kind == Kind::Dots;
    bool is_keyword = list[i].kind == Kind::Keyword;
    if (chance(5) && !is_gap_here && !is_keyword) list[i] = leaf(Kind::Dots, "");
    else if (chance(10) && !is_gap_here && !is_keyword) list.insert(list.begin() + static_cast<std::ptrdiff_t>(i), leaf(Kind::Dots, ""));
  }
}

void ProgramMaker::loosen_block(Tree& block) {
  std::vector<Tree> out;
  for (Tree& statement : block.parts) {
    bool is_behind_gap = !out.empty() && out.back().kind == Kind::Dots;
    if (chance(3) && !is_behind_gap) out.push_back(leaf(Kind::Dots, ""));
    if (chance(4) && !out.empty()) continue;
    loosen(statement);
    out.push_back(std::move(statement));
  }
  if (chance(3) && out.back().kind != Kind::Dots) out.push_back(leaf(Kind::Dots, ""));
  block.parts = std::move(out);
}

void ProgramMaker::loosen(Tree& tree) {
  switch (tree.kind) {
    case Kind::Name: case Kind::Number:
      if (chance(3)) tree = hole();
      return;
    case Kind::String:
      if (chance(2)) tree = chance(2) ? hole() : leaf(Kind::AnyString, "");
      return;
    case Kind::Do: return loosen(tree.parts[0].parts[0]), loosen_list(tree.parts[0].parts, 1);
    case Kind::Block: return loosen_block(tree);
    case Kind::Return:
      if (!tree.parts.empty() && chance(4)) tree.parts = {leaf(Kind::Dots, "")};
      else if (!tree.parts.empty()) loosen(tree.parts[0]);
      return;
    case Kind::If:
      if (tree.parts.size() == 3 && chance(2)) tree.parts.pop_back();
      [[fallthrough]];
    case Kind::While:
      if (can_be_deep(tree.parts[0]) && chance(3)) tree.parts[0] = node(Kind::Deep, {tree.parts[0]});
      break;
    case Kind::Parameters: return loosen_list(tree.parts, 0);
    case Kind::Function:
      for (Tree& part : tree.parts) loosen(part);
      return;
    case Kind::Call: {
      bool is_chain = tree.parts[0].kind == Kind::Member && chance(4);
      if (is_chain) tree.parts[0].parts[0] = node(Kind::Gap, {tree.parts[0].parts[0]});
      for (std::size_t i = 1; i < tree.parts.size(); ++i) {
        Tree& argument = tree.parts[i];
        bool is_deep = can_be_deep(argument) && chance(3);
        if (argument.kind != Kind::Keyword && chance(6)) argument = hole();
        else if (is_deep) argument = node(Kind::Deep, {argument});
        else if (argument.kind == Kind::Keyword && chance(2)) loosen(argument.parts[0]);
      }
      loosen_list(tree.parts, 1);
      break;
    }
    default: break;
  }
  for (Tree& part : tree.parts)
    if (chance(2) || part.kind == Kind::Block) loosen(part);
}

Tree ProgramMaker::pattern(const Tree& program) {
  std::vector<const Tree*> all, pieces;
  collect(program, all);
  for (const Tree* tree : all)
    if (is_worth_a_pattern(*tree) || (tree->kind == Kind::Block && tree != &program)) pieces.push_back(tree);
  Tree out = *pieces[below(static_cast<unsigned>(pieces.size()))];
  loosen(out);
  // In Python nothing tells a statement from the expression that it is.
  auto alone = [&](const Tree& tree) { return tree.kind == Kind::Do && language_ == Language::Python ? Tree(tree.parts[0]) : tree; };
  if (out.kind != Kind::Block) return alone(out);
  // A sequence begins with a statement; one alone is no sequence.
  std::vector<Tree>& list = out.parts;
  while (!list.empty() && list.front().kind == Kind::Dots) list.erase(list.begin());
  if (list.empty()) return pattern(program);
  return list.size() == 1 ? alone(Tree(list[0])) : out;
}

}  // namespace sluice::testing
