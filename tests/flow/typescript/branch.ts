function paint(night: boolean): void {
  let color: string;
  if (night) {
    color = source();
  } else {
    color = 'white';
  }
  // ruleid: flow
  sink(color);
}

function repaint(night: boolean): void {
  let color: string = source();
  if (night) {
    color = 'black';
  } else {
    color = 'white';
  }
  // ok: flow
  sink(color);
}
