import io


def page():
    buffer = io.StringIO()
    buffer.write("<p>")
    buffer.write(source())
    # ruleid: flow
    sink(buffer.getvalue())


def empty_page():
    buffer = io.StringIO()
    buffer.write("<p>")
    # ok: flow
    sink(buffer.getvalue())
