class Ticket:
    def __init__(self, text):
        self.text = text

    @classmethod
    def parse(cls, line):
        return cls(line.strip())

    @staticmethod
    def kind(line):
        return "ticket"


def run():
    # ruleid: flow
    sink(Ticket.parse(source()).text)
    # ok: flow
    sink(Ticket.kind(source()))
