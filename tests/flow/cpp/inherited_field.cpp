#include "io.h"

class Animal {
 public:
  explicit Animal(const std::string& name) : name_(name) {}

 protected:
  std::string name_;
  std::string sound_ = "silence";
};

class Dog : public Animal {
 public:
  using Animal::Animal;

  void introduce() const {
    // ruleid: flow
    sink(name_);
    // ok: flow
    sink(sound_);
  }
};

void adopt() {
  Dog(source()).introduce();
}
