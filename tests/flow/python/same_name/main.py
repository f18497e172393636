import kind
import rude


def run():
    # ok: flow
    sink(kind.answer(source()))
    # ruleid: flow
    sink(rude.answer(source()))
