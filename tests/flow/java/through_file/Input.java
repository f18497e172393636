import flow.Io;

class Input {
  String line() {
    return Io.source();
  }

  String prompt() {
    return "> ";
  }
}
