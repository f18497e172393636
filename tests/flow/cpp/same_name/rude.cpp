#include "rude.hpp"

std::string rude::answer(const std::string& question) {
  return question + "?!";
}
