class Vehicle {
  constructor(plate) {
    this.plate = plate;
    this.kind = 'vehicle';
  }
}

class Truck extends Vehicle {
  constructor(plate) {
    super(plate);
    this.kind = 'truck';
  }

  describe() {
    // ruleid: flow
    sink(this.plate);
    // ok: flow
    sink(this.kind);
  }
}

function register() {
  new Truck(source()).describe();
}
