class Node:
    def __init__(self, label):
        self.label = label
        self.child = None


def build():
    root = Node("root")
    root.child = Node("left")
    root.child.label = source()
    # ruleid: flow
    sink(root.child.label)
    # ok: flow
    sink(root.label)
