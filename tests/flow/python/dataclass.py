from dataclasses import dataclass


@dataclass
class Point:
    name: str
    unit: str = "m"


def run():
    point = Point(source())
    # ruleid: flow
    sink(point.name)
    # ok: flow
    sink(point.unit)
