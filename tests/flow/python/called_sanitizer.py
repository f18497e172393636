def prepare(text):
    return clean(text.strip())


def pretend(text):
    clean(text)
    return text


def run():
    # ok: flow
    sink(prepare(source()))
    # ruleid: flow
    sink(pretend(source()))
