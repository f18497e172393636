// analyzers/pattern/observer.h - who wants to know how a formula came to its ranges.
//
// The evaluator tells every operator's result, and of `patterns` what each member, condition
// and focus left of what was there. Without an observer it tells nobody and costs nothing.
#pragma once
#include <cstddef>

#include "analyzers/pattern/range.h"

namespace sluice {

struct Formula;
struct Condition;

class EvaluationObserver {
 public:
  virtual ~EvaluationObserver() = default;
  // Of a condition's formula: once for each value it is evaluated in.
  virtual void yielded(const Formula& formula, const formula::Ranges& ranges) = 0;
  // `member` gave `ranges`; together with `before` that makes `after`.
  virtual void intersected(const Formula& member, const formula::Ranges& before, const formula::Ranges& ranges, const formula::Ranges& after) = 0;
  virtual void took_away(const Formula& member, const formula::Ranges& before, const formula::Ranges& ranges, const formula::Ranges& after) = 0;
  virtual void filtered(const Condition& condition, const formula::Ranges& before, const formula::Ranges& after) = 0;
  // `index`: of the formula's `focus`.
  virtual void narrowed(const Formula& formula, std::size_t index, const formula::Ranges& before, const formula::Ranges& after) = 0;
};

}  // namespace sluice
