def read(path):
    with open(path) as f:
        try:
            return parse(f.read())
        except ValueError as e:
            raise Bad(path) from e
        finally:
            done()
