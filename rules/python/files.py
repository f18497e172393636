import os
import stat
import tarfile
import tempfile
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from django.core.exceptions import PermissionDenied


def unpack(path, target):
    with tarfile.open(path) as archive:
        # ruleid: python-tar-extract-unfiltered
        archive.extractall(target)
    tar = tarfile.open(path, "r:gz")
    # ruleid: python-tar-extract-unfiltered
    tar.extractall(path=target)
    # ok: python-tar-extract-unfiltered
    tar.extractall(target, filter="data")
    with tarfile.open(path) as second:
        # ok: python-tar-extract-unfiltered
        second.extractall(target, members=checked(second))


def checked(archive):
    return [member for member in archive if member.isfile() and ".." not in member.name]


def scratch():
    # ruleid: python-insecure-temp-file
    name = tempfile.mktemp()
    # ruleid: python-insecure-temp-file
    other = tempfile.mktemp(suffix=".wav")
    # ok: python-insecure-temp-file
    handle, safe = tempfile.mkstemp(suffix=".wav")
    # ok: python-insecure-temp-file
    with tempfile.NamedTemporaryFile() as stream:
        stream.write(b"x")
    return name, other, handle, safe


def share(path):
    # ruleid: python-file-writable-by-all
    os.chmod(path, 0o777)
    # ruleid: python-file-writable-by-all
    Path(path).chmod(0o666)
    # ruleid: python-file-writable-by-all
    os.chmod(path, stat.S_IRUSR | stat.S_IWOTH)
    # ok: python-file-writable-by-all
    os.chmod(path, 0o750)
    # ok: python-file-writable-by-all
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)


def verify(key, signature, data, user):
    try:
        key.verify(signature, data)
    # ruleid: python-security-exception-swallowed
    except InvalidSignature:
        pass
    try:
        user.require("admin")
    # ruleid: python-security-exception-swallowed
    except PermissionDenied as denied:
        pass
    try:
        key.verify(signature, data)
    # ok: python-security-exception-swallowed
    except InvalidSignature:
        return False
    try:
        os.remove("cache")
    # ok: python-security-exception-swallowed
    except FileNotFoundError:
        pass
    return True
