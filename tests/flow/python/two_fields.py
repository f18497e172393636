class Visitor:
    def __init__(self):
        self.name = ""
        self.badge = ""


def admit():
    visitor = Visitor()
    visitor.name = source()
    visitor.badge = "guest"
    # ruleid: flow
    sink(visitor.name)
    # ok: flow
    sink(visitor.badge)
