def greet(name, suffix="!"):
    return name + suffix


def echo(text="nothing"):
    return text


def run():
    # ruleid: flow
    sink(greet("you", source()))
    # ok: flow
    sink(greet("you"))
    # ok: flow
    sink(echo())
