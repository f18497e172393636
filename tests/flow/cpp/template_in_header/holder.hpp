#pragma once
#include <utility>

template <typename T>
class Pair {
 public:
  Pair(T first, T second) : first_(std::move(first)), second_(std::move(second)) {}

  const T& first() const;
  const T& second() const;

 private:
  T first_;
  T second_;
};

template <typename T>
const T& Pair<T>::first() const {
  return first_;
}

template <typename T>
const T& Pair<T>::second() const {
  return second_;
}
