class Animal {
  protected sound = 'silence';

  constructor(protected name: string) {}
}

class Dog extends Animal {
  introduce(): void {
    // ruleid: flow
    sink(this.name);
    // ok: flow
    sink(this.sound);
  }
}

function adopt(): void {
  new Dog(source()).introduce();
}
