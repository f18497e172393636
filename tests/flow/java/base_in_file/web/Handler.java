package web;

import flow.Io;

public abstract class Handler {
  public void handle() {
    // ruleid: flow
    Io.sink(read());
    // ok: flow
    Io.sink(name());
  }

  protected abstract String read();

  protected String name() {
    return "handler";
  }
}
