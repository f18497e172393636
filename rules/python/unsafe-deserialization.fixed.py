import json
import pickle
from pickle import loads

import yaml


def session(data, path):
    # ruleid: python-unsafe-pickle
    first = pickle.loads(data)
    # ruleid: python-unsafe-pickle
    second = loads(data)
    with open(path, "rb") as stream:
        # ruleid: python-unsafe-pickle
        third = pickle.load(stream)
    # ok: python-unsafe-pickle
    fourth = json.loads(data)
    # ok: python-unsafe-pickle
    stored = pickle.dumps(fourth)
    return first, second, third, stored


def settings(text):
    # ruleid: python-unsafe-yaml-load
    first = yaml.safe_load(text)
    # ruleid: python-unsafe-yaml-load
    second = yaml.safe_load(text)
    # ruleid: python-unsafe-yaml-load
    third = yaml.safe_load(text)
    # ok: python-unsafe-yaml-load
    fourth = yaml.safe_load(text)
    # ok: python-unsafe-yaml-load
    fifth = yaml.load(text, Loader=yaml.SafeLoader)
    return first, second, third, fourth, fifth
