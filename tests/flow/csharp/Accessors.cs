using Flow;

class Wallet
{
    private string holder = "";
    private readonly string currency = "EUR";

    public void SetHolder(string name)
    {
        holder = name;
    }

    public string GetHolder()
    {
        return holder;
    }

    public string GetCurrency() => currency;
}

class Accessors
{
    static void Create()
    {
        var wallet = new Wallet();
        wallet.SetHolder(Io.Source());
        // ruleid: flow
        Io.Sink(wallet.GetHolder());
        // ok: flow
        Io.Sink(wallet.GetCurrency());
    }
}
