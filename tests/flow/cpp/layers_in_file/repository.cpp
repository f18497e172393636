#include "repository.hpp"

#include "../io.h"

void Repository::insert(const User& user) {
  // ruleid: flow
  sink("insert into users values ('" + user.name + "')");
  // ok: flow
  sink("insert into roles values ('" + user.role + "')");
}
