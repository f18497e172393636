class Text:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Text(self.value + other.value)

    def __mul__(self, other):
        return Text("product")


def run():
    typed = Text(source())
    comma = Text(",")
    # ruleid: flow
    sink((typed + comma).value)
    # ok: flow
    sink((typed * comma).value)
