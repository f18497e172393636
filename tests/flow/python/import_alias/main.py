from models import Ticket as Issue
import models as shapes


def run():
    # ruleid: flow
    sink(Issue(source()).summary())
    # ok: flow
    sink(shapes.Stub(source()).summary())
