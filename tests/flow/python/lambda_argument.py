def apply(action, value):
    return action(value)


def run():
    typed = source()
    # ruleid: flow
    sink(apply(lambda text: text + "!", typed))
    # ok: flow
    sink(apply(lambda text: "fixed", typed))
