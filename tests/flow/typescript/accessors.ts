class Wallet {
  private holder = '';
  private currency = 'EUR';

  public setHolder(holder: string): void {
    this.holder = holder;
  }

  public getHolder(): string {
    return this.holder;
  }

  public getCurrency(): string {
    return this.currency;
  }
}

function create(): void {
  const wallet = new Wallet();
  wallet.setHolder(source());
  // ruleid: flow
  sink(wallet.getHolder());
  // ok: flow
  sink(wallet.getCurrency());
}
