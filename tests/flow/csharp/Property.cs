using Flow;

class Profile
{
    private string stored = "";

    public string Nickname
    {
        get { return stored; }
        set { stored = value.Trim(); }
    }

    public string Motto
    {
        get => stored + "!";
        set => stored = Io.Clean(value);
    }

    public string Level => "basic";
}

class Property
{
    static void Run()
    {
        var profile = new Profile();
        profile.Nickname = Io.Source();
        // ruleid: flow
        Io.Sink(profile.Nickname);
        // ok: flow
        Io.Sink(profile.Level);
        profile.Motto = Io.Source();
        // ok: flow
        Io.Sink(profile.Motto);
    }
}
