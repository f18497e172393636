def run():
    words = ["a", "b", source()]
    # ok: flow
    sink(words[:2][1])
    # ruleid: flow
    sink(words[1:][1])
    # ruleid: flow
    sink(words[-1])
    # ok: flow
    sink(words[-2])
