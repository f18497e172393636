package shop;

import flow.Io;

public class Controller {
  private final Service service;

  public Controller(Service service) {
    this.service = service;
  }

  void post() {
    service.register(Io.source(), "guest");
  }

  static void run() {
    new Controller(new Service(new Repository())).post();
  }
}
