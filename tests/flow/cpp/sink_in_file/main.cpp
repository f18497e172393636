#include "../io.h"
#include "log.hpp"

void run() {
  logging::warn(source());
  logging::warn_quietly(source());
}
