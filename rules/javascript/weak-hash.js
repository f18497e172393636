import crypto from 'crypto';

const ALGORITHM = 'md5';

function weak(data) {
  // ruleid: javascript-weak-hash
  return crypto.createHash(ALGORITHM).update(data).digest('hex');
}

function old(data) {
  // ruleid: javascript-weak-hash
  return crypto.createHash('sha1').update(data).digest('hex');
}

function strong(data) {
  // ok: javascript-weak-hash
  return crypto.createHash('sha256').update(data).digest('hex');
}
