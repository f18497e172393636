function archive(isPublic: boolean): void {
  let note = source();
  if (isPublic) note = clean(note);
  // ruleid: flow
  sink(note);
}

function archiveAll(isPublic: boolean): void {
  let note = source();
  if (isPublic) note = clean(note);
  else note = clean(note.trim());
  // ok: flow
  sink(note);
}
