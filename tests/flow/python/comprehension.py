def run():
    names = [source(), "bob"]
    table = {name: len(name) for name in names}
    for name in table:
        # ruleid: flow
        sink(name)
    sizes = ["x" for name in names]
    for size in sizes:
        # ok: flow
        sink(size)
