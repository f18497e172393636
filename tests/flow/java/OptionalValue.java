import flow.Io;
import java.util.Optional;

class OptionalValue {
  static void run() {
    Optional<String> typed = Optional.of(Io.source());
    // ruleid: flow
    Io.sink(typed.map(String::trim).orElse("nothing"));
    Optional<String> nothing = Optional.empty();
    // ok: flow
    Io.sink(nothing.orElse("nothing"));
  }
}
