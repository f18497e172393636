import flow.Io;

class Vehicle {
  protected String plate;
  protected String kind = "vehicle";

  Vehicle(String plate) {
    this.plate = plate;
  }
}

class Truck extends Vehicle {
  Truck(String plate) {
    super(plate);
    kind = "truck";
  }

  void describe() {
    // ruleid: flow
    Io.sink(plate);
    // ok: flow
    Io.sink(kind);
  }
}

class InheritedField {
  static void register() {
    new Truck(Io.source()).describe();
  }
}
