#include "input.hpp"

#include "../io.h"

std::string Input::line() {
  return source();
}

std::string Input::prompt() const {
  return "> ";
}
