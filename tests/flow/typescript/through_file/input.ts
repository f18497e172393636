export class Input {
  line(): string {
    return source();
  }

  prompt(): string {
    return '> ';
  }
}
