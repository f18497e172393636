from Crypto.Cipher import AES, DES


def weak(key):
    # ruleid: python-weak-cipher
    return DES.new(key, DES.MODE_CBC)


def strong(key):
    # ok: python-weak-cipher
    return AES.new(key, AES.MODE_GCM)
