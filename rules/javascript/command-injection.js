import express from 'express';
import { exec, execFile, spawn } from 'child_process';
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

// What tests rule out, also of a place that is read again, and in a function of its own.
const isName = (text) => typeof text === 'string' && /^[a-z0-9_]+$/i.test(text);

function checkName(text) {
  if (!/^\w+$/.test(text)) throw new Error('no name');
}

app.get('/tested', (req, res) => {
  if (/^[\w.]+$/.test(req.query.host)) {
    // ok: javascript-command-injection
    exec('ping ' + req.query.host);
  }
  if (/[\w.]+/.test(req.query.host)) {
    // ruleid: javascript-command-injection
    exec('ping ' + req.query.host);
  }
  // ruleid: javascript-command-injection
  exec('ping ' + req.query.host);
  if (isName(req.query.name)) {
    // ok: javascript-command-injection
    exec('finger ' + req.query.name);
  }
  checkName(req.query.user);
  // ok: javascript-command-injection
  exec('finger ' + req.query.user);
});

// A handler that is registered elsewhere.
module.exports.show = function (req, res) {
  // ruleid: javascript-command-injection
  exec('finger ' + req.query.name);
  // ruleid: javascript-command-injection
  spawn('sh', ['-c', 'ls ' + req.query.folder]);
};
