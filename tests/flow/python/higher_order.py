def shout():
    words = [source(), "end"]
    loud = list(map(lambda word: word.upper(), words))
    # ruleid: flow
    sink(loud[0])
    hidden = list(map(lambda word: "-", words))
    # ok: flow
    sink(hidden[0])
    kept = [word for word in words if word]
    # ruleid: flow
    sink(kept[0])
