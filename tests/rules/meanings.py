def a(x):
    # ruleid: meaning-joined-text
    send("select a " + "from t where " + x)
    # ok: meaning-joined-text
    send("select a " + x)
    # ruleid: meaning-format
    show("user-%s 7%%" % "a")
    # ok: meaning-format
    show("user-%r 7%%" % "a")
    # ok: meaning-format
    show("user-%s 7%%" % x)
