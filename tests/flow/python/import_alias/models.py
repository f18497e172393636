class Ticket:
    def __init__(self, text):
        self.text = text

    def summary(self):
        return self.text[:40]


class Stub:
    def __init__(self, text):
        self.text = text

    def summary(self):
        return "stub"
