class Vehicle:
    def __init__(self, plate):
        self.plate = plate
        self.kind = "vehicle"


class Truck(Vehicle):
    def __init__(self, plate):
        super().__init__(plate)
        self.kind = "truck"

    def describe(self):
        # ruleid: flow
        sink(self.plate)
        # ok: flow
        sink(self.kind)


def register():
    Truck(source()).describe()
