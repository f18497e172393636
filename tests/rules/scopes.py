from tool import run as go, mark


def one(value):
    # ruleid: scope-same-variable
    take(value)


def two(value):
    check(value)
    # ok: scope-same-variable
    take(value)


# ruleid: scope-import
go(1)


def hidden(go):
    # ok: scope-import
    go(1)


def inner():
    from other import run as go
    # ok: scope-import
    go(1)


# ruleid: scope-import
go(2)


# ruleid: scope-decorator
@mark
def marked():
    pass


# ruleid: scope-decorator
@mark(1)
def marked_too():
    pass


# ok: scope-decorator
@other
def unmarked():
    pass
