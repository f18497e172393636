import hashlib
import random
import secrets
import string

from Crypto.Cipher import AES, ARC4, DES
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from Crypto.PublicKey import RSA


def digests(data):
    # ruleid: python-weak-hash
    first = hashlib.md5(data).hexdigest()
    # ruleid: python-weak-hash
    second = hashlib.new("sha1", data).hexdigest()
    # ok: python-weak-hash
    third = hashlib.sha256(data).hexdigest()
    # ok: python-weak-hash
    etag = hashlib.md5(data, usedforsecurity=False).hexdigest()
    return first, second, third, etag


def ciphers(key, nonce):
    # ruleid: python-weak-cipher
    des = DES.new(key, DES.MODE_CBC, nonce)
    # ruleid: python-weak-cipher
    rc4 = ARC4.new(key)
    # ruleid: python-weak-cipher
    triple = Cipher(algorithms.TripleDES(key), modes.CBC(nonce))
    # ok: python-weak-cipher
    gcm = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: python-weak-cipher
    chacha = Cipher(algorithms.ChaCha20(key, nonce), mode=None)
    # ruleid: python-cipher-ecb-mode
    ecb = AES.new(key, AES.MODE_ECB)
    # ruleid: python-cipher-ecb-mode
    ecb_too = Cipher(algorithms.AES(key), modes.ECB())
    # ok: python-cipher-ecb-mode
    counter = AES.new(key, AES.MODE_CTR, nonce=nonce)
    # ok: python-cipher-ecb-mode
    good = Cipher(algorithms.AES(key), modes.GCM(nonce))
    return des, rc4, triple, gcm, chacha, ecb, ecb_too, counter, good


def sign_up():
    # ruleid: python-insecure-random-secret
    password = "".join(random.choice(string.ascii_letters) for _ in range(12))
    # ruleid: python-insecure-random-secret
    reset_token = str(random.getrandbits(64))
    # ok: python-insecure-random-secret
    session_id = secrets.token_urlsafe(32)
    # ok: python-insecure-random-secret
    greeting = random.choice(["Hi", "Hello"])
    return password, reset_token, session_id, greeting


def make_api_key():
    # ruleid: python-insecure-random-secret
    return hex(random.randint(0, 2**128))


def keys():
    # ruleid: python-short-asymmetric-key
    first = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    # ruleid: python-short-asymmetric-key
    second = RSA.generate(1024)
    # ok: python-short-asymmetric-key
    third = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    # ok: python-short-asymmetric-key
    fourth = RSA.generate(2048)
    return first, second, third, fourth
