#include "io.h"

struct Parcel {
  int weight = 3;
  std::string label;
};

void send() {
  Parcel parcel;
  parcel.label = source();
  // ruleid: flow
  sink(parcel.label);
  parcel.label = "return to sender";
  // ok: flow
  sink(parcel.label);
}
