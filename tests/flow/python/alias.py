class Box:
    content = ""


def same_box():
    first = Box()
    second = first
    second.content = source()
    # ruleid: flow
    sink(first.content)


def other_box():
    first = Box()
    second = Box()
    second.content = source()
    # ok: flow
    sink(first.content)
