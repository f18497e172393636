// ruleid: ts-decorated-method
class A {
  @Get('/x')
  @Auth()
  async find(@Query() q: string): Promise<void> {}
}
// ok: ts-decorated-method
class B {
  // ruleid: ts-decorated-member
  @Post('/x')
  find() {}
  // ok: ts-decorated-member
  @Put('/x')
  put() {}
}
// ruleid: ts-typed-parameter
function f(a: any): void {}
// ok: ts-typed-parameter
function g(a: string) {}
// ruleid: ts-cast
trust(value as Html);
// ok: ts-cast
trust(value as Text);
// ruleid: ts-through-types
load<Item>(key!);
// ruleid: ts-through-types
const a = (load(key) as Item);
// ok: ts-through-types
load<Item>();
// ruleid: ts-field
export class C {
  private readonly password: string = 'secret';
}
// ok: ts-field
export class D {
  private readonly password: string = read();
}
