// analyzers/flow/engine/state.h - the things of a function and what they hold at one place of it.
//
// A thing is named by where it was made, so all that one place makes is one thing; what is made anew
// there is empty again. What a caller gives is an Input thing; what is in it is an Input too, made when
// somebody looks. Contents are immutable and shared; a State is two lists of numbers.
#pragma once
#include <cstdint>
#include <deque>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analyzers/flow/engine/value.h"

namespace sluice::flow {

using ClassId = Id<struct ClassTag>;  // of the program
struct ContentRef {
  std::uint32_t index = 0;
  friend constexpr auto operator<=>(ContentRef, ContentRef) = default;
};

struct Object {
  enum class Kind : std::uint8_t {
    Parameter,  // Input: `number`
    Self,       // Input: the receiver
    Frame,      // Input: the variables of the function `number` around this one; of a file: its variables
    Part,       // Input: what `parent` holds under `key`
    Made,       // by the step `number`; `detail` tells those of one call from each other
    Closure,    // the function `number`, with the frame `parent`
    Class,      // the class `number` itself
    Named,      // what is called `key` outside of the program: a package, a class of a library
  } kind = Kind::Made;
  std::uint32_t number = 0, detail = 0;
  ObjectId parent{};
  Symbol key{};
  Symbol type{};
  std::uint8_t depth = 0;      // of Part
  bool is_exact_type = false;
  bool is_opaque = false;      // nobody knows what is in it: made by code that is not seen
  bool is_cell = false;        // a variable that something points to: its value is the field `*`
  bool is_value = false;       // it is copied where it is stored
  bool is_input() const { return kind <= Kind::Part; }
};

class Objects {
 public:
  // The same arguments give the same object.
  ObjectId add(const Object& object);
  const Object& operator[](ObjectId id) const { return objects_[id.index]; }
  Object& edit(ObjectId id) { return objects_[id.index]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(objects_.size()); }
  void clear();

 private:
  struct Key {
    std::uint64_t a, b;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct HashOf {
    std::size_t operator()(const Key& key) const { return (key.a * 0x9e3779b97f4a7c15ull ^ key.b) * 0xff51afd7ed558ccdull >> 7; }
  };
  std::deque<Object> objects_;  // they stay where they are
  std::unordered_map<Key, std::uint32_t, HashOf> known_;
};

// What is in a thing. A key that is not listed holds what its object says: nothing, an Input, or
// something unknown.
struct Content {
  std::vector<std::pair<Symbol, ValueRef>> fields;  // fields, and entries of maps under known keys; sorted
  std::vector<ValueRef> elements;                   // of a list whose places are known
  ValueRef rest = kNothing;                         // entries and elements under keys that are not known
  ValueRef keys = kNothing;                         // what keys of a map may be
  ValueRef own = kNothing;                          // taints of it as a whole (what was put into a builder)
  bool is_list = false;                             // `elements` are all there are
  friend bool operator==(const Content&, const Content&) = default;
};
inline constexpr ContentRef kPristine{};
inline constexpr std::size_t kMostFields = 200, kMostElements = 64;  // beyond: `rest`

class Contents {
 public:
  Contents() { clear(); }
  ContentRef add(Content content);
  const Content& operator[](ContentRef ref) const { return contents_[ref.index]; }
  std::size_t size() const { return contents_.size(); }
  void clear();

 private:
  std::deque<Content> contents_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> known_;
};

struct State {
  std::vector<ValueRef> variables;                         // by place among the function's own
  std::vector<std::pair<ObjectId, ContentRef>> things;     // sorted; what is not listed is pristine
  std::vector<std::pair<Symbol, std::uint64_t>> tested;    // places that are no variables (`req.query.id`), and what tests ruled out of them; sorted
  ValueRef control = kNothing;                             // taints of what decided to come here (rules with `control`)

  ContentRef content_of(ObjectId object) const;
  void set_content(ObjectId object, ContentRef content);
  friend bool operator==(const State&, const State&) = default;
};

}  // namespace sluice::flow
