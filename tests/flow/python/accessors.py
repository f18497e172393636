class Account:
    def set_owner(self, owner):
        self._owner = owner

    def get_owner(self):
        return self._owner

    def get_bank(self):
        return "savings"


def open_account():
    account = Account()
    account.set_owner(source())
    # ruleid: flow
    sink(account.get_owner())
    # ok: flow
    sink(account.get_bank())
