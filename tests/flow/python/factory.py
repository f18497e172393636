class Echo:
    def answer(self, question):
        return question


class Refusal:
    def answer(self, question):
        return "no comment"


def speaker(kind):
    if kind == "echo":
        return Echo()
    return Refusal()


def interview():
    question = source()
    # ruleid: flow
    sink(speaker("echo").answer(question))
    # ok: flow
    sink(speaker("refusal").answer(question))
