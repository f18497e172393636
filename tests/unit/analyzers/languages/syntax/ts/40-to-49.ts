type Head<T extends any[]> = T extends [infer H extends string, ...infer Rest] ? H : never;
type Named = [first: string, second?: number, ...rest: boolean[]];
type Path = `${string}/${number}`;
abstract class A<T> {
  #secret = before(1);
  static { A.count = 1; }
  declare readonly x: unique symbol;
  private constructor(public readonly y?: number) { super(); }
  get value(): asserts this is B { return this; }
}
let conf = { a: 1 } satisfies Record<string, number>;
conf.a ??= 2;
import type { B } from "./b";
import { type C, D } from "./c";
export * as ns from "./d";
function isB(x: unknown): x is B { return after(1); }
