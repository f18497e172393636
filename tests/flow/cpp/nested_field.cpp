#include "io.h"

struct Address {
  std::string street;
  std::string city = "Rome";
};

struct Customer {
  std::string name;
  Address home;
};

void move_house() {
  Customer client;
  client.home.street = source();
  // ruleid: flow
  sink(client.home.street);
  // ok: flow
  sink(client.home.city);
  // ok: flow
  sink(client.name);
}
