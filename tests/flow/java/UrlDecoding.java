import flow.Io;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;

class UrlDecoding {
  static void decode() throws UnsupportedEncodingException {
    String typed = URLDecoder.decode(Io.source(), "UTF-8");
    // ruleid: flow
    Io.sink(typed);
    String fixed = URLDecoder.decode("a%20b", "UTF-8");
    // ok: flow
    Io.sink(fixed);
  }
}
