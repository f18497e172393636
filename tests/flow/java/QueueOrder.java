import flow.Io;
import java.util.ArrayDeque;
import java.util.Deque;

class QueueOrder {
  static void run() {
    Deque<String> stack = new ArrayDeque<>();
    stack.push("below");
    stack.push(Io.source());
    // ruleid: flow
    Io.sink(stack.pop());
    // ok: flow
    Io.sink(stack.pop());
  }
}
