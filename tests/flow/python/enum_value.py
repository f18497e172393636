from enum import Enum


class Level(Enum):
    LOW = "low"
    HIGH = "high"


def pick(level, text):
    if level == Level.LOW:
        return "quiet"
    return text


def run():
    # ruleid: flow
    sink(pick(Level.HIGH, source()))
    # ok: flow
    sink(pick(Level.LOW, source()))
