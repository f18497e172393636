class Account {
  constructor() {
    this.bank = 'savings';
  }

  setOwner(owner) {
    this.owner = owner;
  }

  getOwner() {
    return this.owner;
  }

  getBank() {
    return this.bank;
  }
}

function open() {
  const account = new Account();
  account.setOwner(source());
  // ruleid: flow
  sink(account.getOwner());
  // ok: flow
  sink(account.getBank());
}
