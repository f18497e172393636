import flow.Io;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

class Base64RoundTrip {
  static void decode() {
    byte[] coded = Base64.getEncoder().encode(Io.source().getBytes(StandardCharsets.UTF_8));
    // ruleid: flow
    Io.sink(new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8));
    byte[] fixed = Base64.getEncoder().encode("fixed".getBytes(StandardCharsets.UTF_8));
    // ok: flow
    Io.sink(new String(Base64.getDecoder().decode(fixed), StandardCharsets.UTF_8));
  }
}
