def mail_all():
    addresses = []
    addresses.append(source())
    for address in addresses:
        # ruleid: flow
        sink(address)


def mail_staff():
    addresses = []
    addresses.append("staff@localhost")
    for address in addresses:
        # ok: flow
        sink(address)
