import string


def page():
    template = string.Template("dear $name, your $thing")
    # ruleid: flow
    sink(template.substitute(name=source(), thing="book"))
    # ok: flow
    sink(template.substitute(name="friend", thing="book"))
