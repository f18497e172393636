def read_line():
    return source()


def read_default():
    return "default"
