type Guest = { name: string; table: string };

function seat(): void {
  const guest: Guest = { name: '', table: '' };
  guest.name = source();
  guest.table = 'window';
  // ruleid: flow
  sink(guest.name);
  // ok: flow
  sink(guest.table);
}
