"""A PostgreSQL server of its own, in a temporary folder, as a user who is not root; gone afterwards."""
import glob
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile
import time

PASSWORD = "s3cret-of-the-test"


def programs():
    """The folder of initdb and postgres, or None."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    if found:
        return pathlib.Path(found[-1]).parent
    return pathlib.Path(shutil.which("initdb")).parent if shutil.which("initdb") else None


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    def __init__(self, connections=260):
        self.bin, self.port, self.connections = programs(), free_port(), connections
        self.folder = tempfile.mkdtemp(prefix="sluice-postgres-")
        self.user = {}
        if os.geteuid() == 0:  # the server refuses to run as root
            name = next(name for name in ("postgres", "nobody") if name in {user.pw_name for user in pwd.getpwall()})
            entry = pwd.getpwnam(name)
            self.user = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
            os.chown(self.folder, entry.pw_uid, entry.pw_gid)
        self.process = None

    def url(self, database="ledger", user="owner", password=PASSWORD):
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def __enter__(self):
        try:
            secret = pathlib.Path(self.folder, "password")
            secret.write_text(PASSWORD + "\n")
            secret.chmod(0o644)
            subprocess.run([self.bin / "initdb", "-D", f"{self.folder}/data", "-U", "owner", "-A", "scram-sha-256", "-E", "UTF8",
                            "--locale=C", f"--pwfile={secret}"], check=True, capture_output=True, cwd="/", **self.user)
            self.start()
            self.sql("CREATE DATABASE ledger", database="postgres")
            return self
        except BaseException:
            self.__exit__()
            raise

    def start(self):
        log = open(os.path.join(self.folder, "log"), "a")
        self.process = subprocess.Popen([self.bin / "postgres", "-D", f"{self.folder}/data", "-p", str(self.port), "-k", self.folder,
                                         "-c", "listen_addresses=127.0.0.1", "-c", f"max_connections={self.connections}"],
                                        stdout=log, stderr=log, cwd="/", **self.user)
        for _ in range(600):
            if self.psql("SELECT 1", database="postgres").returncode == 0:
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit("the server did not start:\n" + open(os.path.join(self.folder, "log")).read()[-2000:])

    def crash(self):
        """As if the machine lost its power: nobody gets to say goodbye."""
        subprocess.run([self.bin / "pg_ctl", "stop", "-D", f"{self.folder}/data", "-m", "immediate"], capture_output=True, cwd="/", **self.user)
        self.process.wait()

    def psql(self, sql, database="ledger", user="owner"):
        return subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port), "-U", user, "-d", database, "-c", sql],
                              capture_output=True, text=True, env={**os.environ, "PGPASSWORD": PASSWORD})

    def sql(self, sql, **more):
        done = self.psql(sql, **more)
        if done.returncode:
            raise SystemExit(f"{sql}\n{done.stderr}")
        return done.stdout.strip()

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.crash()
        shutil.rmtree(self.folder, ignore_errors=True)
