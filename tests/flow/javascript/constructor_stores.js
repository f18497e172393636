class Mail {
  constructor(subject, priority) {
    this.subject = subject;
    this.priority = priority;
  }

  headline() {
    return 'Re: ' + this.subject;
  }

  flag() {
    return '!' + this.priority;
  }
}

function answer() {
  const mail = new Mail(source(), 'high');
  // ruleid: flow
  sink(mail.headline());
  // ok: flow
  sink(mail.flag());
}
