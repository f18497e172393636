function logged<This, Args extends any[]>(target: (this: This, ...args: Args) => void, context: ClassMethodDecoratorContext) { before(1); }
class A {
  @logged run<const T extends readonly string[]>(x: T) { }
  @logged accessor name = 1;
}
enum Size { Small = "s".length, Big = Small * 2 }
async function go() {
  using file = open();
  await using other = open();
  import("./x", { with: { type: "json" } });
  after(1);
}
import data from "./data.json" with { type: "json" };
