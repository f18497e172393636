class Outer:
    class Inner:
        def __init__(self, text):
            self.text = text

        def read(self):
            return self.text

    def inner(self, text):
        return Outer.Inner(text)


def run():
    # ruleid: flow
    sink(Outer().inner(source()).read())
    # ok: flow
    sink(Outer().inner("fixed").read())
