// analyzers/flow/engine/run.h - looks at one function: what values are at each step of it, until nothing
// changes, and what it does to its callers (Summary).
//
//   run            blocks and states; which ways are taken
//   run_steps      each Op
//   run_values     single values, and the taints of all that is in them
//   run_names      names that are declared nowhere in the function
//   run_memory     what is in things: fields, elements, maps, lists, captured variables
//   run_calls      who is called, and what their summaries do here
//   run_things     variables that something points to, copies, other names for variables
//   run_blocks     functions behind the arguments of a call
//   run_operators  operators of classes, methods that are added to types
//   run_pending    calls of what only callers know
//   run_apply      the summaries of called functions, applied
//   run_slots      which value of a call a model names
//   run_containers what models say of lists and maps
//   run_lists      and of lists as a whole
//   run_models     what library models say that a call does
//   run_templates  pages that calls make of templates
//   run_guards     what tests rule out on the ways behind them
//   run_predicates what the answers of called functions say of what they were given
//   run_points     what patterns of taint rules say of a step
//   run_numbers    what a stranger's number does: arithmetic, loops, places in arrays
//   run_summary    what is kept of it all
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/flow/engine/constant.h"
#include "analyzers/flow/engine/dependencies.h"
#include "analyzers/flow/engine/program.h"
#include "analyzers/flow/engine/summary.h"
#include "analyzers/flow/engine/translate.h"

namespace sluice::flow {

class Solver;

class Run {
 public:
  Run(const ProgramView& program, Solver& solver, ProgramFunctionId function, const Context& context);
  std::unique_ptr<Summary> analyze();

 private:
  // A value with what it is of: where to write when it is changed.
  struct CallParts {
    std::uint32_t step = 0;
    const Call* call = nullptr;
    bool is_new = false;
    ValueRef receiver = kNothing;
    ValueId receiver_step{};
    std::vector<ValueRef> arguments{};       // as call->arguments
    ValueRef assigned = kNothing;          // of a property that is written
    std::vector<ValueRef> plain_arguments{}; // of what is no call: an index
  };
  static constexpr std::size_t kMostCallees = 8;  // of one call; beyond, nobody knows who is called
  struct Target {
    ProgramFunctionId function;
    ValueRef self = kNothing;   // what its receiver is
    ObjectId closure;           // the object that was called, for its frame
    bool is_constructor = false;
  };

  // --- run.cpp ---
  void solve();
  bool is_too_much() const;
  bool flow_to(BlockId block, const State& state);
  State joined(const State& a, const State& b, bool is_loop);
  ContentRef joined_contents(ObjectId object, ContentRef a, ContentRef b);
  std::optional<bool> truth_of(ValueRef value) const;
  void leave(const Block& block);
  void forget_falsy(const Block& block, State& state);
  bool may_be_taken(ValueRef subject, const std::vector<ValueId>& labels, const Block& block) const;

  // --- run_guards.cpp ---
  struct Base {
    ValueId step;           // the Load or Store of the variable; not valid: it is none
    Symbol place{};         // what is read again each time: `req.query.id`, `params[:id]`
    bool is_piece = false;
  };
  void refine(ValueId condition, bool is_true, State& state);
  void refine_call(const Step& step, bool is_true, State& state);
  void refine_contained(ValueId needle, ValueId hay, bool is_in, State& state);
  void refine_one_of(ValueId value, State& state);
  void refine_prefix(ValueId value, ValueId prefix, State& state);
  void refine_bound(std::string_view op, ValueId left, ValueId right, bool is_true, State& state);
  void clean(const Base& base, Harms harms, State& state);
  void clean_variable(ValueId at, Harms harms, State& state);
  Symbol place_of(ValueId id);
  bool is_tested(Symbol place, const State& state) const;
  void note_tested(Symbol place, Harms harms, State& state);
  ValueRef without_tested(std::uint32_t number, ValueRef value);
  void forget_tested(ValueId object);
  void refine_type(ValueId value, std::string_view type, State& state);
  bool refine_pattern(const Step& test, bool is_matched, State& state);
  Harms ruled_out_by_pattern(const Call& call, ValueId& subject);
  Harms ruled_out_by_match(ValueId regex, std::string_view test) const;
  void clean_sources(ValueRef of, Harms harms, State& state);
  Base base_of(ValueId id);
  bool decides_alone(std::uint32_t store) const;
  void refine_temporary(VariableId variable, State& state);
  bool is_fixed_list(ValueRef value) const;
  bool says_nowhere(std::string_view search, ValueId result) const;
  void refine_equal_texts(const Call& call, State& state);
  bool is_host(ValueId id, int depth = 0) const;
  static bool is_count(std::string_view name);
  static Harms ruled_out_behind(std::string_view begin);
  ValueRef beginning_with(ValueRef value, Symbol begin);
  std::optional<ValueRef> continued(ValueRef left, ValueRef right, bool is_format);
  void refine_local(ValueId value, ValueId prefix, bool is_true, State& state);
  ValueRef without_matches(const CallParts& parts, ValueRef result, std::string_view regex, std::string_view code, std::size_t from);
  ValueRef without_formatted(const CallParts& parts, ValueRef result);
  ValueRef without_replaced(const CallParts& parts, ValueRef result);

  // --- run_predicates.cpp ---
  void note_answer(const Step& step);
  void note_choice(const Block& block, BlockId to, const State& state, std::optional<bool> truth);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> given_variables() const;
  Harms ruled_out_of(ValueRef value) const;
  bool refine_kept(const Step& step, bool is_true, State& state);
  Summary::Answers answers() const;
  void apply_answers(const Summary& summary, const CallParts& parts, const Target& target);
  void refine_answer(ValueId condition, bool is_true, State& state);

  // --- run_steps.cpp ---
  void visit(std::uint32_t step);
  ValueRef evaluate(const Step& step, std::uint32_t number);
  ValueRef without_first(ValueRef list, std::size_t count);
  ValueRef part_of_list(ValueRef list, std::int64_t begin, std::int64_t end);
  std::optional<ValueRef> sliced(const Step& step);
  std::optional<ValueRef> sliced_list(const Step& step, const Step& bounds);
  bool is_array(NodeId literal) const;
  ValueRef is_nothing(ValueRef value);
  std::optional<ValueRef> folded(const Step& step);
  ValueRef constant(const Step& step);
  Symbol type_of_rest(const Parameter& parameter) const;
  ValueRef parameter(const Step& step);
  ValueRef as_declared(ValueRef value, Symbol type);
  ValueRef self();
  ValueRef load(const Step& step);
  void store(const Step& step, ValueRef value);
  ValueRef binary(const Step& step);
  ValueRef join_text(const Step& step);
  ValueRef collection(const Step& step, std::uint32_t number);
  ValueRef closure(const Step& step);
  void run_unseen(ValueRef function);
  std::vector<Taint> index_taints(ValueRef index);
  ValueRef named(NodeId node, std::string_view qualified);
  std::optional<ValueRef> included(const CallParts& parts);
  std::optional<ValueRef> included_variable(std::string_view name, VariableId own);
  std::optional<ValueRef> required(const CallParts& parts);
  ValueRef meaning_value(const Program::Meaning& meaning);
  bool is_changed(ValueRef value) const;
  ValueRef import_variable(const Program::Meaning& meaning, ProgramFunctionId code);
  ValueRef import_value(const Summary& summary, ValueRef value, ProgramFunctionId from);
  std::optional<ValueRef> variables_as_map(const CallParts& parts);
  ValueRef operand(const Step& step, std::size_t i) const;
  ValueId operand_id(const Step& step, std::size_t i) const { return i < step.count ? function_.operands[step.first + i] : ValueId{}; }

  // --- values (run_steps.cpp) ---
  ValueRef known(const Known& known);
  std::optional<Known> one_known(ValueRef value) const;   // the only thing that it can be
  std::optional<std::string> key_of(ValueRef value) const;
  ValueRef unknown_with(std::vector<Taint> taints, Symbol type = {});
  ValueRef with_type(ValueRef value, Symbol type, bool is_exact = false);
  ValueRef object_value(ObjectId object);
  void note_wanted(ValueRef value);
  Symbol text_type();
  Symbol root_type() const;
  // The taints of the values and all that is in them, one step on.
  std::vector<Taint> deep(std::initializer_list<ValueRef> values, Harms cleaned = 0);
  std::vector<Taint> own_taints(ValueRef value);
  void drop_covered(std::vector<Taint>& taints) const;
  void add_deep(ValueRef value, std::vector<Taint>& out);
  void add_deep(ObjectId object, std::vector<Taint>& out, std::vector<ObjectId>& seen);
  std::vector<Taint> moved(std::vector<Taint> taints, Harms cleaned = 0);

  // --- run_memory.cpp ---
  ValueRef read(ObjectId object, Symbol key);
  ValueRef read_any(ObjectId object, bool with_fields);
  ValueRef read_element(ValueRef container, ValueRef index);
  ValueRef missing(ObjectId object, Symbol key);
  ValueRef read_field(ValueRef object, Symbol name, const Step* step, std::uint32_t number);
  bool is_method_reference(const Step* step) const;
  ValueRef without_unbound(ValueRef member);
  ValueRef static_member(ClassId id, Symbol name);
  ObjectId static_fields(ClassId id);
  bool set_property(const Step& step, std::uint32_t number, ValueRef object, ValueRef value);
  void write(ValueRef objects, Symbol key, ValueRef value);
  void write_all(ValueRef objects, std::span<const std::pair<Symbol, ValueRef>> fields);
  void write_any(ValueRef objects, ValueRef value, ValueRef key = kNothing);
  void write_element(ValueRef container, ValueRef index, ValueRef value);
  void append(ValueRef container, ValueRef value);
  void taint_own(ValueRef objects, std::span<const Taint> taints);
  void change(ValueRef objects, const std::function<void(Content&, bool is_strong)>& edit);
  ObjectId frame_of(FunctionId owner);
  ObjectId make(std::uint32_t step, std::uint32_t detail, Symbol type, bool is_opaque, bool is_list = false);
  void remove_place(ValueId at);
  void write_place(ValueId at, ValueRef value);

  // --- run_things.cpp ---
  bool has_pointers() const;
  bool copies_things() const;
  Symbol member_of(ValueRef thing, Symbol name);
  bool is_reference(const Unit& unit, NodeId declaration) const;
  void find_references();
  NodeId declaration_of(const Step& store) const;
  VariableId alias_of(VariableId variable) const;
  ValueRef through(ValueRef value);
  bool is_its_own_target(ObjectId object);
  void write_target(ObjectId object, ValueRef value);
  ValueRef copied(ValueRef value, int depth);
  bool is_embedded(ObjectId object, Symbol name);
  ObjectId lasting_frame(const Variable& variable);
  Symbol lasting_key(VariableId variable);
  bool is_own_field(const Variable& variable);
  std::optional<ValueRef> received(const Content& content);
  ValueRef taken(const Step& step, std::size_t i);
  ValueRef thing_at(ValueId at);
  void keep_outputs();
  // Of an Input of the callee's summary: whether what is written into it stays with the callee.
  bool gets_copy(const Target& target, ObjectId input, const Objects& objects, const std::function<ValueRef(std::uint32_t)>& argument) const;

  // --- run_blocks.cpp ---
  std::size_t block_argument(const CallParts& parts) const;
  std::uint32_t block_parameter(const Function& function) const;
  ValueRef own_block();
  std::optional<ValueRef> called_value(const CallParts& parts);
  std::optional<ValueRef> invoked(const CallParts& parts);
  std::optional<ValueRef> own_method(const Variable& variable);
  std::optional<ValueRef> joined_functions(const Step& step);
  std::optional<ValueRef> block_itself(const CallParts& parts) const;
  std::optional<ValueRef> parents_method(const CallParts& parts);
  bool is_record(Symbol type);
  std::optional<ValueRef> function_by_name(const CallParts& parts);
  std::optional<ValueRef> function_called(std::string_view name);
  std::optional<ValueRef> of_structure(const CallParts& parts);
  std::optional<ValueRef> attribute(const CallParts& parts);
  std::optional<ValueRef> shifted(const Step& step);

  // --- run_operators.cpp ---
  std::optional<ValueRef> own_operator(const Step& step);
  std::optional<ValueRef> library_operator(const Step& step);
  void destroy(ObjectId object);
  void leave_scope();
  std::optional<ValueRef> union_of_maps(const Step& step);
  std::optional<ValueRef> added_method(const CallParts& parts);
  std::optional<ValueRef> made_by_template(const CallParts& parts);

  // --- run_pending.cpp ---
  bool has_inputs(ValueRef ref) const;
  ValueRef named_function(const CallParts& parts);
  ValueRef pend(const CallParts& parts, ValueRef given);
  ValueRef keep_pending(PendingCall call, std::uint32_t step, ValueRef given);
  ValueRef settle(const PendingCall& call, const CallParts& parts, const std::function<ValueRef(ValueRef)>& here, std::uint32_t number);

  // --- run_calls.cpp ---
  ValueRef call(const Step& step, std::uint32_t number);
  std::string_view method_of_calls() const;
  std::optional<ValueRef> called_with_self(const CallParts& parts);
  std::vector<Target> targets_of(const CallParts& parts, ValueRef& leftover);
  void add_targets_of_object(const CallParts& parts, ObjectId object, Symbol name, std::vector<Target>& out);
  void add_methods(const CallParts& parts, Symbol type, bool is_exact, Symbol name, ValueRef self, std::vector<Target>& out);
  bool has_declared_fields(const std::vector<ClassId>& line, const CallParts& parts) const;
  void set_declared_fields(const std::vector<ClassId>& line, const CallParts& parts, ValueRef made);
  ValueRef construct(const CallParts& parts, ClassId class_id);
  bool run_constructors(const CallParts& parts, ClassId of, ValueRef made);
  ValueRef construct_by_function(const CallParts& parts, const Target& target);
  ObjectId prototype_of(ProgramFunctionId function);
  bool construct_parent(const CallParts& parts);
  std::optional<ValueRef> construct_library_parent(const CallParts& parts);
  ValueRef apply(const CallParts& parts, const Target& target, std::uint32_t detail, bool is_only = false);
  ValueRef apply_summary(const Summary& summary, const CallParts& parts, const Target& target, std::uint32_t detail);
  static bool is_of_self(const Objects& objects, ObjectId id);
  bool changes_copy(const Summary& summary, const Target& target, const std::function<ValueRef(std::uint32_t)>& argument) const;
  Context context_for(const CallParts& parts, const Target& target);
  bool is_named_parameter(ProgramFunctionId function, std::string_view word) const;
  std::optional<ValueRef> keyword_of(ValueRef map, Symbol name);
  void spread_into(ValueRef map, ValueRef from);
  ValueRef map_of_keywords(const CallParts& parts, ProgramFunctionId callee);
  ValueRef argument_for(const CallParts& parts, ProgramFunctionId callee, std::uint32_t parameter);
  ValueId argument_step(const CallParts& parts, ProgramFunctionId callee, std::uint32_t parameter) const;
  ValueRef default_call(const CallParts& parts);
  void note_wanted_capture(ObjectId id);
  ValueRef closure_result(ValueRef function, std::span<const ValueRef> arguments, std::uint32_t number, std::uint32_t detail);
  std::vector<ClassId> classes(Symbol type);
  static std::size_t least_arguments(const ProgramFile& file, const Function& callee);
  bool fits(ProgramFunctionId function, const CallParts& parts) const;
  void add_overloads(const CallParts& parts, std::vector<Target>& out);
  bool fill_record(const CallParts& parts, ClassId class_id, ValueRef made);

  // --- run_models.cpp ---
  // Nothing when no model is for it.
  std::optional<ValueRef> modelled(const CallParts& parts);
  void ask_chosen(const CallParts& parts);
  static bool gives_no_data(std::span<const Model> models);
  Symbol library_class(const CallParts& parts);
  std::span<const Model> models_for(Symbol type, std::string_view member);
  std::optional<ValueRef> apply_models(std::span<const Model> models, const CallParts& parts);
  bool fits(const ModelCondition& condition, const CallParts& parts);
  static bool is_overwriting(const ModelContainer& op);
  void empty_receiver(const ModelEffects& effects, CallParts& parts);
  void empty_buffers(const ModelEffects& effects, CallParts& parts);
  ValueRef apply_effects(const ModelEffects& effects, const CallParts& parts);
  ValueRef slot_base(const Slot& slot, const CallParts& parts, ValueRef result);
  ValueRef slot_value(const Slot& slot, const CallParts& parts, ValueRef result);
  void slot_write(const Slot& slot, const CallParts& parts, ValueRef& result, ValueRef value);
  ValueRef step_into(ValueRef value, const SlotStep& step);
  void container(const ModelContainer& op, const CallParts& parts, ValueRef& result);
  void ask_sink(const ModelSink& sink, const CallParts& parts, ValueRef result);
  bool matches_any(std::span<const std::string_view> values, ValueRef value) const;
  void callbacks(const ModelEffects& effects, const CallParts& parts, ValueRef& result);

  // --- run_lists.cpp ---
  std::vector<ValueRef> each_of(const Slot& slot, const CallParts& parts, ValueRef result);
  void append_contents(ValueRef list, ValueRef more);
  ValueRef concatenated(const ModelContainer& op, const CallParts& parts, ValueRef on, ValueRef result);
  std::optional<std::int64_t> place_at(const ModelContainer& op, std::size_t number, const CallParts& parts, ValueRef result, std::int64_t without);
  ValueRef slice(const ModelContainer& op, const CallParts& parts, ValueRef on, ValueRef result);
  ValueRef spliced(const ModelContainer& op, const CallParts& parts, ValueRef on, ValueRef result);
  ValueRef entries(ValueRef on);
  void put_pairs(ValueRef on, ValueRef pairs);

  // --- run_models.cpp, code that a framework calls ---
  bool load_settings(const CallParts& parts);
  bool is_number(Symbol type);
  bool is_number_in_route(std::string_view route, const Parameter& parameter) const;
  void entry_point();
  void leave_entry_point(std::uint32_t step);
  void render_at_end();
  ValueRef result_object(const CallParts& parts, ValueRef result, bool is_list = false);
  void add_to_list(const Slot& value, const CallParts& parts, ValueRef list, ValueRef added);
  bool is_number_place(ValueId at) const;

  // --- run_templates.cpp ---
  std::vector<const TemplateIndex::Page*> pages_of(const ModelRender& render, const CallParts& parts, ValueRef result);
  ValueRef page_context(const ModelRender& render, const CallParts& parts, ValueRef result);
  bool renders_plainly(const ModelRender& render, const CallParts& parts, ValueRef result);
  // False when there is no such page.
  bool render(const ModelRender& render, const CallParts& given, ValueRef result);

  // --- run_points.cpp ---
  void apply_points(std::uint32_t step);
  std::vector<Taint> taints_of_lambdas(std::span<const ValueRef> arguments, std::uint32_t step);
  std::vector<Taint> taints_of_given_lambdas(std::uint32_t step);
  void hit(Hit hit);

  // --- run_numbers.cpp ---
  std::string_view type_code(ValueId at) const;
  bool is_whole_number(ValueId at) const;
  bool is_unsigned(ValueId at) const;
  ValueId magnitude_of(ValueId at) const;
  bool ends_loop(const Step& test) const;
  bool was_read_as_number(const Taint& taint) const;
  void ask_number(ValueId at, std::string_view member);
  void ask_arithmetic(const Step& step);
  void ask_index(const Step& step);
  void ask_narrowing(const Step& step);
  Harms ruled_out_by_arithmetic(const Step& step) const;
  ValueRef without_sign(const Step& store, ValueRef value);

  // --- run_summary.cpp ---
  std::unique_ptr<Summary> summarize();

  TraceRef trace(TraceRef before, std::uint32_t step, const Summary* through = nullptr, TraceRef inner = {});
  Taint source(Atom atom, std::uint32_t step);
  Tables tables() { return {values_, objects_, contents_}; }
  std::string_view text(NameId name) const { return name.valid() ? file_.graph->names.text(name) : std::string_view(); }

  const ProgramView program_;
  Solver& solver_;
  const ProgramFunctionId id_;
  const ProgramFile& file_;
  const FunctionId local_;
  const Function& function_;
  const Context& context_;
  const Language language_;
  ClassId owner_;  // the class whose method, or body, this is

  ValuePool values_;
  Objects objects_;
  Contents contents_;
  std::vector<TraceNode> traces_;
  std::vector<ValueRef> at_;                       // by step: its value
  std::vector<std::optional<State>> begins_;       // by block
  std::vector<std::uint8_t> visits_;               // by block
  std::vector<bool> is_dirty_;
  State state_;
  std::map<std::uint32_t, std::uint32_t> places_;  // own variables: place in State::variables
  State at_end_;
  bool has_end_ = false;
  ValueRef result_ = kNothing, thrown_ = kNothing;
  std::uint32_t current_step_ = 0;
  std::uint64_t wants_ = 0;
  int reading_ = 0;  // reads in reads
  std::vector<std::pair<ProgramFunctionId, Symbol>> wanted_captures_;
  bool was_cut_ = false;
  bool has_left_ = false;  // a call that never comes back was made
  std::map<std::uint32_t, ValueRef> parameter_values_;  // what a framework gives that calls this
  std::string route_;                                   // the only path of requests that this is for
  std::vector<const ModelEffects*> entry_effects_;      // and what it does with what is returned
  struct Guard {
    ValueId argument;
    Harms harms;
    bool when;
  };
  std::map<std::uint32_t, std::vector<Guard>> guards_;  // by step of the test
  std::map<std::uint32_t, std::vector<Taint>> carried_; // propagators, by match: what went in
  std::map<std::uint32_t, ValueId> carried_to_;
  std::map<std::uint32_t, ObjectId> cells_;             // by variable: those that something points to
  std::map<std::uint32_t, VariableId> aliases_;         // by variable: which it is another name for
  std::map<std::uint32_t, ValueId> places_behind_;      // by variable: the part that it is another name for
  std::unordered_map<std::uint64_t, ValueRef> imported_;  // variables of files, by file and number
  std::vector<FileId> included_;                          // PHP: files whose code ran here, in their order
  std::map<std::uint32_t, std::vector<Guard>> answered_;            // by step of the call
  std::map<std::uint32_t, std::map<std::uint32_t, Summary::Answers>> choices_;  // of `return a && b`: by Return, and where its value comes from
  std::map<std::uint32_t, Summary::Answers> answers_;               // by Return, and one for the end
  std::vector<Hit> hits_, found_;
  std::vector<PendingCall> pending_;
  int settling_ = 0;            // pending calls in pending calls
  std::uint32_t settled_ = 0;   // how many were made
};

}  // namespace sluice::flow
