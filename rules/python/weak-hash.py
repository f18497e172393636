import hashlib

ALGORITHM = "md5"


def weak(data):
    # ruleid: python-weak-hash
    return hashlib.md5(data).hexdigest()


def named(data):
    # ruleid: python-weak-hash
    return hashlib.new("sha1", data).hexdigest()


def cache_key(data):
    # ok: python-weak-hash
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


def strong(data):
    # ok: python-weak-hash
    return hashlib.sha256(data).hexdigest()
