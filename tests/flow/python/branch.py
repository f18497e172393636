def pick(preferred):
    if preferred:
        color = source()
    else:
        color = "blue"
    # ruleid: flow
    sink(color)


def pick_fixed(preferred):
    color = source()
    if preferred:
        color = "green"
    else:
        color = "blue"
    # ok: flow
    sink(color)
