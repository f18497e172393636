import urllib.parse


def decode():
    # ruleid: flow
    sink(urllib.parse.unquote_plus(source()))
    # ok: flow
    sink(urllib.parse.unquote_plus("a%20b"))
    query = urllib.parse.parse_qs("name=" + source())
    # ruleid: flow
    sink(query["name"][0])
