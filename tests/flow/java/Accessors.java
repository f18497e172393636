import flow.Io;

class Account {
  private String owner;
  private String bank = "savings";

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public String getBank() {
    return bank;
  }
}

class Accessors {
  static void open() {
    Account account = new Account();
    account.setOwner(Io.source());
    // ruleid: flow
    Io.sink(account.getOwner());
    // ok: flow
    Io.sink(account.getBank());
  }
}
