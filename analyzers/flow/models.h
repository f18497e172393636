// analyzers/flow/models.h - what libraries do with data, from rules/models/<language>/*.yaml.
//
// The code of libraries is not scanned; a model says of a method what it passes on, cleans, brings
// in or must not be given. docs/library-models.md describes the files; slot.h how a model names
// the values of a call, model_kinds.h the words for harms and origins.
//
//   java.lang.StringBuilder:
//     append: [arg0 -> receiver, receiver => return]
//
//   Models models = *load_models(files, {Language::Java});
//   for (const Model& model : models.find(Language::Java, "java.lang.StringBuilder", "append")) ...
//
// Built once, then only read: any number of threads may look things up. All texts live in the
// Models that they were got from.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/flow/model_kinds.h"
#include "analyzers/flow/slot.h"
#include "analyzers/source/language.h"
#include "base/embedded_file.h"
#include "base/result.h"

namespace sluice::flow {

// `from -> to`: what is known of the one holds for the other. `from => to`: they are the same
// object, so that what is done to the one later is done to the other.
struct ModelFlow {
  Slot from, to;
  bool is_same = false;
  friend bool operator==(const ModelFlow&, const ModelFlow&) = default;
};

struct ModelSource {
  Origin origin = Origin::Remote;
  Slot at;
  friend bool operator==(const ModelSource&, const ModelSource&) = default;
};

struct ModelSink {
  Harm harm = Harm::Sql;
  std::uint16_t cwe = 0;
  Slot at;
  // Harmful only where the value is one of these constants, compared without case (`des*`: begins
  // with). Empty: where it comes from a stranger; at `call`, always.
  std::vector<std::string_view> values;
  friend bool operator==(const ModelSink&, const ModelSink&) = default;
};

struct ModelSanitizer {
  Harms harms = 0;  // that are taken away
  Slot at;
  std::optional<bool> when;  // a test: `at` is clean where the call returned this
  friend bool operator==(const ModelSanitizer&, const ModelSanitizer&) = default;
};

// What was cleaned may do those harms again: a decoder undoes its encoder, and more.
struct ModelRestorer {
  Harms harms = 0;
  Slot at;
  friend bool operator==(const ModelRestorer&, const ModelRestorer&) = default;
};

// What is done to the contents of a container, so exactly that keys and indexes can be told apart.
enum class ContainerOp : std::uint8_t {
  MapPut,        // key, value
  MapGet,        // key; `value`, when given: what comes back where the key is not there
  MapRemove,     // key; what was there is returned
  Keys, Values,  // a new list of them is returned
  ListAdd,       // value(s), at the end
  ListInsert,    // index, value
  ListSet,       // index, value
  ListGet,       // index
  ListRemove,    // index; what was there is returned, what is behind moves up
  RemoveValue,   // value: the first element that is equal to it goes
  AddAll,        // value: a container whose contents are added as well
  Copy,          // a new container with the same contents is returned
  Clear,         // nothing is left
  Iterate,       // the contents, one by one, are what is returned
  Reorder,       // the same contents at places that are not known
  Concat,        // a new list: the contents of `on`, then each value, or what is in it where it is a list
  Slice,         // index(es): a new list of what lies from the first to before the second
  Splice,        // index(es): what lies from the first on is taken out, as many as the second says, and returned
  Entries,       // a new list of [key, value]
  PutPairs,      // value: a list of [key, value]
};
std::span<const std::string_view> container_words();  // "map-put" ..., in the order of the enumerators

struct ModelContainer {
  ContainerOp op = ContainerOp::ListAdd;
  Slot on;                   // the container; the receiver unless said otherwise
  std::vector<Slot> keys;    // or an index; several: all of them together are the key
  std::optional<Slot> value;
  friend bool operator==(const ModelContainer&, const ModelContainer&) = default;
};

struct ModelType {
  Slot at;
  std::string_view type;
  friend bool operator==(const ModelType&, const ModelType&) = default;
};

// A page is made from a template (docs/library-models.md, "Templates"): the code of the template runs, with
// these values under their names.
struct ModelRender {
  struct Given {
    enum class What : std::uint8_t { Value, Keywords, Self } what = What::Value;
    Slot at;                // of Value: its fields, or entries, are what names in the template mean
    std::string_view name;  // unless this is its only name
    friend bool operator==(const Given&, const Given&) = default;
  };
  std::optional<Slot> page;  // the name of the template; none: it is called as the function that the call stands in
  // Whether the engine is set not to escape: never, always, or as a value says.
  enum class Plain : std::uint8_t { Never, Always, Unless, If, IfFalse } plain = Plain::Never;
  std::optional<Slot> setting;  // of the last three: unless it is there and not false, if it is true, if it is false
  std::vector<Given> given;
  friend bool operator==(const ModelRender&, const ModelRender&) = default;
};

// Which calls of a member a model is for.
struct ModelCondition {
  struct Constant {
    Slot at;
    std::vector<std::string_view> values;  // as ModelSink::values
    friend bool operator==(const Constant&, const Constant&) = default;
  };
  std::uint8_t least_arguments = 0, most_arguments = 255;
  std::vector<std::string_view> parameter_types;  // simple names, where overloads differ in nothing else
  std::vector<Constant> constants;
  friend bool operator==(const ModelCondition&, const ModelCondition&) = default;
};

// What a call does, or the framework that calls.
struct ModelEffects {
  std::vector<ModelFlow> flows;
  std::vector<ModelSource> sources;
  std::vector<ModelSink> sinks;
  std::vector<ModelSanitizer> sanitizers;
  std::vector<ModelRestorer> restorers;
  std::vector<ModelContainer> containers;
  std::vector<ModelType> types;
  std::vector<ModelRender> renders;
  friend bool operator==(const ModelEffects&, const ModelEffects&) = default;
};

struct Model {
  std::string_view type;    // "java.util.Map", "os.path", "global": what is there without an import
  std::string_view member;  // "put"; "new": the constructor; "()": the thing itself is called; "[]", "[]=": an
                            // element by index or key; "*": every member that has no model
  ModelCondition when;
  ModelEffects effects;
  std::string_view file;    // where it is written
  std::uint32_t line = 0;
};

// Code that a framework calls with data of its own.
struct EntryPoint {
  enum class How : std::uint8_t {
    AnnotatedParameter,  // a parameter that carries `name`; it is `parameter0`
    NamedParameter,      // a parameter called as the last part of `name`, in a file that names its first part
    AnnotatedMethod,     // a method or function that carries `name` (annotation, attribute, decorator)
    Override,            // `members` of classes below `name`
    PublicMethod,        // any public method of classes below `name`
    Function,            // a free function, or static method, of that name
  };
  How how = How::Override;
  std::string_view name;
  std::vector<std::string_view> members;  // of Override
  ModelEffects effects;
  std::string_view file;
  std::uint32_t line = 0;
};

class Models {
 public:
  struct OfLanguage;  // models.cpp
  using ByFolder = std::map<std::string_view, std::shared_ptr<const OfLanguage>>;  // "java", "c"
  explicit Models(ByFolder by_folder) : by_folder_(std::move(by_folder)) {}

  // All models of that member: of the type itself, or else of the nearest supertype that has any,
  // or else those of `*`. `type` may have type arguments, and be the last part of the name where
  // that is unambiguous.
  std::span<const Model> find(Language language, std::string_view type, std::string_view member) const;
  // The receiver's type is not known: the models of the member where all types that have it agree
  // on what it does. They may be wrong for a type that no model knows: good for passing data on,
  // too weak for calling something a sink without another sign.
  std::span<const Model> find_by_member(Language language, std::string_view member) const;
  std::span<const EntryPoint> entry_points(Language language) const;

  // The type by its whole name, however it is written; empty when it is not known or ambiguous.
  std::string_view find_type(Language language, std::string_view type) const;
  std::span<const std::string_view> supertypes(Language language, std::string_view type) const;  // nearest first
  bool is_a(Language language, std::string_view type, std::string_view super) const;

  std::span<const Model> all(Language language) const;  // sorted by type and member

 private:
  const OfLanguage* of(Language language) const;
  ByFolder by_folder_;
};

// Which folder of rules/models/ is for the language; TypeScript's is `javascript`, C++'s is `c`.
// Empty for a language without models.
std::string_view model_folder(Language language);

// Reads those of `files` that are for one of `languages`: the folder that a file is in says it. All
// mistakes of all files at once. `jobs`: threads that share the files.
Result<Models> load_models(std::span<const EmbeddedFile> files, std::span<const Language> languages, unsigned jobs = 1);

}  // namespace sluice::flow
