import flow.Io;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;

class ReadLines {
  static void read() throws IOException {
    BufferedReader typed = new BufferedReader(new StringReader(Io.source()));
    String line;
    while ((line = typed.readLine()) != null) {
      // ruleid: flow
      Io.sink(line);
    }
    BufferedReader constant = new BufferedReader(new StringReader("fixed"));
    // ok: flow
    Io.sink(constant.readLine());
  }
}
