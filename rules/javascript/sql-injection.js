import express from 'express';
import mysql from 'mysql';
import fs from 'fs';

const app = express();
const db = mysql.createConnection({ host: 'db' });

app.get('/orders', (req, res) => {
  const customer = req.query.customer;
  // ruleid: javascript-sql-injection
  db.query("SELECT * FROM orders WHERE customer = '" + customer + "'", () => res.end());
  // ok: javascript-sql-injection
  db.query('SELECT * FROM orders WHERE customer = ?', [customer], () => res.end());
});

app.post('/notes', (req, res) => save(req.body.note, res));

function save(note, res) {
  // ruleid: javascript-sql-injection
  db.query(`UPDATE orders SET note = '${note}'`, () => res.end());
  // ok: javascript-sql-injection
  db.query(`UPDATE orders SET seen = ${Number(note)}`, () => res.end());
}

function load() {
  const line = fs.readFileSync('orders.txt', 'utf8');
  // ruleid: javascript-sql-injection-indirect
  db.query("DELETE FROM orders WHERE customer = '" + line + "'");
  // ok: javascript-sql-injection-indirect
  db.query('DELETE FROM orders WHERE customer = ?', [line]);
}
