#pragma once
#include "user.hpp"

class Repository {
 public:
  void insert(const User& user);
};
