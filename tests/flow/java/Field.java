import flow.Io;

class Field {
  static class Order {
    String address;
  }

  static void ship() {
    Order order = new Order();
    order.address = Io.source();
    // ruleid: flow
    Io.sink(order.address);
    order.address = "warehouse";
    // ok: flow
    Io.sink(order.address);
  }
}
