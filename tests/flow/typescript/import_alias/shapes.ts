export class Circle {
  constructor(public name: string) {}

  label(): string {
    return this.name;
  }
}

export class Square {
  constructor(public name: string) {}

  label(): string {
    return 'square';
  }
}
