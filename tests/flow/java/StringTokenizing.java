import flow.Io;
import java.util.Scanner;
import java.util.StringTokenizer;

class StringTokenizing {
  static void words() {
    StringTokenizer typed = new StringTokenizer(Io.source(), ",");
    while (typed.hasMoreTokens()) {
      // ruleid: flow
      Io.sink(typed.nextToken());
    }
    // ruleid: flow
    Io.sink(new Scanner(Io.source()).nextLine());
    // ok: flow
    Io.sink(new StringTokenizer("a,b", ",").nextToken());
  }
}
