type Listener = (message: string) => void;

class Channel {
  private listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  publish(message: string): void {
    for (const listener of this.listeners) listener(message);
  }
}

function connect(): void {
  const orders = new Channel();
  orders.subscribe((message) => {
    // ruleid: flow
    sink(message);
  });
  const ticks = new Channel();
  ticks.subscribe((message) => {
    // ok: flow
    sink(message);
  });
  orders.publish(source());
  ticks.publish('tick');
}
