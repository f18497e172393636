function coordinates() {
  return { place: source(), direction: 'north', inner: { depth: 'low' } };
}

function locate() {
  const { place, direction: way, inner: { depth } } = coordinates();
  // ruleid: flow
  sink(place);
  // ok: flow
  sink(way);
  // ok: flow
  sink(depth);
  let [left, right] = [place, way];
  [left, right] = [right, left];
  // ok: flow
  sink(left);
  // ruleid: flow
  sink(right);
}
