function Ticket(title, queue) {
  this.title = title;
  this.queue = queue;
}

Ticket.prototype.heading = function () {
  return '# ' + this.title;
};

Ticket.prototype.where = function () {
  return this.queue;
};

function file() {
  const ticket = new Ticket(source(), 'support');
  // ruleid: flow
  sink(ticket.heading());
  // ok: flow
  sink(ticket.where());
}
