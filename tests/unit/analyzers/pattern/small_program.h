// Small programs and patterns for tests, made by chance and written down in several languages.
//
// A Tree is what a test thinks the code is: it knows nothing of grammars and Units. Writing it
// down notes where each part stands, so that what a slow matcher finds in the Tree can be
// compared with what rules find in the text.
#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "analyzers/source/language.h"

namespace sluice::testing {

struct Tree {
  enum class Kind : std::uint8_t {
    // Expressions: Call(callee, arguments...), Member(object, Name), Index(object, index), Binary(left, right)
    Name, Number, String, Call, Member, Index, Array, Binary, Keyword,
    // Statements: Assign(target, value), If(condition, then, else?), While(condition, body), Function(Name, Parameters, body)
    Do, Assign, If, While, Return, Function, Parameters, Block,
    // In patterns: Deep is `<... e ...>`, Gap is the `a. ... ` of `a. ... .b`
    Hole, Dots, AnyString, Deep, Gap,
  };
  Kind kind = Kind::Name;
  std::string text;  // names, values, operators; of a Keyword its name
  std::vector<Tree> parts;
  std::uint32_t begin = 0, end = 0;
};

bool is_statement(const Tree& tree);

class ProgramMaker {
 public:
  ProgramMaker(Language language, unsigned seed) : language_(language), random_(seed) {}

  Tree program();  // a Block
  // A pattern made of a piece of the program: an expression, a statement, or a Block for a sequence.
  Tree pattern(const Tree& program);

 private:
  bool chance(unsigned one_in) { return random_() % one_in == 0; }
  unsigned below(unsigned count) { return random_() % count; }
  // In a monotonous program mostly the first, so that a pattern fits in many ways.
  std::string pick(std::initializer_list<const char*> from) {
    return is_monotonous_ && !chance(4) ? *from.begin() : *(from.begin() + below(static_cast<unsigned>(from.size())));
  }

  Tree name();
  Tree atom();
  Tree call(int depth);
  Tree expression(int depth);
  Tree statement(int depth);
  Tree block(int depth);
  Tree function(int depth);
  Tree target();

  Tree hole();
  void loosen(Tree& tree);
  void loosen_list(std::vector<Tree>& list, std::size_t first);
  void loosen_block(Tree& block);

  Language language_;
  std::mt19937 random_;
  std::string scope_;  // ends the names that the function in hand declares: no two functions share one
  unsigned functions_ = 0;
  bool is_monotonous_ = false;
};

// Notes the places in `tree` on the way.
std::string write_program(Tree& tree, Language language);
// As the text of a pattern; what places it notes mean nothing.
std::string write_pattern(Tree tree, Language language);

}  // namespace sluice::testing
