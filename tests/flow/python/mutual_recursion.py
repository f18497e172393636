def even(text, left):
    if left == 0:
        return text
    return odd(text, left - 1)


def odd(text, left):
    if left == 0:
        return "odd"
    return even(text, left - 1)


def run():
    # ruleid: flow
    sink(even(source(), 4))
    # ok: flow
    sink(even("fixed", 4))
