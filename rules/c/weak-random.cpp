#include <random>

unsigned pin() {
  // ruleid: c-weak-random
  std::mt19937 engine(42);
  return engine() % 10000;
}

unsigned strong_pin() {
  // ok: c-weak-random
  std::random_device device;
  return device() % 10000;
}
