import express, { Request, Response } from 'express';
import fs from 'fs';
import path from 'path';

const app = express();
const folder = '/srv/invoices';

app.get('/invoice', (req: Request, res: Response) => {
  const name = String(req.query.name);
  // ruleid: javascript-path-traversal-request
  fs.readFile(path.join(folder, name), () => res.end());
  // ok: javascript-path-traversal-request
  fs.readFile(path.join(folder, path.basename(name)), () => res.end());
  // ruleid: javascript-path-traversal-request
  res.sendFile(folder + '/' + req.params.file);
});
