export abstract class View {
  protected title = 'view';

  show(): void {
    // ruleid: flow
    sink(this.content());
    // ok: flow
    sink(this.title);
  }

  protected abstract content(): string;
}
