export class Ticket {
  constructor(text) {
    this.text = text;
  }

  summary() {
    return this.text.slice(0, 40);
  }
}

export class Stub {
  constructor(text) {
    this.text = text;
  }

  summary() {
    return 'stub';
  }
}
