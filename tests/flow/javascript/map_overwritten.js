function headers() {
  const sent = new Map();
  sent.set('agent', source());
  sent.set('agent', 'crawler');
  // ok: flow
  sink(sent.get('agent'));
  sent.set('host', 'localhost').set('host', source());
  // ruleid: flow
  sink(sent.get('host'));
}
