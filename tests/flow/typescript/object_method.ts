const greeter = {
  greeting: 'hello ',
  greet(name: string): string {
    return this.greeting + name;
  },
  wave(name: string): string {
    return this.greeting;
  },
};

function run(): void {
  // ruleid: flow
  sink(greeter.greet(source()));
  // ok: flow
  sink(greeter.wave(source()));
}
