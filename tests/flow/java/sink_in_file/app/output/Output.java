package app.output;

import flow.Io;

public class Output {
  public void write(String text) {
    // ruleid: flow
    Io.sink(text);
  }

  public void writeQuietly(String text) {
    // ok: flow
    Io.sink(Io.clean(text));
  }
}
