import * as crypto from 'crypto';

export function weak(key: Buffer, iv: Buffer) {
  // ruleid: javascript-weak-cipher
  return crypto.createCipheriv('des-cbc', key, iv);
}

export function ecb(key: Buffer) {
  // ruleid: javascript-weak-cipher
  return crypto.createCipheriv('aes-128-ecb', key, null);
}

export function strong(key: Buffer, iv: Buffer) {
  // ok: javascript-weak-cipher
  return crypto.createCipheriv('aes-256-gcm', key, iv);
}
