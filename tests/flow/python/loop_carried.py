def history():
    previous = "start"
    current = "start"
    for _ in range(3):
        # ruleid: flow
        sink(previous)
        previous = current
        current = source()


def no_history():
    for _ in range(3):
        current = "start"
        # ok: flow
        sink(current)
        current = source()
