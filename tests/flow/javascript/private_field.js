class Diary {
  #page = '';
  #cover = 'leather';

  write(text) {
    this.#page = text;
  }

  read() {
    return this.#page;
  }

  cover() {
    return this.#cover;
  }
}

function evening() {
  const diary = new Diary();
  diary.write(source());
  // ruleid: flow
  sink(diary.read());
  // ok: flow
  sink(diary.cover());
}
