class Tagger:
    def __init__(self, tag):
        self.tag = tag

    def __call__(self, text):
        return f"<{self.tag}>{text}"


def run():
    odd = Tagger(source())
    bold = Tagger("b")
    # ruleid: flow
    sink(odd("word"))
    # ok: flow
    sink(bold("word"))
