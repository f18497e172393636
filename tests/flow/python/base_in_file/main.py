from base import Handler


class LineHandler(Handler):
    def read(self):
        return source()


def run():
    LineHandler().handle()
