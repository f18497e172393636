def parse(number):
    text = "none"
    try:
        text = source()
        100 / number
        text = "parsed"
    except ZeroDivisionError:
        # ruleid: flow
        sink(text)
        text = "failed"
    # ok: flow
    sink(text)
