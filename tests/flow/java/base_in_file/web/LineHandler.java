package web;

import flow.Io;

public class LineHandler extends Handler {
  @Override
  protected String read() {
    return Io.source();
  }

  static void run() {
    new LineHandler().handle();
  }
}
