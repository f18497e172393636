// analyzers/flow/flow_graph.h - a file's functions as steps in basic blocks: what is computed from
// what, and in which order.
//
//   s = request.get("q") + x      %1 = load request     %2 = constant "q"
//   if (s == "")                  %3 = call get(%2) on %1
//     log(s)                      %4 = load x    %5 = binary + %3 %4    store s %5 ...
//
// One form for all languages, made from Units alone (flow_builder.h); what is known of values and
// where data of strangers goes is worked out on it (flow/values.h, flow/taint.h). Every step names
// the node that it evaluates, so that rules, which match nodes, can speak about steps.
//
// A step's result is named by the step's index (ValueId); variables are what may be assigned more
// than once. `a ? b : c`, `&&`, `||` and `??` are branches that store into a variable of their own.
//
// Exceptions: what may throw in a `try` ends its block, with an edge to each handler; `finally` is
// lowered once for every way out, so that a node in it has several steps. Generators and async functions are functions: `yield x` is a step, and
// `await x` is x. A lambda is a function of its own; where it stands is a Closure.
//
// A class is a function too: its body. Where it stands is a Closure, and the fields and methods are
// what its body sets in Self. A field that is named without `this.` is a Field of Self.
//
// `*p` of a pointer is its Field `*`; `p->x` the Field x of p. In C, C++ and Go a variable of a structure
// or an array is the thing: its declaration is a New or a List that is stored into it.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analyzers/unit/unit.h"

namespace sluice::flow {

using ValueId = Id<struct ValueTag>;        // a step of the same function
using VariableId = Id<struct VariableTag>;  // of the file
using FunctionId = Id<struct FunctionTag>;  // of the file
using BlockId = Id<struct BlockTag>;        // of the function

// What a step does; `operands` in brackets.
enum class Op : std::uint8_t {
  Constant,    // [] the literal at `node`; with a name: what that says (`true`)
  Parameter,   // [] what the caller gives for Function::parameters[number]
  Self,        // [] the receiver: `this`, `self`
  Load,        // [] of `variable`
  Store,       // [value] into `variable`; the result is the value
  Field,       // [object] its member `name`
  SetField,    // [object value]
  Element,     // [container index*] the element at an index or key; without: the one at place `number`
  SetElement,  // [container index* value]; without an index: appended
  Unary,       // [operand] by operator `name`
  Binary,      // [left right] by operator `name`
  Join,        // [piece*] a string with code in it; pieces of text are Constants
  Convert,     // [value] a cast
  Call,        // calls[number]; operands: those of the call, in the order of evaluation
  New,         // calls[number]: an object of a class
  List,        // [element*] array, tuple or set
  Map,         // [key value ...] an object literal too; a spread is a key that is not valid
  Spread,      // [value] its elements stand here
  Closure,     // [] the function `number` as a value
  Item,        // [container] any of its elements: loops, destructuring without a known place; with a name: a key
  Caught,      // [] the exception that a handler gets
  Return, Throw, Yield,  // [value?]
  // [value*] may hold any of them: what has no meaning of its own here. Of a parameter or a pattern
  // with a default, the second is the default. Of what `...rest` takes, `number` counts what stands before.
  Unknown,
};

struct Step {
  Op op = Op::Unknown;
  NodeId node;           // what it evaluates
  NameId name;           // Field: the member; Unary, Binary: the operator
  VariableId variable;   // Load, Store
  std::uint32_t number = 0;  // Parameter, Closure, Call, New, Element
  std::uint32_t first = 0, count = 0;  // operands: Function::operands[first, first + count)
};

struct Argument {
  ValueId value;
  NameId keyword{};        // `f(a=1)`; not valid: by position
  bool is_spread = false;  // `f(*list)`
  bool is_block = false;   // `f(&block)`
  bool is_keywords = false;  // a spread whose keys are keywords: `f(**map)`
};

struct Call {
  NodeId node;            // the Call, New, or what runs as one (a decorator, an operator)
  NodeId callee;          // the node that says what is called; not valid where nothing does
  NameId name;            // the last part of it: `exec` of `a.b.exec(c)`; New: of the type
  NameId qualified;       // all of it as imports say (`os.system`), when it is a plain dotted name
  ValueId receiver;       // `a.b` of `a.b.exec(c)`; not valid without
  ValueId function;       // the value that is called, where that is no plain name: `f()(x)`
  VariableId variable;    // the variable that is called, where there is one: a function value
  std::vector<Argument> arguments;
};

// How a block ends. Without condition and subject, several successors are all possible.
struct Block {
  std::uint32_t begin = 0, end = 0;  // steps
  ValueId condition;                 // two successors: where it is true, where it is false
  // Several: the value that is compared, and for each successor the labels that lead to it. A list
  // without labels is the way that is taken when no label fits. No lists at all: a loop over the
  // elements of the subject, which goes to the first successor while there are more.
  ValueId subject;
  std::vector<std::vector<ValueId>> labels;
  std::vector<BlockId> successors;
  std::vector<BlockId> handlers;     // where an exception of this block's last step goes
};

struct Variable {
  NameId name;
  NodeId declaration;   // the Name that declares it; not valid for a global of another file
  FunctionId owner;     // whose it is; not valid: of the file as a whole, or unknown
  bool is_temporary = false;  // made here: no name in the code; false until something is stored
  bool is_exports = false;    // JavaScript: `exports`, `module.exports`
};

struct Parameter {
  VariableId variable{};
  NodeId node{};          // the Parameter
  NameId name{};
  bool is_rest = false;   // takes all that is left
  bool is_keywords = false;  // `**kwargs`
  bool is_block = false;     // `&block`: what `yield` calls
};

struct Function {
  NodeId node;                 // Function, Lambda, Class (its body), or the File
  NameId name;                 // not valid for lambdas and the file
  std::string qualified_name;  // `Outer.method`, as Finding::definition says it
  FunctionId outer;            // the function that it stands in
  NodeId owner_class;          // the Class whose method it is; not valid: of none
  bool is_static = false, is_constructor = false;
  NameId property;             // of a getter or setter: what is read or written
  bool is_setter = false;
  bool has_body = false;       // not: declared only
  std::vector<Parameter> parameters;
  std::vector<Step> steps;     // block after block
  std::vector<ValueId> operands;
  std::vector<Call> calls;
  std::vector<Block> blocks;   // the first is where it begins
  bool was_cut = false;        // it met a bound: what is behind is not there

  std::span<const ValueId> operands_of(const Step& step) const { return {operands.data() + step.first, step.count}; }
};

// All functions of a file, in its order. The first is the file's own code. The Unit must outlive it.
struct Graph {
  // The step that holds what a node is worth.
  struct Place {
    FunctionId function;
    ValueId value;
  };

  const Unit* unit = nullptr;
  Names names;  // those of the Unit, and what is spelled nowhere: `+` of `+=`
  std::vector<Function> functions;
  std::vector<Variable> variables;
  std::vector<Place> places;  // by node: the first of its steps; not valid for what nothing evaluates

  explicit Graph(const Unit& of) : unit(&of), names(&of.names()) {}
  Place place_of(NodeId node) const { return places[node.index]; }
};

// For `--dump flow` and the tests: a function a paragraph, a step a line.
std::string dump(const Graph& graph);

}  // namespace sluice::flow
