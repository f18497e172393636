import crypto from 'crypto';

function token() {
  // ruleid: javascript-weak-random
  return Math.random().toString(36).slice(2);
}

function bytes() {
  // ruleid: javascript-weak-random
  return crypto.pseudoRandomBytes(16);
}

function strongToken() {
  // ok: javascript-weak-random
  return crypto.randomBytes(16).toString('hex');
}
