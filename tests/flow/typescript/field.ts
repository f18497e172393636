interface Parcel {
  weight: number;
  label?: string;
}

function send(): void {
  const parcel: Parcel = { weight: 3 };
  parcel.label = source();
  // ruleid: flow
  sink(parcel.label);
  parcel.label = 'return to sender';
  // ok: flow
  sink(parcel.label);
}
