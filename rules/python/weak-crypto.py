import hashlib
import random
import secrets
import string

from Crypto.Cipher import AES, ARC4, DES
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from Crypto.PublicKey import RSA


def digests(data):
    first = hashlib.md5(data).hexdigest()
    second = hashlib.new("sha1", data).hexdigest()
    third = hashlib.sha256(data).hexdigest()
    etag = hashlib.md5(data, usedforsecurity=False).hexdigest()
    return first, second, third, etag


def ciphers(key, nonce):
    des = DES.new(key, DES.MODE_CBC, nonce)
    rc4 = ARC4.new(key)
    triple = Cipher(algorithms.TripleDES(key), modes.CBC(nonce))
    gcm = AES.new(key, AES.MODE_GCM, nonce=nonce)
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
    password = "".join(random.choice(string.ascii_letters) for _ in range(12))
    reset_token = str(random.getrandbits(64))
    session_id = secrets.token_urlsafe(32)
    greeting = random.choice(["Hi", "Hello"])
    return password, reset_token, session_id, greeting


def make_api_key():
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
