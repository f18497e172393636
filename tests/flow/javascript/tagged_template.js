function html(parts, ...values) {
  return parts.reduce((page, part, i) => page + clean(values[i - 1]) + part);
}

function raw(parts, ...values) {
  return parts.reduce((page, part, i) => page + values[i - 1] + part);
}

function page() {
  const guest = source();
  // ok: flow
  sink(html`<p>${guest}</p>`);
  // ruleid: flow
  sink(raw`<p>${guest}</p>`);
}
