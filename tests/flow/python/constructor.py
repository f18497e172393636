class Mail:
    def __init__(self, subject, priority):
        self.subject = subject
        self.priority = priority

    def headline(self):
        return "Re: " + self.subject

    def flag(self):
        return "!" + self.priority


def answer():
    mail = Mail(source(), "high")
    # ruleid: flow
    sink(mail.headline())
    # ok: flow
    sink(mail.flag())
