interface Reply {
  body: string;
}

function write(reply: Reply, text: string): void {
  reply.body = text;
}

function respond(): void {
  const reply: Reply = { body: '' };
  write(reply, source());
  // ruleid: flow
  sink(reply.body);
}

function acknowledge(): void {
  const reply: Reply = { body: '' };
  write(reply, 'received');
  // ok: flow
  sink(reply.body);
}
