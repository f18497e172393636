#pragma once
#include <string>
#include <utility>

namespace drawing {

class Circle {
 public:
  explicit Circle(std::string name) : name_(std::move(name)) {}
  std::string label() const { return name_; }

 private:
  std::string name_;
};

class Square {
 public:
  explicit Square(std::string name) : name_(std::move(name)) {}
  std::string label() const { return "square"; }

 private:
  std::string name_;
};

}  // namespace drawing
