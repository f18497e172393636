"""Takes the media of a delivery folder into the shelf."""
import hashlib
import pathlib
import pickle
import json
import subprocess

import yaml


def read_delivery_note(path: pathlib.Path):
    """Weak: a delivery note may name Python objects, which are then made (CWE-502)."""
    with path.open() as note:
        return yaml.load(note, Loader=yaml.Loader)


def read_delivery_note_safely(path: pathlib.Path):
    """Safe twin: plain data only."""
    with path.open() as note:
        return yaml.safe_load(note)


def load_state(path: pathlib.Path):
    """Weak: the state file comes with the delivery (CWE-502)."""
    with path.open("rb") as state:
        return pickle.load(state)


def load_state_json(path: pathlib.Path):
    """Safe twin."""
    with path.open() as state:
        return json.load(state)


def probe(file_name: str) -> str:
    """Weak: the name of a delivered file is part of a shell line (CWE-78)."""
    return subprocess.check_output("shelf-codec probe " + file_name, shell=True, text=True)


def probe_without_shell(file_name: str) -> str:
    """Safe twin: one argument, no shell."""
    return subprocess.check_output(["shelf-codec", "probe", "--", file_name], text=True)


def seal(content: bytes) -> str:
    """Weak: two deliveries with one seal can be made (CWE-327/CWE-328)."""
    return hashlib.md5(content).hexdigest()


def strong_seal(content: bytes) -> str:
    """Safe twin."""
    return hashlib.sha256(content).hexdigest()
