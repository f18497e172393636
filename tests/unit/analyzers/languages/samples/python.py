#!/usr/bin/env python3
"""Orders and what they cost."""
from __future__ import annotations

import os.path
import subprocess as sp, sys
from collections import OrderedDict as Ordered, defaultdict
from . import models
from ..core.base import *

LIMIT: int = 0x1F
names = ["a", 'b', r"c\d", b"raw", f"{LIMIT!r:>10} of {len(sys.argv)}"]
x, (y, *rest) = 1, (2, 3, 4)
long = "one " "two"


@dataclass(frozen=True)
@register
class Order(Base, Generic[T], metaclass=Meta):
    total: float = 1.5e-3
    tags = {"a", "b"}

    def __init__(self, items, /, *args: int, key=None, **options) -> None:
        super().__init__(items, *args, **options)
        self.items = {**items, "n": 1}
        self.first = items[0]
        self.middle = items[1:-1:2]

    @property
    async def lines(self):
        async with self.open() as source, lock:
            async for line in source:
                yield await line.read()

    @staticmethod
    def total_of(orders):
        return sum(o.total for o in orders if o) or 0


def run(command: str, *, shell: bool = False):
    global LIMIT
    try:
        out = sp.run(command, shell=shell, check=True)
    except (OSError, ValueError) as problem:
        raise RuntimeError("failed") from problem
    except* TypeError:
        pass
    else:
        LIMIT += 1
    finally:
        print("done", file=sys.stderr)
    if not out or out.returncode != 0 and LIMIT >= 3:
        return None
    elif command in names:
        assert out is not None, "no output"
    else:
        del names[0]
    while True:
        if (n := len(names)) > 10:
            break
        continue
    for index, name in enumerate(names):
        squares = [i ** 2 for i in range(index) if i % 2]
        table = {k: v for k, v in zip(names, squares)}
        unique = {i for i in squares}
    match command.split():
        case ["go", direction] if direction:
            move(direction)
        case {"kind": kind, **others}:
            pass
        case Point(x=0) | None:
            pass
        case _:
            pass
    callback = lambda a, b=2, *c: a if a else b
    return callback(1)(2).value, -index, ~index, not index, LIMIT // 3, "a" % 1


type Pair[T] = tuple[T, T]

if __name__ == "__main__":
    run(*sys.argv[1:])
