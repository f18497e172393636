#!/usr/bin/env node
// A small shop server: sessions, orders, a rendered page.
'use strict';
import fs, { readFile as read } from 'node:fs';
import * as path from 'path';
import { createServer } from './lib/server.js';
import './polyfill';
import settings from './settings.json' with { type: 'json' };

const cp = require('child_process');
const { exec, spawn: launch, ...others } = require('child_process');
let counter = 0, last;
var pattern = /^[a-z]+\/(\d{1,3})$/gi;
const LIMIT = 0x10, MASK = 0b101, BIG = 10n, RATE = 1.5e3, MANY = 1_000_000;

export class Order extends Base.Model {
  #total = 0;
  static currency = 'EUR';
  items;
  [Symbol.iterator] = null;

  static {
    Order.register('order');
  }

  constructor(id, { items = [], note: remark = 'none', ...rest } = {}) {
    super(id);
    this.items = items;
    this.remark = remark;
    Object.assign(this, rest);
  }

  get total() { return this.#total; }
  set total(value) { this.#total = value; }

  static async *all(db) {
    for await (const row of db.query(`SELECT * FROM orders WHERE id > ${counter}`)) {
      yield new Order(row.id, row);
    }
    yield* others.more();
  }

  @logged({ level: 'info' })
  async save() {
    try {
      await this.db?.insert?.(this.items[0], ...this.items);
    } catch ({ message }) {
      console.error('failed: ' + message);
      throw new Error(`cannot save ${this.id}`, { cause: message });
    } finally {
      counter++;
    }
  }
}

function* ids(start = 1, [first, , third] = [], ...more) {
  let i = start;
  while (true) {
    if (i > LIMIT) return;
    else if (i === 3) { i += 2; continue; }
    else yield i++;
  }
}

const handler = async (req, res) => {
  const { id, 'content-type': type } = req.query;
  const user = req.user ?? { name: 'guest' };
  let found = null;
  outer: for (let i = 0, n = user.orders.length; i < n; i++) {
    for (const key in user.orders[i]) {
      if (key === id && !(key in found)) { found = user.orders[i][key]; break outer; }
    }
  }
  switch (type) {
    case 'json':
    case 'text':
      res.json({ found, id: +id, [type]: true, ok() { return true; }, get size() { return 1; }, ...user });
      break;
    default:
      res.send('<b>' + id + '</b>');
  }
  do { last = cp.execSync('ls ' + id); } while (last == null);
  exec(`rm ${path.join(__dirname, id)}`, (error) => error ? console.log(error) : void 0);
};

const double = x => x * 2;
const compose = function (...fns) { return (x) => fns.reduce((v, f) => f(v), x); };
const styled = css`color: ${double(2)};`;

export const Page = ({ order, children }) => (
  <Layout.Main title="Order" {...order} onClick={() => remove(order.id)} disabled>
    {/* what was ordered */}
    <h1 className={styled}>Order {order.id} &amp; more</h1>
    <>
      {order.items.map((item) => <li key={item.id} dangerouslySetInnerHTML={{ __html: item.html }} />)}
      {children}
    </>
    <svg:rect xlink:href='#a' />
  </Layout.Main>
);

if (typeof window !== 'undefined' && delete window.cache) {
  window.onload = function onload() { document.write(location.hash.slice(1)); };
}

({ counter, last } = state), [counter, last] = [last, counter];
setTimeout('counter = 1', 10);
import('./late.js').then(({ default: late }) => late(import.meta.url, new.target));
createServer(handler).listen(8080); debugger;
export { double, compose as default };
export * from './more.js';
export * as tools from './tools.js';
module.exports = { read, fs, settings, pattern, MASK, BIG, RATE, MANY, ids, launch };
