package shop;

import flow.Io;

public class Repository {
  void insert(User user) {
    // ruleid: flow
    Io.sink("insert into users values ('" + user.getName() + "')");
    // ok: flow
    Io.sink("insert into roles values ('" + user.getRole() + "')");
  }
}
