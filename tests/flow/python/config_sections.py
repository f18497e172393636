import configparser


def settings():
    config = configparser.ConfigParser()
    config.add_section("user")
    config.set("user", "name", source())
    config.set("user", "color", "blue")
    # ruleid: flow
    sink(config.get("user", "name"))
    # ok: flow
    sink(config.get("user", "color"))
