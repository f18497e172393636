// An API of a shop: controllers, services, types.
import { Controller, Get, Post, Param, type Request } from '@nest/common';
import type { Pool } from 'pg';
import express = require('express');
import Row = Database.Tables.Row;
import * as crypto from 'crypto';

export interface Item<T = string> extends Base, Named.Thing<T> {
  readonly id: number;
  name?: T;
  tags: readonly string[];
  (price: number): void;
  new (price: number): Item<T>;
  total(this: Item<T>, tax?: number): number;
  [key: string]: unknown;
}

export type Handler<T> = (req: Request, ...rest: T[]) => Promise<void>;
type Keys = keyof Item | 'extra' | null;
type Pick2<T, K extends keyof T> = { readonly [P in K]?: T[P] };
type Unwrapped<T> = T extends Promise<infer R> ? R : never;
type Route = `/${string}/items`;
type Point = [x: number, y?: number, ...rest: number[]];
type Config = typeof defaults & { debug: boolean };

enum Level { Low, High = 10, 'very-high' = 1 << 4 }
declare const enum Flag { On = 1 }
declare module 'legacy' {
  export function open(name: string): number;
}
declare global { interface Window { token: string } }
declare let build: string;

namespace Shop.Util {
  export const cache = new Map<string, Item>();
}

const defaults = { retries: 3, verbose: false } as const;

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null;
}

function assertItem(value: any): asserts value is Item {
  if (!isItem(value)) throw new TypeError('no item');
}

function find(id: number): Item;
function find(id: string, strict: boolean): Item;
function find(id: number | string, strict = false): Item {
  const found = Shop.Util.cache.get(String(id))!;
  return found as unknown as Item;
}

@Controller('items')
@Secured
export abstract class ItemController<T extends Item> extends BaseController<T> implements Closable, Named.Thing<T> {
  private static instance?: ItemController<any>;
  protected readonly pool: Pool;
  declare label: string;
  count!: number;
  @Inject(TOKEN) private service: Service;

  constructor(private readonly db: Pool, @Inject(LOGGER) public logger?: Logger) {
    super();
    this.pool = db;
  }

  @Get(':id')
  @Cached({ ttl: 60 })
  async one(@Param('id') id: string, @Query() query: Record<string, string>): Promise<T | undefined> {
    const rows = await this.db.query<T>('SELECT * FROM items WHERE id = ' + id);
    const first = <T>rows[0];
    return first satisfies T;
  }

  @Post()
  create(item: Partial<T>, options: { dry?: boolean } = {}): void {
    const hash = crypto.createHash('md5').update(JSON.stringify(item)).digest('hex');
    this.logger?.info(`created ${hash}`, options.dry ?? true);
  }

  get size(): number { return this.count; }
  set size(value: number) { this.count = value; }
  protected abstract close(force?: boolean): void;
  override toString(): string { return `${this.label}:${this.count}`; }
}

const map = async <K, V>(entries: Array<[K, V]>, fn: (value: V) => boolean): Promise<Map<K, V>> => {
  const out = new Map<K, V>();
  for (const [key, value] of entries) if (fn(value)) out.set(key, value);
  return out;
};

let handler: Handler<string> = async (req) => { eval(req.body.code); };
var unique: unique symbol;
let make: abstract new (x: number) => object;
let assertion = (x: any): x is string => true;
export default class extends ItemController<Item> { close() {} }
export { find, map as mapItems };
export type { Route, Point, Config };
export = express;
