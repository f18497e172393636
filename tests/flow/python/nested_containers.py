def basket():
    shop = {"items": [{"label": source(), "unit": "kg"}]}
    # ruleid: flow
    sink(shop["items"][0]["label"])
    # ok: flow
    sink(shop["items"][0]["unit"])
