def refuse(name):
    raise ValueError("unknown " + name)


def caught():
    try:
        refuse(source())
    except ValueError as problem:
        # ruleid: flow
        sink(str(problem))


def caught_fixed():
    try:
        refuse("nobody")
    except ValueError as problem:
        # ok: flow
        sink(str(problem))
