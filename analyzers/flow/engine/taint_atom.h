// analyzers/flow/engine/taint_atom.h - where data of strangers comes from, as one number.
//
// An atom is a source (a step of a function of the program, and which of the sources that stand there)
// or an input of the function that is looked at: what the caller gives in some place. Inputs are replaced
// by what they stand for when the function's summary is used.
#pragma once
#include <compare>
#include <cstdint>

#include "analyzers/flow/model_kinds.h"

namespace sluice::flow {

using ProgramFunctionId = Id<struct ProgramFunctionTag>;  // of all files
using ObjectId = Id<struct ObjectTag>;                    // of one run (engine/objects.h)

class Atom {
 public:
  constexpr Atom() = default;
  // What a model says that the step brings in.
  static constexpr Atom of_model(ProgramFunctionId function, std::uint32_t step, Origin origin) {
    return source(function, step, static_cast<std::uint32_t>(origin));
  }
  // `point`: index among what rules' patterns say of the step.
  static constexpr Atom of_point(ProgramFunctionId function, std::uint32_t step, std::uint32_t point) {
    return source(function, step, kOrigins + point);
  }
  static constexpr Atom of_input(ObjectId input) { return Atom(kInput | input.index); }

  constexpr bool is_input() const { return (bits_ & kInput) != 0; }
  constexpr ObjectId input() const { return {static_cast<std::uint32_t>(bits_)}; }
  constexpr bool is_point() const { return !is_input() && sub() >= kOrigins; }
  constexpr Origin origin() const { return static_cast<Origin>(sub()); }
  constexpr std::uint32_t point() const { return sub() - kOrigins; }
  constexpr ProgramFunctionId function() const { return {static_cast<std::uint32_t>(bits_ >> 36) & 0x7ffffff}; }
  constexpr std::uint32_t step() const { return static_cast<std::uint32_t>(bits_ >> 14) & 0x3fffff; }
  constexpr std::uint64_t bits() const { return bits_; }
  // Of a source: where in its function it is, and which; `at` is the way back.
  constexpr std::uint64_t place() const { return bits_ & 0xfffffffffull; }
  static constexpr Atom at(ProgramFunctionId function, std::uint64_t place) { return Atom(std::uint64_t{function.index & 0x7ffffff} << 36 | (place & 0xfffffffffull)); }
  friend constexpr auto operator<=>(Atom, Atom) = default;

 private:
  // 1 bit input · 27 function · 22 step · 14 which
  static constexpr std::uint64_t kInput = std::uint64_t{1} << 63;
  static constexpr std::uint32_t kOrigins = 16;
  explicit constexpr Atom(std::uint64_t bits) : bits_(bits) {}
  static constexpr Atom source(ProgramFunctionId function, std::uint32_t step, std::uint32_t sub) {
    return Atom(std::uint64_t{function.index & 0x7ffffff} << 36 | std::uint64_t{step & 0x3fffff} << 14 | (sub & 0x3fff));
  }
  constexpr std::uint32_t sub() const { return static_cast<std::uint32_t>(bits_) & 0x3fff; }
  std::uint64_t bits_ = 0;
};

}  // namespace sluice::flow
