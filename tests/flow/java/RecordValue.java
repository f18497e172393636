import flow.Io;

class RecordValue {
  record Place(String name, String direction) {
  }

  static Place find() {
    return new Place(Io.source(), "north");
  }

  static void locate() {
    Place place = find();
    // ruleid: flow
    Io.sink(place.name());
    // ok: flow
    Io.sink(place.direction());
  }
}
