#pragma once
#include "repository.hpp"

class Service {
 public:
  explicit Service(Repository& repository) : repository_(repository) {}
  void add_guest(const std::string& name) { repository_.insert({name, "guest"}); }

 private:
  Repository& repository_;
};
