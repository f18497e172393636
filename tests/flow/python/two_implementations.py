from abc import ABC, abstractmethod


class Formatter(ABC):
    @abstractmethod
    def format(self, text):
        ...


class Plain(Formatter):
    def format(self, text):
        return text


class Masked(Formatter):
    def format(self, text):
        return "*" * len(text)


def render():
    secret = source()
    formatter: Formatter = Plain()
    # ruleid: flow
    sink(formatter.format(secret))
    formatter = Masked()
    # ok: flow
    sink(formatter.format(secret))
