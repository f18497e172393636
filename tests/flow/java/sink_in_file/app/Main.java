package app;

import app.output.Output;
import flow.Io;

public class Main {
  static void run() {
    Output output = new Output();
    output.write(Io.source());
    output.writeQuietly(Io.source());
  }
}
