#include "io.h"

namespace {

std::string last_request = "none";
std::string region = "eu";

void receive() {
  last_request = source();
}

}  // namespace

void run() {
  receive();
  // ruleid: flow
  sink(last_request);
  // ok: flow
  sink(region);
}
