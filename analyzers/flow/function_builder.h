// analyzers/flow/function_builder.h - lowers the body of one function to steps in blocks.
//
// There is a current block that steps go into, or none: what would come then is reached by nobody
// (behind `return`). A block is begun once and closed once; so its steps lie together.
//
// What surrounds the place that is lowered is a stack of frames: loops, handlers, what runs on the
// way out. A jump out of frames lowers what each of them runs at exit, from the inner to the outer.
#pragma once
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

#include "analyzers/flow/file_context.h"

namespace sluice::flow {

// What becomes of the value of a body's last expression.
struct Wanted {
  enum class How : std::uint8_t { Nothing, Store, Return } how = How::Nothing;
  VariableId variable{};
};

struct Frame {
  enum class Kind : std::uint8_t { Loop, Switch, Label, Handlers, Cleanup, Deferred, Retry } kind = Kind::Loop;
  NodeId node{};
  NameId label{};
  BlockId break_to{}, continue_to{};
  Wanted wanted{};                // Switch: where `yield` puts its value
  std::vector<BlockId> handlers{};
  std::vector<std::pair<NodeId, BlockId>> cases{};  // Switch: by label, for `goto case`; the default without
  bool takes_all = false;         // Handlers: nothing gets past them
  BlockId on_exception{};         // Cleanup: where it runs for an exception, once somebody asked
  // Cleanup: the things to leave. Deferred: what was put aside, with its flag where it may not have been.
  struct Exit {
    NodeId node;
    VariableId thing;
    std::uint32_t call = UINT32_MAX;
    std::vector<VariableId> kept{};  // receiver, function and arguments, where the call may not have come by
  };
  std::vector<Exit> exits{};
};

class FunctionBuilder {
 public:
  FunctionBuilder(FileContext& context, FunctionId id);
  void build();

 private:
  // --- blocks and steps (function_builder.cpp) ---
  BlockId new_block();
  void start(BlockId block);
  void start_if_reached(BlockId block);
  bool is_live() const { return current_.valid(); }
  void close(std::initializer_list<BlockId> successors);
  void jump(BlockId to);
  void branch(ValueId condition, BlockId when_true, BlockId when_false);
  ValueId emit(Op op, NodeId node, std::span<const ValueId> operands, NameId name = {});
  ValueId emit(Op op, NodeId node, std::initializer_list<ValueId> operands = {}, NameId name = {});
  ValueId emit_variable(Op op, NodeId node, VariableId variable, std::span<const ValueId> operands = {});
  ValueId load(VariableId variable, NodeId node) { return emit_variable(Op::Load, node, variable); }
  ValueId store(VariableId variable, ValueId value, NodeId node);
  ValueId emit_numbered(Op op, NodeId node, std::uint32_t number, std::initializer_list<ValueId> operands = {});
  ValueId emit_call(Op op, NodeId node, Call call);
  void split_if_handled();
  Step& step(ValueId value) { return function_.steps[value.index]; }
  NameId name(std::string_view text) { return context_.graph.names.intern(text); }

  // --- functions and classes (build_function.cpp) ---
  void build_class();
  void class_member(NodeId member);
  void set_member(NodeId member, NodeId name, ValueId value);
  void constant_of_enum(NodeId definition);
  void parameters();
  void parameter(NodeId node);
  void receiver();
  void named_results(NodeId list);
  void body();
  void initializer(NodeId node);
  ValueId closure(NodeId node);
  ValueId decorated(NodeId definition, ValueId value);
  void define(NodeId definition);

  // --- statements (build_statements.cpp) ---
  void statements(NodeId list, Role without = Role::None);
  void statement(NodeId node);
  void deliver(NodeId node, Wanted wanted);
  void give(ValueId value, NodeId node, Wanted wanted);
  void if_statement(NodeId node, Wanted wanted);
  void condition(NodeId node, BlockId when_true, BlockId when_false);
  void conditions_of(NodeId node, BlockId when_true, BlockId when_false);
  void labeled(NodeId node);
  void unknown_statement(NodeId node);
  void remove_places(NodeId node);
  NodeId value_of_definition(NodeId node);
  ValueId definition(NodeId node);

  // --- loops (build_loops.cpp) ---
  void while_loop(NodeId node);
  void do_while_loop(NodeId node);
  void for_loop(NodeId node);
  void for_each(NodeId node);
  void loop_targets(NodeId loop, ValueId container);
  ValueId comprehension(NodeId node);
  void comprehension_part(std::span<const NodeId> clauses, NodeId result, VariableId list);
  void loop_body(NodeId node, NodeId body, BlockId break_to, BlockId continue_to);

  // --- switch and match (build_switch.cpp) ---
  struct Arm;
  void switch_statement(NodeId node, Wanted wanted);
  std::vector<Arm> arms_of(NodeId node);
  void dispatch(NodeId node, ValueId subject, std::vector<Arm>& arms, BlockId end);
  void choose_by_condition(std::vector<Arm>& arms, BlockId end);
  void choose_any(std::vector<Arm>& arms, BlockId end);
  void choose_by_label(ValueId subject, std::vector<Arm>& arms, BlockId end);
  std::vector<ValueId> labels_of(const Arm& arm, ValueId subject);
  ValueId label_value(NodeId label, ValueId subject);
  void arm_body(const Arm& arm, BlockId next, BlockId end, Wanted wanted);
  void bind(NodeId pattern, ValueId subject);
  void bind_other(NodeId pattern, ValueId subject);

  // --- ways out (build_exits.cpp) ---
  void try_statement(NodeId node, Wanted wanted);
  void handler(NodeId node, std::span<const BlockId> begins, BlockId retry, BlockId end, Wanted wanted);
  void using_statement(NodeId node);
  void enter_thing(NodeId node);
  void leave_cleanup();
  void run_cleanup(const Frame& frame);
  void leave_frames(std::size_t depth);
  std::vector<BlockId> handlers();
  void return_value(ValueId value, NodeId node);
  void throw_value(ValueId value, NodeId node);
  void return_statement(NodeId node);
  void throw_statement(NodeId node);
  void break_or_continue(NodeId node);
  void go_to(NodeId node);
  void defer(NodeId node);
  BlockId block_of_label(NameId label);
  template <class Body>
  void in_frame(Frame frame, Body body);

  // --- expressions (build_expressions.cpp) ---
  ValueId expression(NodeId node);
  ValueId lower(NodeId node);
  ValueId child_value(NodeId node, Role role);
  ValueId first_value(NodeId node);
  std::vector<ValueId> values_of_children(NodeId node);
  ValueId name_value(NodeId node);
  ValueId member(NodeId node);
  ValueId method_reference(NodeId node);
  NameId field_name(NodeId word);
  bool is_computed(NodeId member) const;
  ValueId index(NodeId node);
  ValueId slice(NodeId node);
  ValueId copy_with(NodeId node);
  ValueId unary(NodeId node);
  ValueId step_by_one(NodeId node, NodeId operand);
  ValueId binary(NodeId node);
  ValueId either(NodeId node);
  ValueId conditional(NodeId node);
  ValueId value_of_statement(NodeId node);
  ValueId map(NodeId node);
  ValueId key_value(NodeId key);
  ValueId template_text(NodeId node);
  ValueId yield(NodeId node);
  ValueId unknown(NodeId node);
  bool is_logical(NodeId node) const;

  // --- calls (build_calls.cpp) ---
  ValueId call(NodeId node);
  ValueId new_object(NodeId node);
  void fill(NodeId body, ValueId object, bool is_map);
  void fill_part(NodeId part, ValueId object, bool is_map);
  void callee(NodeId node, Call& call);
  bool is_tagged_template(NodeId list) const;
  void tagged_template(NodeId node, Call& call);
  void arguments(NodeId list, Call& call);
  void argument(NodeId node, Call& call);
  void write_outputs(NodeId list, ValueId call);
  ValueId call_without_arguments(NodeId node);
  NameId qualified_name(NodeId callee);

  // --- variables that are things (build_values.cpp) ---
  bool has_value_things() const;
  bool has_pairs(NodeId parts) const;
  NodeId type_of_thing(NodeId type) const;
  ValueId new_thing(NodeId node, NodeId of, Call call);
  ValueId declared_thing(NodeId definition);
  ValueId things_of_parts(NodeId of, NodeId parts);
  ValueId map_of_parts(NodeId parts);
  ValueId thing_of_parts(NodeId node, NodeId of, NodeId parts);

  // --- assignments (build_targets.cpp) ---
  ValueId assign_statement(NodeId node);
  ValueId compound(NodeId node, NodeId target, std::string_view op);
  ValueId assign_if(NodeId node, NodeId target, std::string_view op);
  void assign(NodeId target, ValueId value);
  void assign_name(NodeId target, ValueId value);
  void assign_called(NodeId target, ValueId value);
  void assign_list(NodeId target, ValueId value);
  bool assign_with_ok(NodeId target, NodeId from, ValueId value);
  void assign_each(NodeId target, NodeId literal);
  void assign_map(NodeId target, ValueId value);
  void assign_pair(NodeId pair, ValueId value);
  void assign_default(NodeId target, ValueId value);
  ValueId rest(NodeId target, ValueId value, std::uint32_t before);

  const Unit& unit() const { return context_.unit; }
  Kind kind(NodeId node) const { return context_.unit.node(node).kind; }
  Role role(NodeId node) const { return context_.unit.node(node).role; }
  std::string_view text(NodeId node) const { return context_.unit.node(node).text.valid() ? context_.unit.text(node) : std::string_view(); }
  NodeId child(NodeId node, Role wanted) const { return context_.unit.child(node, wanted); }

  FileContext& context_;
  const FunctionId id_;
  Function& function_;
  BlockId current_;
  std::vector<bool> is_reached_;                    // by block: something jumps to it
  std::vector<Frame> frames_;
  std::vector<std::pair<NameId, BlockId>> labels_;  // of `goto`
  std::vector<NodeId> results_;                     // names of results: a bare `return` gives them
  NameId pending_label_;                            // of the loop that comes next
  std::vector<std::pair<NodeId, ValueId>> places_;
  struct Constants {  // Go: those that one `const` declares, up to here
    std::uint32_t begin = UINT32_MAX, number = 0;
    NodeId value{};
  } constants_;
  std::size_t most_steps_ = 0;
};

template <class Body>
void FunctionBuilder::in_frame(Frame frame, Body body) {
  frames_.push_back(std::move(frame));
  body();
  frames_.pop_back();
}

// Drops blocks that nothing reaches and empty ones that only lead on, and puts the others in the
// order in which they were begun. `places` follow.
void finish(Function& function, std::vector<std::pair<NodeId, ValueId>>& places);

}  // namespace sluice::flow
