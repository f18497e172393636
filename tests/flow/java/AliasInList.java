import flow.Io;
import java.util.ArrayList;
import java.util.List;

class AliasInList {
  static class Order {
    String address = "none";
  }

  static void run() {
    Order first = new Order();
    Order second = new Order();
    List<Order> orders = new ArrayList<>();
    orders.add(first);
    orders.add(second);
    orders.get(0).address = Io.source();
    // ruleid: flow
    Io.sink(first.address);
    // ok: flow
    Io.sink(second.address);
  }
}
