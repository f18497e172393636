def ask(prompt):
    return prompt + source()


def tell(prompt):
    source()
    return prompt


def run():
    # ruleid: flow
    sink(ask("name? "))
    # ok: flow
    sink(tell("name? "))
