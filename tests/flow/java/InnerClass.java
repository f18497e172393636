import flow.Io;

class Chat {
  private String topic = "";

  class Entry {
    String title() {
      return "[" + topic + "]";
    }

    String author() {
      return "nobody";
    }
  }

  void about(String topic) {
    this.topic = topic;
  }
}

class InnerClass {
  static void run() {
    Chat chat = new Chat();
    chat.about(Io.source());
    Chat.Entry entry = chat.new Entry();
    // ruleid: flow
    Io.sink(entry.title());
    // ok: flow
    Io.sink(entry.author());
  }
}
