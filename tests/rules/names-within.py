from parts.tool import cut as c
from parts import *


# ruleid: within-import-member, within-import-whole
def by_alias(a):
    c(a)


# ruleid: within-import-member, within-import-whole
def by_wildcard(a):
    tool.cut(a)


# ok: within-import-member, within-import-whole
def other(a):
    cut_off(a)


def joined():
    side = "left"
    # ruleid: within-worth
    send(1, side + "-right")
    # ok: within-worth
    send(1, side + "-left")


def row(a):
    # ruleid: within-sequence
    x = begin()
    if a:
        close(x)
    # ok: within-sequence
    y = begin()
    close(a)


def close_before():
    # ok: within-sequence
    z = begin()


def looked_through():
    end = finish(1)
    # ruleid: within-looked-through
    return end
