import random
import secrets


def token():
    # ruleid: python-weak-random
    return "%x" % random.getrandbits(64)


def pin():
    # ruleid: python-weak-random
    return random.randint(0, 9999)


def strong_token():
    # ok: python-weak-random
    return secrets.token_hex(16)


def strong_pin():
    # ok: python-weak-random
    return random.SystemRandom().randint(0, 9999)
