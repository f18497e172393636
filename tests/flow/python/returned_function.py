def prefixer(prefix):
    def add(text):
        return prefix + text
    return add


def run():
    hostile = prefixer(source())
    friendly = prefixer("mr ")
    # ruleid: flow
    sink(hostile("smith"))
    # ok: flow
    sink(friendly("smith"))
