import hashlib
import logging
import os
import subprocess
import time


def handle_run(user, request):
    # ruleid: python-exec
    os.system(request.form["command"])
    logging.debug("started")
    # ruleid: python-exec
    subprocess.run(user, shell=True, check=True)
    # ok: python-exec
    os.system("uptime")
    if user in ALLOWED:
        # ok: python-exec
        os.system(user)


def nightly(request):
    # ok: python-exec
    os.system(request.job)


def handle_timer(clock):
    # ok: python-exec
    os.system(clock.job)


def crypto(data, password, salt):
    # ruleid: python-hash
    first = hashlib.md5(data)
    # ok: python-hash
    second = hashlib.sha512(data)
    # ruleid: python-tls
    requests.get(url, timeout=3, verify=False)
    # ok: python-tls
    requests.get(url, timeout=3, verify=True)
    # ruleid: python-rounds
    hashlib.pbkdf2_hmac("sha256", password, salt, 1000)
    # ok: python-rounds
    hashlib.pbkdf2_hmac("sha256", password, salt, 210_000)
    # ruleid: python-key
    signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
    # ok: python-key
    label = "the signing key of invoices"


def find(db, name):
    # ruleid: python-dsn
    connect("postgresql://app:s3cret@db/shop")
    # ok: python-dsn
    connect("postgresql://app:test@db/shop")
    # ruleid: python-query
    db.execute("select * from users where name = '" + name + "'")
    # ruleid: python-query
    db.execute(f"select * from users where name = '{name}'")
    # ok: python-query
    db.execute(prepared)


# ruleid: python-hosts
config = {"debug": False, "hosts": ["shop.example", "*"], "port": 80}
# ok: python-hosts
config = {"debug": False, "hosts": ["shop.example"], "port": 80}


# ruleid: python-view
class Purge(View):
    count = 0

    def get(self, request):
        self.count += 1
        store.delete(request.key)


# ok: python-view
class Show(View):
    def get(self, request):
        store.find(request.key)


def login(user, pause: float, turns: int):
    # ruleid: python-session
    httpx.Client(base).with_timeout(3).with_verify(False)
    # ok: python-session
    httpx.Client(base).with_timeout(3).with_verify(True)
    # ruleid: python-log
    logging.info("login of " + user.name + " with " + mask(user.password))
    # ok: python-log
    logging.info("login of " + user.name)
    # ruleid: python-sleep
    time.sleep(pause)
    # ok: python-sleep
    time.sleep(turns)
    objects: Unpickler = open_objects()
    records: Reader = open_records()
    # ruleid: python-loads
    objects.load()
    # ok: python-loads
    records.load()
    target = request.args.get("next")
    # ruleid: python-redirect
    redirect(target)
    # ok: python-redirect
    redirect("/home")
    # ok: python-redirect
    redirect(home)
    # ok: python-redirect
    forward(target)
