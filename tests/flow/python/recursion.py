def repeat(text, times):
    if times == 0:
        return text
    return repeat(text + ".", times - 1)


def descend(text, depth):
    if depth == 0:
        return "bottom"
    return descend(text, depth - 1)


def run():
    # ruleid: flow
    sink(repeat(source(), 3))
    # ok: flow
    sink(descend(source(), 3))
