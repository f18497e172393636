interface Folder {
  title: string;
  parent?: Folder;
}

function nest(): void {
  const folder: Folder = { title: 'work', parent: { title: 'home' } };
  folder.parent!.title = source();
  // ruleid: flow
  sink(folder.parent!.title);
  // ok: flow
  sink(folder.title);
}
