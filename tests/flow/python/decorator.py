import functools


def cleaned(function):
    @functools.wraps(function)
    def wrapper(*args):
        return clean(function(*args))
    return wrapper


def traced(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper


@cleaned
def read_safely():
    return source()


@traced
def read():
    return source()


def run():
    # ok: flow
    sink(read_safely())
    # ruleid: flow
    sink(read())
