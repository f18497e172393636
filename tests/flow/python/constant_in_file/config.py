DEBUG = False
STRICT = True
