import express, { Request, Response } from 'express';
import { Collection } from 'mongodb';

const app = express();
declare const users: Collection;

app.post('/login', async (req: Request, res: Response) => {
  // ruleid: javascript-nosql-injection
  const user = await users.findOne({ name: req.body.name });
  // ok: javascript-nosql-injection
  const admin = await users.findOne({ name: 'admin' });
  res.json({ found: user !== null });
  // ok: javascript-nosql-injection
  const named = await users.findOne({ name: String(req.body.name) });
  if (typeof req.body.mail !== 'string') return;
  // ok: javascript-nosql-injection
  const mailed = await users.findOne({ mail: req.body.mail });
});
