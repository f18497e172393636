import output


def run():
    output.write(source())
    output.write_quietly(source())
