current_user = None
region = "eu"


def login(name):
    global current_user
    current_user = name
