class Settings:
    theme = "dark"
    motto = ""


def load():
    Settings.motto = source()
    # ruleid: flow
    sink(Settings.motto)
    # ok: flow
    sink(Settings.theme)
