class Form:
    def __init__(self):
        self.comment = ""


def fill(form, text):
    form.comment = text


def submit():
    form = Form()
    fill(form, source())
    # ruleid: flow
    sink(form.comment)


def submit_template():
    form = Form()
    fill(form, "thank you")
    # ok: flow
    sink(form.comment)
