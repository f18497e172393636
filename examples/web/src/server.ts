import { exec, execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import https from "node:https";
import express from "express";

const app = express();

// Weak: the name of the asset is part of a shell line (CWE-78).
app.get("/waveform", (request, response) => {
  exec("shelf-codec waveform " + request.query.name, (error, output) => {
    response.status(error ? 500 : 200).type("text/plain").send(output);
  });
});

// Safe twin: no shell, one argument.
app.get("/spectrum", (request, response) => {
  execFile("shelf-codec", ["spectrum", "--", String(request.query.name)], (error, output) => {
    response.status(error ? 500 : 200).type("text/plain").send(output);
  });
});

// Weak: the next values of Math.random can be computed from earlier ones (CWE-338).
export function sessionToken(): string {
  const token = Math.random().toString(36).slice(2);
  return token;
}

// Safe twin.
export function strongSessionToken(): string {
  const token = randomBytes(24).toString("base64url");
  return token;
}

// Weak: any certificate is taken (CWE-295).
export const archiveAgent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });

// Safe twin: the default checks stay.
export const serviceAgent = new https.Agent({ keepAlive: true });

app.listen(8080);
