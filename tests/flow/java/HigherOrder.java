import flow.Io;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class HigherOrder {
  static void shout() {
    List<String> words = List.of(Io.source(), "end");
    List<String> loud = words.stream().map(String::toUpperCase).collect(Collectors.toList());
    // ruleid: flow
    Io.sink(loud.get(0));
    List<String> hidden = words.stream().map(word -> "-").collect(Collectors.toList());
    // ok: flow
    Io.sink(hidden.get(0));
    String kept = words.stream().filter(word -> word.length() > 5).findFirst().orElse("none");
    // ruleid: flow
    Io.sink(kept);
    String joined = Stream.of("a", "b").collect(Collectors.joining("-"));
    // ok: flow
    Io.sink(joined);
  }
}
