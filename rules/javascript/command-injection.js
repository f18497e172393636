import express from 'express';
import { exec, execFile } from 'child_process';
import child from 'child_process';
import fs from 'fs';

const app = express();

app.get('/thumbnail', (req, res) => {
  // ruleid: javascript-command-injection
  exec('convert ' + req.query.name + ' out.png', () => res.end());
  // ok: javascript-command-injection
  execFile('identify', [req.query.name], () => res.end());
  // ok: javascript-command-injection
  execFile('identify', ['in.png'], () => res.end());
  // ok: javascript-command-injection
  exec(`convert in.png -resize ${Number(req.query.width)} out.png`, () => res.end());
});

function nightly() {
  // ruleid: javascript-command-injection-indirect
  child.execSync(process.env.NIGHTLY_JOB);
  // ruleid: javascript-command-injection-indirect
  child.execSync(fs.readFileSync('job', 'utf8'));
  // ok: javascript-command-injection-indirect
  child.execSync('nightly');
}
