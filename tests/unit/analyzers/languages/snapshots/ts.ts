import type { A as B } from './t';
import fs = require('fs');
@Injectable()
export abstract class S<T extends object> extends Base<T> implements I {
  private readonly x?: string = 'a';
  constructor(@Inject(K) public a: B.C) { super(); }
  @Get('/x') async find(@Query() q: string[], n = 1): Promise<T | null> { return <any>q as T; }
}
interface I { a: string; m?(x: number): void }
enum E { A, B = 2 }
type U = keyof I | { [P in 'a']: P };
declare function g(this: S<any>, x: unknown): x is string;
namespace N { export const y = f<string>(a!.b, z satisfies Z); }
